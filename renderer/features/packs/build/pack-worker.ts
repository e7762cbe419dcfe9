/** The pack's worker, asked from the window. Cancelling ends the worker at once, whatever it is doing. */
import workerUrl from './build.worker.ts?worker&url';
import type { PackMade, PackRefusal } from '#shared/pdf/pack-plan.ts';
import type { Result } from '#shared/kernel/result.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import type { BuildAnswer, BuildAsk, BuildOrder, Counted } from './build-messages.ts';
import { Cancelled } from './cancelled.ts';

export interface PackWorker {
  count(files: ReadonlyArray<{ readonly id: string; readonly file: Blob }>): Promise<ReadonlyArray<Counted>>;
  build(
    order: BuildOrder,
    onProgress: (part: number, pages: number) => void,
  ): Promise<Result<PackMade, PackRefusal> | { readonly ok: false; readonly refusal: { readonly type: 'OutOfRoom' } }>;
  end(): void;
}

export function startPackWorker(signal: AbortSignal): PackWorker {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });

  async function ask<Answer>(question: BuildAsk, take: (answer: BuildAnswer) => Answer | null): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        worker.terminate();
        reject(new Cancelled('Cancelled'));
      };
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel, { once: true });
      worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
      worker.addEventListener('message', function listen({ data }: MessageEvent<BuildAnswer>) {
        const done = data.type === 'fault' ? null : take(data);
        if (data.type !== 'fault' && done === null) return;
        worker.removeEventListener('message', listen);
        signal.removeEventListener('abort', cancel);
        if (data.type === 'fault') reject(new Error(data.message));
        else if (done !== null) resolve(done);
      });
      worker.postMessage(question);
    });
  }

  return {
    count: (files) => ask({ type: 'count', files }, (answer) => (answer.type === 'counted' ? answer.counted : null)),
    build: (order, onProgress) =>
      ask<Awaited<ReturnType<PackWorker['build']>>>({ type: 'build', order }, (answer) => {
        switch (answer.type) {
          case 'progress':
            onProgress(answer.part, answer.pages);
            return null;
          case 'built':
            return answer.result;
          case 'outOfRoom':
            return { ok: false, refusal: { type: 'OutOfRoom' } };
          case 'counted':
          case 'fault':
            return null;
          default:
            return unreachable(answer);
        }
      }),
    end: () => worker.terminate(),
  };
}
