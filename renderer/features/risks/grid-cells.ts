/** Risks placed on the grid, and where each stood at the last review. Pure, so that it is judged without a screen. */
import { mappedCell } from '#shared/domain/rating/position.ts';
import { cellCode, type Cell } from '#shared/domain/rating/scheme.ts';
import type { FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import type { SchemeVersion, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import type { GridCell } from '#renderer/ui/rating-grid.tsx';

/** The cells with the numbers of the risks that stand in them. */
export function gridCellsOf(
  scheme: SchemeVersion,
  risks: ReadonlyArray<SnapshotRisk>,
  which: 'inherent' | 'current' | 'target',
): ReadonlyArray<GridCell> {
  const placed = new Map<string, GridCell['marks'][number][]>();
  for (const risk of risks) {
    const rating = risk[which];
    if (rating === null) continue;
    const code = cellCode(rating);
    const marks = placed.get(code) ?? [];
    marks.push({ id: risk.id, label: String(risk.number) });
    placed.set(code, marks);
  }
  return scheme.cells.map(({ likelihood, impact, above, band }) => ({
    likelihood,
    impact,
    above,
    band,
    marks: placed.get(cellCode({ likelihood, impact })) ?? [],
  }));
}

/**
 * Where a risk stood in a frozen review, as a cell of the present scheme: `undefined` where it was not on the register then, `null` where it was
 * not rated, `elsewhere` where it was rated by a scheme that cannot be compared.
 */
export function positionBefore(
  scheme: SchemeVersion,
  last: Pick<FrozenReview, 'positions' | 'schemeId'> | null,
  risk: Pick<SnapshotRisk, 'number'>,
): Cell | null | 'elsewhere' | undefined {
  const code = last?.positions[String(risk.number)];
  if (last === null || code === undefined || code === 'x') return undefined;
  const [likelihood, impact] = code.split('-');
  if (likelihood === undefined || impact === undefined) return null;
  const cell = { likelihood, impact };
  if (last.schemeId === scheme.id) return cell;
  if (scheme.mapping?.from !== last.schemeId) return 'elsewhere';
  return mappedCell(scheme.mapping.cells, cell) ?? 'elsewhere';
}
