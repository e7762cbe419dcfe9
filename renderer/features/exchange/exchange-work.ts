/** The worker that makes and takes bundles, asked from the window: one thing at a time. */
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import type { ExchangeAnswer, ExchangeAsk } from './exchange.worker.ts';

let worker: Promise<Worker> | null = null;
let last: Promise<unknown> = Promise.resolve();

async function start(): Promise<Worker> {
  const { default: address } = await import('./exchange.worker.ts?worker&url');
  return new Worker(trustedWorkerUrl(address), { type: 'module' });
}

async function asked(ask: ExchangeAsk): Promise<ExchangeAnswer> {
  worker ??= start();
  return answered(await worker, ask, endExchange);
}

/** Asked of a worker of its own, which is gone when it has answered: nothing that is done elsewhere ends or waits for it. */
export async function askOnce(ask: ExchangeAsk): Promise<ExchangeAnswer> {
  const working = await start();
  try {
    return await answered(working, ask, () => undefined);
  } finally {
    working.terminate();
  }
}

async function answered(working: Worker, ask: ExchangeAsk, onFault: () => void): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    const finished = new AbortController();
    const { signal } = finished;
    const end = (): void => finished.abort();
    working.addEventListener(
      'message',
      ({ data }: MessageEvent<ExchangeAnswer>) => {
        end();
        resolve(data);
      },
      { signal },
    );
    working.addEventListener(
      'error',
      (event) => {
        end();
        onFault();
        reject(new Error(event.message));
      },
      { signal },
    );
    working.postMessage(ask);
  });
}

export function askExchange(ask: ExchangeAsk): Promise<ExchangeAnswer> {
  const next = last.then(() => asked(ask));
  last = next.catch(() => undefined);
  return next;
}

/** Ends whatever is being done: what had not been kept is not. */
export function endExchange(): void {
  void worker?.then((working) => working.terminate());
  worker = null;
  last = Promise.resolve();
}
