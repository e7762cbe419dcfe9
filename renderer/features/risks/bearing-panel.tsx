import { useState, type ReactElement } from 'react';
import { toleranceStanding, type ToleranceStanding } from '#shared/domain/risk-reviews/as-at.ts';
import type { RiskEscalation } from '#shared/domain/risks/risk-escalation.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { directionWords, escalationWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { TolerateDialog } from './tolerate-dialog.tsx';

const standings: Readonly<Record<ToleranceStanding, { readonly tone: Tone; readonly words: string }>> = {
  live: { tone: 'green', words: 'In force' },
  stale: { tone: 'amber', words: 'Rated anew since' },
  expired: { tone: 'red', words: 'Expired' },
  notYet: { tone: 'grey', words: 'Not approved yet' },
};

/** What the board decided to bear, and what was put to other bodies or came from partners. */
export function BearingPanel({ open, risk }: { readonly open: OpenRegister; readonly risk: Risk }): ReactElement {
  const session = useSession();
  const [asked, setAsked] = useState<'tolerate' | 'escalate' | RiskEscalation | null>(null);
  const tolerances = open.now?.risks.find(({ id }) => id === risk.id)?.tolerances ?? [];
  const current = open.now?.risks.find(({ id }) => id === risk.id)?.current ?? null;
  const escalations = open.rows.escalations.filter(({ riskId }) => riskId === risk.id);
  const close = (): void => setAsked(null);
  return (
    <Panel
      title="Tolerance and escalation"
      actions={
        risk.status === 'closed' ? undefined : (
          <Row gap="s">
            <Button small onPress={() => setAsked('tolerate')}>
              Tolerate
            </Button>
            <Button small onPress={() => setAsked('escalate')}>
              Escalate
            </Button>
          </Row>
        )
      }
    >
      {tolerances.length === 0 && escalations.length === 0 && (
        <p className="muted">The board has not decided to bear this risk, and it was put to no other body.</p>
      )}
      {tolerances.length > 0 && (
        <PanelSection title="Borne by decision of the board">
          <Table
            caption="Tolerance decisions"
            rows={tolerances}
            keyOf={({ id }) => id}
            columns={[
              { id: 'reason', header: 'Reason', rowHeader: true, cell: ({ reason }) => reason },
              { id: 'minute', header: 'Minute', width: 11, cell: ({ approvedMinute }) => approvedMinute },
              { id: 'until', header: 'Until', width: 10, cell: ({ expiresOn }) => withYear(expiresOn) },
              {
                id: 'standing',
                header: 'Standing',
                width: 9,
                cell: (tolerance) => {
                  const { tone, words } = standings[toleranceStanding(tolerance, { current }, session.today)];
                  return <Status tone={tone}>{words}</Status>;
                },
              },
            ]}
          />
        </PanelSection>
      )}
      {escalations.length > 0 && (
        <PanelSection title="Put to other bodies, or taken in from them">
          <Table
            caption="Escalations"
            rows={escalations}
            keyOf={({ id }) => id}
            columns={[
              {
                id: 'body',
                header: 'Body',
                rowHeader: true,
                cell: ({ otherBody, theirRef }) => (theirRef === '' ? otherBody : `${otherBody}, their ${theirRef}`),
              },
              { id: 'direction', header: 'Direction', width: 11, cell: ({ direction }) => directionWords[direction] },
              {
                id: 'on',
                header: 'Proposed',
                width: 10,
                hideWhenNarrow: true,
                cell: ({ proposedOn }) => (proposedOn === null ? '' : withYear(proposedOn)),
              },
              { id: 'answer', header: 'Answer', width: 7, cell: ({ status }) => escalationWords[status] },
              {
                id: 'act',
                header: 'Act',
                hideHeader: true,
                width: 8,
                align: 'end',
                cell: (escalation) =>
                  escalation.status === 'proposed' ? (
                    <Button small onPress={() => setAsked(escalation)}>
                      Note the answer
                    </Button>
                  ) : (
                    ''
                  ),
              },
            ]}
          />
        </PanelSection>
      )}
      {asked === 'tolerate' && <TolerateDialog risk={risk} onClose={close} />}
      {asked === 'escalate' && <EscalateDialog risk={risk} onClose={close} />}
      {asked !== null && typeof asked !== 'string' && (
        <AnswerDialog
          risk={risk}
          escalation={asked}
          othersWait={escalations.some(({ id, status }) => id !== asked.id && status === 'proposed')}
          onClose={close}
        />
      )}
    </Panel>
  );
}
