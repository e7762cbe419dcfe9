/** What officers do with papers: add, head, mark, move and remove them. An issued paper stands as it was issued. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set, writeText, type Change } from '#shared/changes/draft.ts';
import { keysToPlace } from '#shared/changes/position.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { paperVersionKind, type PaperVersion } from './paper-version.ts';
import { longestHead, paperKind, type Paper, type PaperForm, type PaperStatus } from './paper.ts';

/** The paper has been issued: what people were given is not changed. A correction goes into a supplement. */
export interface PaperIssued {
  readonly type: 'PaperIssued';
}

export interface TitleMissing {
  readonly type: 'TitleMissing';
}

/** More than the field holds. */
export interface HeadTooLong {
  readonly type: 'HeadTooLong';
  readonly most: number;
}

/** Where a paper lies: under an agenda item, with a meeting but no item yet, or nowhere yet. */
export interface PaperHome {
  readonly meetingId: string | null;
  readonly itemId: string | null;
}

export interface AddPaper extends PaperHome {
  /** The paper's id, made by the screen, which goes there next. */
  readonly id: string;
  readonly title: string;
  readonly form: PaperForm;
  readonly author: string;
  /** The papers already under the item; the new one goes last. */
  readonly others: ReadonlyArray<Paper>;
  /** What a written paper starts with, as an update of its text. */
  readonly body: string | null;
}

/** Adds a paper, written here or to come as a file. */
export const addPaper: Command<AddPaper, TitleMissing | HeadTooLong> = (input) => {
  const title = input.title.trim();
  if (title === '') return refuse({ type: 'TitleMissing' });
  if (title.length > longestHead.title) return refuse({ type: 'HeadTooLong', most: longestHead.title });
  return ok(draft(`Added the paper “${title}”`, '', newPaper({ ...input, title }, null)));
};

/** The changes that make a paper, for commands that add one together with something else. */
export function newPaper(
  input: AddPaper,
  versionId: string | null,
  more: Partial<Pick<Paper, 'dueOn'>> = {},
): ReadonlyArray<ReadonlyArray<Change>> {
  const { id, form, others, body, title, meetingId, itemId } = input;
  const { place, moved } = placeAmong(others, id, others.length);
  const author = input.author.trim();
  const words = body === null ? [] : writeText(paperKind, id, 'body', body);
  return [
    create(paperKind, id, {
      title,
      form,
      author,
      meetingId,
      itemId,
      place,
      ...(versionId === null ? {} : { versionId }),
      ...more,
    }),
    ...moved,
    words,
  ];
}

/** Papers of one item in their order. */
export function inOrder(papers: ReadonlyArray<Paper>): ReadonlyArray<Paper> {
  return [...papers].sort((a, b) => {
    if (a.place !== b.place) return a.place < b.place ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

/** Where a paper stands at `index` among others, and which of those must move over for it. */
function placeAmong(
  others: ReadonlyArray<Paper>,
  id: string,
  index: number,
): { readonly place: string; readonly moved: ReadonlyArray<ReadonlyArray<Change>> } {
  const ordered = inOrder(others.filter((other) => other.id !== id));
  const keys = keysToPlace(
    ordered.map((other) => ({ id: other.id, key: other.place })),
    id,
    Math.min(Math.max(index, 0), ordered.length),
  );
  const moved = keys.flatMap(({ id: other, key }) => {
    const paper = ordered.find((candidate) => candidate.id === other);
    return paper === undefined ? [] : [set(paperKind, paper, { place: key })];
  });
  return { place: keys.find((entry) => entry.id === id)?.key ?? '', moved };
}

export type PaperHead = Pick<Paper, 'title' | 'reference' | 'author' | 'reportOf' | 'contact'>;

const headLabels: Readonly<Record<keyof PaperHead, string>> = {
  title: 'title',
  reference: 'reference',
  author: 'author',
  reportOf: '“Report of”',
  contact: 'contact',
};

/**
 * Other words in one field of a paper's head, kept as typed: the space before the next word is not taken away while its
 * author pauses. A title must not be taken away.
 */
export const changePaperHead: Command<
  { readonly paper: Paper; readonly field: keyof PaperHead; readonly value: string },
  PaperIssued | TitleMissing | HeadTooLong
> = ({ paper, field, value }) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  if (field === 'title' && value.trim() === '') return refuse({ type: 'TitleMissing' });
  const most = longestHead[field];
  if (value.length > most) return refuse({ type: 'HeadTooLong', most });
  return ok(
    draft(`Changed the ${headLabels[field]} of “${paper.title}”`, '', [set(paperKind, paper, { [field]: value })]),
  );
};

/** Words written in a paper, as an update of its text. */
export const writePaper: Command<{ readonly paper: Paper; readonly update: string }, PaperIssued> = ({
  paper,
  update,
}) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  return ok(draft(`Wrote in “${paper.title}”`, '', [writeText(paperKind, paper.id, 'body', update)]));
};

/** A paper's text as it was before; `update` makes it read so. */
export const bringBackText: Command<{ readonly paper: Paper; readonly update: string }, PaperIssued> = ({
  paper,
  update,
}) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  const label = `Brought back an earlier version of “${paper.title}”`;
  return ok(draft(label, '', [writeText(paperKind, paper.id, 'body', update)]));
};

export type StatusRefusal =
  | PaperIssued
  /** A paper that is to come as a file has none yet, so it can be nothing but a draft. */
  | { readonly type: 'NothingAttached' }
  /** Only what has been cleared is issued. */
  | { readonly type: 'NotCleared' };

/** How each status is called. */
export const statusWords: Readonly<Record<PaperStatus, string>> = {
  draft: 'Draft',
  ready: 'Ready',
  cleared: 'Cleared',
  issued: 'Issued',
};

/** Marks a paper draft, ready, cleared or issued. Any step back is allowed until it is issued. */
export const changePaperStatus: Command<{ readonly paper: Paper; readonly status: PaperStatus }, StatusRefusal> = (
  { paper, status },
  { today },
) => {
  if (paper.status === 'issued' && status !== 'issued') return refuse({ type: 'PaperIssued' });
  if (status !== 'draft' && paper.form === 'file' && paper.versionId === null) {
    return refuse({ type: 'NothingAttached' });
  }
  if (status === 'issued' && paper.status !== 'cleared' && paper.status !== 'issued') {
    return refuse({ type: 'NotCleared' });
  }
  const label = `Marked “${paper.title}” as ${statusWords[status].toLowerCase()}`;
  return ok(draft(label, '', [set(paperKind, paper, { status, receivedOn: receivedOn(paper, status, today) })]));
};

/**
 * Opens an issued paper for a new version, which goes into a supplement once it is cleared. Until then the pages members
 * were given stand (board-papers, *Paper flow*: after issue only a new version in a supplement).
 */
export const replacePaper: Command<{ readonly paper: Paper }, { readonly type: 'NotIssued' }> = ({ paper }) =>
  paper.status === 'issued'
    ? ok(draft(`Began a new version of “${paper.title}”`, '', [set(paperKind, paper, { status: 'draft' })]))
    : refuse({ type: 'NotIssued' });

/**
 * A paper is received on the day it is first past drafting. Taken back to a draft it is owed again; opened for a new version
 * after issue it is not, for members had it.
 */
function receivedOn(paper: Paper, status: PaperStatus, today: CivilDate): CivilDate | null {
  if (status === 'draft') return paper.status === 'draft' ? paper.receivedOn : null;
  return paper.status === 'draft' ? (paper.receivedOn ?? today) : paper.receivedOn;
}

export interface MovePaper extends PaperHome {
  readonly paper: Paper;
  /** The papers under the item it goes to, with or without itself. */
  readonly others: ReadonlyArray<Paper>;
  /** Its new place among the others, counted from 0. */
  readonly index: number;
}

/** Puts a paper under another item, or elsewhere among the papers of its own. */
export const movePaper: Command<MovePaper, PaperIssued> = ({ paper, others, index, meetingId, itemId }) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  const { place, moved } = placeAmong(others, paper.id, index);
  const isHome = paper.itemId === itemId && paper.meetingId === meetingId;
  const own = set(paperKind, paper, isHome ? { place } : { place, meetingId, itemId });
  return ok(draft(`Moved “${paper.title}”`, '', [own, ...moved]));
};

/** To the bin, with every version. */
export const removePaper: Command<
  { readonly paper: Paper; readonly versions: ReadonlyArray<PaperVersion> },
  PaperIssued
> = ({ paper, versions }) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  const own = versions.filter((version) => version.paperId === paper.id);
  return ok(
    draft(`Removed the paper “${paper.title}”`, '', [
      remove(paperKind, paper.id),
      ...own.map((version) => remove(paperVersionKind, version.id)),
    ]),
  );
};
