import { useState, type ReactElement } from 'react';
import { rateBlind } from '#shared/domain/annual-assessments/annual-assessment.commands.ts';
import { cellCode, cellName, cellOf, isSameCell, type Cell } from '#shared/domain/rating/scheme.ts';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { rateRisk } from '#shared/domain/risks/rate.commands.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CellTag } from '#renderer/ui/cell-tag.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RatingGrid } from '#renderer/ui/rating-grid.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { AssessmentRead } from './annual.queries.ts';

export interface BlindPanelProps {
  readonly open: OpenRegister;
  readonly read: AssessmentRead;
}

/** Each live risk rated from blank. Where it stood is shown once all are rated, and people decide which holds. */
export function BlindPanel({ open, read }: BlindPanelProps): ReactElement {
  const { now } = open;
  const [cell, setCell] = useState<Cell | null>(null);
  const session = useSession();
  if (now === null) return <EmptyState title="The scheme has not arrived yet" />;
  const live = now.risks.filter(isLive);
  const blind = new Map(
    read.ratings
      .filter(({ schemeId }) => schemeId === now.scheme.id)
      .map(({ riskId, likelihood, impact }) => [riskId, { likelihood, impact }]),
  );
  const left = live.filter(({ id }) => !blind.has(id));
  const [next] = left;
  if (live.length === 0) return <EmptyState title="No open risks to rate" />;
  if (next === undefined) return <BothRatings open={open} now={now} blind={blind} />;
  const risk = open.rows.risks.find(({ id }) => id === next.id);

  async function rated(): Promise<void> {
    if (cell === null || risk === undefined || now === null) return;
    const order = { id: session.newId(), assessment: read.assessment, risk, cell, scheme: now.scheme };
    const result = await run(session, rateBlind, { ...order, ratings: read.ratings });
    if (result.ok) setCell(null);
  }

  return (
    <Panel title={`${next.number}. ${next.shortName}`} count={`${live.length - left.length} of ${live.length} rated`}>
      <Stack>
        <p>
          {next.vulnerability} {next.trigger} {next.consequences.join('; ')}
        </p>
        <p className="muted">
          Rate it net of the controls in place. Where it stands in the register is not shown until all are rated.
        </p>
        <RatingGrid
          label="Choose a cell"
          large
          likelihood={now.scheme.likelihood}
          impact={now.scheme.impact}
          cells={now.scheme.cells.map((rule) => ({ ...rule, marks: [] }))}
          chosen={cell === null ? null : cellCode(cell)}
          onChoose={(one) => setCell({ likelihood: one.likelihood, impact: one.impact })}
        />
        <Row>
          <Button
            kind="primary"
            blockedBecause={cell === null ? 'Choose a cell first' : undefined}
            onPress={() => void rated()}
          >
            {cell === null ? 'Keep and next' : `Keep ${cellCode(cell)} and next`}
          </Button>
        </Row>
      </Stack>
    </Panel>
  );
}

interface BothRatingsProps {
  readonly open: OpenRegister;
  readonly now: Snapshot;
  readonly blind: ReadonlyMap<string, Cell>;
}

function BothRatings({ open, now, blind }: BothRatingsProps): ReactElement {
  const session = useSession();
  const { scheme } = now;
  const live = now.risks.filter(isLive);
  const differing = live.filter(({ id, current }) => {
    const cell = blind.get(id);
    return cell !== undefined && (current === null || !isSameCell(current, cell));
  });

  async function taken(riskId: string, cell: Cell): Promise<void> {
    const risk = open.rows.risks.find(({ id }) => id === riskId);
    if (risk === undefined) return;
    const result = await run(session, rateRisk, {
      risk,
      which: 'current',
      cell,
      scheme,
      method: 'consensus',
      confidence: 'medium',
      rationale: 'Rated anew without looking at the register, in the annual assessment.',
      reviewId: open.draft?.id ?? null,
    });
    if (!result.ok)
      noticeShown(
        'This rating would be worse than the risk without its controls. Change that on its page first.',
        'amber',
      );
  }
  const tag = (cell: Cell | null | undefined): ReactElement | string => {
    const rule = cell === null || cell === undefined ? null : cellOf(scheme, cell);
    return rule === null ? 'Not rated' : <CellTag code={cellCode(rule)} band={rule.band} above={rule.above} />;
  };
  return (
    <Panel
      title="Both ratings"
      count={differing.length === 0 ? 'they agree throughout' : `${differing.length} of ${live.length} differ`}
      flush
    >
      <Table
        caption="Ratings of the register and those made blind"
        rows={live}
        keyOf={({ id }) => id}
        columns={[
          { id: 'number', header: 'No.', width: 3, align: 'end', cell: ({ number }) => number },
          { id: 'name', header: 'Risk', rowHeader: true, cell: ({ shortName }) => shortName },
          { id: 'register', header: 'In the register', width: 8, cell: ({ current }) => tag(current) },
          { id: 'blind', header: 'Made blind', width: 8, cell: ({ id }) => tag(blind.get(id)) },
          {
            id: 'act',
            header: 'Decide',
            width: 15,
            cell: ({ id, current, number }) => {
              const cell = blind.get(id);
              if (cell === undefined || (current !== null && isSameCell(current, cell))) return 'The same';
              return (
                <Button small onPress={() => void taken(id, cell)}>
                  Rate {number} {cellCode(cell)}
                  <span className="vh">, {cellName(scheme, cell)}</span>
                </Button>
              );
            },
          },
        ]}
      />
    </Panel>
  );
}
