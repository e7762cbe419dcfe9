import { useId, useState, type ReactElement } from 'react';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { startReview, type StartRefusal } from '#shared/domain/risk-reviews/review.commands.ts';
import { reviewLabel } from '#shared/domain/risk-reviews/review-dates.ts';
import { reviewTypes } from '#shared/domain/risks/values.ts';
import { reviewTypeWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { noRoomWords, run, type StorageFull } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface StartReviewDialogProps {
  readonly open: OpenRegister;
  readonly onClose: () => void;
}

/** A review in draft: everything is carried forward, and nothing is confirmed beforehand. */
export function StartReviewDialog({ open, onClose }: StartReviewDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const { register } = open.rows;
  const [type, setType] = useState<(typeof reviewTypes)[number]>('quarterly');
  const [asAt, setAsAt] = useState(session.today);
  const [typed, setLabel] = useState<string | null>(null);
  const [meetingId, setMeeting] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const label = typed ?? reviewLabel(type, asAt);
  const meetings =
    useLive(
      async (database) =>
        (await rowsOf(database, meetingKind).where('bodyId').equals(register.bodyId).toArray())
          .filter(({ date }) => date !== null && date >= session.today)
          .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)),
      [register.bodyId, session.today],
    ) ?? [];

  async function started(): Promise<void> {
    const reviewId = session.newId();
    const order = { id: reviewId, register, type, label, asAt, meetingId: meetingId === '' ? null : meetingId };
    const result = await run(session, startReview, { ...order, reviews: open.reviews, frozen: open.frozen });
    if (result.ok) {
      onClose();
      goTo(pathTo.riskReview(reviewId));
      return;
    }
    setProblem(startRefusalInWords(result.refusal));
    setAttempt(attempt + 1);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Start a review"
      onSubmit={() => void started()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Start review
          </Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} problems={problem === null ? [] : [{ fieldId: `${id}-day`, text: problem }]} />
      <Select
        label="Kind of review"
        value={type}
        options={reviewTypes.map((value) => ({ value, label: reviewTypeWords[value] }))}
        onChange={(value) => setType(reviewTypes.find((one) => one === value) ?? 'quarterly')}
      />
      <DateField
        id={`${id}-day`}
        label="As at"
        hint="Everything in the review is told for this day: what is overdue, what was done"
        today={session.today}
        value={asAt}
        error={problem ?? undefined}
        onChange={(day) => setAsAt(day ?? session.today)}
      />
      <TextField label="Name" value={label} onChange={setLabel} />
      {meetings.length > 0 && (
        <Select
          label="For the meeting"
          optional
          placeholder="None yet"
          value={meetingId}
          options={meetings.map((meeting) => ({
            value: meeting.id,
            label: `${meeting.bodyName}, ${meeting.date === null ? '' : withYear(meeting.date)}`,
          }))}
          onChange={setMeeting}
        />
      )}
    </Dialog>
  );
}

export function startRefusalInWords(refusal: StartRefusal | StorageFull): string {
  switch (refusal.type) {
    case 'DraftOpen':
      return `The review ${refusal.label} is open. Go on with it, or set it aside first.`;
    case 'LabelMissing':
      return 'Give the review a name.';
    case 'AsAtNotAfterLast':
      return `A review lies after the last frozen one. Choose a day after ${withYear(refusal.last)}, or correct that review.`;
    case 'StorageFull':
      return noRoomWords;
    default:
      return unreachable(refusal);
  }
}
