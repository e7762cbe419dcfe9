/** What is done from the register of papers and the forward plan: one field of many papers at once, and planning a paper. */
import type { Command } from '#shared/changes/command.ts';
import { draft, set, type Change } from '#shared/changes/draft.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import {
  changePaperHead,
  changePaperStatus,
  newPaper,
  statusWords,
  type AddPaper,
  type HeadTooLong,
  type PaperIssued,
  type StatusRefusal,
  type TitleMissing,
} from './paper.commands.ts';
import { longestHead, paperKind, type Paper, type PaperStatus } from './paper.ts';

/** One field, and what it is to hold. */
export type PaperChange =
  | { readonly field: 'title' | 'author'; readonly value: string }
  | { readonly field: 'dueOn'; readonly value: CivilDate | null }
  | { readonly field: 'status'; readonly value: PaperStatus };

export type PaperChangeRefusal = PaperIssued | TitleMissing | HeadTooLong | StatusRefusal;

/** Another due date. It is no part of what members were given, but what is issued is owed no longer. */
const changeDueDate: Command<{ readonly paper: Paper; readonly dueOn: CivilDate | null }, PaperIssued> = ({
  paper,
  dueOn,
}) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  const said = dueOn === null ? 'no day of its own' : withYear(dueOn);
  return ok(draft(`Made “${paper.title}” due on ${said}`, '', [set(paperKind, paper, { dueOn })]));
};

type Context = Parameters<Command<null>>[1];
type Decided = Result<ReturnType<typeof draft>, PaperChangeRefusal>;

function changeOne(paper: Paper, change: PaperChange, context: Context): Decided {
  switch (change.field) {
    case 'dueOn':
      return changeDueDate({ paper, dueOn: change.value }, context);
    case 'status':
      return changePaperStatus({ paper, status: change.value }, context);
    case 'title':
    case 'author':
      return changePaperHead({ paper, field: change.field, value: change.value.trim() }, context);
  }
}

export interface PapersSorted {
  /** Those that take the change. */
  readonly able: ReadonlyArray<Paper>;
  /** Those that do not, each with its reason. */
  readonly left: ReadonlyArray<{ readonly paper: Paper; readonly because: PaperChangeRefusal }>;
}

/** Which of these papers would take a change, and why the others would not. */
export function whichTake(papers: ReadonlyArray<Paper>, change: PaperChange, context: Context): PapersSorted {
  const able: Paper[] = [];
  const left: { paper: Paper; because: PaperChangeRefusal }[] = [];
  for (const paper of papers) {
    const decided = changeOne(paper, change, context);
    if (decided.ok) able.push(paper);
    else left.push({ paper, because: decided.refusal });
  }
  return { able, left };
}

/**
 * Changes one field of several papers as one act, which *Undo* takes back whole. Papers that do not take it are left as they
 * are; refused only when none does, with the first one's reason.
 */
export const changePapers: Command<
  { readonly papers: ReadonlyArray<Paper>; readonly change: PaperChange },
  PaperChangeRefusal
> = ({ papers, change }, context) => {
  const changes: ReadonlyArray<Change>[] = [];
  let label = '';
  let refusal: PaperChangeRefusal | null = null;
  for (const paper of papers) {
    const decided = changeOne(paper, change, context);
    if (!decided.ok) {
      refusal ??= decided.refusal;
      continue;
    }
    changes.push(decided.value.changes);
    label = decided.value.command;
  }
  if (changes.length === 0 && refusal !== null) return refuse(refusal);
  return ok(draft(changes.length === 1 ? label : labelOfMany(changes.length, change), '', changes));
};

function labelOfMany(count: number, change: PaperChange): string {
  const papers = `${count} papers`;
  switch (change.field) {
    case 'title':
      return `Changed the title of ${papers}`;
    case 'author':
      return change.value.trim() === '' ? `Took the author from ${papers}` : `Gave ${papers} to ${change.value.trim()}`;
    case 'dueOn':
      return change.value === null
        ? `Took the due date from ${papers}`
        : `Made ${papers} due on ${withYear(change.value)}`;
    case 'status':
      return `Marked ${papers} as ${statusWords[change.value].toLowerCase()}`;
  }
}

export interface PlannedPaper extends Omit<AddPaper, 'others'> {
  readonly meetingId: string;
  readonly itemId: null;
  readonly dueOn: CivilDate | null;
}

/** Plans papers for a meeting before there is an item for them: who will write what by when. One act, taken back whole. */
export const planPapers: Command<{ readonly papers: ReadonlyArray<PlannedPaper> }, TitleMissing | HeadTooLong> = ({
  papers,
}) => {
  const titled = papers.map((paper) => ({ ...paper, title: paper.title.trim(), author: paper.author.trim() }));
  for (const { title, author } of titled) {
    if (title === '') return refuse({ type: 'TitleMissing' });
    for (const [words, most] of [[title, longestHead.title] as const, [author, longestHead.author] as const]) {
      if (words.length > most) return refuse({ type: 'HeadTooLong', most });
    }
  }
  const [only] = titled;
  const label =
    titled.length === 1 && only !== undefined ? `Planned the paper “${only.title}”` : `Planned ${titled.length} papers`;
  const changes = titled.flatMap((paper) => newPaper({ ...paper, others: [] }, null, { dueOn: paper.dueOn }));
  return ok(draft(label, '', changes));
};
