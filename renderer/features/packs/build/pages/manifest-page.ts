/** The last page of a pack: what is in it, on which pages, with a hash by which anybody can prove it; as words and as data. */
import type { Edition, IssuedPart } from '#shared/domain/packs/issued-pack.ts';
import { pagesOf, rangeInWords, type PageRange } from '#shared/domain/packs/issues.ts';
import { packName } from '#shared/domain/packs/pack-order.ts';
import { escapeHtml } from '#shared/kernel/escape-html.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { canonicalJson, type Json } from '#shared/kernel/json.ts';

export interface Superseded {
  readonly title: string;
  readonly old: PageRange;
  /** `null` where the paper was withdrawn. */
  readonly by: PageRange | null;
}

export interface Manifest {
  readonly meeting: Meeting;
  readonly edition: Edition;
  readonly form: 'main' | 'supplement';
  readonly issue: number;
  /** `null` in a draft. */
  readonly issuedOn: CivilDate | null;
  readonly parts: ReadonlyArray<IssuedPart>;
  readonly superseded: ReadonlyArray<Superseded>;
}

/** Such as `7 Transport pilot (CTB/27/014 v2)`. */
function partName({ role, itemNumber, title, reference, version }: IssuedPart): string {
  if (role !== 'paper') return title;
  const named = reference === '' ? `v${version}` : `${reference} v${version}`;
  return `${itemNumber} ${title} (${named})`;
}

export function manifestHtml({ edition, form, issue, issuedOn, parts, superseded }: Manifest): string {
  const rows = parts.map((part) => {
    const { first, last } = pagesOf(part, edition);
    return `<tr><td>${escapeHtml(partName(part))}</td><td class="pages">${first === last ? first : `${first}–${last}`}</td><td class="hash">${part.sha256}</td></tr>`;
  });
  const changes = superseded.map(({ title, old, by }) => {
    const what = by === null ? 'withdrawn' : `superseded, see ${rangeInWords(by)}`;
    return `<li>${escapeHtml(title)}: ${rangeInWords(old)} ${what}</li>`;
  });
  const when = issuedOn === null ? 'Draft, not issued.' : `Issued on ${withYear(issuedOn)}.`;
  return `<section><h1>What is in this pack</h1><p>${packName(edition, form, issue)}, issue ${issue}. ${when} Beside each part stands the SHA-256 of its pages as they were put in; the same list is attached to this file as data (manifest.json).</p>
<table class="manifest"><thead><tr><th scope="col">Part</th><th scope="col" class="pages">Pages</th><th scope="col" class="hash">SHA-256</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>${changes.length === 0 ? '' : `<h2>Superseded and withdrawn</h2><ul>${changes.join('')}</ul>`}</section>`;
}

/** The same for programs. It names no person and no machine. */
export function manifestData({ meeting, edition, form, issue, issuedOn, parts, superseded }: Manifest): string {
  const facts: Json = {
    format: 'packhorse-manifest',
    version: 1,
    body: meeting.bodyName,
    meeting: meeting.date,
    edition,
    form,
    issue,
    issuedOn,
    parts: parts.map((part) => ({
      role: part.role,
      item: part.itemNumber,
      title: part.title,
      reference: part.reference,
      version: part.version,
      ...pagesOf(part, edition),
      sha256: part.sha256,
    })),
    superseded: superseded.map(({ title, old, by }) => ({
      title,
      old: { ...old },
      by: by === null ? null : { ...by },
    })),
  };
  return canonicalJson(facts);
}
