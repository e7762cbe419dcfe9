/** Saves of one device written anew in the name of another: what a laptop does that turned out to be a copy. */
import { heldOf, type VersionVector } from './version-vector.ts';
import type { Dot, Save } from './save.ts';

export interface Reauthoring {
  /** The device whose saves they were. */
  readonly from: string;
  readonly to: string;
  /** The last save that stays with the old one. */
  readonly after: number;
  /** What is held without the saves that are written anew. */
  readonly held: VersionVector;
}

/**
 * @param saves those of `from` beyond `after`, in their order and without a gap
 * What a save leant on that is no longer held is left out: then it stands beside another's as written at the same time, and people decide.
 */
export function reauthored(saves: ReadonlyArray<Save>, { from, to, after, held }: Reauthoring): ReadonlyArray<Save> {
  const named = ([device, seq]: Dot): Dot => (device === from && seq > after ? [to, seq - after] : [device, seq]);
  return saves.map((save): Save => {
    const seq = save.seq - after;
    const seen: Record<string, number> = { ...save.deps, [from]: after };
    const deps = Object.fromEntries(
      Object.entries(seen).flatMap(([device, last]) => {
        const least = Math.min(last, heldOf(held, device));
        return device === to || least === 0 ? [] : [[device, least] as const];
      }),
    );
    const isSeen = ([device, at]: Dot): boolean => (device === to ? at < seq : at <= heldOf(deps, device));
    const { reverts } = save;
    return {
      ...save,
      device: to,
      seq,
      deps,
      edits: save.edits.map((edit) => ({ ...edit, over: edit.over.map(named).filter(isSeen) })),
      reverts: reverts !== null && reverts.seq > after ? { ...reverts, seq: reverts.seq - after } : null,
    };
  });
}
