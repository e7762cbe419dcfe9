/** The worker that looks at files, asked from the window. One that does not answer in time is ended and started anew. */
import { refuse, type Result } from '#shared/kernel/result.ts';
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
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
  let worker: Worker | null = null;
  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  return {
    end,
    look: async (asked) => {
      worker ??= await startWorker();
      const asking = worker;
      const finished = new AbortController();
      const { signal } = finished;
      try {
        return await new Promise((resolve, reject) => {
          const timer = setTimeout(() => {
            end();
            resolve(refuse({ type: 'TookTooLong' }));
          }, patience);
          signal.addEventListener('abort', () => clearTimeout(timer));
          asking.addEventListener('error', (event) => reject(new Error(event.message)), { signal });
          asking.addEventListener(
            'message',
            ({ data }: MessageEvent<InspectAnswer>) => {
              if (data.type === 'looked') resolve(data.result);
              else reject(new Error(data.message));
            },
            { signal },
          );
          asking.postMessage(asked);
        });
      } finally {
        finished.abort();
      }
    },
  };
}
