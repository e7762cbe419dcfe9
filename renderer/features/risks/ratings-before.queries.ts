/** How a risk was rated before: every rating ever kept, from its history. */
import { ratingKinds, type RatingKind } from '#shared/domain/risks/rate.commands.ts';
import { riskKind } from '#shared/domain/risks/risk.ts';
import { aKeptRating, type KeptRating } from '#shared/domain/risks/values.ts';
import type { Database } from '#renderer/data/database.ts';
import { readSavesOf } from '#renderer/data/log.ts';

export interface RatingBefore {
  readonly key: string;
  readonly which: RatingKind;
  readonly rating: KeptRating;
  readonly by: string;
}

/** The latest first. A rating taken back by *Undo* is not among them. */
export async function readRatingsBefore(database: Database, riskId: string): Promise<ReadonlyArray<RatingBefore>> {
  const saves = await readSavesOf(database, riskId);
  const taken = new Set(
    saves.flatMap(({ device, reverts }) => (reverts?.type === 'undo' ? [`${device} ${reverts.seq}`] : [])),
  );
  const found = new Map<string, RatingBefore & { readonly at: number }>();
  for (const { device, seq, at, by, edits, reverts } of saves) {
    if (reverts !== null || taken.has(`${device} ${seq}`)) continue;
    for (const { kind, record, path, value } of edits) {
      const which = ratingKinds.find((one) => one === path);
      if (kind !== riskKind.name || record !== riskId || which === undefined) continue;
      const rating = aKeptRating(value);
      if (rating.ok)
        found.set(`${which} ${rating.value.id}`, {
          key: `${device} ${seq} ${path}`,
          which,
          rating: rating.value,
          by,
          at,
        });
    }
  }
  return [...found.values()].sort((a, b) => b.at - a.at);
}
