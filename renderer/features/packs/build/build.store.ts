/** The pack being built at this moment: it goes on while the officer looks at something else. */
import { create } from 'zustand';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import type { BuildStep, CannotIssue } from './build-work.ts';

export interface Building {
  readonly meetingId: string;
  readonly edition: Edition;
  readonly step: BuildStep;
  cancel(): void;
}

interface BuildState {
  readonly building: Building | null;
  /** How many builds have ended: screens read the built pack anew when it grows. */
  readonly ended: number;
  readonly refused: (CannotIssue & { readonly meetingId: string; readonly edition: Edition }) | null;
}

const useStore = create<BuildState>()(() => ({ building: null, ended: 0, refused: null }));

export const useBuild = <Slice>(select: (state: BuildState) => Slice): Slice => useStore(select);

export function isBuilding(): boolean {
  return useStore.getState().building !== null;
}

/** Stops the build under way, if there is one, and waits until it has ended. */
export async function stopBuilding(): Promise<void> {
  const { building } = useStore.getState();
  if (building === null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const leave = useStore.subscribe((state) => {
    if (state.building === null) resolve();
  });
  building.cancel();
  await promise;
  leave();
}

export function buildStarted(meetingId: string, edition: Edition, cancel: () => void): void {
  const step: BuildStep = { words: 'Getting ready', done: 0, total: 1 };
  useStore.setState({ building: { meetingId, edition, step, cancel }, refused: null });
}

export function buildMovedOn(step: BuildStep): void {
  useStore.setState(({ building }) => ({ building: building === null ? null : { ...building, step } }));
}

export function buildEnded(refused: BuildState['refused']): void {
  useStore.setState(({ ended }) => ({ building: null, ended: ended + 1, refused }));
}
