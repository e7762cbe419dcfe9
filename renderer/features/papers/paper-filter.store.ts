/** What the register of papers is narrowed to, kept while one looks at a paper and comes back. */
import { create } from 'zustand';
import type { PaperFilter } from './paper-list.queries.ts';

interface Register {
  readonly filter: PaperFilter;
  /** How many papers are shown at most. */
  readonly most: number;
}

const atATime = 50;
const everything: PaperFilter = { meetingId: null, status: null, author: null, words: '' };

const useStore = create<Register>()(() => ({ filter: everything, most: atATime }));

export const useRegister = <Slice>(select: (register: Register) => Slice): Slice => useStore(select);

export function filterChanged(change: Partial<PaperFilter>): void {
  useStore.setState(({ filter }) => ({ filter: { ...filter, ...change }, most: atATime }));
}

export function filterCleared(): void {
  useStore.setState({ filter: everything, most: atATime });
}

export function moreShown(): void {
  useStore.setState(({ most }) => ({ most: most + atATime }));
}
