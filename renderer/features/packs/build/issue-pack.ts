/** Issuing: the pack is made once more, as it is given out, kept for good, and recorded. */
import { beforeIssue } from '#shared/domain/packs/before-issue.ts';
import { issuePack, type IssuedValues } from '#shared/domain/packs/issue.commands.ts';
import { isEmptyOrder, packName, type PackOrder } from '#shared/domain/packs/pack-order.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { keepFile } from '#renderer/data/files.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { fileNameOf, orderOf } from './build-pack.ts';
import type { BuildWork, CannotIssue } from './build-work.ts';
import { dropBuilt, passingName, readPassing } from './built-pack.ts';
import { fingerprintOf } from './fingerprint.ts';
import { makePack, type MadePack } from './make-pack.ts';
import type { PackAsItStands } from './pack.queries.ts';
import { whatPapersSay } from './what-papers-say.ts';
import { withWorker } from './with-worker.ts';

/** Issues the main pack, or the next supplement. Answers with the record's id. */
export async function issueNext(
  session: Session,
  as: PackAsItStands,
  work: BuildWork,
): Promise<Result<string, CannotIssue>> {
  const { database, edition } = work;
  const meetingId = as.meeting.id;
  const says = await whatPapersSay(database, as);
  const order = orderOf(as, edition, says);
  if (order.entries.length === 0) return refuse({ type: 'NothingToBuild' });
  if (isEmptyOrder(order)) return refuse({ type: 'NothingNew', issue: order.issue - 1 });
  if (beforeIssue(order, as.papers, as.pack?.leftOut ?? []).some(({ stops }) => stops)) {
    return refuse({ type: 'StoodInTheWay' });
  }
  return withWorker(work, meetingId, async (worker): Promise<Result<string, CannotIssue>> => {
    const name = passingName(database.name, meetingId, edition);
    const madeFrom = await fingerprintOf(as, edition);
    const made = await makePack({ as, order, says, madeFrom, name, issuedOn: session.today }, worker, work);
    if (!made.ok) return made;
    if (made.value.leftOut.length > 0) {
      return refuse({ type: 'PapersRefused', titles: made.value.leftOut.map(({ title }) => title) });
    }
    work.onProgress({ words: 'Keeping the pack as issued', done: 1, total: 1 });
    for (const { part } of made.value.sheaves) await keepFile(database, part.file);
    const sha256 = await keepFile(database, await readPassing(database.name, meetingId, edition));
    const recorded = await record(session, as, order, made.value, sha256);
    if (recorded.ok) await dropBuilt(database.name, meetingId, edition);
    return recorded;
  });
}

async function record(
  session: Session,
  as: PackAsItStands,
  order: PackOrder,
  made: MadePack,
  sha256: string,
): Promise<Result<string, CannotIssue>> {
  const { edition, form, issue, first } = order;
  const id = session.newId();
  const name = packName(edition, form, issue);
  const values: IssuedValues = {
    edition,
    form,
    issue,
    title: made.title,
    fileName: fileNameOf(as, name === 'Board pack' ? 'pack' : name),
    first,
    last: first + made.pages - 1,
    sha256,
    bytes: made.bytes,
    isSensitive: made.isSensitive,
    items: order.entries.map(({ item: { id: itemId, number, depth, title }, isWithheld }) => ({
      id: itemId,
      number,
      depth,
      title: isWithheld ? '' : title,
    })),
    parts: made.parts,
    withdrawn: order.withdrawn.flatMap(({ part }) => part.paperId ?? []),
    access: edition === 'restricted' ? (as.pack?.access ?? []) : [],
  };
  const papers = order.inside.flatMap(({ paper }) => as.paperRecords.get(paper.id) ?? []);
  const kept = await run(session, issuePack, {
    id,
    meeting: as.meeting,
    values,
    issued: as.issued,
    papers,
    by: session.me.name,
  });
  return kept.ok ? ok(id) : kept;
}
