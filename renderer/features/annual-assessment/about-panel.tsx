import type { ReactElement } from 'react';
import { changeAssessment } from '#shared/domain/annual-assessments/annual-assessment.commands.ts';
import type { AnnualAssessment } from '#shared/domain/annual-assessments/annual-assessment.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { SavingArea } from './saving-area.tsx';

/** When, how and with whom it was held, and the vision as it stood. */
export function AboutPanel({ assessment }: { readonly assessment: AnnualAssessment }): ReactElement {
  const session = useSession();
  const keep = (values: Parameters<typeof changeAssessment>[0]['values']): void => {
    void run(session, changeAssessment, { assessment, values });
  };
  const heldOn = useDraft(assessment.heldOn, (day) => keep({ heldOn: day }));
  return (
    <Panel title={`Annual assessment ${assessment.year}`}>
      <Stack>
        <DateField
          label="Held on"
          today={session.today}
          value={heldOn.value}
          onChange={heldOn.change}
          onCommit={heldOn.flush}
        />
        <SavingArea
          label="Method"
          hint="Such as: a half-day workshop, interviews, a questionnaire to partners"
          rows={2}
          kept={assessment.method}
          save={(method) => keep({ method })}
        />
        <SavingArea
          label="Participants"
          rows={2}
          kept={assessment.participants}
          save={(participants) => keep({ participants })}
        />
        {assessment.visionAtTime !== '' && (
          <p>
            <b>The vision as it stood.</b> {assessment.visionAtTime}
          </p>
        )}
        <Checkbox
          label="The tolerance line and the scales were looked at, and stand"
          checked={assessment.isLineReaffirmed}
          onChange={(isLineReaffirmed) => keep({ isLineReaffirmed })}
        />
      </Stack>
    </Panel>
  );
}
