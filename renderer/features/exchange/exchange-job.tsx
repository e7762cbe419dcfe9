import { useRef, useState, type ReactElement } from 'react';
import type { Stage } from '#shared/bundle/progress.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { askExchange, type Progress } from './exchange-work.ts';
import type { ExchangeAnswer, ExchangeAsk } from './exchange.worker.ts';

export interface ExchangeJob {
  /** Asks the worker, and follows how far it is. */
  ask(asked: ExchangeAsk): Promise<ExchangeAnswer>;
  cancel(): void;
  /** `null` while nothing is under way, or nothing is known of it yet. */
  readonly progress: Progress | null;
  readonly isBusy: boolean;
}

/** Something the worker does for the officer, with how far it is and a way to end it. */
export function useExchangeJob(): ExchangeJob {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isBusy, setBusy] = useState(false);
  const control = useRef<AbortController | null>(null);
  return {
    progress,
    isBusy,
    ask: async (asked) => {
      const mine = new AbortController();
      control.current = mine;
      setBusy(true);
      try {
        return await askExchange(asked, { onProgress: setProgress, signal: mine.signal });
      } finally {
        if (control.current === mine) {
          setBusy(false);
          setProgress(null);
        }
      }
    },
    cancel: () => control.current?.abort(),
  };
}

const steps: Readonly<Record<Stage, string>> = {
  files: 'Reading files',
  volumes: 'Writing parts',
  lock: 'Locking',
  unlock: 'Unlocking',
  check: 'Checking signatures',
  work: 'Working the changes in',
};

export interface JobViewProps {
  readonly job: ExchangeJob;
  readonly label: string;
}

/** How far it is; shown while it lasts. */
export function JobView({ job: { progress, isBusy, cancel }, label }: JobViewProps): ReactElement | null {
  if (!isBusy) return null;
  if (progress === null) return <Loading label={label} />;
  const { stage, done, of } = progress;
  return <JobProgress label={label} done={done} total={of} step={steps[stage]} onCancel={cancel} />;
}
