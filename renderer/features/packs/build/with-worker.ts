/** A pack's worker for as long as one job lasts, and what was begun in the private store cleared away after it. */
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { BuildRefusal, BuildWork } from './build-work.ts';
import { dropPassing } from './built-pack.ts';
import { Cancelled } from './cancelled.ts';
import { startPackWorker, type PackWorker } from './pack-worker.ts';

/** Cancelling and a full disk are answers; any other fault is thrown on. */
export async function withWorker<Made, Refusal>(
  { database, edition, signal }: BuildWork,
  meetingId: string,
  job: (worker: PackWorker) => Promise<Result<Made, Refusal>>,
): Promise<Result<Made, Refusal | BuildRefusal>> {
  const worker = startPackWorker(signal);
  try {
    return await job(worker);
  } catch (fault) {
    if (fault instanceof Cancelled) return refuse({ type: 'Cancelled' });
    if (fault instanceof DOMException && fault.name === 'QuotaExceededError') return refuse({ type: 'OutOfRoom' });
    throw fault;
  } finally {
    worker.end();
    await dropPassing(database.name, meetingId, edition);
  }
}
