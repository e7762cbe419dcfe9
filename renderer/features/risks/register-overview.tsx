import { useMemo, useState, type ReactElement } from 'react';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import type { Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { cellCode, cellName, cellOf, type Cell } from '#shared/domain/rating/scheme.ts';
import { actionStatusWords } from '#shared/domain/risks/words.ts';
import { overdueDays } from '#shared/domain/risk-reviews/as-at.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CellTag } from '#renderer/ui/cell-tag.tsx';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RatingGrid } from '#renderer/ui/rating-grid.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { TableColumn } from '#renderer/ui/table-column.ts';
import { gridCellsOf, positionBefore } from './grid-cells.ts';
import { movementWords } from './movement-words.ts';
import styles from './risks.module.css';

type Which = 'inherent' | 'current' | 'target';
const choices: ReadonlyArray<{ readonly value: Which; readonly label: string }> = [
  { value: 'inherent', label: 'Inherent' },
  { value: 'current', label: 'Current' },
  { value: 'target', label: 'Target' },
];

/** The grid beside the live risks, the gravest first. Choosing a cell narrows the list to it. */
export function RegisterOverview({ open }: { readonly open: OpenRegister }): ReactElement {
  const { now, last } = open;
  if (now === null) {
    return (
      <Banner tone="warning" title="The rating scheme of this register has not arrived yet">
        A colleague has it. Ask them for a bundle; nothing is lost meanwhile.
      </Banner>
    );
  }
  return <Overview now={now} last={last} />;
}

function Overview({ now, last }: { readonly now: Snapshot; readonly last: OpenRegister['last'] }): ReactElement {
  const [which, setWhich] = useState<Which>('current');
  const [cell, setCell] = useState<Cell | null>(null);
  const live = useMemo(() => now.risks.filter(isLive), [now]);
  const cells = useMemo(() => gridCellsOf(now.scheme, live, which), [now, live, which]);
  const shown = useMemo(() => inOrder(now, live).filter((risk) => isAt(risk, which, cell)), [now, live, which, cell]);
  const columns = useMemo(() => columnsFor(now, last), [now, last]);
  const unrated = live.filter((risk) => risk[which] === null).length;
  return (
    <div className={styles['overview']}>
      <Panel
        title="Matrix"
        actions={
          <ChoiceBar
            label="Which rating"
            hideLabel
            value={which}
            options={choices}
            onChange={(value) => setWhich(choices.find((each) => each.value === value)?.value ?? 'current')}
          />
        }
      >
        <RatingGrid
          label={`${choices.find(({ value }) => value === which)?.label ?? ''} ratings`}
          likelihood={now.scheme.likelihood}
          impact={now.scheme.impact}
          cells={cells}
          chosen={cell === null ? null : cellCode(cell)}
          onChoose={(one) => setCell(cell !== null && cellCode(one) === cellCode(cell) ? null : one)}
        />
        <p className="small muted">
          The heavy line is the tolerance line. Choose a square to list its risks; arrow keys move, Enter chooses.
          {unrated > 0 && ` Not on the grid: ${unrated === 1 ? '1 risk' : `${unrated} risks`} without this rating.`}
        </p>
      </Panel>
      <Panel
        title={cell === null ? 'All open risks' : cellName(now.scheme, cell)}
        count={shown.length === 1 ? '1 risk' : `${shown.length} risks`}
        actions={
          cell === null ? undefined : (
            <Button small onPress={() => setCell(null)}>
              Show all
            </Button>
          )
        }
        flush
      >
        <Table
          caption="Open risks, the gravest first"
          columns={columns}
          rows={shown}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => hrefTo(pathTo.risk(id))}
          empty={<EmptyState title={cell === null ? 'No open risks' : 'No risk stands here'} />}
        />
      </Panel>
    </div>
  );
}

function isAt(risk: SnapshotRisk, which: Which, cell: Cell | null): boolean {
  const rating = risk[which];
  return cell === null || (rating !== null && cellCode(rating) === cellCode(cell));
}

/** The gravest first; what is not rated stands before all, for it is to be rated. */
function inOrder({ scheme }: Snapshot, risks: ReadonlyArray<SnapshotRisk>): ReadonlyArray<SnapshotRisk> {
  const priority = ({ current }: SnapshotRisk): number =>
    current === null ? Number.MAX_SAFE_INTEGER : (cellOf(scheme, current)?.priority ?? 0);
  return risks.toSorted((a, b) => priority(b) - priority(a) || a.number - b.number);
}

function columnsFor({ scheme, asAt }: Snapshot, last: OpenRegister['last']): ReadonlyArray<TableColumn<SnapshotRisk>> {
  return [
    { id: 'number', header: 'No.', width: 3, align: 'end', cell: ({ number }) => number },
    {
      id: 'name',
      header: 'Risk',
      rowHeader: true,
      cell: ({ shortName, owner }) => (
        <>
          {shortName}
          <span className={styles['owner']}>{owner === null ? 'No owner' : owner.name}</span>
        </>
      ),
    },
    { id: 'current', header: 'Current', width: 6.25, cell: ({ current }) => tagOf(scheme, current) },
    { id: 'target', header: 'Target', width: 6.25, cell: ({ target }) => tagOf(scheme, target), hideWhenNarrow: true },
    {
      id: 'movement',
      header: last === null ? 'Movement' : `Since ${last.label}`,
      width: 6.5,
      cell: (risk) => movementWords(scheme, positionBefore(scheme, last, risk), risk.current),
    },
    {
      id: 'actions',
      header: 'Actions',
      width: 6,
      hideWhenNarrow: true,
      cell: ({ actions }) => {
        const open = actions.filter(({ status }) => status !== 'complete' && status !== 'cancelled');
        const late = open.filter((action) => overdueDays(action, asAt) > 0).length;
        if (late > 0) return <Status tone="red">{late} overdue</Status>;
        if (open.length === 0) return actions.length === 0 ? 'None' : `All ${actionStatusWords.complete.toLowerCase()}`;
        return `${open.length} open`;
      },
    },
  ];
}

function tagOf(scheme: Snapshot['scheme'], cell: Cell | null): ReactElement | string {
  const rule = cell === null ? null : cellOf(scheme, cell);
  if (rule === null) return 'Not rated';
  return <CellTag code={cellCode(rule)} band={rule.band} above={rule.above} />;
}
