import { useEffect, useEffectEvent, useId, useState, type ReactElement } from 'react';
import { movementOf } from '#shared/domain/rating/position.ts';
import { cellCode, cellName, isNoWorse, type Cell } from '#shared/domain/rating/scheme.ts';
import { confirmLine } from '#shared/domain/risk-reviews/review.commands.ts';
import type { SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { rateRisk } from '#shared/domain/risks/rate.commands.ts';
import type { LineDecision } from '#shared/domain/risks/values.ts';
import { decisionWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RatingGrid } from '#renderer/ui/rating-grid.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import type { ReviewedRiskProps } from './session-parts.ts';
import { rateRefusalInWords } from './session-words.ts';

type Choice = 'same' | 'better' | 'worse' | 'close' | 'merge' | 'escalate' | 'tolerate';

const choices: ReadonlyArray<{ readonly value: Choice; readonly label: string }> = [
  { value: 'same', label: 'Same' },
  { value: 'better', label: 'Better' },
  { value: 'worse', label: 'Worse' },
  { value: 'close', label: 'Close' },
  { value: 'merge', label: 'Merge' },
  { value: 'escalate', label: 'Escalate' },
  { value: 'tolerate', label: 'Tolerate' },
];

const decisions: Readonly<Record<Choice, LineDecision>> = {
  same: 'keep',
  better: 'rescore',
  worse: 'rescore',
  close: 'close',
  merge: 'merge',
  escalate: 'escalate',
  tolerate: 'tolerate',
};

function choiceOf(decision: LineDecision | undefined): Choice {
  if (decision === 'close' || decision === 'merge' || decision === 'escalate' || decision === 'tolerate')
    return decision;
  return 'same';
}

/** What is found of the risk in this review: same, better or worse, or something else done about it; with a reason. */
export function DecisionPanel(props: ReviewedRiskProps & { readonly was: SnapshotRisk | null }): ReactElement {
  const { open, review, now, risk, drawn, parts, onNext, onBack } = props;
  const session = useSession();
  const id = useId();
  const { scheme } = now;
  const isUnrated = drawn.current === null;
  const [choice, setChoice] = useState<Choice>(choiceOf(drawn.review?.decision));
  const [cell, setCell] = useState<Cell | null>(
    drawn.current === null ? null : { likelihood: drawn.current.likelihood, impact: drawn.current.impact },
  );
  const [reason, setReason] = useState(drawn.review?.commentary ?? '');
  const [isValid, setValid] = useState(drawn.review?.stillValid ?? true);
  const [dialog, setDialog] = useState<'close' | 'escalate' | 'tolerate' | null>(null);
  const [problem, setProblem] = useState<{ readonly field: 'rating' | 'reason'; readonly words: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [likelihood, impact] = [cell?.likelihood ?? '', cell?.impact ?? ''];
  const isRating = isUnrated || choice === 'better' || choice === 'worse';
  const whole = likelihood !== '' && impact !== '' ? { likelihood, impact } : null;
  const isBelowTarget = isRating && whole !== null && drawn.target !== null && !isNoWorse(scheme, drawn.target, whole);

  function refused(field: 'rating' | 'reason', words: string): false {
    setProblem({ field, words });
    setAttempt(attempt + 1);
    return false;
  }

  async function rated(): Promise<boolean> {
    if (whole === null) return refused('rating', 'Choose a likelihood and an impact.');
    if (reason.trim() === '') return refused('reason', 'Give the reason for the new rating.');
    if (!isUnrated) {
      const { type } = movementOf(scheme, drawn.current, whole);
      const moved = `From ${cellCode(drawn.current ?? whole)} to ${cellCode(whole)}`;
      if (type === 'unchanged')
        return refused('rating', `It is rated ${cellCode(whole)} already. Choose another cell, or Same.`);
      if (type === 'down' && choice === 'worse') return refused('rating', `${moved} is better, not worse.`);
      if (type === 'up' && choice === 'better') return refused('rating', `${moved} is worse, not better.`);
    }
    const order = {
      scheme,
      method: 'consensus',
      confidence: 'medium',
      rationale: reason.trim(),
      reviewId: review.id,
    } as const;
    const result = await run(session, rateRisk, { ...order, risk, which: 'current', cell: whole });
    if (!result.ok) return refused('rating', rateRefusalInWords(result.refusal));
    if (isBelowTarget) {
      const target = await run(session, rateRisk, {
        ...order,
        risk: { ...risk, current: null },
        which: 'target',
        cell: whole,
      });
      if (!target.ok) return refused('rating', rateRefusalInWords(target.refusal));
    }
    return true;
  }

  async function confirmed(): Promise<void> {
    setProblem(null);
    if (isRating && !(await rated())) return;
    if (choice === 'close' || choice === 'merge') {
      setDialog('close');
      return;
    }
    const line = {
      review,
      risk,
      decision: decisions[choice],
      stillValid: isValid,
      commentary: reason,
      by: session.me.name,
    };
    const result = await run(session, confirmLine, {
      ...line,
      decision: isRating && line.decision === 'keep' ? 'rescore' : line.decision,
    });
    if (result.ok) onNext();
  }
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || document.querySelector('[role=dialog]') !== null) return;
    event.preventDefault();
    void confirmed();
  });
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);

  return (
    <Panel
      title="This review"
      count={
        drawn.review === null
          ? undefined
          : `Confirmed by ${drawn.review.reviewedBy}, ${withYear(drawn.review.reviewedOn)}`
      }
      footer={
        <Row end>
          {onBack !== undefined && <Button onPress={onBack}>Previous</Button>}
          <Button kind="primary" onPress={() => void confirmed()}>
            Confirm and next
          </Button>
        </Row>
      }
    >
      <Stack>
        <ErrorSummary
          attempt={attempt}
          problems={problem === null ? [] : [{ fieldId: `${id}-${problem.field}`, text: problem.words }]}
        />
        {drawn.review !== null && (
          <Status tone="green">{`${decisionWords[drawn.review.decision]}${drawn.review.commentary === '' ? '' : `: ${drawn.review.commentary}`}`}</Status>
        )}
        <ChoiceBar
          label="Since the last review"
          value={choice}
          options={choices}
          onChange={(value) => {
            const chosen = choices.find((one) => one.value === value)?.value ?? 'same';
            setChoice(chosen);
            setProblem(null);
            if (chosen === 'escalate' || chosen === 'tolerate') setDialog(chosen);
          }}
        />
        {isUnrated && <OldCell {...props} />}
        {isRating && (
          <>
            <RatingGrid
              label="Choose a cell"
              likelihood={scheme.likelihood}
              impact={scheme.impact}
              cells={scheme.cells.map((rule) => ({
                ...rule,
                marks:
                  drawn.current !== null && cellCode(drawn.current) === cellCode(rule)
                    ? [{ id: 'was', label: String(risk.number), isGhost: true }]
                    : [],
              }))}
              chosen={whole === null ? null : cellCode(whole)}
              onChoose={(one) => setCell({ likelihood: one.likelihood, impact: one.impact })}
            />
            <FormRow>
              <Select
                id={`${id}-rating`}
                label="Likelihood"
                placeholder="Choose"
                value={likelihood}
                error={problem?.field === 'rating' ? problem.words : undefined}
                options={scheme.likelihood.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
                onChange={(value) => setCell({ likelihood: value, impact })}
              />
              <Select
                label="Impact"
                placeholder="Choose"
                value={impact}
                options={scheme.impact.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
                onChange={(value) => setCell({ likelihood, impact: value })}
              />
            </FormRow>
            {isBelowTarget && drawn.target !== null && whole !== null && (
              <p className="small muted">
                It has come below its target {cellCode(drawn.target)}: the target becomes {cellCode(whole)} as well.
              </p>
            )}
          </>
        )}
        <TextArea
          id={`${id}-reason`}
          label="Reason"
          optional={!isRating}
          rows={2}
          value={reason}
          error={problem?.field === 'reason' ? problem.words : undefined}
          onChange={setReason}
        />
        <Checkbox label="The scenario still holds as it is written" checked={isValid} onChange={setValid} />
        {!isRating && drawn.current !== null && (
          <p className="small muted">
            It stays at {cellName(scheme, drawn.current)}. Ctrl Enter confirms and goes on; Ctrl ← goes back.
          </p>
        )}
      </Stack>
      {dialog === 'close' && parts.closing(open, risk, () => setDialog(null))}
      {dialog === 'escalate' && parts.escalating(risk, () => setDialog(null))}
      {dialog === 'tolerate' && parts.tolerating(risk, () => setDialog(null))}
    </Panel>
  );
}

/** Rated by an earlier scheme: its old cell stands beside the blank, by the words of that scheme. */
function OldCell({ open, risk }: Pick<ReviewedRiskProps, 'open' | 'risk'>): ReactElement {
  const { current } = risk;
  const scheme = open.rows.schemes.find(({ id }) => id === current?.schemeId);
  if (current === null || scheme === undefined) return <p>It has not been rated yet.</p>;
  return (
    <p>
      The scheme has changed, so it is to be rated anew. By {scheme.name}, version {scheme.version}, it stood at{' '}
      <b>{cellName(scheme, current)}</b>.
    </p>
  );
}
