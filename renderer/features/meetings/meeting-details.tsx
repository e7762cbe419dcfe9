import { useMemo, useState, type ReactElement } from 'react';
import type { Body } from '#shared/domain/bodies/body.ts';
import { changeMeeting, dayNeedsReason, type MeetingValues } from '#shared/domain/meetings/meeting.commands.ts';
import { meetingTypes } from '#shared/domain/meetings/meeting.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { MeetingStatePanel } from './meeting-state-panel.tsx';
import { meetingProblemOf, meetingTypeInWords, type MeetingField, type MeetingProblem } from './meeting-words.ts';
import { readBodies, type OpenMeeting } from './meetings.queries.ts';

export interface MeetingDetailsProps {
  readonly open: OpenMeeting;
}

const typeOptions = meetingTypes.map((type) => ({ value: type, label: meetingTypeInWords(type) }));

/** Everything about a meeting but its agenda, each field saving itself. */
export function MeetingDetails({ open }: MeetingDetailsProps): ReactElement {
  const { meeting, body } = open;
  const session = useSession();
  const bodies = useLive(readBodies, []);
  const [problem, setProblem] = useState<MeetingProblem | null>(null);

  async function keep(values: Partial<Omit<MeetingValues, 'body'>>, ofBody: Body | null = body): Promise<void> {
    const result = await run(session, changeMeeting, { meeting, body: ofBody, values });
    setProblem(result.ok ? null : meetingProblemOf(result.refusal));
  }

  // Date, times and the reason for the day are weighed together: one that will not do waits for the others.
  const { date, start, end, dayReason } = meeting;
  const keptWhen = useMemo(() => ({ date, start, end, dayReason }), [date, start, end, dayReason]);
  const when = useDraft(keptWhen, (values) => void keep(values));
  const place = useDraft(meeting.place, (text) => void keep({ place: text }));
  const note = useDraft(meeting.note, (text) => void keep({ note: text }));
  const against = when.value.date === null || body === null ? null : dayNeedsReason(when.value.date, body);

  const errorAt = (field: MeetingField): string | undefined => (problem?.field === field ? problem.text : undefined);
  return (
    <PageBody layout="reading">
      <Panel title="When and where">
        <Select
          label="Body"
          value={meeting.bodyId}
          placeholder={body === null ? `${meeting.bodyName || 'A body'} (removed)` : undefined}
          options={(bodies ?? (body === null ? [] : [body])).map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt('body')}
          onChange={(id) => {
            const other = bodies?.find((each) => each.id === id);
            if (other !== undefined) void keep({}, other);
          }}
        />
        <Select
          label="Kind of meeting"
          width="m"
          value={meeting.type}
          options={typeOptions}
          onChange={(value) => {
            const type = meetingTypes.find((each) => each === value);
            if (type !== undefined) void keep({ type });
          }}
        />
        <DateField
          label="Meeting date"
          value={when.value.date}
          today={session.today}
          error={errorAt('date')}
          onChange={(day) => when.change({ ...when.value, date: day })}
          onCommit={when.flush}
        />
        {against !== null && (
          <>
            <Banner tone="warning" title={against} />
            <TextField
              label="Reason for the day"
              value={when.value.dayReason}
              error={errorAt('dayReason')}
              onChange={(reason) => when.change({ ...when.value, dayReason: reason })}
              onCommit={when.flush}
            />
          </>
        )}
        <FormRow>
          <TimeField
            label="Start time"
            value={when.value.start}
            error={errorAt('start')}
            onChange={(time) => when.change({ ...when.value, start: time })}
            onCommit={when.flush}
          />
          <TimeField
            label="End time"
            value={when.value.end}
            error={errorAt('end')}
            onChange={(time) => when.change({ ...when.value, end: time })}
            onCommit={when.flush}
          />
        </FormRow>
        <TextField
          label="Place"
          value={place.value}
          error={errorAt('place')}
          onChange={place.change}
          onCommit={place.flush}
        />
        <TextArea
          label="Note"
          hint="For you and your colleagues; not printed"
          value={note.value}
          error={errorAt('note')}
          onChange={note.change}
          onCommit={note.flush}
        />
      </Panel>
      <MeetingStatePanel open={open} />
    </PageBody>
  );
}
