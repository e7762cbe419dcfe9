/**
 * The consolidated pack: every page issued so far in one file, in the order of the numbers, so that number, label and page
 * in the hand still agree. Nothing is printed anew; superseded pages say where the new ones are.
 */
import { issuePack, type IssuedValues } from '#shared/domain/packs/issue.commands.ts';
import type { Edition, IssuedPart } from '#shared/domain/packs/issued-pack.ts';
import { issuedSoFar, pagesOf, rangeInWords, standingPlace, type IssuedSoFar } from '#shared/domain/packs/issues.ts';
import { packName, partIdOf } from '#shared/domain/packs/pack-order.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { Bookmark } from '#shared/pdf/pack-plan.ts';
import { keepFile, readFile } from '#renderer/data/files.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import type { BuildPart } from './build-messages.ts';
import { fileNameOf } from './build-pack.ts';
import type { BuildWork, CannotIssue } from './build-work.ts';
import { packFolder, passingName, readPassing } from './built-pack.ts';
import { stampLine } from './collect-papers.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { packTitle } from './pages/front-pages.ts';
import { hashOfWords } from './what-papers-say.ts';
import { withWorker } from './with-worker.ts';

export async function consolidate(
  session: Session,
  as: PackAsItStands,
  work: BuildWork,
): Promise<Result<string, CannotIssue>> {
  const { database, edition } = work;
  const so = issuedSoFar(as.issued, edition);
  const meetingId = as.meeting.id;
  const parts = so.packs.flatMap((pack) => pack.parts);
  const held = await filesOf(session, so, parts);
  if (!held.ok) return held;
  const name = packName(edition, 'consolidated', so.issue);
  const title = packTitle(as.meeting, `${name}, issue ${so.issue}`);
  const isSensitive = so.packs.some((pack) => pack.isSensitive);
  return withWorker(work, meetingId, async (worker): Promise<Result<string, CannotIssue>> => {
    work.onProgress({ words: 'Putting the pages together', done: 0, total: so.last });
    const built = await worker.build(
      {
        title,
        parts: held.value,
        outline: outlineOf(so),
        labels: { prefix: edition === 'public' ? '' : 'R', first: 1 },
        marking: isSensitive ? 'OFFICIAL-SENSITIVE' : null,
        watermark: null,
        backTo: partIdOf('agenda', so.issue),
        attachments: [],
        documentId: (await hashOfWords(so.packs.map(({ sha256 }) => sha256).join(' '))).slice(0, 32),
        producer: work.producer,
        folder: packFolder,
        name: passingName(database.name, meetingId, edition),
      },
      (part, done) => work.onProgress({ words: `Adding ${held.value[part]?.title ?? ''}`, done, total: so.last }),
    );
    if (!built.ok) {
      if (built.refusal.type === 'PartRefused') throw new Error('Pages issued before cannot be read');
      return refuse({ type: built.refusal.type });
    }
    if (built.value.pages !== so.last) throw new Error('The consolidated pack does not hold every page issued');
    const sha256 = await keepFile(database, await readPassing(database.name, meetingId, edition));
    const id = session.newId();
    const values: IssuedValues = {
      edition,
      form: 'consolidated',
      issue: so.issue,
      title,
      fileName: fileNameOf(as, `${name} issue ${so.issue}`),
      first: 1,
      last: so.last,
      sha256,
      bytes: built.value.bytes,
      isSensitive,
      items: so.packs.at(-1)?.items ?? [],
      parts,
      withdrawn: [],
      access: [...new Set(so.packs.flatMap(({ access }) => access))],
    };
    const { meeting, issued } = as;
    const kept = await run(session, issuePack, { id, meeting, values, issued, papers: [], by: session.me.name });
    return kept.ok ? ok(id) : kept;
  });
}

/** The pages of every part as they were put in, stamped as they were, with a word where they are superseded. */
async function filesOf(
  { database }: Session,
  so: IssuedSoFar,
  parts: ReadonlyArray<IssuedPart>,
): Promise<Result<ReadonlyArray<BuildPart>, CannotIssue>> {
  const found: BuildPart[] = [];
  const missing: string[] = [];
  for (const part of parts) {
    const { id, title, role, isOurs, itemNumber, reference, version, sha256 } = part;
    const file = await readFile(database, sha256);
    if (file === null) missing.push(title);
    else {
      const line = role === 'paper' ? `${stampLine(itemNumber, reference, version)}${fateOf(so, part)}` : null;
      found.push({ id, title, file, line, ownPages: isOurs });
    }
  }
  return missing.length === 0 ? ok(found) : refuse({ type: 'PapersRefused', titles: missing });
}

function fateOf(so: IssuedSoFar, part: IssuedPart): string {
  if (part.paperId === null) return '';
  const standing = standingPlace(so, part.paperId);
  if (standing === null) return ' · withdrawn';
  if (standing.part.id === part.id) return '';
  return ` · superseded, see ${rangeInWords(pagesOf(standing.part, so.edition))}`;
}

/** The newest agenda and what stands under it first; what is superseded, and each issue's own pages, after it. */
function outlineOf(so: IssuedSoFar): ReadonlyArray<Bookmark> {
  const newest = so.packs.at(-1);
  const parts = so.packs.flatMap((pack) => pack.parts);
  const papers = parts.filter(({ role }) => role === 'paper');
  const standing = papers.filter((part) => fateOf(so, part) === '');
  const agenda = newest?.parts.find(({ role }) => role === 'agenda');
  const items = (newest?.items ?? []).flatMap(({ id, number, title }): Bookmark[] => {
    const own = standing.filter(({ itemId }) => itemId === id);
    const [first] = own;
    if (first === undefined) return [];
    const children = own.length === 1 ? [] : own.map((part) => bookmark(part.title, part.id));
    return [{ ...bookmark(`${number} ${title}`, first.id), inherit: own.length === 1, children }];
  });
  const old = papers.filter((part) => fateOf(so, part) !== '');
  const issues = so.packs.map((pack): Bookmark => {
    const own = pack.parts.filter(({ role }) => role !== 'paper');
    const children = own.map((part) => bookmark(part.title, part.id));
    const name = packName(so.edition, pack.form, pack.issue);
    return { ...bookmark(`${name} (issue ${pack.issue})`, pack.parts[0]?.id ?? ''), children };
  });
  const superseded = old.map((part) => bookmark(`${part.itemNumber} ${part.title}${fateOf(so, part)}`, part.id));
  const [firstOld] = old;
  return [
    ...(agenda === undefined ? [] : [bookmark('Agenda', agenda.id)]),
    ...items,
    ...(firstOld === undefined ? [] : [{ ...bookmark('Superseded and withdrawn', firstOld.id), children: superseded }]),
    ...issues,
  ];
}

function bookmark(title: string, part: string): Bookmark {
  return { title, part, page: 1, inherit: false, children: [] };
}

/** Whether there is anything to put together: one main pack alone is consolidated already. */
export function canConsolidate(as: PackAsItStands, edition: Edition): boolean {
  const so = issuedSoFar(as.issued, edition);
  const made = as.issued.some(({ form, edition: of, issue }) => {
    return form === 'consolidated' && of === edition && issue === so.issue;
  });
  return so.packs.length > 1 && !made;
}
