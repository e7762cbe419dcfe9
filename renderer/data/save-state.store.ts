/** Whether everything is saved, shown at all times and true. */
import { create } from 'zustand';

interface SaveState {
  /** Saves under way at this moment. */
  readonly underWay: number;
  /** When the last save was kept, in milliseconds since 1970; `null` before the first. */
  readonly keptAt: number | null;
  /** Why the last save was not kept, and how to try again; `null` while all is well. */
  readonly failed: { readonly because: 'storageFull' | 'fault'; again(): Promise<void> } | null;
}

const useStore = create<SaveState>()(() => ({ underWay: 0, keptAt: null, failed: null }));

export const useSaveState = <Slice>(select: (state: SaveState) => Slice): Slice => useStore(select);

export function saveStarted(): void {
  useStore.setState(({ underWay }) => ({ underWay: underWay + 1 }));
}

export function saveFinished(at: number): void {
  useStore.setState(({ underWay }) => ({ underWay: underWay - 1, keptAt: at, failed: null }));
}

export function saveFailed(because: 'storageFull' | 'fault', again: () => Promise<void>): void {
  useStore.setState(({ underWay }) => ({ underWay: underWay - 1, failed: { because, again } }));
}
