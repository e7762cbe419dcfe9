/**
 * Attaches files one after another: each is looked at, kept and made a paper or a version of one. What will not do is left
 * out with its reason and the others go on; of a file left out nothing stays behind.
 */
import { cleanFileName, titleFromFileName } from '#shared/domain/papers/file-name.ts';
import { addFilePaper, attachVersion, type AttachedFile } from '#shared/domain/papers/paper-version.commands.ts';
import { paperVersionKind, type OriginalFile, type SourcePicture } from '#shared/domain/papers/paper-version.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';
import { hashOf, keepFile } from '#renderer/data/files.ts';
import { isStorageFull, run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { warningsOf } from './attach-warnings.ts';
import type { FileRefusal } from './file-refusal.ts';
import type { Inspector } from './inspector.ts';
import type { Looked } from './look-at-file.ts';
import { openByDetour, type Detoured, type DetourTools } from './open-by-detour.ts';

/** Where files go: each a paper of its own (under an item, or nowhere yet), or the next version of one paper. */
export type AttachTo =
  | { readonly type: 'item'; readonly meetingId: string | null; readonly itemId: string | null }
  | { readonly type: 'paper'; readonly paperId: string; readonly note: string };

export interface Attached {
  readonly paperId: string;
  /** What to know of the file, a sentence each. */
  readonly warnings: ReadonlyArray<string>;
}

export interface AttachOutcome {
  /** Cleaned, as it may be shown. */
  readonly fileName: string;
  readonly result: Result<Attached, FileRefusal>;
}

export interface AttachWork {
  readonly session: Session;
  readonly look: Inspector['look'];
  /** For what cannot be taken as it is. */
  readonly detour: DetourTools;
  readonly signal: AbortSignal;
  /** Told before each file: how many are done, and which is next. */
  onProgress(done: number, fileName: string): void;
}

export async function attachFiles(
  files: ReadonlyArray<File>,
  to: AttachTo,
  work: AttachWork,
): Promise<ReadonlyArray<AttachOutcome>> {
  const outcomes: AttachOutcome[] = [];
  for (const [index, file] of files.entries()) {
    const fileName = cleanFileName(file.name);
    work.onProgress(index, fileName);
    const result = work.signal.aborted ? refuse({ type: 'Cancelled' }) : await attachOne(file, fileName, to, work);
    outcomes.push({ fileName, result });
  }
  return outcomes;
}

async function attachOne(
  file: File,
  fileName: string,
  to: AttachTo,
  work: AttachWork,
): Promise<AttachOutcome['result']> {
  const { session } = work;
  const description = titleFromFileName(fileName);
  const looked = await lookAnyhow(file, fileName, description, work);
  if (!looked.ok) return looked;
  const blobs = blobsOf(file, looked.value);
  const kept = await keepAll(session.database, blobs);
  if (!kept.ok) return kept;
  const { hashes, forget } = kept.value;
  let attached: AttachOutcome['result'] | null = null;
  try {
    const result = await attachKept(
      session,
      to,
      attachedFile(file, fileName, looked.value, blobs, hashes, description),
    );
    attached = result;
    return result;
  } finally {
    if (attached === null || !attached.ok) await forget();
  }
}

interface Seen extends Looked {
  /** A sound copy of a file that could not be taken as it is. */
  readonly copy: Detoured | null;
}

async function lookAnyhow(
  file: File,
  name: string,
  description: string,
  { look, detour }: AttachWork,
): Promise<Result<Seen, FileRefusal>> {
  const looked = await look({ file, name, description });
  if (looked.ok) return ok({ ...looked.value, copy: null });
  if (looked.refusal.type !== 'Damaged' && looked.refusal.type !== 'Encrypted') return looked;
  const detoured = await openByDetour(file, name, looked.refusal, detour);
  if (!detoured.ok) return detoured;
  const again = await look({ file: detoured.value.pdf, name, description });
  if (!again.ok) return again;
  const repaired = again.value.facts.repaired || detoured.value.copied === 'repaired';
  return ok({ ...again.value, facts: { ...again.value.facts, repaired }, copy: detoured.value });
}

interface Blobs {
  readonly pdf: Blob;
  readonly picture: Blob | null;
  /** The file as it came, where `pdf` is a copy made of it. */
  readonly original: Blob | null;
}

function blobsOf(file: File, { page, copy }: Seen): Blobs {
  if (page !== null) return { pdf: new Blob([page], { type: 'application/pdf' }), picture: file, original: null };
  if (copy !== null) return { pdf: copy.pdf, picture: null, original: new Blob([file], { type: 'application/pdf' }) };
  return { pdf: new Blob([file], { type: 'application/pdf' }), picture: null, original: null };
}

interface Hashes {
  readonly pdf: string;
  readonly picture: string | null;
  readonly original: string | null;
}

/** Keeps what belongs to one file, all or nothing. `forget` takes away again what was not held before. */
async function keepAll(
  database: Database,
  { pdf, picture, original }: Blobs,
): Promise<
  Result<{ readonly hashes: Hashes; readonly forget: () => Promise<void> }, { readonly type: 'StorageFull' }>
> {
  const fresh: string[] = [];
  const forget = async (): Promise<void> => database.files.bulkDelete(fresh);
  async function keep(blob: Blob): Promise<string> {
    const sha256 = await hashOf(await blob.arrayBuffer());
    if ((await database.files.where('sha256').equals(sha256).count()) === 0) fresh.push(sha256);
    return keepFile(database, blob);
  }
  try {
    const hashes = {
      pdf: await keep(pdf),
      picture: picture === null ? null : await keep(picture),
      original: original === null ? null : await keep(original),
    };
    return ok({ hashes, forget });
  } catch (fault) {
    if (!isStorageFull(fault)) throw fault;
    await forget();
    return refuse({ type: 'StorageFull' });
  }
}

function attachedFile(
  file: File,
  fileName: string,
  { facts, contents, copy }: Seen,
  blobs: Blobs,
  hashes: Hashes,
  description: string,
): AttachedFile {
  const picture: SourcePicture | null =
    hashes.picture === null ? null : { sha256: hashes.picture, type: file.type, description };
  const original: OriginalFile | null =
    hashes.original === null || copy === null
      ? null
      : { sha256: hashes.original, size: file.size, copied: copy.copied };
  const { size } = blobs.pdf;
  return { sha256: hashes.pdf, fileName, type: 'application/pdf', size, facts, contents, original, picture };
}

async function attachKept(session: Session, to: AttachTo, file: AttachedFile): Promise<AttachOutcome['result']> {
  const { database, me } = session;
  const papers = rowsOf(database, paperKind);
  if (to.type === 'paper') {
    const paper = await papers.get(to.paperId);
    if (paper === undefined) return refuse({ type: 'PaperGone' });
    const versions = await rowsOf(database, paperVersionKind).where('paperId').equals(paper.id).toArray();
    const done = await run(session, attachVersion, { paper, versions, file, addedBy: me.name, note: to.note });
    return done.ok ? ok({ paperId: paper.id, warnings: warningsOf(file) }) : done;
  }
  const others = to.itemId === null ? [] : await papers.where('itemId').equals(to.itemId).toArray();
  const id = session.newId();
  const { meetingId, itemId } = to;
  const title = titleFromFileName(file.fileName);
  const paper = { id, title, author: '', others, meetingId, itemId };
  const done = await run(session, addFilePaper, { paper, file, addedBy: me.name });
  if (done.ok) return ok({ paperId: id, warnings: warningsOf(file) });
  // A cleaned file name always leaves a title.
  if (done.refusal.type === 'TitleMissing') throw new Error('A file without a name');
  return refuse(done.refusal);
}
