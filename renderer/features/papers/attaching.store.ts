/** The attaching that is under way, and what the last one came to. */
import { create } from 'zustand';
import type { AttachSummary } from './attach-summary.ts';

export interface AttachJob {
  readonly done: number;
  readonly total: number;
  /** The file whose turn it is. */
  readonly fileName: string;
  /** Which item or paper the files go to; `null` for neither. */
  readonly at: string | null;
  stop(): void;
}

interface Attaching {
  readonly job: AttachJob | null;
  readonly report: AttachSummary | null;
}

const useStore = create<Attaching>()(() => ({ job: null, report: null }));

export const useAttaching = <Slice>(select: (state: Attaching) => Slice): Slice => useStore(select);

export function jobMoved(job: AttachJob): void {
  useStore.setState({ job, report: null });
}

export function jobFinished(report: AttachSummary | null): void {
  useStore.setState({ job: null, report });
}

export function reportDismissed(): void {
  useStore.setState({ report: null });
}
