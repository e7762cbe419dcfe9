/**
 * How late papers are, and how late each author is with them.
 *
 * A paper is owed while it is a draft that was never received, and received on the day it is first past drafting. Days are calendar days after the day it
 * was due.
 */
import { daysBetween, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { Paper } from './paper.ts';

/** What must be known of a paper to tell whether it is late. */
export interface PaperTimes {
  readonly status: Paper['status'];
  readonly due: CivilDate | null;
  readonly received: CivilDate | null;
}

export function isOwed({ status, received }: Pick<PaperTimes, 'status' | 'received'>): boolean {
  return status === 'draft' && received === null;
}

/** Days after it was due, 0 when in time or not due yet; `null` where no day is known to count from or to. */
export function daysLate(paper: PaperTimes, today: CivilDate): number | null {
  if (paper.due === null) return null;
  const until = isOwed(paper) ? today : paper.received;
  return until === null ? null : Math.max(0, daysBetween(paper.due, until));
}

export interface AuthorLateness {
  /** Empty for the papers that have no author yet. */
  readonly author: string;
  /** Papers asked of this author. */
  readonly asked: number;
  /** Of those, how many came late or are late now. */
  readonly late: number;
  /** Days late on average, over those that were late; 0 where none was. */
  readonly averageDays: number;
  /** Papers not in yet. */
  readonly owed: number;
  /** Of those owed, how many are late already. */
  readonly owedLate: number;
}

type AskedPaper = PaperTimes & Pick<Paper, 'author'>;

/** One line for each author, whoever is late most often first. Spaces around a name make nobody else of them. */
export function latenessByAuthor(papers: ReadonlyArray<AskedPaper>, today: CivilDate): ReadonlyArray<AuthorLateness> {
  const sums = new Map<string, { asked: number; late: number; days: number; owed: number; owedLate: number }>();
  for (const paper of papers) {
    const author = paper.author.trim();
    const sum = sums.get(author) ?? { asked: 0, late: 0, days: 0, owed: 0, owedLate: 0 };
    const days = daysLate(paper, today) ?? 0;
    sum.asked += 1;
    if (days > 0) sum.late += 1;
    sum.days += days;
    if (isOwed(paper)) sum.owed += 1;
    if (isOwed(paper) && days > 0) sum.owedLate += 1;
    sums.set(author, sum);
  }
  return [...sums]
    .map(([author, { asked, late, days, owed, owedLate }]) => ({
      author,
      asked,
      late,
      averageDays: late === 0 ? 0 : days / late,
      owed,
      owedLate,
    }))
    .sort((a, b) => b.late - a.late || b.owed - a.owed || b.asked - a.asked || (a.author < b.author ? -1 : 1));
}
