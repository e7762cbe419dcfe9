/** A meeting of a body. Times are Europe/London wall time, as the notice of the meeting states them. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aClockTime, type ClockTime } from '#shared/kernel/clock-time.ts';
import { aText, oneOf, orNull } from '#shared/kernel/decode.ts';

export const meetingTypes = ['ordinary', 'special', 'urgent'] as const;
export type MeetingType = (typeof meetingTypes)[number];

export const meetingStates = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingKind = kind({
  name: 'meeting',
  table: 'meetings',
  label: 'meeting',
  since: 1,
  fields: {
    bodyId: valueField('Body', aText(64), ''),
    /** The body's name and the date, kept together so that a list of meetings reads without looking elsewhere. */
    bodyName: valueField('Body', aText(200), ''),
    date: valueField<CivilDate | null>('Meeting date', orNull(aCivilDate), null),
    start: valueField<ClockTime | null>('Start time', orNull(aClockTime), null),
    end: valueField<ClockTime | null>('End time', orNull(aClockTime), null),
    place: valueField('Place', aText(300), ''),
    type: valueField<MeetingType>('Kind of meeting', oneOf(meetingTypes), 'ordinary'),
    state: valueField<MeetingState>('State', oneOf(meetingStates), 'planned'),
    /** Why the meeting is on a weekend or a bank holiday; wanted only then. */
    dayReason: valueField('Reason for the day', aText(1000), ''),
    note: valueField('Note', aText(4000), ''),
  },
  indexes: ['date', 'bodyId', '[bodyId+date]', '[state+date]'],
  parent: { kind: 'body', field: 'bodyId' },
  titleOf: ({ bodyName, date }) =>
    [bodyName === '' ? 'Meeting' : bodyName, ...(date === null ? [] : [withYear(date)])].join(', '),
});

export type Meeting = RecordOf<typeof meetingKind>;
