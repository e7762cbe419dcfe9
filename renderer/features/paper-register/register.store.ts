/** What the register is narrowed to, sorted by and which papers are selected, kept while one looks at a paper and comes back. */
import { create } from 'zustand';
import { everyLine, type LineFilter, type LineSort } from './narrow.ts';

interface Register {
  readonly filter: LineFilter;
  readonly sort: LineSort | null;
  readonly selected: ReadonlySet<string>;
}

const nobody: ReadonlySet<string> = new Set();
const useStore = create<Register>()(() => ({ filter: everyLine, sort: null, selected: nobody }));

export const useRegister = <Slice>(select: (register: Register) => Slice): Slice => useStore(select);

export function filterChanged(change: Partial<LineFilter>): void {
  useStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

export function filterCleared(): void {
  useStore.setState({ filter: everyLine });
}

export function sortChosen(sort: LineSort | null): void {
  useStore.setState({ sort });
}

export function papersSelected(selected: ReadonlySet<string>): void {
  useStore.setState({ selected });
}
