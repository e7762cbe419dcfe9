/** Narrowing and sorting the register's lines: plain loops over what is in memory, quick enough for every key press. */
import { paperStatuses, type PaperStatus } from '#shared/domain/papers/paper.ts';
import type { PaperLine } from './lines.ts';

/** A status, or what else the officer looks for: papers not in yet, papers late, papers kept from the public. */
export const standings = [...paperStatuses, 'owed', 'late', 'restricted'] as const;
export type Standing = PaperStatus | 'owed' | 'late' | 'restricted';

export interface LineFilter {
  readonly words: string;
  readonly bodyId: string | null;
  readonly meetingId: string | null;
  readonly author: string | null;
  readonly standing: Standing | null;
}

export const everyLine: LineFilter = { words: '', bodyId: null, meetingId: null, author: null, standing: null };

export function isNarrowed({ words, ...choices }: LineFilter): boolean {
  return words.trim() !== '' || Object.values(choices).some((choice) => choice !== null);
}

/** The lines that have every word typed, in any order, each from the beginning of a word, and meet every choice. */
export function narrowed(lines: ReadonlyArray<PaperLine>, filter: LineFilter): ReadonlyArray<PaperLine> {
  if (!isNarrowed(filter)) return lines;
  const typed = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      (filter.bodyId === null || line.meeting?.bodyId === filter.bodyId) &&
      (filter.meetingId === null || line.meeting?.id === filter.meetingId) &&
      (filter.author === null || line.paper.author.trim() === filter.author) &&
      (filter.standing === null || stands(line, filter.standing)) &&
      typed.every((word) => startsAWord(line.words, word)),
  );
}

function stands(line: PaperLine, standing: Standing): boolean {
  if (standing === 'owed') return line.owed;
  if (standing === 'late') return (line.late ?? 0) > 0;
  if (standing === 'restricted') return line.isRestricted;
  return line.paper.status === standing;
}

const letter = /[\p{L}\p{N}]/u;

function startsAWord(words: string, word: string): boolean {
  for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
    if (at === 0 || !letter.test(words[at - 1] ?? '') || !letter.test(word[0] ?? '')) return true;
  }
  return false;
}

export type LineOrder = 'title' | 'meeting' | 'author' | 'status' | 'due' | 'late' | 'version' | 'pages';

export interface LineSort {
  readonly column: LineOrder;
  readonly direction: 'ascending' | 'descending';
}

const byName = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** In the order of a column; equals keep the register's own order, and what says nothing there comes last either way. */
export function sorted(lines: ReadonlyArray<PaperLine>, sort: LineSort | null): ReadonlyArray<PaperLine> {
  if (sort === null) return lines;
  const { column, direction } = sort;
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = lines.map((line) => ({ line, key: keyOf(line, column) }));
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
      return sign * compare(a.key, b.key);
    })
    .map(({ line }) => line);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byName.compare(String(a), String(b));
}

function keyOf(line: PaperLine, column: LineOrder): string | number | null {
  switch (column) {
    case 'title':
      return line.paper.title;
    case 'meeting':
      return line.meeting?.date === null || line.meeting === null ? null : `${line.meeting.date} ${line.meetingName}`;
    case 'author':
      return line.paper.author.trim() || null;
    case 'status':
      return paperStatuses.indexOf(line.paper.status);
    case 'due':
      return line.due;
    case 'late':
      return line.late;
    case 'version':
      return line.version;
    case 'pages':
      return line.pages;
  }
}
