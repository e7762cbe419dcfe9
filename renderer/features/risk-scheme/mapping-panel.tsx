import type { ReactElement } from 'react';
import { cellCode, cellName, type Scheme } from '#shared/domain/rating/scheme.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';

export interface MappingPanelProps {
  readonly before: RiskScheme;
  readonly scheme: Scheme;
  /** The risks that are rated by the version before. */
  readonly risks: ReadonlyArray<Risk>;
  /** The code of a new cell for each code of an old one. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void;
}

/** Which new cell stands for which old one: said by people, or left, and then each risk is rated anew. Nothing is guessed. */
export function MappingPanel({ before, scheme, risks, mapping, onChange }: MappingPanelProps): ReactElement {
  const used = before.cells.filter((cell) =>
    risks.some((risk) =>
      [risk.current, risk.target, risk.inherent].some(
        (rating) => rating !== null && cellCode(rating) === cellCode(cell),
      ),
    ),
  );
  return (
    <Panel title="What becomes of the ratings" count={`${used.length} cells in use`}>
      <Stack>
        <p>
          The levels are others than before. Where an old cell plainly means a new one, say so, and its ratings are
          carried over and can be compared. What you leave is rated anew in the next review, with the old cell beside
          it.
        </p>
        {used.map((cell) => {
          const code = cellCode(cell);
          return (
            <Select
              key={code}
              label={`${code}, ${cellName(before, cell)}`}
              value={mapping[code] ?? ''}
              placeholder="Rate its risks anew"
              options={scheme.cells.map((one) => ({
                value: cellCode(one),
                label: `${cellCode(one)}: ${cellName(scheme, one)}`,
              }))}
              onChange={(to) => {
                const { [code]: _, ...others } = mapping;
                onChange(to === '' ? others : { ...others, [code]: to });
              }}
            />
          );
        })}
      </Stack>
    </Panel>
  );
}
