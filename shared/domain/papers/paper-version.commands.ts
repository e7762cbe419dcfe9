/** Versions of papers that come as files: a new one stands beside the older ones, and one of them is in use. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, set, type Change } from '#shared/changes/draft.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { cleanFileName } from './file-name.ts';
import {
  paperVersionKind,
  type FileContents,
  type FileFacts,
  type OriginalFile,
  type PaperVersion,
  type SourcePicture,
} from './paper-version.ts';
import { newPaper, type AddPaper, type PaperIssued, type TitleMissing } from './paper.commands.ts';
import { paperKind, type Paper } from './paper.ts';

/** A file that has been looked at and kept. */
export interface AttachedFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly facts: FileFacts;
  readonly contents: FileContents;
  /** Where `sha256` is a copy of it. */
  readonly original: OriginalFile | null;
  readonly picture: SourcePicture | null;
}

function newVersion(
  id: string,
  paperId: string,
  number: number,
  file: AttachedFile,
  added: Pick<PaperVersion, 'addedOn' | 'addedBy' | 'note'>,
): ReadonlyArray<Change> {
  const fileName = cleanFileName(file.fileName);
  return create(paperVersionKind, id, { ...file, ...added, fileName, paperId, number });
}

export interface AddFilePaper {
  readonly paper: Omit<AddPaper, 'form' | 'body'>;
  readonly file: AttachedFile;
  readonly addedBy: string;
}

/** A paper that comes as a file, with its first version. */
export const addFilePaper: Command<AddFilePaper, TitleMissing> = ({ paper, file, addedBy }, context) => {
  const title = paper.title.trim();
  if (title === '') return refuse({ type: 'TitleMissing' });
  const versionId = context.newId();
  return ok(
    draft(`Attached “${title}”`, '', [
      ...newPaper({ ...paper, title, form: 'file', body: null }, versionId),
      newVersion(versionId, paper.id, 1, file, { addedOn: context.today, addedBy, note: '' }),
    ]),
  );
};

export type AttachRefusal =
  | PaperIssued
  /** Its words are written here; a file cannot take their place. */
  | { readonly type: 'WrittenHere' }
  /** The very same file is the version in use. */
  | { readonly type: 'SameFile'; readonly number: number };

export interface AttachVersion {
  readonly paper: Paper;
  /** Every version of the paper. */
  readonly versions: ReadonlyArray<PaperVersion>;
  readonly file: AttachedFile;
  readonly addedBy: string;
  /** What is new in it. */
  readonly note: string;
}

/** The number the next version of a paper bears: one more than the highest, even where an earlier one is in use. */
export function nextNumber(versions: ReadonlyArray<PaperVersion>): number {
  return versions.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}

/** A new version of a paper, which is then the one in use. Whoever cleared the old one has not seen this: back to draft. */
export const attachVersion: Command<AttachVersion, AttachRefusal> = (input, context) => {
  const { paper, file, addedBy, note } = input;
  const versions = input.versions.filter((version) => version.paperId === paper.id);
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  if (paper.form === 'written') return refuse({ type: 'WrittenHere' });
  const inUse = versions.find((version) => version.id === paper.versionId);
  if (inUse !== undefined && isSameFile(inUse, file)) return refuse({ type: 'SameFile', number: inUse.number });
  const id = context.newId();
  const number = nextNumber(versions);
  const status = paper.status === 'cleared' ? 'draft' : paper.status;
  const label = number === 1 ? `Attached a file to “${paper.title}”` : `Attached version ${number} of “${paper.title}”`;
  return ok(
    draft(label, note.trim(), [
      newVersion(id, paper.id, number, file, { addedOn: context.today, addedBy, note: note.trim() }),
      set(paperKind, paper, { versionId: id, status }),
    ]),
  );
};

/** Two copies made of one file may differ; the files they were made of tell. */
function isSameFile(inUse: PaperVersion, file: AttachedFile): boolean {
  if (inUse.sha256 === file.sha256) return true;
  if (file.original === null || file.original.copied === 'smaller') return false;
  return inUse.original?.sha256 === file.original.sha256;
}

export type UseVersionRefusal = PaperIssued | { readonly type: 'NotOfThisPaper' };

/** Goes back to an earlier version (or forward again). All versions are kept. */
export const takeVersion: Command<{ readonly paper: Paper; readonly version: PaperVersion }, UseVersionRefusal> = ({
  paper,
  version,
}) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  if (version.paperId !== paper.id) return refuse({ type: 'NotOfThisPaper' });
  const status = paper.status === 'cleared' && paper.versionId !== version.id ? 'draft' : paper.status;
  const label = `Went back to version ${version.number} of “${paper.title}”`;
  return ok(draft(label, '', [set(paperKind, paper, { versionId: version.id, status })]));
};
