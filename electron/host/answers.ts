/** The contract's calls as Electron answers them. */
import path from 'node:path';
import { app, BrowserWindow, type WebContents } from 'electron';
import type { SaveAsk, SaveBegun } from '#shared/host/contract.ts';
import type { HostAnswers } from '#electron/serve-host.ts';
import { machinePrint } from './machine-print.ts';
import { printHtml } from './print.ts';
import { askWhereToSave } from './save-dialog.ts';
import { openSaves, partEnding, type Saves } from './saves.ts';
import { openUnfinishedNote } from './unfinished.ts';

export function hostAnswers(): HostAnswers {
  const note = openUnfinishedNote(path.join(app.getPath('userData'), 'unfinished-saves.json'), partEnding);
  const saves = openSaves(note);
  app.on('will-quit', () => saves.removeAllNow());
  const watched = new WeakSet<WebContents>();

  async function beginSave(ask: SaveAsk, asker: WebContents): Promise<SaveBegun> {
    const window = BrowserWindow.fromWebContents(asker);
    const target = window === null ? null : await askWhereToSave(window, ask);
    if (target === null) return { type: 'cancelled' };
    if (!watched.has(asker)) endSavesWith(asker, saves);
    watched.add(asker);
    return saves.begin(target, asker.id);
  }

  return {
    about: async () => ({
      kind: 'electron',
      version: app.getVersion(),
      platform: process.platform,
      machine: machinePrint(app.getPath('userData')),
    }),
    printHtml: async (job) => printHtml(job),
    beginSave,
    writeSave: async ({ save, bytes }, asker) => saves.write(save, asker.id, bytes),
    finishSave: async ({ save }, asker) => saves.finish(save, asker.id),
    abandonSave: async ({ save }, asker) => {
      await saves.abandon(save, asker.id);
      return { type: 'abandoned' };
    },
  };
}

/** A page that is gone or loaded anew has forgotten its saves. */
function endSavesWith(asker: WebContents, saves: Saves): void {
  const { id } = asker;
  const end = (): void => void saves.abandonAllOf(id);
  asker.on('render-process-gone', end);
  asker.on('did-navigate', end);
  asker.on('destroyed', end);
}
