/** The worker that looks at files, asked from the window. */
import { refuse, type Result } from '#shared/kernel/result.ts';
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import { openAskedWorker } from '#renderer/host/asked-worker.ts';
import type { LookRefusal } from './file-refusal.ts';
import type { InspectAnswer } from './inspect.worker.ts';
import type { FileToLookAt, Looked } from './look-at-file.ts';

/** Milliseconds after which looking at one file is given up. */
const patience = 120_000;

export interface Inspector {
  look(asked: FileToLookAt): Promise<Result<Looked, LookRefusal>>;
  end(): void;
}

async function startWorker(): Promise<Worker> {
  const { default: address } = await import('./inspect.worker.ts?worker&url');
  return new Worker(trustedWorkerUrl(address), { type: 'module' });
}

export function openInspector(): Inspector {
  const { ask, end } = openAskedWorker<FileToLookAt, InspectAnswer>(startWorker, patience);
  return {
    end,
    look: async (asked) => {
      const answer = await ask(asked);
      if (answer === 'tookTooLong') return refuse({ type: 'TookTooLong' });
      if (answer.type === 'fault') throw new Error(answer.message);
      return answer.result;
    },
  };
}
