import type { ReactElement } from 'react';
import { changeInWords } from '#shared/domain/rating/position.ts';
import { cellCode } from '#shared/domain/rating/scheme.ts';
import type { Comparison, Compared, RiskChange } from '#shared/domain/risk-reviews/comparison.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { closureWords } from '#shared/domain/risks/words.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { StatRow } from '#renderer/ui/stat-row.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { ActionChangesPanel } from './action-changes-panel.tsx';
import { SchemeChangesPanel } from './scheme-changes-panel.tsx';

export interface ComparisonViewProps {
  readonly comparison: Comparison;
  readonly previous: Snapshot;
  readonly current: Snapshot;
}

const headings = [
  'New',
  'Reopened',
  'Worse',
  'Better',
  'Across',
  'Same',
  'Not rated',
  'Not comparable',
  'Removed',
] as const;
type Heading = (typeof headings)[number];

function headingOf(change: RiskChange): Heading {
  switch (change.type) {
    case 'new':
      return 'New';
    case 'reopened':
      return 'Reopened';
    case 'removed':
      return 'Removed';
    case 'moved':
      switch (change.movement.type) {
        case 'up':
          return 'Worse';
        case 'down':
          return 'Better';
        case 'across':
          return 'Across';
        case 'unchanged':
          return 'Same';
        case 'notRated':
          return 'Not rated';
        case 'notComparable':
          return 'Not comparable';
      }
  }
}

/** Each risk under exactly one heading, and totals that add up. */
export function ComparisonView({ comparison, current }: ComparisonViewProps): ReactElement {
  if (comparison.type === 'baseline') {
    return (
      <Banner tone="info" title="A baseline">
        This is the first review: {comparison.now.live} live risks, {comparison.now.above} of them above the line.
      </Banner>
    );
  }
  return (
    <>
      <StatRow
        label="In short"
        stats={[
          { label: 'Live', value: String(comparison.now.live), note: `${comparison.before.live} before` },
          { label: 'Above the line', value: String(comparison.now.above), note: `${comparison.before.above} before` },
          { label: 'New or reopened', value: String(comparison.added + comparison.reopened) },
          { label: 'Removed', value: String(comparison.removed) },
        ]}
      />
      <p>
        <b>{totalsInWords(comparison)}</b>
      </p>
      {headings.map((heading) => {
        const changes = comparison.changes.filter((change) => headingOf(change) === heading);
        return changes.length === 0 ? null : <ChangesPanel key={heading} heading={heading} changes={changes} />;
      })}
      <CrossedPanel comparison={comparison} />
      <ActionChangesPanel changes={comparison.actions} asAt={current.asAt} />
      {comparison.scheme !== null && <SchemeChangesPanel changes={comparison.scheme} />}
    </>
  );
}

/** `4 live before + 1 new - 1 removed = 4 live` */
export function totalsInWords({ before, added, reopened, removed, now }: Compared): string {
  const parts = [
    `${before.live} live before`,
    `+ ${added} new`,
    ...(reopened === 0 ? [] : [`+ ${reopened} reopened`]),
    `- ${removed} removed`,
    `= ${now.live} live`,
  ];
  return parts.join(' ');
}

function ChangesPanel({
  heading,
  changes,
}: {
  readonly heading: Heading;
  readonly changes: ReadonlyArray<RiskChange>;
}): ReactElement {
  return (
    <Panel title={heading} count={changes.length === 1 ? '1 risk' : `${changes.length} risks`} flush>
      <Table
        caption={heading}
        rows={changes}
        keyOf={({ risk }) => risk.id}
        hrefOf={({ risk }) => hrefTo(pathTo.risk(risk.id))}
        columns={[
          { id: 'number', header: 'No.', width: 3, align: 'end', cell: ({ risk }) => risk.number },
          { id: 'name', header: 'Risk', rowHeader: true, cell: ({ risk }) => risk.shortName },
          { id: 'what', header: 'What changed', width: 17, cell: whatInWords },
          { id: 'why', header: 'Why', cell: whyInWords },
        ]}
      />
    </Panel>
  );
}

function whatInWords(change: RiskChange): string {
  switch (change.type) {
    case 'new':
    case 'reopened':
      return change.risk.current === null ? 'Not rated' : `At ${cellCode(change.risk.current)}`;
    case 'removed':
      return change.mergedInto === null
        ? change.closure === null
          ? 'No longer in the register'
          : closureWords[change.closure.reason]
        : `Merged into ${change.mergedInto}`;
    case 'moved': {
      const { movement } = change;
      if (!('from' in movement)) return movement.type === 'notRated' ? 'Not rated' : 'Rated by another scheme before';
      const crossed =
        movement.crossed === null ? '' : movement.crossed === 'above' ? ', now above the line' : ', now below the line';
      const line = change.crossedByLine === null ? '' : `, the line moved past it`;
      if (movement.type === 'unchanged') return `${cellCode(movement.to)}${line}`;
      return `${cellCode(movement.from)} to ${cellCode(movement.to)} (${movement.changes.map(changeInWords).join(', ')})${crossed}${line}`;
    }
  }
}

function whyInWords(change: RiskChange): string {
  if (change.type === 'removed') return change.closure?.note ?? '';
  return change.risk.review?.commentary || (change.risk.current?.rationale ?? '');
}

function CrossedPanel({ comparison }: { readonly comparison: Compared }): ReactElement | null {
  const { crossedAbove, crossedBelow } = comparison;
  if (crossedAbove.length === 0 && crossedBelow.length === 0) return null;
  const named = (risks: typeof crossedAbove): string =>
    risks.map(({ number, shortName }) => `${number} ${shortName}`).join('; ');
  return (
    <Panel title="Across the tolerance line">
      {crossedAbove.length > 0 && <p>Now above it: {named(crossedAbove)}.</p>}
      {crossedBelow.length > 0 && <p>Now below it: {named(crossedBelow)}.</p>}
    </Panel>
  );
}
