/**
 * What must be done by when before a meeting: papers to partners, papers to the Chair, the meeting itself.
 *
 * Source: Haringey's protocol (2009) asks for papers to partners 14 days before and to the Chair 7 clear working days
 * before; each body keeps its own numbers. Partners' days are counted by the calendar and stand where they fall.
 */
import { commentWindow } from '#shared/calendar/comment-window.ts';
import { deadlineOf } from '#shared/calendar/deadline.ts';
import { missingHolidaysInWords, workingCalendar, type MissingHolidays } from '#shared/calendar/working-days.ts';
import type { Body } from '#shared/domain/bodies/body.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

export type DeadlineId = 'circulation' | 'clearance' | 'meeting';

/** `late`: past, and not everything is in. `now`: the next to come. */
export type DeadlineState = 'done' | 'late' | 'now' | 'coming';

export interface MeetingDeadline {
  readonly id: DeadlineId;
  readonly label: string;
  /** `null` when it cannot be told: bank holidays are missing. */
  readonly date: CivilDate | null;
  /** How it was counted: `14 days before`. */
  readonly counted: string;
  readonly state: DeadlineState;
}

export interface DeadlineWarning {
  /** `TimeForComment`: the dates cross, or leave partners no time. `NotKnown`: a date cannot be told. */
  readonly type: 'TimeForComment' | 'NotKnown';
  /** Whole sentences: what is wrong and what to do. */
  readonly words: string;
}

export interface MeetingDeadlines {
  readonly steps: ReadonlyArray<MeetingDeadline>;
  readonly warnings: ReadonlyArray<DeadlineWarning>;
}

type DeadlineRules = Pick<Body, 'nation' | 'circulationDays' | 'clearanceDays' | 'closures'>;
type PaperState = Pick<Paper, 'status'>;

/** The working days partners ought to have for comment before the Chair has the papers. */
const leastForComment = 1;

/** `papers` are those of the meeting: a step is done once all of them have come so far. */
export function deadlinesOf(
  date: CivilDate,
  body: DeadlineRules,
  today: CivilDate,
  papers: ReadonlyArray<PaperState>,
): MeetingDeadlines {
  const closures = body.closures.map((closure) => closure.day);
  const warnings: DeadlineWarning[] = [];
  const found: Omit<MeetingDeadline, 'state'>[] = [];
  const rule = { nation: body.nation, closures };

  const circulation = deadlineOf(date, {
    ...rule,
    n: body.circulationDays,
    unit: 'calendar',
    clear: false,
    roll: 'none',
  });
  const clearance = deadlineOf(date, { ...rule, n: body.clearanceDays, unit: 'working', clear: true, roll: 'back' });
  if (body.circulationDays > 0) {
    found.push({
      id: 'circulation',
      label: 'Papers to partners',
      date: circulation.ok ? circulation.value.lastDay : null,
      counted: `${count(body.circulationDays, 'day')} before`,
    });
    if (!circulation.ok) warnings.push(notKnown(circulation.refusal));
  }
  if (body.clearanceDays > 0) {
    found.push({
      id: 'clearance',
      label: 'Papers to the Chair',
      date: clearance.ok ? clearance.value.lastDay : null,
      counted: `${count(body.clearanceDays, 'clear working day')} before`,
    });
    if (!clearance.ok) warnings.push(notKnown(clearance.refusal));
  }
  found.push({ id: 'meeting', label: 'Meeting', date, counted: '' });

  if (found.length === 3 && circulation.ok && clearance.ok) {
    const calendar = workingCalendar(body.nation, closures);
    const window = commentWindow(circulation.value.lastDay, clearance.value.lastDay, leastForComment, calendar);
    if (window.ok && window.value.state !== 'enough') {
      warnings.push({ type: 'TimeForComment', words: window.value.sentence });
    }
  }
  // Where the Chair's day comes before the partners', the strip shows them as they fall.
  found.sort((a, b) => (a.date === null || b.date === null ? 0 : a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { steps: withStates(found, date, today, papers), warnings };
}

function notKnown(missing: MissingHolidays): DeadlineWarning {
  return { type: 'NotKnown', words: missingHolidaysInWords(missing) };
}

function withStates(
  found: ReadonlyArray<Omit<MeetingDeadline, 'state'>>,
  meeting: CivilDate,
  today: CivilDate,
  papers: ReadonlyArray<PaperState>,
): ReadonlyArray<MeetingDeadline> {
  let isNextFound = false;
  return found.map((step) => {
    if (meeting < today || isComplete(step.id, papers)) return { ...step, state: 'done' };
    if (step.date !== null && step.date < today) return { ...step, state: 'late' };
    if (isNextFound || step.date === null) return { ...step, state: 'coming' };
    isNextFound = true;
    return { ...step, state: 'now' };
  });
}

function isComplete(id: DeadlineId, papers: ReadonlyArray<PaperState>): boolean {
  if (id === 'meeting' || papers.length === 0) return false;
  return papers.every(({ status }) => (id === 'circulation' ? status !== 'draft' : isCleared(status)));
}

function isCleared(status: Paper['status']): boolean {
  return status === 'cleared' || status === 'issued';
}

/** How many of the papers are past drafting. */
export function papersReady(papers: ReadonlyArray<PaperState>): number {
  return papers.filter(({ status }) => status !== 'draft').length;
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
