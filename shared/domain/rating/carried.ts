/** Which cell of one version of a scheme stands for a cell of another, over as many versions as lie between. */
import { mappedCell, type MappedCell } from './position.ts';
import type { Cell } from './scheme.ts';

interface Version {
  readonly id: string;
  readonly mapping: { readonly from: string; readonly cells: ReadonlyArray<MappedCell> } | null;
}

/**
 * The cell of `toId` that stands for one of `fromId`; `null` where a version between them was made without saying which cell is which:
 * then the risk is to be rated anew, and nothing is guessed.
 */
export function carriedCell(
  versions: ReadonlyMap<string, Version>,
  fromId: string,
  toId: string,
  cell: Cell,
): Cell | null {
  const steps = stepsBetween(versions, fromId, toId);
  if (steps === null) return null;
  return steps.reduce<Cell | null>((at, step) => (at === null ? null : mappedCell(step, at)), cell);
}

/** The mapping from one version to another, for comparing what was rated by them; `null` where there is none. */
export function mappingBetween(
  versions: ReadonlyMap<string, Version>,
  fromId: string,
  toId: string,
): Version['mapping'] {
  const steps = stepsBetween(versions, fromId, toId);
  const [first, ...rest] = steps ?? [];
  if (first === undefined) return null;
  const cells = first.flatMap(({ from, to }): MappedCell[] => {
    const end = rest.reduce<Cell | null>((at, step) => (at === null ? null : mappedCell(step, at)), to);
    return end === null ? [] : [{ from, to: end }];
  });
  return { from: fromId, cells };
}

/** The mappings from the earlier version to the later, in that order; none where both are the same. */
function stepsBetween(
  versions: ReadonlyMap<string, Version>,
  fromId: string,
  toId: string,
): ReadonlyArray<ReadonlyArray<MappedCell>> | null {
  const steps: Array<ReadonlyArray<MappedCell>> = [];
  const seen = new Set<string>();
  for (let at = toId; at !== fromId;) {
    const mapping = versions.get(at)?.mapping ?? null;
    if (mapping === null || seen.has(at)) return null;
    seen.add(at);
    steps.unshift(mapping.cells);
    at = mapping.from;
  }
  return steps;
}
