import type { ReactElement } from 'react';
import type { Axis } from '#shared/domain/rating/scheme.ts';
import { levelKey, type LevelMapping } from '#shared/domain/risk-tables/levels.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import { Columns } from '#renderer/ui/columns.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';

export interface LevelsPanelProps {
  readonly scheme: RiskScheme;
  readonly undecided: Readonly<Record<Axis, ReadonlyArray<string>>>;
  readonly likelihood: LevelMapping;
  readonly impact: LevelMapping;
  readonly onLikelihood: (mapping: LevelMapping) => void;
  readonly onImpact: (mapping: LevelMapping) => void;
}

const undecidedValue = '?';
const unratedValue = '-';

/** What the sheet's own words and figures mean on our grid. Councils count in both directions, so nothing is guessed. */
export function LevelsPanel(props: LevelsPanelProps): ReactElement {
  const { scheme, undecided } = props;
  const part = (axis: Axis, title: string, mapping: LevelMapping, change: (mapping: LevelMapping) => void) =>
    undecided[axis].length > 0 && (
      <Stack gap="s">
        <h3>{title}</h3>
        {undecided[axis].slice(0, 40).map((value) => {
          const decided = mapping[levelKey(value)];
          return (
            <Select
              key={value}
              label={`“${value}” is`}
              value={decided === undefined ? undecidedValue : decided === '' ? unratedValue : decided}
              options={[
                { value: undecidedValue, label: 'Not said yet' },
                ...scheme[axis].map(({ code, label, description }) => ({
                  value: code,
                  label: `${code} ${label}: ${description}`.slice(0, 90),
                })),
                { value: unratedValue, label: 'Leave it unrated' },
              ]}
              onChange={(chosen) => {
                const { [levelKey(value)]: _, ...others } = mapping;
                change(
                  chosen === undecidedValue
                    ? others
                    : { ...others, [levelKey(value)]: chosen === unratedValue ? '' : chosen },
                );
              }}
            />
          );
        })}
      </Stack>
    );
  return (
    <Panel title="What its ratings mean here" count={`in ${scheme.name}`}>
      <p>Some councils call their gravest level 1, others 5. Say which level each of these is.</p>
      <Columns>
        {part('likelihood', 'Likelihood', props.likelihood, props.onLikelihood)}
        {part('impact', 'Impact', props.impact, props.onImpact)}
      </Columns>
    </Panel>
  );
}
