/** Refusals, dates and times of meetings in the officer's words. */
import type { ItemValuesRefusal, MoveRefusal } from '#shared/domain/meetings/agenda-item.commands.ts';
import type { DeadlineState, DeadlineWarning, MeetingDeadline } from '#shared/domain/meetings/meeting-deadlines.ts';
import type { MeetingRefusal } from '#shared/domain/meetings/meeting.commands.ts';
import type { Meeting, MeetingState, MeetingType } from '#shared/domain/meetings/meeting.ts';
import { daysBetween, inShortWords, weekdayOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { inWords as timeInWords, type ClockTime } from '#shared/kernel/clock-time.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { StorageFull } from '#renderer/data/run.ts';
import type { DeadlineStep } from '#renderer/ui/deadline-strip.tsx';
import type { Tone } from '#renderer/ui/tone.ts';

export const storageFullWords =
  'There is no room left on this laptop, so this was not saved. What was saved before is safe. Make room and try again.';

export type MeetingField = 'body' | 'date' | 'start' | 'end' | 'place' | 'dayReason' | 'note';

/** A refusal, beside the field it speaks of. */
export interface MeetingProblem {
  readonly field: MeetingField;
  readonly text: string;
}

export function meetingProblemOf(refusal: MeetingRefusal | StorageFull): MeetingProblem {
  switch (refusal.type) {
    case 'NoBody':
      return { field: 'body', text: 'Choose the body that meets.' };
    case 'NoDate':
      return { field: 'date', text: 'Enter the date of the meeting, such as 10 December 2026.' };
    case 'NoStartTime':
      return { field: 'start', text: 'Enter the start time too, or leave the end time empty.' };
    case 'EndNotAfterStart':
      return { field: 'end', text: 'The end time must be after the start time.' };
    case 'DayNeedsReason':
      return { field: 'dayReason', text: `${refusal.words} Say why the meeting is on this day, or choose another.` };
    case 'TooLong':
      return { field: refusal.field, text: `Write at most ${refusal.most} characters here.` };
    case 'StorageFull':
      return { field: 'body', text: storageFullWords };
    default:
      return unreachable(refusal);
  }
}

export type ItemField = 'title' | 'lead' | 'minutes' | 'note' | 'groundReason';

export interface ItemProblem {
  readonly field: ItemField;
  readonly text: string;
}

export function itemProblemOf(refusal: ItemValuesRefusal | StorageFull): ItemProblem {
  switch (refusal.type) {
    case 'NoTitle':
      return { field: 'title', text: 'An item needs a title. The one it had is kept until you write another.' };
    case 'TooLong':
      return { field: refusal.field, text: `Write at most ${refusal.most} characters here.` };
    case 'MinutesOutOfRange':
      return { field: 'minutes', text: `Enter whole minutes from 0 to ${refusal.most}.` };
    case 'StorageFull':
      return { field: 'title', text: storageFullWords };
    default:
      return unreachable(refusal);
  }
}

export function moveRefusalInWords(refusal: MoveRefusal | StorageFull): string {
  switch (refusal.type) {
    case 'NotOnAgenda':
      return 'This item is no longer on the agenda.';
    case 'UnderItself':
      return 'An item cannot go under itself or one of its own sub-items.';
    case 'TooDeep':
      return `Items stand at most ${refusal.most} levels deep, so it cannot go there.`;
    case 'AlreadyFirst':
      return 'It is already first.';
    case 'AlreadyLast':
      return 'It is already last.';
    case 'NothingAbove':
      return 'There is no item above it to go under.';
    case 'AlreadyAtTop':
      return 'It is not a sub-item.';
    case 'StorageFull':
      return storageFullWords;
    default:
      return unreachable(refusal);
  }
}

/** `10am to 12:30pm`, `10am`; empty when no time is known. */
export function timesInWords(start: ClockTime | null, end: ClockTime | null): string {
  if (start === null) return '';
  return end === null ? timeInWords(start) : `${timeInWords(start)} to ${timeInWords(end)}`;
}

/** `Thursday, 10am to 12:30pm` */
export function whenInWords({ date, start, end }: Pick<Meeting, 'date' | 'start' | 'end'>): string {
  const times = timesInWords(start, end);
  return [...(date === null ? [] : [weekdayOf(date)]), ...(times === '' ? [] : [times])].join(', ');
}

export function meetingTypeInWords(type: MeetingType): string {
  switch (type) {
    case 'ordinary':
      return 'Ordinary';
    case 'special':
      return 'Special';
    case 'urgent':
      return 'Urgent';
    default:
      return unreachable(type);
  }
}

export function meetingStateInWords(state: MeetingState): { readonly word: string; readonly tone: Tone } {
  switch (state) {
    case 'planned':
      return { word: 'Planned', tone: 'blue' };
    case 'held':
      return { word: 'Held', tone: 'green' };
    case 'cancelled':
      return { word: 'Cancelled', tone: 'red' };
    default:
      return unreachable(state);
  }
}

export function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** What stands behind a deadline's day: how long there is left, by how much it is late, or how it was counted. */
function deadlineNote(state: DeadlineState, date: CivilDate, today: CivilDate, counted: string): string | undefined {
  const days = daysBetween(today, date);
  if (state === 'now') return days === 0 ? 'today' : `${daysInWords(days)} left`;
  if (state === 'late') return `${daysInWords(-days)} late`;
  return counted === '' ? undefined : counted;
}

export function deadlineWarningTitle(type: DeadlineWarning['type']): string {
  switch (type) {
    case 'TimeForComment':
      return 'Partners have no time to comment';
    case 'NotKnown':
      return 'A deadline is not known yet';
    default:
      return unreachable(type);
  }
}

export function deadlineStep({ id, label, date, state, counted }: MeetingDeadline, today: CivilDate): DeadlineStep {
  if (date === null) return { id, label, date: 'not known yet', state };
  return { id, label, date: inShortWords(date), note: deadlineNote(state, date, today, counted), state };
}
