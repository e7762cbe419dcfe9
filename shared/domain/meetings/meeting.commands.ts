/** What an officer does to a meeting: planned, changed, cancelled, removed. */
import { meetingDayWarnings } from '#shared/calendar/meeting-day.ts';
import type { Command, Context } from '#shared/changes/command.ts';
import { create, draft, remove, set, type Change } from '#shared/changes/draft.ts';
import { freshKeys } from '#shared/changes/position.ts';
import type { Body } from '#shared/domain/bodies/body.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { ClockTime } from '#shared/kernel/clock-time.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { agendaOf } from './agenda.ts';
import { agendaItemKind, type AgendaItem } from './agenda-item.ts';
import { meetingKind, type Meeting, type MeetingState, type MeetingType } from './meeting.ts';

/** What the officer enters about a meeting. */
export interface MeetingValues {
  readonly body: Body | null;
  readonly date: CivilDate | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string;
  readonly type: MeetingType;
  /** Why it is on a weekend or a bank holiday; asked for only then. */
  readonly dayReason: string;
  readonly note: string;
}

/** The most characters each may have. */
export const meetingLimits = { place: 300, dayReason: 1000, note: 4000 } as const;

export type MeetingRefusal =
  | { readonly type: 'NoBody' }
  | { readonly type: 'NoDate' }
  | { readonly type: 'NoStartTime' }
  | { readonly type: 'EndNotAfterStart' }
  /** The day is a weekend or a bank holiday, as `words` say; it is allowed once a reason is given. */
  | { readonly type: 'DayNeedsReason'; readonly words: string }
  | { readonly type: 'TooLong'; readonly field: keyof typeof meetingLimits; readonly most: number };

/** What makes a day one that needs a reason, in words; `null` when it needs none. */
export function dayNeedsReason(date: CivilDate, body: Pick<Body, 'nation' | 'closures'>): string | null {
  const against = meetingDayWarnings(
    date,
    body.nation,
    body.closures.map((closure) => closure.day),
  ).filter(({ type }) => type === 'Weekend' || type === 'BankHoliday');
  return against.length === 0 ? null : against.map(({ words }) => words).join(' ');
}

function refusalOf(values: MeetingValues): MeetingRefusal | null {
  const { body, date, start, end, dayReason } = values;
  if (body === null) return { type: 'NoBody' };
  if (date === null) return { type: 'NoDate' };
  if (end !== null && start === null) return { type: 'NoStartTime' };
  if (end !== null && start !== null && end <= start) return { type: 'EndNotAfterStart' };
  const against = dayNeedsReason(date, body);
  if (against !== null && dayReason.trim() === '') return { type: 'DayNeedsReason', words: against };
  for (const field of ['place', 'dayReason', 'note'] as const) {
    const most = meetingLimits[field];
    if (values[field].length > most) return { type: 'TooLong', field, most };
  }
  return null;
}

/** A reason is kept only for a day that needs one, or it would be read as speaking of another day. */
function reasonKept(date: CivilDate | null, body: Body | null, dayReason: string): string {
  return date !== null && body !== null && dayNeedsReason(date, body) !== null ? dayReason.trim() : '';
}

/** What a new meeting's agenda begins from. */
export type StartingAgenda =
  | { readonly type: 'empty' }
  /** The standing items of the body. */
  | { readonly type: 'standing' }
  /** The agenda of an earlier meeting, without its papers. */
  | { readonly type: 'copy'; readonly of: Meeting; readonly items: ReadonlyArray<AgendaItem> };

export interface PlanMeeting extends MeetingValues {
  readonly id: string;
  readonly agenda: StartingAgenda;
}

export const planMeeting: Command<PlanMeeting, MeetingRefusal> = ({ id, agenda, body, ...values }, context) => {
  const refusal = refusalOf({ ...values, body });
  if (refusal !== null) return { ok: false, refusal };
  if (body === null) return refuse({ type: 'NoBody' });
  const { date, start, end, type, place, note } = values;
  const on = date === null ? '' : `, ${withYear(date)}`;
  return ok(
    draft(`Planned ${body.name}${on}`, '', [
      create(meetingKind, id, {
        bodyId: body.id,
        bodyName: body.name,
        date,
        start,
        end,
        type,
        note: note.trim(),
        place: place.trim(),
        dayReason: reasonKept(date, body, values.dayReason),
      }),
      ...startingItems(agenda, id, body, context),
    ]),
  );
};

function startingItems(
  agenda: StartingAgenda,
  meetingId: string,
  body: Body,
  context: Context,
): ReadonlyArray<ReadonlyArray<Change>> {
  switch (agenda.type) {
    case 'empty':
      return [];
    case 'standing': {
      const keys = freshKeys(body.standingItems.length);
      return body.standingItems.map(({ title, minutes, lead }, index) =>
        create(agendaItemKind, context.newId(), {
          meetingId,
          title,
          lead,
          purpose: 'noting',
          minutes: minutes === 0 ? null : minutes,
          place: { under: null, key: keys[index] ?? '' },
        }),
      );
    }
    case 'copy':
      return copiedItems(agenda.of, agenda.items, meetingId, context);
    default:
      return unreachable(agenda);
  }
}

/** Items as they stood on an earlier agenda, each under the copy of the item it was shown under. */
function copiedItems(
  of: Meeting,
  items: ReadonlyArray<AgendaItem>,
  meetingId: string,
  context: Context,
): ReadonlyArray<ReadonlyArray<Change>> {
  const { lines } = agendaOf(items);
  const copies = new Map(lines.map(({ item }) => [item.id, context.newId()]));
  const keys = freshKeys(lines.length);
  return lines.map(({ item, under }, index) =>
    create(agendaItemKind, copies.get(item.id) ?? '', {
      meetingId,
      title: withMinutesOf(item.title, of),
      purpose: item.purpose,
      lead: item.lead,
      minutes: item.minutes,
      // The ground is likely the same; the reason must be weighed anew each time, so it is not carried over.
      isRestricted: item.isRestricted,
      ground: item.ground,
      place: { under: under === null ? null : (copies.get(under) ?? null), key: keys[index] ?? '' },
    }),
  );
}

const minutesOfADay =
  /\b(minutes of (?:the )?(?:last |previous )?(?:meeting )?(?:of |on |held on )?)\d{1,2} [a-z]+ \d{4}\b/i;

/** `Minutes of 10 September 2026` speaks of the meeting before; on the next agenda it must speak of this one. */
function withMinutesOf(title: string, { date }: Meeting): string {
  return date === null ? title : title.replace(minutesOfADay, `$1${withYear(date)}`);
}

export interface ChangeMeeting {
  readonly meeting: Meeting;
  /** The body it is a meeting of after the change. */
  readonly body: Body | null;
  readonly values: Partial<Omit<MeetingValues, 'body'>>;
}

export const changeMeeting: Command<ChangeMeeting, MeetingRefusal> = ({ meeting, body, values }) => {
  const wanted = { ...valuesOf(meeting), ...values, body };
  const refusal = refusalOf(wanted);
  if (refusal !== null) return { ok: false, refusal };
  const dayReason = reasonKept(wanted.date, body, wanted.dayReason);
  const changes = {
    ...values,
    ...(values.place === undefined ? {} : { place: values.place.trim() }),
    ...(dayReason === meeting.dayReason ? {} : { dayReason }),
    ...(body === null || body.id === meeting.bodyId ? {} : { bodyId: body.id, bodyName: body.name }),
  };
  return ok(draft(`Changed ${meetingInWords(meeting)}`, '', [set(meetingKind, meeting, changes)]));
};

function valuesOf({ date, start, end, place, type, dayReason, note }: Meeting): Omit<MeetingValues, 'body'> {
  return { date, start, end, place, type, dayReason, note };
}

/** `Partnership Board, 10 December 2026` */
export function meetingInWords({ bodyName, date }: Pick<Meeting, 'bodyName' | 'date'>): string {
  const name = bodyName === '' ? 'Meeting' : bodyName;
  return date === null ? name : `${name}, ${withYear(date)}`;
}

export interface ChangeState {
  readonly meeting: Meeting;
  readonly state: MeetingState;
  /** Why, for History; may be empty. */
  readonly reason: string;
}

/** Cancels a meeting, marks it as held, or plans it again. Agenda and papers stay as they are. */
export const changeMeetingState: Command<ChangeState> = ({ meeting, state, reason }) =>
  ok(draft(stateLabel(state, meetingInWords(meeting)), reason.trim(), [set(meetingKind, meeting, { state })]));

function stateLabel(state: MeetingState, name: string): string {
  switch (state) {
    case 'planned':
      return `Put ${name} back on`;
    case 'held':
      return `Marked ${name} as held`;
    case 'cancelled':
      return `Cancelled ${name}`;
    default:
      return unreachable(state);
  }
}

export interface RemoveMeeting {
  readonly meeting: Meeting;
  /** The items the officer saw go with it. */
  readonly items: ReadonlyArray<AgendaItem>;
  /** Its papers: they are kept, without a meeting. */
  readonly papers: ReadonlyArray<Paper>;
}

export const removeMeeting: Command<RemoveMeeting> = ({ meeting, items, papers }) =>
  ok(
    draft(`Removed ${meetingInWords(meeting)}`, '', [
      remove(meetingKind, meeting.id),
      ...items.map((item) => remove(agendaItemKind, item.id)),
      ...papers.map((paper) => set(paperKind, paper, { meetingId: null, itemId: null })),
    ]),
  );
