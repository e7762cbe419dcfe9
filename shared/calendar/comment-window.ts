/**
 * The time partners have for comment between two deadlines: papers circulated to them, and papers in the Chair's hands.
 *
 * Two rules that each look harmless can cross. With 14 days for partners and 7 clear working days for the Chair, the
 * Chair's day falls before the circulation around the New Year, and on the same day around Easter.
 */
import { addDays, daysBetween, inWords, isBefore, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { howMany } from './days-in-words.ts';
import { isWorkingDay, workingDayOnOrBefore, type MissingHolidays, type WorkingCalendar } from './working-days.ts';

export interface CommentWindow {
  /** `inverted`: the Chair's day comes first. `none`: both fall on one day. `short`: fewer working days than advised. */
  readonly state: 'enough' | 'short' | 'none' | 'inverted';
  /** Calendar days from circulation to the Chair's day; negative when inverted. */
  readonly days: number;
  /** Working days after the day of circulation, up to the Chair's day and with it; 0 when there are none. */
  readonly workingDays: number;
  /** The latest day of circulation that leaves partners the days advised; `null` when they have them already. */
  readonly circulateBy: CivilDate | null;
  /** All of this in words for the officer. */
  readonly sentence: string;
}

/**
 * Checks the order of the two deadlines and the time between them against the body's advice, in working days (at least
 * 1). Where it falls short an earlier circulation is proposed, for the Chair's day is not the officer's to move.
 */
export function commentWindow(
  circulation: CivilDate,
  chair: CivilDate,
  advisedWorkingDays: number,
  calendar: WorkingCalendar,
): Result<CommentWindow, MissingHolidays> {
  const counted = workingDaysAfter(circulation, chair, calendar);
  if (!counted.ok) return counted;
  const days = daysBetween(circulation, chair);
  const workingDays = counted.value;
  const advised = Math.max(1, advisedWorkingDays);
  if (workingDays >= advised) {
    const sentence = `Partners have ${timeFor(days, workingDays)} to comment before the Chair has the papers.`;
    return ok({ state: 'enough', days, workingDays, circulateBy: null, sentence });
  }
  const earlier = circulationLeaving(advised, chair, calendar);
  if (!earlier.ok) return earlier;
  const circulateBy = earlier.value;
  const state = days < 0 ? 'inverted' : days === 0 ? 'none' : 'short';
  const sentence =
    `${complaint(circulation, chair, days, workingDays)} ` +
    `Send them to partners by ${inWords(circulateBy)} to leave ${howMany(advised, 'working day')} for comment.`;
  return ok({ state, days, workingDays, circulateBy, sentence });
}

function complaint(circulation: CivilDate, chair: CivilDate, days: number, workingDays: number): string {
  if (days < 0) {
    return (
      `The dates are the wrong way round: the Chair must have the papers by ${inWords(chair)}, ` +
      `${howMany(-days, 'day')} before they go to partners on ${inWords(circulation)}.`
    );
  }
  if (days === 0) {
    return `The papers go to partners and to the Chair on the same day, ${inWords(chair)}: there is no time for comment.`;
  }
  return `Partners have only ${timeFor(days, workingDays)} to comment before the Chair must have the papers.`;
}

function timeFor(days: number, workingDays: number): string {
  if (days === workingDays) return howMany(workingDays, 'working day');
  return workingDays === 0
    ? `${howMany(days, 'day')}, none of them a working day,`
    : `${howMany(days, 'day')}, of them ${howMany(workingDays, 'working day')},`;
}

function workingDaysAfter(
  circulation: CivilDate,
  chair: CivilDate,
  calendar: WorkingCalendar,
): Result<number, MissingHolidays> {
  let count = 0;
  for (let day = chair; isBefore(circulation, day); day = addDays(day, -1)) {
    const working = isWorkingDay(day, calendar);
    if (!working.ok) return working;
    if (working.value) count += 1;
  }
  return ok(count);
}

/** The last working day that has `count` working days after it, the last of them on or before the Chair's day. */
function circulationLeaving(
  count: number,
  chair: CivilDate,
  calendar: WorkingCalendar,
): Result<CivilDate, MissingHolidays> {
  let found = workingDayOnOrBefore(chair, calendar);
  for (let left = count; left > 0 && found.ok; left -= 1) {
    found = workingDayOnOrBefore(addDays(found.value, -1), calendar);
  }
  return found;
}
