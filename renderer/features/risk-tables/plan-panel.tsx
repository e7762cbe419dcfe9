import { useState, type ReactElement } from 'react';
import type { PlannedRow } from '#shared/domain/risk-tables/import-plan.ts';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { problemInWords, rowTypeWords } from './import-words.ts';

const tones: Readonly<Record<PlannedRow['type'], Tone>> = {
  add: 'green',
  change: 'blue',
  same: 'grey',
  leftOut: 'grey',
  refused: 'red',
};
const types = ['refused', 'add', 'change', 'same', 'leftOut'] as const;

/** What would come of each row. */
export function PlanPanel({ plan }: { readonly plan: ReadonlyArray<PlannedRow> }): ReactElement {
  const [chosen, setChosen] = useState<PlannedRow['type'] | 'all'>('all');
  const shown = chosen === 'all' ? plan : plan.filter(({ type }) => type === chosen);
  const count = (type: PlannedRow['type']): number => plan.filter((row) => row.type === type).length;
  return (
    <Panel title="What would change" count={plan.length === 1 ? '1 row' : `${plan.length} rows`} flush>
      <div style={{ padding: 'var(--s3) var(--s4)' }}>
        <ChoiceBar
          label="Rows shown"
          hideLabel
          value={chosen}
          options={[
            { value: 'all', label: `All ${plan.length}` },
            ...types
              .filter((type) => count(type) > 0)
              .map((type) => ({ value: type, label: `${rowTypeWords[type]} ${count(type)}` })),
          ]}
          onChange={(value) => setChosen(types.find((type) => type === value) ?? 'all')}
        />
      </div>
      <Table
        caption="Rows of the sheet"
        rows={shown}
        keyOf={({ sheetRow }) => String(sheetRow)}
        empty={<EmptyState title="No such rows" />}
        columns={[
          { id: 'row', header: 'Row', width: 4, align: 'end', cell: ({ sheetRow }) => sheetRow },
          {
            id: 'name',
            header: 'Risk',
            rowHeader: true,
            cell: ({ number, name }) => `${number === null ? '' : `${number}. `}${name}`,
          },
          {
            id: 'type',
            header: 'Comes of it',
            width: 10,
            cell: ({ type }) => <Status tone={tones[type]}>{rowTypeWords[type]}</Status>,
          },
          { id: 'what', header: 'What and why', cell: (row) => <What row={row} /> },
        ]}
      />
    </Panel>
  );
}

function What({ row }: { readonly row: PlannedRow }): ReactElement {
  if (row.type === 'refused') {
    return (
      <ul>
        {row.problems.map((problem) => {
          const words = problemInWords(problem);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    );
  }
  if (row.type === 'add') return <>{row.changes.map(({ label }) => label).join(', ')}</>;
  return (
    <ul>
      {row.changes.map(({ label, before, after }) => (
        <li key={label}>
          <b>{label}</b>: {before === '' ? '' : `${shortened(before)} → `}
          {shortened(after)}
        </li>
      ))}
    </ul>
  );
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
