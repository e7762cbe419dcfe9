/** Asks for a file to be saved anew by pdfium, in a thread of its own and not for ever. */
import { Worker } from 'node:worker_threads';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { RescueRefusal, Rescued } from '#shared/pdf/rescue.ts';
import type { RescueOrder } from './rescue-thread.ts';

/** Milliseconds after which saving one file anew is given up. */
const patience = 30_000;

export function rescueFile(
  file: Uint8Array,
  passwords: ReadonlyArray<string>,
): Promise<Result<Rescued, RescueRefusal | { readonly type: 'TookTooLong' }>> {
  const thread = new Worker(new URL('./rescue-thread.ts', import.meta.url));
  const order: RescueOrder = { file, passwords };
  return new Promise<Result<Rescued, RescueRefusal | { readonly type: 'TookTooLong' }>>((resolve) => {
    const timer = setTimeout(() => resolve(refuse({ type: 'TookTooLong' })), patience);
    thread.once('message', (result: Result<Rescued, RescueRefusal>) => resolve(result));
    // out of memory, or pdfium has broken down over the file
    thread.once('error', () => resolve(refuse({ type: 'Hopeless' })));
    thread.once('exit', () => {
      clearTimeout(timer);
      resolve(refuse({ type: 'Hopeless' }));
    });
    thread.postMessage(order);
  }).finally(() => thread.terminate());
}
