/** Whether a pack still shows what stands in the workspace. */
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { isCleared } from '#shared/domain/packs/pack-order.ts';
import { contentsOf } from '#shared/domain/packs/pack-contents.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { hashOfWords } from './what-papers-say.ts';

/**
 * Changes whenever anything in the pack of this edition does, and with nothing else: of what is restricted the public pack
 * must not bear so much as a mark. In hex.
 */
export async function fingerprintOf(as: PackAsItStands, edition: Edition): Promise<string> {
  const { meeting, organisation, pack, items, papers, paperRecords, issued } = as;
  const before = issued
    .filter((one) => one.edition === edition)
    .map(({ id }) => id)
    .sort();
  const shown = contentsOf(edition, items, papers, pack?.leftOut ?? []).map(
    ({ item, papers: own, leftOut, isWithheld }) => {
      const { id: itemId, number, depth, minutes, ground } = item;
      if (isWithheld) return { itemId, number, depth, minutes, ground };
      // How far a paper is decides nothing but whether a supplement takes it.
      const papersShown = own.map(({ status, ...paper }) => ({
        ...paper,
        isIn: before.length === 0 || isCleared({ status }),
      }));
      return { item, papersShown, leftOut };
    },
  );
  const heads = shown.flatMap(({ papersShown = [] }) =>
    papersShown.map(({ id: paper }) => {
      const { status: _status, $touch: _touch, ...rest } = paperRecords.get(paper)?._heads ?? {};
      return rest;
    }),
  );
  const { hasCover, isMarkedDraft, isSensitive, access } = pack ?? {};
  const marks = [hasCover, isMarkedDraft, isSensitive, edition === 'restricted' ? access : null].map(
    (mark) => mark ?? null,
  );
  // The meeting's own marks move with every item, restricted ones too: what the pages show of it is looked at instead.
  const { id, bodyName, date, start, end, place } = meeting;
  const about = { organisation, id, bodyName, date, start, end, place };
  return hashOfWords(canonicalJson([edition, about, marks, before, shown, heads]));
}
