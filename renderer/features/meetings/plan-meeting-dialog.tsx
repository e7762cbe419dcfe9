import { useId, useState, type ReactElement } from 'react';
import type { Body } from '#shared/domain/bodies/body.ts';
import { deadlinesOf } from '#shared/domain/meetings/meeting-deadlines.ts';
import { dayNeedsReason, planMeeting, type StartingAgenda } from '#shared/domain/meetings/meeting.commands.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import type { ClockTime } from '#shared/kernel/clock-time.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { meetingProblemOf, type MeetingField, type MeetingProblem } from './meeting-words.ts';
import { readBeforePlanning, type BeforePlanning } from './meetings.queries.ts';
import { PlannedDates } from './planned-dates.tsx';

export interface PlanMeetingDialogProps {
  readonly bodies: ReadonlyArray<Body>;
  /** The body already chosen on the page, if any. */
  readonly bodyId: string | null;
  readonly onClose: () => void;
}

type AgendaChoice = StartingAgenda['type'];

/** What the officer has entered; `undefined` where a suggestion still stands. */
interface Entered {
  readonly bodyId: string;
  readonly date: CivilDate | null;
  readonly start?: ClockTime | null;
  readonly end?: ClockTime | null;
  readonly place?: string;
  readonly dayReason: string;
  readonly agenda?: AgendaChoice;
}

type Faults = Partial<Record<MeetingField, string>>;

const nothingBefore: BeforePlanning = { last: null, lastItems: [], sameDay: [] };

function itemsInWords(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

export function PlanMeetingDialog({ bodies, bodyId, onClose }: PlanMeetingDialogProps): ReactElement {
  const session = useSession();
  const formId = useId();
  const onlyBody = bodies.length === 1 ? (bodies[0]?.id ?? '') : '';
  const [entered, setEntered] = useState<Entered>({ bodyId: bodyId ?? onlyBody, date: null, dayReason: '' });
  const [faults, setFaults] = useState<Faults>({});
  const [refused, setRefused] = useState<ReadonlyArray<MeetingProblem>>([]);
  const [attempt, setAttempt] = useState(0);
  const [isSaving, setSaving] = useState(false);

  const body = bodies.find((each) => each.id === entered.bodyId) ?? null;
  const { date } = entered;
  const before =
    useLive(
      async (database) => (entered.bodyId === '' ? nothingBefore : readBeforePlanning(database, entered.bodyId, date)),
      [entered.bodyId, date],
    ) ?? nothingBefore;

  const start = entered.start === undefined ? (before.last?.start ?? null) : entered.start;
  const end = entered.end === undefined ? (before.last?.end ?? null) : entered.end;
  const place = entered.place ?? body?.usualPlace ?? '';
  const choices = agendaChoices(body, before);
  const agenda = choices.find((choice) => choice.value === entered.agenda)?.value ?? choices[0]?.value ?? 'empty';
  const against = date === null || body === null ? null : dayNeedsReason(date, body);

  function entry(values: Partial<Entered>): void {
    setEntered((known) => ({ ...known, ...values }));
    setRefused([]);
  }

  function faultFound(field: MeetingField): (words: string | null) => void {
    return (words) =>
      setFaults(({ [field]: _before, ...others }) => (words === null ? others : { ...others, [field]: words }));
  }

  function errorAt(field: MeetingField): string | undefined {
    return refused.find((problem) => problem.field === field)?.text;
  }

  async function planned(): Promise<void> {
    if (isSaving) return;
    const asTyped = Object.entries(faults).map(([field, text]) => ({ field: field as MeetingField, text }));
    if (asTyped.length > 0) {
      setRefused(asTyped);
      setAttempt(attempt + 1);
      return;
    }
    const id = session.newId();
    setSaving(true);
    const result = await run(session, planMeeting, {
      id,
      body,
      date,
      start,
      end,
      place,
      type: 'ordinary',
      dayReason: entered.dayReason,
      note: '',
      agenda: startingAgenda(agenda, before),
    }).finally(() => setSaving(false));
    if (result.ok) {
      onClose();
      goTo(pathTo.meeting(id));
      return;
    }
    setRefused([meetingProblemOf(result.refusal)]);
    setAttempt(attempt + 1);
  }

  if (bodies.length === 0) {
    return (
      <Dialog
        open
        onClose={onClose}
        title="Plan a meeting"
        size="s"
        footer={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <LinkButton kind="primary" href={hrefTo(pathTo.section('partners'))}>
              Go to partners and bodies
            </LinkButton>
          </>
        }
      >
        <p>A meeting is a meeting of a body, such as a board. Add the body first, then plan its meeting.</p>
      </Dialog>
    );
  }

  const fieldId = (field: MeetingField): string => `${formId}-${field}`;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Plan a meeting"
      onSubmit={() => void planned()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Plan this meeting
          </Button>
        </>
      }
    >
      <ErrorSummary
        attempt={attempt}
        problems={refused.map(({ field, text }) => ({ fieldId: fieldId(field), text }))}
      />
      <Select
        label="Body"
        id={fieldId('body')}
        value={entered.bodyId}
        placeholder="Choose a body"
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorAt('body')}
        autoFocus={entered.bodyId === ''}
        onChange={(id) => entry({ bodyId: id })}
      />
      <DateField
        label="Meeting date"
        id={fieldId('date')}
        hint="Such as 10/12/26 or next Thu"
        value={date}
        today={session.today}
        error={errorAt('date')}
        autoFocus={entered.bodyId !== ''}
        onChange={(day) => entry({ date: day })}
        onFault={faultFound('date')}
      />
      {against !== null && (
        <>
          <Banner tone="warning" title={against} announce />
          <TextField
            label="Reason for the day"
            id={fieldId('dayReason')}
            hint="Kept with the meeting, for those who ask later"
            value={entered.dayReason}
            error={errorAt('dayReason')}
            onChange={(dayReason) => entry({ dayReason })}
          />
        </>
      )}
      {before.sameDay.length > 0 && date !== null && (
        <Banner tone="warning" title={`${body?.name ?? ''} has a meeting on ${withYear(date)} already.`} announce>
          You can plan another on the same day.
        </Banner>
      )}
      {date !== null && body !== null && <PlannedDates deadlines={deadlinesOf(date, body, session.today, [])} />}
      <FormRow>
        <TimeField
          label="Start time"
          id={fieldId('start')}
          value={start}
          error={errorAt('start')}
          onChange={(time) => entry({ start: time })}
          onFault={faultFound('start')}
        />
        <TimeField
          label="End time"
          id={fieldId('end')}
          value={end}
          error={errorAt('end')}
          onChange={(time) => entry({ end: time })}
          onFault={faultFound('end')}
        />
      </FormRow>
      <TextField
        label="Place"
        id={fieldId('place')}
        value={place}
        error={errorAt('place')}
        onChange={(text) => entry({ place: text })}
      />
      <RadioGroup
        label="Start the agenda from"
        value={agenda}
        options={choices}
        onChange={(value) => {
          const chosen = choices.find((choice) => choice.value === value);
          if (chosen !== undefined) entry({ agenda: chosen.value });
        }}
      />
    </Dialog>
  );
}

/** What there is to begin from, the likeliest first. */
function agendaChoices(
  body: Body | null,
  { last, lastItems }: BeforePlanning,
): ReadonlyArray<{ readonly value: AgendaChoice; readonly label: string; readonly hint?: string }> {
  const standing = body?.standingItems ?? [];
  return [
    ...(standing.length === 0
      ? []
      : [
          { value: 'standing' as const, label: 'Standing items', hint: `${itemsInWords(standing.length)} of the body` },
        ]),
    ...(last === null || lastItems.length === 0
      ? []
      : [
          {
            value: 'copy' as const,
            label: 'Last meeting',
            hint: `${itemsInWords(lastItems.length)}${last.date === null ? '' : ` of ${withYear(last.date)}`}, without the papers`,
          },
        ]),
    { value: 'empty' as const, label: 'Empty agenda' },
  ];
}

function startingAgenda(choice: AgendaChoice, { last, lastItems }: BeforePlanning): StartingAgenda {
  if (choice === 'copy' && last !== null) return { type: 'copy', of: last, items: lastItems };
  return { type: choice === 'standing' ? 'standing' : 'empty' };
}
