import type { ReactElement } from 'react';
import { scoreWords } from '#shared/domain/annual-assessments/annual-statement.ts';
import { compareYears, type StatementChange } from '#shared/domain/annual-assessments/compare-years.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { AssessmentRead } from './annual.queries.ts';

const typeWords: Readonly<Record<StatementChange['type'], string>> = {
  better: '↑ Better',
  worse: '↓ Worse',
  same: '= Same',
  new: 'New',
  dropped: 'No longer asked',
  notScored: 'Not scored',
};

/** This year beside the one before, statement by statement. */
export function YearsPanel({
  before,
  now,
}: {
  readonly before: AssessmentRead;
  readonly now: AssessmentRead;
}): ReactElement {
  const changes = compareYears(before.statements, now.statements);
  const score = (value: number | null): string => (value === null ? '–' : `${value} ${scoreWords[value] ?? ''}`);
  return (
    <Panel title={`${now.assessment.year} beside ${before.assessment.year}`} flush>
      <Table
        caption="Statements of both years"
        rows={changes}
        keyOf={({ statement }) => statement.id}
        columns={[
          { id: 'theme', header: 'Theme', width: 12, cell: ({ statement }) => statement.theme },
          { id: 'text', header: 'Statement', rowHeader: true, cell: ({ statement }) => statement.text },
          { id: 'before', header: before.assessment.year, width: 8, cell: (change) => score(change.before) },
          { id: 'now', header: now.assessment.year, width: 8, cell: (change) => score(change.now) },
          { id: 'change', header: 'Change', width: 9, cell: ({ type }) => typeWords[type] },
        ]}
      />
    </Panel>
  );
}
