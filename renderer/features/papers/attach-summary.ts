/** What came of attaching several files, in a sentence. */
import type { AttachOutcome } from './attach-files.ts';
import { refusalInWords } from './file-refusal.ts';

export interface LeftOut {
  readonly fileName: string;
  /** Stands after “because”. */
  readonly because: string;
}

export interface AttachSummary {
  readonly attached: number;
  readonly leftOut: ReadonlyArray<LeftOut>;
  /** Of files that were attached. */
  readonly warnings: ReadonlyArray<string>;
}

export function summaryOf(outcomes: ReadonlyArray<AttachOutcome>): AttachSummary {
  const leftOut = outcomes.flatMap(({ fileName, result }) =>
    result.ok ? [] : [{ fileName, because: refusalInWords(result.refusal) }],
  );
  const warnings = outcomes.flatMap(({ result }) => (result.ok ? result.value.warnings : []));
  return { attached: outcomes.length - leftOut.length, leftOut, warnings };
}

/** “4 files attached, 1 left out” */
export function countsInWords({ attached, leftOut }: Pick<AttachSummary, 'attached' | 'leftOut'>): string {
  const files = attached === 1 ? '1 file attached' : `${attached === 0 ? 'No' : attached} files attached`;
  return leftOut.length === 0 ? files : `${files}, ${leftOut.length} left out`;
}

/** “4 files attached, 1 left out: Budget.pdf, because it is locked with a password. …” */
export function summaryInWords(summary: AttachSummary): string {
  const reasons = summary.leftOut.map(({ fileName, because }) => `${fileName}, because ${because}`);
  const told = `${countsInWords(summary)}${reasons.length === 0 ? '.' : `: ${reasons.join(' ')}`}`;
  return [told, ...summary.warnings].join(' ');
}
