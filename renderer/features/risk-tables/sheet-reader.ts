/** The worker that reads spreadsheets, asked from the window. */
import { refuse, type Result } from '#shared/kernel/result.ts';
import { openAskedWorker } from '#renderer/host/asked-worker.ts';
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import type { Sheet, SheetFile, SheetRefusal } from './read-sheets.ts';
import type { SheetsAnswer } from './sheets.worker.ts';

/** Milliseconds after which reading a file is given up. */
const patience = 60_000;

export type ReadSheets = (
  file: SheetFile,
) => Promise<Result<ReadonlyArray<Sheet>, SheetRefusal | { readonly type: 'TookTooLong' }>>;

async function startWorker(): Promise<Worker> {
  const { default: address } = await import('./sheets.worker.ts?worker&url');
  return new Worker(trustedWorkerUrl(address), { type: 'module' });
}

/** Reads one file in a worker of its own, which is ended afterwards. */
export const readInWorker: ReadSheets = async (file) => {
  const { ask, end } = openAskedWorker<SheetFile, SheetsAnswer>(startWorker, patience);
  try {
    const answer = await ask(file);
    if (answer === 'tookTooLong') return refuse({ type: 'TookTooLong' });
    if (answer.type === 'fault') throw new Error(answer.message);
    return answer.result;
  } finally {
    end();
  }
};
