import { useState, type ReactElement, type ReactNode } from 'react';
import { changeAssessment } from '#shared/domain/annual-assessments/annual-assessment.commands.ts';
import { startReview } from '#shared/domain/risk-reviews/review.commands.ts';
import { reviewLabel } from '#shared/domain/risk-reviews/review-dates.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { AssessmentRead } from './annual.queries.ts';
import { SavingArea } from './saving-area.tsx';

export interface ConclusionsPanelProps {
  readonly open: OpenRegister;
  readonly read: AssessmentRead;
  readonly adding: (open: OpenRegister, onClose: () => void) => ReactNode;
}

/** What the board concludes, the risks that it raises, and the review by which all of it is frozen. */
export function ConclusionsPanel({ open, read, adding }: ConclusionsPanelProps): ReactElement {
  const session = useSession();
  const { assessment } = read;
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (values: Parameters<typeof changeAssessment>[0]['values']): void => {
    void run(session, changeAssessment, { assessment, values });
  };
  const minute = useDraft(assessment.approvedMinute, (approvedMinute) => keep({ approvedMinute }));
  const review = open.reviews.find(({ id }) => id === assessment.reviewId);
  const frozen = open.frozen.find(({ reviewId }) => reviewId === assessment.reviewId);

  async function reviewed(): Promise<void> {
    const id = session.newId();
    const asAt = session.today;
    const result = await run(session, startReview, {
      id,
      register: open.rows.register,
      type: 'annual',
      label: reviewLabel('annual', asAt),
      asAt,
      meetingId: null,
      reviews: open.reviews,
      frozen: open.frozen,
    });
    if (result.ok) {
      setProblem(null);
      keep({ reviewId: id });
      return;
    }
    switch (result.refusal.type) {
      case 'DraftOpen':
        setProblem(`The review ${result.refusal.label} is open. Freeze it, or set it aside, first.`);
        return;
      case 'AsAtNotAfterLast':
      case 'LabelMissing':
      case 'StorageFull':
        setProblem('A review of today cannot be started now. Look at the reviews of this register.');
    }
  }

  return (
    <Panel title="Conclusions">
      <Stack>
        <SavingArea
          label="Conclusions of the board"
          rows={4}
          kept={assessment.conclusions}
          save={(conclusions) => keep({ conclusions })}
        />
        <Row>
          <Button onPress={() => setAdding(true)}>Raise a risk</Button>
          {review === undefined ? (
            <Button onPress={() => void reviewed()}>Start the annual review</Button>
          ) : (
            <LinkButton
              href={hrefTo(frozen === undefined ? pathTo.riskReview(review.id) : pathTo.frozenReview(frozen.id))}
            >
              {frozen === undefined ? `Continue review ${review.label}` : `See ${frozen.label} as it was frozen`}
            </LinkButton>
          )}
        </Row>
        {problem !== null && <p role="alert">{problem}</p>}
        <p className="muted small">
          The annual review goes through every risk like a quarterly one and is frozen the same way, so that what the
          board concluded on can be shown for good.
        </p>
        <TextField
          label="Approved in"
          optional
          hint="The minute by which the board approved it"
          value={minute.value}
          onChange={minute.change}
          onCommit={minute.flush}
        />
      </Stack>
      {isAdding && adding(open, () => setAdding(false))}
    </Panel>
  );
}
