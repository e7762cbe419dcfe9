/** What the register is narrowed to, sorted by and which risks are selected, kept while one looks at a risk and comes back. */
import { create } from 'zustand';
import { liveRisks, type RiskFilter, type RiskSort } from './narrow-risks.ts';

interface RiskTable {
  readonly filter: RiskFilter;
  readonly sort: RiskSort | null;
  readonly selected: ReadonlySet<string>;
}

const useStore = create<RiskTable>()(() => ({ filter: liveRisks, sort: null, selected: new Set<string>() }));

export const useRiskTable = <Slice>(select: (table: RiskTable) => Slice): Slice => useStore(select);

export function filterChanged(change: Partial<RiskFilter>): void {
  useStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

export function filterCleared(): void {
  useStore.setState({ filter: { ...liveRisks, standing: 'all' } });
}

export function sortChosen(sort: RiskSort | null): void {
  useStore.setState({ sort });
}

export function risksSelected(selected: ReadonlySet<string>): void {
  useStore.setState({ selected });
}
