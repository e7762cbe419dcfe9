/** A worker that answers one question at a time. One that does not answer in time is ended, and started anew when next asked. */

export interface AskedWorker<Ask, Answer> {
  ask(asked: Ask): Promise<Answer | 'tookTooLong'>;
  end(): void;
}

/** `patience` in milliseconds. A fault of the worker is a fault of the question. */
export function openAskedWorker<Ask, Answer>(start: () => Promise<Worker>, patience: number): AskedWorker<Ask, Answer> {
  let worker: Worker | null = null;
  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  return {
    end,
    ask: async (asked) => {
      worker ??= await start();
      const asking = worker;
      const finished = new AbortController();
      const { signal } = finished;
      try {
        return await new Promise<Answer | 'tookTooLong'>((resolve, reject) => {
          const timer = setTimeout(() => {
            end();
            resolve('tookTooLong');
          }, patience);
          signal.addEventListener('abort', () => clearTimeout(timer));
          asking.addEventListener('error', (event) => reject(new Error(event.message)), { signal });
          asking.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data), { signal });
          asking.postMessage(asked);
        });
      } finally {
        finished.abort();
      }
    },
  };
}
