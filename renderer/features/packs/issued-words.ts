/** What was issued, in the officers' words. */
import { withYear } from '#shared/kernel/civil-date.ts';
import type { IssuedPack } from '#shared/domain/packs/issued-pack.ts';
import { pagesOf, rangeInWords } from '#shared/domain/packs/issues.ts';
import { packName } from '#shared/domain/packs/pack-order.ts';

/** `Issue 2: supplement 1` */
export function issuedName({ edition, form, issue }: IssuedPack): string {
  const name = packName(edition, form, issue);
  return `Issue ${issue}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** `pages 121–140, 3 December 2026, by Ada Fell` */
export function issuedDetail(pack: IssuedPack): string {
  const { edition, first, last, issuedOn, issuedBy } = pack;
  const range = rangeInWords(pagesOf({ first, pages: last - first + 1 }, edition));
  const when = issuedOn === null ? [] : [withYear(issuedOn)];
  return [range, ...when, ...(issuedBy === '' ? [] : [`by ${issuedBy}`])].join(', ');
}
