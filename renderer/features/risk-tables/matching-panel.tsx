import type { ReactElement } from 'react';
import { fieldWords, riskFields, type RiskField } from '#shared/domain/risk-tables/fields.ts';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { Sheet } from './read-sheets.ts';

/** Which sheet is taken in, which row holds its headings (counted from 0), and what each column holds. */
export interface Matching {
  readonly sheet: number;
  readonly header: number;
  readonly fields: ReadonlyArray<RiskField | null>;
}

export interface MatchingPanelProps {
  readonly fileName: string;
  readonly sheets: ReadonlyArray<Sheet>;
  readonly matching: Matching;
  readonly onChange: (matching: Matching) => void;
  readonly onSheet: (sheet: number, header: number | null) => void;
}

interface Column {
  readonly at: number;
  readonly heading: string;
  readonly example: string;
}

/** What the columns hold: matched by their headings, and changed by the officer where that is wrong. */
export function MatchingPanel({ fileName, sheets, matching, onChange, onSheet }: MatchingPanelProps): ReactElement {
  const sheet = sheets[matching.sheet];
  const rows = sheet?.rows ?? [];
  const headings = rows[matching.header] ?? [];
  const columns = headings.map((heading, at): Column => ({
    at,
    heading: heading === '' ? `Column ${at + 1}` : heading,
    example: rows.slice(matching.header + 1).find((row) => (row[at] ?? '') !== '')?.[at] ?? '',
  }));
  const matched = matching.fields.filter((field) => field !== null).length;
  return (
    <Panel title="What the columns hold" count={`${matched} of ${columns.length} columns of ${fileName}`}>
      <Stack>
        <FormRow>
          {sheets.length > 1 && (
            <Select
              label="Sheet"
              value={String(matching.sheet)}
              options={sheets.map(({ name, rows: own }, at) => ({
                value: String(at),
                label: `${name}, ${own.length} rows`,
              }))}
              onChange={(value) => onSheet(Number(value), null)}
            />
          )}
          <NumberField
            label="Row with the headings"
            value={matching.header + 1}
            least={1}
            most={Math.max(1, rows.length)}
            onChange={(row) => {
              if (row !== null) onSheet(matching.sheet, row - 1);
            }}
          />
        </FormRow>
        <Table
          caption="Columns of the sheet"
          rows={columns}
          keyOf={({ at }) => String(at)}
          columns={[
            { id: 'heading', header: 'Heading', rowHeader: true, cell: ({ heading }) => heading },
            { id: 'example', header: 'For example', cell: ({ example }) => shortened(example) },
            {
              id: 'field',
              header: 'Holds',
              width: 20,
              cell: ({ at, heading }) => (
                <Select
                  label={`What “${heading}” holds`}
                  hideLabel
                  value={matching.fields[at] ?? ''}
                  placeholder="Nothing that is taken in"
                  options={riskFields.map((field) => ({ value: field, label: fieldWords[field] }))}
                  onChange={(value) => {
                    const field = riskFields.find((one) => one === value) ?? null;
                    // A field is held by one column: it leaves the one that it was said of before.
                    const fields = headings.map((_, column) => {
                      if (column === at) return field;
                      const held = matching.fields[column] ?? null;
                      return held === field ? null : held;
                    });
                    onChange({ ...matching, fields });
                  }}
                />
              ),
            },
          ]}
        />
      </Stack>
    </Panel>
  );
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
