/** Notes which passing files stand about, so that a start after a power cut can take them away. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aText, listOf } from '#shared/kernel/decode.ts';

export interface UnfinishedNote {
  readonly add: (file: string) => void;
  readonly remove: (file: string) => void;
}

const aNote = listOf(aText(4096), 1000);

/**
 * Opens the note kept in `noteFile`, and removes the files an earlier run left. Only plain passing files are touched: those
 * noted whose names end as `ending` says.
 */
export function openUnfinishedNote(noteFile: string, ending: string): UnfinishedNote {
  const files = new Set<string>();
  for (const left of readNote(noteFile)) if (left.endsWith(ending) && !removed(left)) files.add(left);
  write();

  function write(): void {
    mkdirSync(path.dirname(noteFile), { recursive: true });
    if (files.size === 0) rmSync(noteFile, { force: true });
    else writeFileSync(noteFile, JSON.stringify([...files]), { mode: 0o600 });
  }

  return {
    add: (file) => {
      files.add(file);
      write();
    },
    remove: (file) => {
      files.delete(file);
      write();
    },
  };
}

function readNote(noteFile: string): ReadonlyArray<string> {
  try {
    const noted = aNote(JSON.parse(readFileSync(noteFile, 'utf8')));
    return noted.ok ? noted.value : [];
  } catch {
    return [];
  }
}

/** A memory stick that is not plugged in now may be at the next start; its files stay noted until they could be removed. */
function removed(file: string): boolean {
  try {
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}
