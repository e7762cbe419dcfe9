/** Opening a bundle, step by step: each answer of the worker leads to what is shown next. */
import { useState } from 'react';
import type { BundleDevice } from '#shared/bundle/manifest.ts';
import type { Decided } from '#renderer/data/exchange/decisions.ts';
import type { BundleReport } from '#renderer/data/exchange/bundle-report.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { failureInWords, refusalInWords } from './exchange-words.ts';
import { useExchangeJob, type ExchangeJob } from './exchange-job.tsx';
import type { ExchangeAnswer, ExchangeAsk } from './exchange.worker.ts';

export type Step =
  | { readonly type: 'none' }
  | { readonly type: 'busy'; readonly what: string }
  | { readonly type: 'passphrase'; readonly isWrong: boolean }
  | { readonly type: 'stranger'; readonly author: BundleDevice }
  | {
      readonly type: 'check';
      readonly report: BundleReport;
      readonly author: BundleDevice;
      readonly isRenewed: boolean;
    }
  | { readonly type: 'taken'; readonly report: BundleReport; readonly decided: number }
  | { readonly type: 'refused'; readonly words: string };

export interface Opening {
  readonly step: Step;
  /** What the worker is doing for it. */
  readonly job: ExchangeJob;
  readonly fileName: string;
  /** Several are looked through one after the other. */
  open(files: ReadonlyArray<File>): void;
  /** Files that were chosen with this one and have not been looked through yet. */
  readonly next: ReadonlyArray<File>;
  unlock(passphrase: string): void;
  /** The words were compared, and are the same. */
  trust(): void;
  /** Takes it in, and saves what was decided between values. */
  apply(decided: ReadonlyArray<Decided>): void;
  /** Puts it aside. Nothing has been changed. */
  leave(): void;
}

export function useOpening(): Opening {
  const { database } = useSession();
  const workspace = database.name;
  const host = useHost();
  const job = useExchangeJob();
  const [step, setStep] = useState<Step>({ type: 'none' });
  const [file, setFile] = useState<File | null>(null);
  const [next, setNext] = useState<ReadonlyArray<File>>([]);

  async function ask(asked: ExchangeAsk, what: string): Promise<void> {
    setStep({ type: 'busy', what });
    try {
      const answer = await job.ask(asked);
      setStep(answer.type === 'cancelled' ? { type: 'none' } : stepAfter(answer));
    } catch {
      setStep({ type: 'refused', words: unexpected });
    }
  }

  function open(chosen: File, passphrase: string | null): void {
    setFile(chosen);
    const asked = { type: 'open', workspace, file: chosen, fileName: chosen.name, passphrase } as const;
    void ask(asked, 'Looking through the bundle');
  }

  /** What stands now is put on the shelf before anything is added to it. Where that fails, the import is whole or nothing all the same. */
  async function apply(decided: ReadonlyArray<Decided>): Promise<void> {
    setStep({ type: 'busy', what: 'Backing up first' });
    try {
      const { version: app } = await host.about(null);
      const backedUp = await job.ask({ type: 'backUpByItself', workspace, why: 'beforeImport', app });
      if (backedUp.type === 'cancelled') {
        setStep({ type: 'none' });
        return;
      }
    } catch {
      // The backup's own panel tells of it.
    }
    await ask({ type: 'take', workspace, decided }, 'Applying the changes');
  }

  return {
    step,
    job,
    fileName: file?.name ?? '',
    next,
    open: ([first, ...others]) => {
      if (first === undefined) return;
      setNext(others);
      open(first, null);
    },
    unlock: (passphrase) => {
      if (file !== null) open(file, passphrase);
    },
    trust: () => void ask({ type: 'trust', workspace }, 'Looking through the bundle'),
    apply: (decided) => void apply(decided),
    leave: () => setStep({ type: 'none' }),
  };
}

const unexpected =
  'The bundle could not be read. Nothing has been changed. Open it again; if that does not help, ask for it anew.';

function stepAfter(answer: ExchangeAnswer): Step {
  switch (answer.type) {
    case 'looked':
      return { type: 'check', report: answer.report, author: answer.author, isRenewed: answer.isRenewed };
    case 'taken':
      return { type: 'taken', report: answer.report, decided: answer.decided };
    case 'refused': {
      const { refusal } = answer;
      if (refusal.type === 'NeedsPassphrase') return { type: 'passphrase', isWrong: false };
      if (refusal.type === 'WrongPassphrase') return { type: 'passphrase', isWrong: true };
      if (refusal.type === 'UnknownAuthor') return { type: 'stranger', author: refusal.author };
      return { type: 'refused', words: refusalInWords(refusal) };
    }
    case 'outOfRoom':
    case 'fileGone':
      return { type: 'refused', words: failureInWords(answer) };
    case 'unlocked':
    case 'detailed':
    case 'joined':
    case 'made':
    case 'undone':
    case 'rehearsed':
    case 'backedUp':
    case 'renewed':
    case 'rebuilt':
    case 'cancelled':
    case 'fault':
      return { type: 'refused', words: unexpected };
  }
}
