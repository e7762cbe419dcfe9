/** What leaves the register for a spreadsheet: its columns, and each paper's values under them. */
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { PaperLine } from './lines.ts';

export type Exported =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'day'; readonly value: CivilDate }
  | null;

/** Width in characters. */
export interface ExportedColumn {
  readonly header: string;
  readonly width: number;
  readonly valueOf: (line: PaperLine) => Exported;
}

function text(value: string): Exported {
  return value === '' ? null : { type: 'text', value };
}

function number(value: number | null): Exported {
  return value === null ? null : { type: 'number', value };
}

function day(value: CivilDate | null): Exported {
  return value === null ? null : { type: 'day', value };
}

export const exportedColumns: ReadonlyArray<ExportedColumn> = [
  { header: 'Title', width: 48, valueOf: ({ paper }) => text(paper.title) },
  { header: 'Reference', width: 16, valueOf: ({ paper }) => text(paper.reference) },
  { header: 'Body', width: 28, valueOf: ({ meeting }) => text(meeting?.bodyName ?? '') },
  { header: 'Meeting date', width: 13, valueOf: ({ meeting }) => day(meeting?.date ?? null) },
  { header: 'Agenda item', width: 36, valueOf: ({ item }) => text(item?.title ?? '') },
  { header: 'Author', width: 22, valueOf: ({ paper }) => text(paper.author) },
  { header: 'Status', width: 10, valueOf: ({ paper }) => text(statusWords[paper.status]) },
  { header: 'Due date', width: 12, valueOf: ({ due }) => day(due) },
  { header: 'Received on', width: 12, valueOf: ({ received }) => day(received) },
  { header: 'Days late', width: 10, valueOf: ({ late }) => number(late) },
  { header: 'Version', width: 8, valueOf: ({ version }) => number(version) },
  { header: 'Pages', width: 8, valueOf: ({ pages }) => number(pages) },
  { header: 'Restricted', width: 11, valueOf: ({ isRestricted }) => text(isRestricted ? 'Restricted' : 'Public') },
];
