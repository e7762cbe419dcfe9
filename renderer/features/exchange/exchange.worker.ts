/** Makes, opens and takes in bundles away from the window. What is opened stays here until it is taken in or another is opened. */
import type { BundleDevice } from '#shared/bundle/manifest.ts';
import type { OpenedBundle } from '#shared/bundle/read-bundle.ts';
import type { Stage, TellProgress } from '#shared/bundle/progress.ts';
import type { BundleRefusal } from '#shared/bundle/refusal.ts';
import { kinds } from '#shared/domain/kinds.ts';
import type { BundleReport, RecordChange } from '#renderer/data/exchange/bundle-report.ts';
import { commitDraft } from '#renderer/data/commit.ts';
import { decidedAll, stillAsShown, type Decided } from '#renderer/data/exchange/decisions.ts';
import type { ExportRow } from '#renderer/data/database.ts';
import { backUpOnOwnShelf, type AutomaticBackup } from '#renderer/data/backup/automatic-backup.ts';
import type { BackupReason } from '#renderer/data/backup/shelf.ts';
import { makeBackup, rehearseRestore, type Rehearsed } from '#renderer/data/exchange/backup.ts';
import type { BundleOrder } from '#renderer/data/exchange/gather.ts';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { makeBundle, makeVolumes, type MadeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { commonUpTo, isCopyTold, takeNewIdentity } from '#renderer/data/exchange/new-identity.ts';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { lookAtBundle, takeBundle, type TakeRefusal } from '#renderer/data/exchange/take-bundle.ts';
import { undoImport } from '#renderer/data/exchange/undo-import.ts';
import { thisMachine } from '#renderer/data/machine.ts';
import { rebuild } from '#renderer/data/rebuild.ts';
import { isStorageFull } from '#renderer/data/run.ts';
import { openSession, type Founder, type Session } from '#renderer/data/session.ts';

export type ExchangeAsk =
  /** An invitation or a backup, for a laptop that has no workspace yet. */
  | { readonly type: 'unlock'; readonly file: Blob; readonly passphrase: string }
  /** Into a database of this name, what was unlocked last. */
  | { readonly type: 'join'; readonly workspace: string; readonly founder: Founder; readonly fileName: string }
  | WorkspaceAsk;

/** What is asked within a workspace. */
type WorkspaceAsk =
  | {
      readonly type: 'make';
      readonly workspace: string;
      readonly order: BundleOrder;
      /** No file is to be larger, in bytes; `null` for one file. */
      readonly largest: number | null;
    }
  | {
      readonly type: 'open';
      readonly workspace: string;
      readonly file: Blob;
      readonly fileName: string;
      readonly passphrase: string | null;
    }
  /** Again, once the author's words have been compared. */
  | { readonly type: 'trust'; readonly workspace: string }
  /** Field by field, of the bundle that is being looked through: what changes in these records, each `kind id`. */
  | { readonly type: 'details'; readonly workspace: string; readonly records: ReadonlySet<string> }
  /** With what was decided already; it is saved once all is in. */
  | { readonly type: 'take'; readonly workspace: string; readonly decided: ReadonlyArray<Decided> }
  | { readonly type: 'backup'; readonly workspace: string; readonly passphrase: string; readonly app: string }
  | { readonly type: 'newIdentity'; readonly workspace: string }
  | { readonly type: 'rebuild'; readonly workspace: string }
  | { readonly type: 'backUpByItself'; readonly workspace: string; readonly why: BackupReason; readonly app: string }
  | { readonly type: 'rehearse'; readonly workspace: string; readonly file: Blob; readonly passphrase: string }
  | { readonly type: 'undo'; readonly workspace: string; readonly bundle: string; readonly label: string };

export type ExchangeAnswer =
  | { readonly type: 'unlocked'; readonly invitation: Invitation }
  | { readonly type: 'joined' }
  /** The file could not be read to its end: it was changed or taken away meanwhile. */
  | { readonly type: 'fileGone' }
  | {
      readonly type: 'made';
      /** One file, or the parts that what is sent is spread over. */
      readonly parts: ReadonlyArray<{ readonly file: Blob; readonly fileName: string }>;
      readonly isOneTooLarge: boolean;
      readonly row: ExportRow;
      readonly saves: number;
      readonly files: number;
    }
  | { readonly type: 'refused'; readonly refusal: BundleRefusal | TakeRefusal }
  | {
      readonly type: 'looked';
      readonly report: BundleReport;
      readonly author: BundleDevice;
      /** This laptop turned out to be a copy, and goes on under a new identity. */
      readonly isRenewed: boolean;
    }
  | { readonly type: 'detailed'; readonly records: ReadonlyArray<RecordChange> }
  | { readonly type: 'taken'; readonly report: BundleReport; readonly decided: number }
  | { readonly type: 'renewed' }
  | { readonly type: 'rebuilt' }
  | { readonly type: 'backedUp'; readonly outcome: AutomaticBackup }
  | { readonly type: 'rehearsed'; readonly rehearsed: Rehearsed }
  | { readonly type: 'undone'; readonly leftAlone: number }
  /** Ended by the officer: nothing is left half done. */
  | { readonly type: 'cancelled' }
  | { readonly type: 'outOfRoom' }
  | { readonly type: 'fault'; readonly message: string };

/** What an invitation or a backup holds, to be looked at before it is joined or restored. */
export interface Invitation {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly author: BundleDevice;
  /** When it was made, by its author's clock. */
  readonly madeAt: number;
  readonly saves: number;
  readonly files: number;
}

/** Told while it is being worked on. */
export type ExchangeNews =
  | { readonly type: 'progress'; readonly stage: Stage; readonly done: number; readonly of: number }
  /** The next of the records that the report speaks of, which comes without them when it is `looked`. */
  | { readonly type: 'records'; readonly records: ReadonlyArray<RecordChange> };

/** So many records are told at a time: to read all of a long report at once would keep the window from its work. */
const recordsAtATime = 1000;

interface Waiting {
  readonly opened: OpenedBundle;
  readonly fileName: string;
  readonly isAuthorChecked: boolean;
  readonly isRenewed: boolean;
}

let session: Session | null = null;
let waiting: Waiting | null = null;
let invitation: OpenedBundle | null = null;

class FileGone extends Error {}

/** Read once, whole, before anything is looked at: what is done is done with these bytes, whatever becomes of the file. */
async function bytesOf(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileGone();
  }
}

async function sessionOf(workspace: string): Promise<Session> {
  session ??= await openSession(workspace, kinds, thisMachine);
  if (session === null) throw new Error('There is no workspace');
  return session;
}

/** After it took a new identity. */
async function openedAnew(workspace: string): Promise<Session> {
  session?.database.close();
  session = null;
  return sessionOf(workspace);
}

async function looked(on: Session): Promise<ExchangeAnswer> {
  if (waiting === null) throw new Error('No bundle is open');
  tell('work', 0, 1);
  let report = await lookAtBundle(on, waiting);
  // Nothing of it would change anything here: what its author holds and lacks is worth knowing all the same.
  if (report.ok && report.value.saves + report.value.waiting + report.value.files === 0)
    report = await takeBundle(on, waiting);
  if (!report.ok) return { type: 'refused', refusal: report.refusal };
  const { records } = report.value;
  for (let from = 0; from < records.length; from += recordsAtATime) {
    const news: ExchangeNews = { type: 'records', records: records.slice(from, from + recordsAtATime) };
    postMessage(news);
  }
  const { author } = waiting.opened;
  return { type: 'looked', report: { ...report.value, records: [] }, author, isRenewed: waiting.isRenewed };
}

let toldAt = 0;

/** No oftener than an eye can follow. */
const tell: TellProgress = (stage, done, of) => {
  const now = performance.now();
  if (done > 0 && done < of && now - toldAt < 50) return;
  toldAt = now;
  const news: ExchangeNews = { type: 'progress', stage, done, of };
  postMessage(news);
};

function asBlob(bytes: Uint8Array): Blob {
  return new Blob([bytes.slice()]);
}

function madeOne({ file, ...made }: MadeBundle): ExchangeAnswer {
  const parts = [{ file: asBlob(file), fileName: made.row.fileName }];
  return { type: 'made', parts, isOneTooLarge: false, ...made };
}

async function unlocked(file: Blob, passphrase: string): Promise<ExchangeAnswer> {
  const opened = await openInvitation(await bytesOf(file), passphrase);
  if (!opened.ok) return { type: 'refused', refusal: opened.refusal };
  invitation = opened.value;
  const { manifest, author, segments, files } = opened.value;
  const saves = segments.reduce((sum, { read }) => sum + read.saves.length, 0);
  const { workspace, at: madeAt } = manifest;
  return { type: 'unlocked', invitation: { workspace, author, madeAt, saves, files: files.length } };
}

async function joined(workspace: string, founder: Founder, fileName: string): Promise<ExchangeAnswer> {
  if (invitation === null) throw new Error('Nothing has been unlocked');
  const result = await joinWorkspace(workspace, kinds, thisMachine, founder, { opened: invitation, fileName });
  if (!result.ok) return { type: 'refused', refusal: result.refusal };
  invitation = null;
  result.value.database.close();
  return { type: 'joined' };
}

/** How many of them are saved. All is in already, so that a fault here must not pass for one of taking it in: they can be decided again. */
async function keptDecisions(on: Session, decided: ReadonlyArray<Decided>): Promise<number> {
  if (decided.length === 0) return 0;
  try {
    const standing = await stillAsShown(on, decided);
    if (standing.length > 0) await commitDraft(on, decidedAll(standing), on.me.name);
    return standing.length;
  } catch {
    return 0;
  }
}

async function answerTo(ask: ExchangeAsk): Promise<ExchangeAnswer> {
  if (ask.type === 'unlock') return unlocked(ask.file, ask.passphrase);
  if (ask.type === 'join') return joined(ask.workspace, ask.founder, ask.fileName);
  return answerWithin(ask);
}

async function answerWithin(ask: WorkspaceAsk): Promise<ExchangeAnswer> {
  const on = await sessionOf(ask.workspace);
  switch (ask.type) {
    case 'make': {
      if (ask.largest === null) return madeOne(await makeBundle(on, ask.order, tell));
      const { parts, ...made } = await makeVolumes(on, ask.order, ask.largest, tell);
      return { type: 'made', parts: parts.map(({ file, fileName }) => ({ file: asBlob(file), fileName })), ...made };
    }
    case 'backup':
      return madeOne(await makeBackup(on, ask, tell));
    case 'rebuild':
      tell('work', 0, 1);
      await rebuild(on, kinds);
      return { type: 'rebuilt' };
    case 'newIdentity':
      await takeNewIdentity(on, await commonUpTo(on.database, null));
      return { type: 'renewed' };
    case 'backUpByItself':
      return { type: 'backedUp', outcome: await backUpOnOwnShelf(on, ask) };
    case 'rehearse': {
      const bytes = await bytesOf(ask.file);
      const result = await rehearseRestore(bytes, ask.passphrase, kinds, thisMachine);
      return result.ok ? { type: 'rehearsed', rehearsed: result.value } : { type: 'refused', refusal: result.refusal };
    }
    case 'open': {
      const opened = await openBundle(on, await bytesOf(ask.file), ask.passphrase, tell);
      if (!opened.ok) return { type: 'refused', refusal: opened.refusal };
      const isRenewed = await isCopyTold(on.database, opened.value);
      if (isRenewed) await takeNewIdentity(on, await commonUpTo(on.database, opened.value));
      waiting = { opened: opened.value, fileName: ask.fileName, isAuthorChecked: false, isRenewed };
      return looked(isRenewed ? await openedAnew(ask.workspace) : on);
    }
    case 'trust':
      if (waiting !== null) waiting = { ...waiting, isAuthorChecked: true };
      return looked(on);
    case 'details': {
      if (waiting === null) throw new Error('No bundle is open');
      // Looked at once more and let go: what the records would hold depends on all that comes with them.
      const again = await lookAtBundle(on, { ...waiting, detailed: ask.records });
      if (!again.ok) return { type: 'refused', refusal: again.refusal };
      return { type: 'detailed', records: again.value.records.filter(({ isDetailed }) => isDetailed) };
    }
    case 'take': {
      if (waiting === null) throw new Error('No bundle is open');
      tell('work', 0, 1);
      const taken = await takeBundle(on, waiting);
      if (!taken.ok) return { type: 'refused', refusal: taken.refusal };
      waiting = null;
      // Which records they are has been looked through: nothing long is told once more.
      const report = { ...taken.value, records: [] };
      return { type: 'taken', report, decided: await keptDecisions(on, ask.decided) };
    }
    case 'undo': {
      const row = await on.database.imports.get(ask.bundle);
      if (row === undefined) throw new Error('No such import');
      return { type: 'undone', ...(await undoImport(on, row, ask.label)) };
    }
  }
}

function answerToFault(fault: unknown): ExchangeAnswer {
  if (fault instanceof FileGone) return { type: 'fileGone' };
  return isStorageFull(fault) ? { type: 'outOfRoom' } : { type: 'fault', message: String(fault) };
}

addEventListener('message', ({ data }: MessageEvent<ExchangeAsk>) => {
  answerTo(data).then(
    (answer) => postMessage(answer),
    (fault: unknown) => postMessage(answerToFault(fault)),
  );
});
