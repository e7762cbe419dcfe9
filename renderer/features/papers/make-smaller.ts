/**
 * Makes a paper's scanned file smaller: its pictures are drawn anew at 300 dots to the inch. What comes of it is a new version
 * of the paper; the file as it came is kept beside it.
 */
import { attachVersion } from '#shared/domain/papers/paper-version.commands.ts';
import { paperVersionKind, type PaperVersion } from '#shared/domain/papers/paper-version.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { ShrinkRefusal } from '#shared/pdf/shrink.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { hashOf, keepFile, readFile } from '#renderer/data/files.ts';
import { isStorageFull, run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { trustedWorkerUrl } from '#renderer/host/worker-url.ts';
import { openAskedWorker } from '#renderer/host/asked-worker.ts';
import { refusalInWords, type FileRefusal } from './file-refusal.ts';
import { openInspector } from './inspector.ts';
import type { Looked } from './look-at-file.ts';
import type { MakeSmallerAnswer } from './make-smaller.worker.ts';
import { sizeInWords } from './paper-words.ts';

/** Milliseconds after which it is given up: some seconds for each picture, and there may be hundreds. */
const patience = 10 * 60_000;

export interface MadeSmaller {
  /** In bytes. */
  readonly before: number;
  readonly after: number;
}

export type MakeSmallerRefusal =
  | ShrinkRefusal
  | FileRefusal
  /** The file is not on this laptop. */
  | { readonly type: 'NotHere' };

/** To stand after “because”. */
export function makeSmallerRefusalInWords(refusal: MakeSmallerRefusal): string {
  if (refusal.type === 'NothingToGain') return 'its pictures are no finer than print needs, or would not get smaller.';
  if (refusal.type === 'NotHere') return 'the file is not on this laptop.';
  return refusalInWords(refusal);
}

async function startWorker(): Promise<Worker> {
  const { default: address } = await import('./make-smaller.worker.ts?worker&url');
  return new Worker(trustedWorkerUrl(address), { type: 'module' });
}

/** Refuses, and changes nothing, where there is nothing to gain. */
export async function makeSmaller(
  session: Session,
  version: PaperVersion,
): Promise<Result<MadeSmaller, MakeSmallerRefusal>> {
  const { database } = session;
  const file = await readFile(database, version.sha256);
  if (file === null) return refuse({ type: 'NotHere' });
  const smaller = await asked(file);
  if (!smaller.ok) return smaller;
  const inspector = openInspector();
  const { fileName } = version;
  const looked = await inspector
    .look({ file: smaller.value, name: fileName, description: fileName })
    .finally(() => inspector.end());
  if (!looked.ok) return looked;
  const sha256 = await hashOf(await smaller.value.arrayBuffer());
  const wasHeld = (await readFile(database, sha256)) !== null;
  const attached = await attachSmaller(session, version, smaller.value, looked.value);
  if (!attached.ok && !wasHeld) await database.files.delete(sha256);
  return attached;
}

async function attachSmaller(
  session: Session,
  version: PaperVersion,
  smaller: Blob,
  { facts, contents }: Looked,
): Promise<Result<MadeSmaller, MakeSmallerRefusal>> {
  const { database, me } = session;
  const kept = await keptSafely(session, smaller);
  if (!kept.ok) return kept;
  const paper = await rowsOf(database, paperKind).get(version.paperId);
  if (paper === undefined) return refuse({ type: 'PaperGone' });
  const versions = await rowsOf(database, paperVersionKind).where('paperId').equals(paper.id).toArray();
  const original = version.original ?? { sha256: version.sha256, size: version.size, copied: 'smaller' as const };
  const done = await run(session, attachVersion, {
    paper,
    versions,
    file: {
      sha256: kept.value,
      fileName: version.fileName,
      type: 'application/pdf',
      size: smaller.size,
      facts: { ...facts, repaired: facts.repaired || version.facts?.repaired === true },
      contents,
      original: { ...original, copied: 'smaller' },
      picture: version.picture,
    },
    addedBy: me.name,
    note: `Made smaller: ${sizeInWords(version.size)} to ${sizeInWords(smaller.size)}`,
  });
  return done.ok ? ok({ before: version.size, after: smaller.size }) : done;
}

async function asked(file: Blob): Promise<Result<Blob, MakeSmallerRefusal>> {
  const worker = openAskedWorker<Blob, MakeSmallerAnswer>(startWorker, patience);
  try {
    const answer = await worker.ask(file);
    if (answer === 'tookTooLong') return refuse({ type: 'TookTooLong' });
    if (answer.type === 'fault') throw new Error(answer.message);
    return answer.result;
  } finally {
    worker.end();
  }
}

async function keptSafely(
  { database }: Session,
  file: Blob,
): Promise<Result<string, { readonly type: 'StorageFull' }>> {
  try {
    return ok(await keepFile(database, file));
  } catch (fault) {
    if (isStorageFull(fault)) return refuse({ type: 'StorageFull' });
    throw fault;
  }
}
