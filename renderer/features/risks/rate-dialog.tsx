import { useId, useState, type ReactElement } from 'react';
import { cellCode, isNoWorse, type Cell } from '#shared/domain/rating/scheme.ts';
import type { SchemeVersion } from '#shared/domain/risk-reviews/snapshot.ts';
import { rateRisk, type RatingKind } from '#shared/domain/risks/rate.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { confidences, ratingMethods } from '#shared/domain/risks/values.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { RatingGrid } from '#renderer/ui/rating-grid.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { refusalInWords } from './refusal-words.ts';

export interface RateDialogProps {
  readonly scheme: SchemeVersion;
  readonly risk: Risk;
  readonly which: RatingKind;
  /** The review in which it is rated. */
  readonly reviewId: string | null;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

const titles: Readonly<Record<RatingKind, string>> = {
  inherent: 'Rate it without any control',
  current: 'Rate it as it stands',
  target: 'Set the target',
};

const methodWords = { consensus: 'Agreed by discussion', vote: 'By vote', officer: 'By the officer' } as const;
const confidenceWords = { low: 'Low', medium: 'Medium', high: 'High' } as const;

/** A cell chosen on the grid or from the two lists, with the reason. */
export function RateDialog({ scheme, risk, which, reviewId, onClose }: RateDialogProps): ReactElement {
  const session = useSession();
  const id = useId();
  const held = risk[which];
  const [cell, setCell] = useState<Cell | null>(
    held === null ? null : { likelihood: held.likelihood, impact: held.impact },
  );
  const [likelihood, impact] = [cell?.likelihood ?? '', cell?.impact ?? ''];
  const [reason, setReason] = useState('');
  const [method, setMethod] = useState<(typeof ratingMethods)[number]>('consensus');
  const [confidence, setConfidence] = useState<(typeof confidences)[number]>('medium');
  const [alsoTarget, setAlsoTarget] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const prefix = which === 'target' ? 'Target ' : '';
  const fieldName = (name: string): string => (prefix === '' ? name : `${prefix}${name.toLowerCase()}`);
  const isWhole = likelihood !== '' && impact !== '';
  // Fallen below its target: the target has been met, and gives way.
  const isBelowTarget =
    which === 'current' && isWhole && cell !== null && risk.target !== null && !isNoWorse(scheme, risk.target, cell);

  async function kept(): Promise<void> {
    if (cell === null || !isWhole) {
      refused('Choose a likelihood and an impact.');
      return;
    }
    const rating = { risk, cell, scheme, method, confidence, rationale: reason.trim(), reviewId };
    const result = await run(session, rateRisk, { ...rating, which });
    if (!result.ok) {
      refused(refusalInWords(result.refusal));
      return;
    }
    if (isBelowTarget && alsoTarget) {
      const target = await run(session, rateRisk, {
        ...rating,
        // As it stands by now: the current rating that was just kept.
        risk: { ...risk, current: null },
        which: 'target',
      });
      if (!target.ok) noticeShown(refusalInWords(target.refusal), 'amber');
    }
    onClose();
  }
  function refused(words: string): void {
    setProblem(words);
    setAttempt(attempt + 1);
  }

  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title={`${titles[which]}: risk ${risk.number}`}
      onSubmit={() => void kept()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            {cell === null || !isWhole ? 'Keep rating' : `Keep ${cellCode(cell)}`}
          </Button>
        </>
      }
    >
      <ErrorSummary
        attempt={attempt}
        problems={problem === null ? [] : [{ fieldId: `${id}-likelihood`, text: problem }]}
      />
      <RatingGrid
        label="Choose a cell"
        likelihood={scheme.likelihood}
        impact={scheme.impact}
        cells={scheme.cells.map((rule) => ({
          ...rule,
          marks:
            held !== null && cellCode(held) === cellCode(rule)
              ? [{ id: risk.id, label: String(risk.number), isGhost: true }]
              : [],
        }))}
        chosen={cell === null || !isWhole ? null : cellCode(cell)}
        onChoose={(one) => setCell({ likelihood: one.likelihood, impact: one.impact })}
      />
      <FormRow>
        <Select
          id={`${id}-likelihood`}
          label={fieldName('Likelihood')}
          placeholder="Choose"
          value={likelihood}
          error={problem ?? undefined}
          options={scheme.likelihood.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
          hint={scheme.likelihood.find(({ code }) => code === likelihood)?.description}
          onChange={(value) => setCell({ likelihood: value, impact })}
        />
        <Select
          label={fieldName('Impact')}
          placeholder="Choose"
          value={impact}
          options={scheme.impact.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
          hint={scheme.impact.find(({ code }) => code === impact)?.description}
          onChange={(value) => setCell({ likelihood, impact: value })}
        />
      </FormRow>
      <TextArea label="Reason" rows={2} value={reason} onChange={setReason} />
      <FormRow>
        <Select
          label="How it was agreed"
          value={method}
          options={ratingMethods.map((value) => ({ value, label: methodWords[value] }))}
          onChange={(value) => setMethod(ratingMethods.find((one) => one === value) ?? 'consensus')}
        />
        <Select
          label="Confidence"
          value={confidence}
          options={confidences.map((value) => ({ value, label: confidenceWords[value] }))}
          onChange={(value) => setConfidence(confidences.find((one) => one === value) ?? 'medium')}
        />
      </FormRow>
      {isBelowTarget && cell !== null && risk.target !== null && (
        <Checkbox
          label={`It has come below its target ${cellCode(risk.target)}: set the target to ${cellCode(cell)} as well`}
          checked={alsoTarget}
          onChange={setAlsoTarget}
        />
      )}
    </Dialog>
  );
}
