/** The words of the Today page: greeting, figures, times. */
import { papersReady } from '#shared/domain/meetings/meeting-deadlines.ts';
import {
  dayOfMonth,
  daysBetween,
  inShortWords,
  monthInWords,
  weekdayOf,
  withYear,
  type CivilDate,
} from '#shared/kernel/civil-date.ts';
import { inWords as timeInWords, isClockTime } from '#shared/kernel/clock-time.ts';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import type { Stat } from '#renderer/ui/stat-row.tsx';
import type { Due } from './due.ts';
import { quarterEnd } from './quarter.ts';
import type { Ahead } from './today.queries.ts';

/** `Good morning, Helen. 2 things need you today.` `time` is `HH:MM`. */
export function greeting(time: string, name: string, due: ReadonlyArray<Due>, today: CivilDate): string {
  const part = time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening';
  const [first = ''] = name.trim().split(/\s+/);
  const pressing = due.filter(({ date, isLate }) => isLate || date === today).length;
  const needs =
    pressing === 0
      ? 'Nothing needs you today.'
      : `${pressing} ${pressing === 1 ? 'thing needs' : 'things need'} you today.`;
  return `Good ${part}${first === '' ? '' : `, ${first}`}. ${needs}`;
}

/** `today`, `tomorrow`, `3 days`, `2 days ago` */
export function distanceInWords(from: CivilDate, to: CivilDate): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  return days > 0 ? `${days} days` : `${-days} ${days === -1 ? 'day' : 'days'} late`;
}

function dayAndMonth(date: CivilDate): string {
  return `${dayOfMonth(date)} ${monthInWords(date).slice(0, 3)}`;
}

/** The four figures, each true of what is here now. */
export function figuresOf(
  { meetings, thisQuarter }: Ahead,
  due: ReadonlyArray<Due>,
  undecided: number,
  today: CivilDate,
): ReadonlyArray<Stat> {
  const next = meetings[0];
  const deadline = due.find(({ step }) => step !== 'meeting');
  const late = due.filter(({ isLate }) => isLate).length;
  return [
    next === undefined || next.meeting.date === null
      ? { label: 'Papers ready', value: '–', note: 'No meeting is planned' }
      : {
          label: `Papers ready for ${dayAndMonth(next.meeting.date)}`,
          value: next.papers.length === 0 ? 'None yet' : `${papersReady(next.papers)} of ${next.papers.length}`,
          note: next.meeting.bodyName,
          href: hrefTo(pathTo.meeting(next.meeting.id)),
        },
    deadline === undefined
      ? { label: 'Next deadline', value: '–', note: 'No papers are due' }
      : {
          label: 'Next deadline',
          value: distanceInWords(today, deadline.date),
          note: late > 1 ? `${late} are late` : `${stepInWords(deadline)}, ${inShortWords(deadline.date)}`,
          tone: late > 0 ? 'red' : undefined,
          href: hrefTo(pathTo.meeting(deadline.meetingId)),
        },
    {
      label: 'Meetings this quarter',
      value: String(thisQuarter),
      note: `still to come by ${withYear(quarterEnd(today))}`,
      href: hrefTo(pathTo.section('meetings')),
    },
    {
      label: 'To be decided',
      value: String(undecided),
      note: undecided === 0 ? 'Nobody disagrees' : 'Two people wrote different things',
      tone: undecided === 0 ? undefined : 'amber',
      href: undecided === 0 ? undefined : hrefTo(pathTo.section('share')),
    },
  ];
}

function stepInWords({ step }: Due): string {
  return step === 'circulation' ? 'Papers to partners' : 'Papers to the Chair';
}

/** `Paper, edited 4:52pm Friday`. Times in milliseconds since 1970. */
export function editedInWords(label: string, time: number, now: number): string {
  const what = label.charAt(0).toUpperCase() + label.slice(1);
  const day = civilDateOf(time);
  const days = daysBetween(day, civilDateOf(now));
  const clock = clockTimeOf(time);
  const at = isClockTime(clock) ? timeInWords(clock) : clock;
  if (days <= 0) return `${what}, edited ${at} today`;
  if (days === 1) return `${what}, edited ${at} yesterday`;
  return days < 7 ? `${what}, edited ${at} ${weekdayOf(day)}` : `${what}, edited ${withYear(day)}`;
}
