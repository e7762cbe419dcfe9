/** The worker that makes and takes bundles, asked from the window: one thing at a time. */
import { beginFreshLog } from '#renderer/data/fresh-log.ts';
import type { RecordChange } from '#renderer/data/exchange/bundle-report.ts';
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import type { Stage } from '#shared/bundle/progress.ts';
import type { ExchangeAnswer, ExchangeAsk, ExchangeNews } from './exchange.worker.ts';

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly of: number;
}

export interface Following {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends it at once: nothing is left half done, and the answer is `cancelled`. */
  readonly signal?: AbortSignal;
}

const cancelled: ExchangeAnswer = { type: 'cancelled' };

let worker: Promise<Worker> | null = null;
let last: Promise<unknown> = Promise.resolve();
const leaving = new EventTarget();

async function start(): Promise<Worker> {
  const { default: address } = await import('./exchange.worker.ts?worker&url');
  return new Worker(trustedWorkerUrl(address), { type: 'module' });
}

/** A worker does not know what the window knows of the disk. */
async function isLogFresh(): Promise<boolean> {
  return beginFreshLog().then(
    () => true,
    () => false,
  );
}

async function asked(ask: ExchangeAsk, following: Following): Promise<ExchangeAnswer> {
  if (following.signal?.aborted === true) return cancelled;
  if (!(await isLogFresh())) return { type: 'outOfRoom' };
  worker ??= start();
  return answered(await worker, ask, following, letGo);
}

/** Asked of a worker of its own, which is gone when it has answered: nothing that is done elsewhere ends or waits for it. */
export async function askOnce(ask: ExchangeAsk): Promise<ExchangeAnswer> {
  if (!(await isLogFresh())) return { type: 'outOfRoom' };
  const working = await start();
  try {
    return await answered(working, ask, {}, () => undefined);
  } finally {
    working.terminate();
  }
}

async function answered(
  working: Worker,
  ask: ExchangeAsk,
  { onProgress, signal }: Following,
  end: () => void,
): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    const finished = new AbortController();
    const until = { signal: finished.signal };
    const records: RecordChange[] = [];
    const settle = (act: () => void): void => {
      finished.abort();
      act();
    };
    const cancel = (): void =>
      settle(() => {
        end();
        resolve(cancelled);
      });
    working.addEventListener(
      'message',
      ({ data }: MessageEvent<ExchangeAnswer | ExchangeNews>) => {
        if (data.type === 'progress') onProgress?.(data);
        else if (data.type === 'records') records.push(...data.records);
        else if (data.type === 'looked') settle(() => resolve({ ...data, report: { ...data.report, records } }));
        else settle(() => resolve(data));
      },
      until,
    );
    working.addEventListener(
      'error',
      (event) =>
        settle(() => {
          end();
          reject(new Error(event.message));
        }),
      until,
    );
    signal?.addEventListener('abort', cancel, until);
    leaving.addEventListener('leave', cancel, until);
    working.postMessage(ask);
  });
}

export function askExchange(ask: ExchangeAsk, following: Following = {}): Promise<ExchangeAnswer> {
  const next = last.then(() => asked(ask, following));
  last = next.catch(() => undefined);
  return next;
}

function letGo(): void {
  void worker?.then((working) => working.terminate());
  worker = null;
}

/** Ends whatever is being done: what had not been kept is not. */
export function endExchange(): void {
  letGo();
  leaving.dispatchEvent(new Event('leave'));
  last = Promise.resolve();
}
