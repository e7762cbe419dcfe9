/** Asks the officer where a file is to go. Nothing is ever written elsewhere than where this answers. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { SaveAsk } from '#shared/host/contract.ts';
import { formatFacts, type FileFormat } from '#shared/host/file-format.ts';
import { hasEndingOf, safeFileName } from '#shared/host/file-name.ts';

let lastFolder: string | null = null;

/** The full path chosen, or null when the officer cancelled. */
export async function askWhereToSave(window: BrowserWindow, ask: SaveAsk): Promise<string | null> {
  const { label, extensions } = formatFacts[ask.format];
  const folder = lastFolder ?? app.getPath('documents');
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(folder, safeFileName(ask.suggestedName, ask.format)),
    filters: [{ name: label, extensions: [...extensions] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  lastFolder = path.dirname(filePath);
  return withEnding(filePath, ask.format);
}

/** Not every system's dialog adds the ending. A file of the longer name was not asked about, so it is not overwritten. */
function withEnding(chosen: string, format: FileFormat): string {
  if (hasEndingOf(path.basename(chosen), format)) return chosen;
  const [ending] = formatFacts[format].extensions;
  let candidate = `${chosen}.${ending}`;
  for (let count = 2; existsSync(candidate); count += 1) candidate = `${chosen} (${count}).${ending}`;
  return candidate;
}
