/** The figures that a frozen review keeps beside its file, for lists and curves that open no file. */
import { bandOf, cellCode, isAboveLine } from '#shared/domain/rating/scheme.ts';
import { isLive } from './as-at.ts';
import type { ReviewCounts } from './frozen-review.ts';
import type { Snapshot } from './snapshot.ts';

/** Live risks, those above the line, and how many stand in cells of each colour. */
export function countsOf({ scheme, risks }: Snapshot): ReviewCounts {
  const counts = { live: 0, above: 0, red: 0, amber: 0, green: 0 };
  for (const risk of risks) {
    if (!isLive(risk)) continue;
    counts.live += 1;
    if (risk.current === null) continue;
    counts[bandOf(scheme, risk.current)] += 1;
    if (isAboveLine(scheme, risk.current)) counts.above += 1;
  }
  return counts;
}

export const unratedMark = '?';
export const closedMark = 'x';

/** Where each risk stood, by its number. */
export function positionsOf({ risks }: Snapshot): Readonly<Record<string, string>> {
  const told = risks.filter(({ status }) => status !== 'proposed');
  return Object.fromEntries(
    told.map((risk) => {
      const place = risk.current === null ? unratedMark : cellCode(risk.current);
      return [String(risk.number), isLive(risk) ? place : closedMark];
    }),
  );
}
