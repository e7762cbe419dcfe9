/** Whether a pack still shows what stands in the workspace. */
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
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
  const shown = contentsOf(edition, items, papers, pack?.leftOut ?? []).map(({ item, papers: own, isWithheld }) => {
    const { id, number, depth, minutes, ground } = item;
    return isWithheld ? { id, number, depth, minutes, ground } : { item, own };
  });
  const heads = shown.flatMap(({ own = [] }) => own.map(({ id }) => paperRecords.get(id)?._heads ?? null));
  const { hasCover, isMarkedDraft, isSensitive, access } = pack ?? {};
  const marks = [hasCover, isMarkedDraft, isSensitive, edition === 'restricted' ? access : null].map(
    (mark) => mark ?? null,
  );
  const before = issued
    .filter((one) => one.edition === edition)
    .map(({ id }) => id)
    .sort();
  return hashOfWords(canonicalJson([edition, organisation, meeting._heads, marks, before, shown, heads]));
}
