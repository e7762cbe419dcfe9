/** Whether everything is saved, shown at all times and true. */
import { create } from 'zustand';

/** A save that was not kept. What it holds is still on the screen. */
export interface Unkept {
  readonly because: 'storageFull' | 'fault';
  /** What it would have written: `kind record path`. */
  readonly writes: ReadonlySet<string>;
  again(): Promise<void>;
}

interface SaveState {
  /** Fields with words typed that are not handed over to be saved yet. */
  readonly typing: number;
  /** Saves under way at this moment. */
  readonly underWay: number;
  /** When the last save was kept, in milliseconds since 1970; `null` before the first. */
  readonly keptAt: number | null;
  /** The saves that were not kept, the earliest first; empty while all is well. */
  readonly unkept: ReadonlyArray<Unkept>;
}

const useStore = create<SaveState>()(() => ({ typing: 0, underWay: 0, keptAt: null, unkept: [] }));

export const useSaveState = <Slice>(select: (state: SaveState) => Slice): Slice => useStore(select);

/** Those that a later save of the same fields has not made needless. */
function withoutCovered(unkept: ReadonlyArray<Unkept>, writes: ReadonlySet<string>): ReadonlyArray<Unkept> {
  return unkept.filter((each) => ![...each.writes].every((write) => writes.has(write)));
}

/** Somebody has begun to type in a field: what is on the screen is no longer what is saved. */
export function typingStarted(): void {
  useStore.setState(({ typing }) => ({ typing: typing + 1 }));
}

/** What was typed there has been handed over to be saved, or was taken back. */
export function typingHandedOver(): void {
  useStore.setState(({ typing }) => ({ typing: typing - 1 }));
}

export function saveStarted(): void {
  useStore.setState(({ underWay }) => ({ underWay: underWay + 1 }));
}

export function saveFinished(at: number, writes: ReadonlySet<string>): void {
  useStore.setState(({ underWay, unkept }) => ({
    underWay: underWay - 1,
    keptAt: at,
    unkept: withoutCovered(unkept, writes),
  }));
}

export function saveFailed(failed: Unkept): void {
  useStore.setState(({ underWay, unkept }) => ({
    underWay: underWay - 1,
    unkept: [...withoutCovered(unkept, failed.writes), failed],
  }));
}

/** Tries every save that was not kept once more, in their order. One that fails again is back in the list. */
export async function unkeptTriedAgain(): Promise<void> {
  const { unkept } = useStore.getState();
  for (const each of unkept) {
    useStore.setState((state) => ({ unkept: state.unkept.filter((other) => other !== each) }));
    await each.again().catch(() => undefined);
  }
}
