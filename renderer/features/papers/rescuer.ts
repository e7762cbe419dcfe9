/** The worker that saves files anew, asked from the window. */
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { Rescued, RescueRefusal } from '#shared/pdf/rescue.ts';
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import { openAskedWorker } from '#renderer/host/asked-worker.ts';
import type { RescueAnswer, RescueAsk } from './rescue.worker.ts';

/** Milliseconds after which saving one file anew is given up. */
const patience = 60_000;

export type RescueResult = Result<Rescued, RescueRefusal | { readonly type: 'RescueTookTooLong' }>;

export interface Rescuer {
  rescue(asked: RescueAsk): Promise<RescueResult>;
  end(): void;
}

async function startWorker(): Promise<Worker> {
  const { default: address } = await import('./rescue.worker.ts?worker&url');
  return new Worker(trustedWorkerUrl(address), { type: 'module' });
}

export function openRescuer(): Rescuer {
  const { ask, end } = openAskedWorker<RescueAsk, RescueAnswer>(startWorker, patience);
  return {
    end,
    rescue: async (asked) => {
      const answer = await ask(asked);
      return answer === 'tookTooLong' ? refuse({ type: 'RescueTookTooLong' }) : answer;
    },
  };
}
