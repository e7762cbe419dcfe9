/** The forward plan, worked out from the meetings ahead: pure, so that it can be judged without a screen. */
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { papersDueOn } from '#shared/domain/meetings/papers-due.ts';
import { daysLate, isOwed } from '#shared/domain/papers/lateness.ts';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { monthInWords, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { MeetingAhead } from './forward-plan.queries.ts';

export interface PlanLine {
  readonly id: string;
  readonly title: string;
  /** The paper; `null` for an item to be decided that has none yet. */
  readonly paper: Paper | null;
  readonly author: string;
  readonly due: CivilDate | null;
  /** Days late so far; 0 when in time or in. */
  readonly late: number;
  readonly owed: boolean;
  /** `Draft`, `Ready`, … or `No paper yet` */
  readonly standing: string;
}

/** A paper of last year that this year's meeting has not. */
export interface LastYears {
  /** With this year's number in it. */
  readonly title: string;
  readonly author: string;
}

export interface PlannedMeeting {
  readonly meeting: MeetingAhead['meeting'];
  /** The day on which its papers go out; `null` where that cannot be told. */
  readonly due: CivilDate | null;
  readonly lines: ReadonlyArray<PlanLine>;
  readonly suggested: ReadonlyArray<LastYears>;
}

export interface PlannedMonth {
  /** `December 2026` */
  readonly name: string;
  readonly meetings: ReadonlyArray<PlannedMeeting>;
}

export function planOf(ahead: ReadonlyArray<MeetingAhead>, today: CivilDate): ReadonlyArray<PlannedMonth> {
  const months = new Map<string, PlannedMeeting[]>();
  for (const each of ahead) {
    const { date } = each.meeting;
    if (date === null) continue;
    const name = `${monthInWords(date)} ${yearOf(date)}`;
    const month = months.get(name) ?? [];
    month.push(plannedMeeting(each, today));
    months.set(name, month);
  }
  return [...months].map(([name, meetings]) => ({ name, meetings }));
}

function plannedMeeting({ meeting, body, items, papers, lastYear }: MeetingAhead, today: CivilDate): PlannedMeeting {
  const due = meeting.date === null || body === null ? null : papersDueOn(meeting.date, body);
  const withPaper = new Set(papers.map(({ itemId }) => itemId));
  // What is only noted or talked about may need no paper; a decision does.
  const bare = items.filter((item) => item.purpose === 'decision' && !withPaper.has(item.id));
  return {
    meeting,
    due,
    lines: [
      ...papers.map((paper) => lineOf(paper, due, today)),
      ...bare.map((item) => bareLine(item, due, today)),
    ].sort(byUrgency),
    suggested:
      lastYear === null ? [] : missingFrom(lastYear.papers, papers, items, yearsApart(lastYear.meeting, meeting)),
  };
}

function lineOf(paper: Paper, usual: CivilDate | null, today: CivilDate): PlanLine {
  const due = paper.dueOn ?? usual;
  const owed = isOwed({ status: paper.status, received: paper.receivedOn });
  const late = owed ? (daysLate({ status: paper.status, due, received: null }, today) ?? 0) : 0;
  return {
    id: paper.id,
    title: paper.title,
    paper,
    author: paper.author.trim(),
    due,
    late,
    owed,
    standing: statusWords[paper.status],
  };
}

function bareLine(item: AgendaItem, due: CivilDate | null, today: CivilDate): PlanLine {
  const late = daysLate({ status: 'draft', due, received: null }, today) ?? 0;
  const { id, title } = item;
  return { id, title, paper: null, author: item.lead.trim(), due, late, owed: true, standing: 'No paper yet' };
}

/** What is still owed first, by the day it is due; what is in after it. */
function byUrgency(a: PlanLine, b: PlanLine): number {
  if (a.owed !== b.owed) return a.owed ? -1 : 1;
  const [first, second] = [a.due ?? '9999', b.due ?? '9999'];
  return first < second ? -1 : first > second ? 1 : a.title < b.title ? -1 : 1;
}

function yearsApart(before: { readonly date: CivilDate | null }, now: { readonly date: CivilDate | null }): number {
  return before.date === null || now.date === null ? 1 : yearOf(now.date) - yearOf(before.date) || 1;
}

/** Last year's papers that this year's meeting has under no name, each once. Minutes and the like come by themselves. */
function missingFrom(
  before: ReadonlyArray<Paper>,
  papers: ReadonlyArray<Paper>,
  items: ReadonlyArray<AgendaItem>,
  years: number,
): ReadonlyArray<LastYears> {
  const known = new Set([...papers, ...items].map(({ title }) => likeness(title)));
  const missing: LastYears[] = [];
  for (const { title, author } of before) {
    const like = likeness(title);
    if (like === '' || known.has(like) || isRoutine(like)) continue;
    known.add(like);
    missing.push({ title: withYearsMoved(title, years), author: author.trim() });
  }
  return missing;
}

/** What is left of a title without its dates, numbers and signs: `Budget 2025-26` and `Budget, 2026/27` are alike. */
function likeness(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(january|february|march|april|may|june|july|august|september|october|november|december)\b/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

function isRoutine(like: string): boolean {
  return /^(minutes|action log|actions|matters arising|forward plan)\b/.test(like);
}

/** `Budget 2025-26` a year on is `Budget 2026-27`. Years 2000 to 2099; the second half of a pair moves with its first. */
function withYearsMoved(title: string, years: number): string {
  return title.replace(/\b(20\d\d)(?:([-/–])(\d\d))?\b/g, (_found, year: string, sign?: string, second?: string) => {
    const moved = String(Number(year) + years);
    if (sign === undefined || second === undefined) return moved;
    return `${moved}${sign}${String((Number(second) + years) % 100).padStart(2, '0')}`;
  });
}

export interface PlanFigures {
  readonly owed: number;
  readonly late: number;
  readonly withoutAuthor: number;
}

export function figuresOf(months: ReadonlyArray<PlannedMonth>): PlanFigures {
  const lines = months.flatMap(({ meetings }) => meetings.flatMap((meeting) => meeting.lines));
  return {
    owed: lines.filter(({ owed }) => owed).length,
    late: lines.filter(({ late }) => late > 0).length,
    withoutAuthor: lines.filter(({ author, owed }) => owed && author === '').length,
  };
}

export interface Owing {
  readonly author: string;
  readonly lines: ReadonlyArray<{ readonly line: PlanLine; readonly meeting: PlannedMeeting['meeting'] }>;
}

/** Who owes what, whoever owes the earliest first; nobody's papers last. */
export function whoOwesWhat(months: ReadonlyArray<PlannedMonth>): ReadonlyArray<Owing> {
  const owing = new Map<string, Owing['lines'][number][]>();
  for (const { meeting, lines } of months.flatMap((month) => month.meetings)) {
    for (const line of lines.filter(({ owed }) => owed)) {
      const own = owing.get(line.author) ?? [];
      own.push({ line, meeting });
      owing.set(line.author, own);
    }
  }
  return [...owing]
    .map(([author, lines]) => ({ author, lines }))
    .sort((a, b) => Number(a.author === '') - Number(b.author === '') || (firstDue(a) < firstDue(b) ? -1 : 1));
}

function firstDue({ lines }: Owing): string {
  return lines.reduce((first, { line }) => ((line.due ?? '9999') < first ? (line.due ?? '9999') : first), '9999');
}
