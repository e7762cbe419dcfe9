import { X } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { standings, type Standing } from './narrow-risks.ts';
import type { RiskLine } from './risk-lines.ts';
import { filterChanged, useRiskTable } from './risk-table.store.ts';

export const standingWords: Readonly<Record<Standing, string>> = {
  live: 'Open and escalated',
  proposed: 'Proposed',
  open: 'Open',
  escalated: 'Escalated',
  closed: 'Closed',
  above: 'Above the line',
  unowned: 'Without one named owner',
  overdue: 'With overdue actions',
  unrated: 'Not rated',
  exempt: 'Exempt',
  all: 'All, closed ones too',
};

export interface RiskFiltersProps {
  readonly lines: ReadonlyArray<RiskLine>;
  /** How many fit, in words. */
  readonly found: string;
}

/** What the register is narrowed to. */
export function RiskFilters({ lines, found }: RiskFiltersProps): ReactElement {
  const filter = useRiskTable((table) => table.filter);
  const { clusters, owners } = useMemo(
    () => ({
      clusters: namesOf(lines.map(({ cluster }) => cluster)),
      owners: namesOf(lines.map(({ owner }) => owner)),
    }),
    [lines],
  );
  const chosen = [
    ...(filter.words.trim() === '' ? [] : [{ name: `Words: ${filter.words.trim()}`, without: { words: '' } }]),
    ...(filter.standing === 'all'
      ? []
      : [{ name: standingWords[filter.standing], without: { standing: 'all' as const } }]),
    ...(filter.cluster === null ? [] : [{ name: `Cluster: ${filter.cluster || 'none'}`, without: { cluster: null } }]),
    ...(filter.owner === null ? [] : [{ name: `Owner: ${filter.owner || 'nobody'}`, without: { owner: null } }]),
  ];
  return (
    <>
      <FormRow>
        <SearchField
          label="Search risks"
          placeholder="Name, scenario or owner"
          value={filter.words}
          onChange={(words) => filterChanged({ words })}
          count={found}
          hideLabel={false}
        />
        <Select
          label="Standing"
          value={filter.standing}
          options={standings.map((value) => ({ value, label: standingWords[value] }))}
          onChange={(value) => filterChanged({ standing: standings.find((one) => one === value) ?? 'live' })}
        />
        <Select
          label="Cluster"
          value={filter.cluster ?? '*'}
          options={[{ value: '*', label: 'Any cluster' }, ...clusters]}
          onChange={(value) => filterChanged({ cluster: value === '*' ? null : value })}
        />
        <Select
          label="Owner"
          value={filter.owner ?? '*'}
          options={[{ value: '*', label: 'Anybody' }, ...owners]}
          onChange={(value) => filterChanged({ owner: value === '*' ? null : value })}
        />
      </FormRow>
      {chosen.length > 0 && (
        <Row>
          {chosen.map(({ name, without }) => (
            <Button key={name} small icon={X} onPress={() => filterChanged(without)}>
              <span className="vh">Remove the filter </span>
              {name}
            </Button>
          ))}
        </Row>
      )}
    </>
  );
}

function namesOf(names: ReadonlyArray<string>): ReadonlyArray<{ readonly value: string; readonly label: string }> {
  return [...new Set(names)]
    .sort((a, b) => a.localeCompare(b, 'en-GB'))
    .map((value) => ({ value, label: value === '' ? 'None' : value }));
}
