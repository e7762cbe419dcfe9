/**
 * The register of papers: those nowhere yet first, then by meeting, the latest first, in the order of its agenda. Read by
 * index and only as far as shown, for ten years hold thousands.
 */
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { agendaOf } from '#shared/domain/meetings/agenda.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper, type PaperStatus } from '#shared/domain/papers/paper.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';

export interface PaperFilter {
  readonly meetingId: string | null;
  readonly status: PaperStatus | null;
  readonly author: string | null;
  /** Words of the title, in any order, each from its beginning. */
  readonly words: string;
}

export interface ListedPaper {
  readonly paper: Paper;
  readonly meeting: Meeting | null;
  readonly item: AgendaItem | null;
}

export interface PaperList {
  readonly papers: ReadonlyArray<ListedPaper>;
  readonly hasMore: boolean;
}

/** Up to so many candidates are read whole and sorted; beyond, meetings are gone through from the latest. */
const fewEnough = 400;
const meetingsAtATime = 24;

export async function readPaperList(database: Database, filter: PaperFilter, most: number): Promise<PaperList> {
  // Asked of the database at once in either case: a live query that first awaits something else is not kept up to date.
  const isNarrowed = Object.values(filter).some((value) => value !== null && value !== '');
  const candidates = isNarrowed ? await readCandidates(database, filter) : null;
  const found =
    candidates === null
      ? await walkMeetings(database, (paper) => isWanted(paper, filter), most + 1)
      : candidates.filter((paper) => isWanted(paper, filter));
  const byMeeting = await readMeetings(database, found);
  const shown = await readItems(database, byMeeting, most);
  return { papers: shown.slice(0, most), hasMore: found.length > most };
}

function startsAWord(title: string, words: ReadonlyArray<string>): boolean {
  const lower = title.toLowerCase();
  return words.every((word) => lower.startsWith(word) || lower.includes(` ${word}`) || lower.includes(`-${word}`));
}

function searchedWords(words: string): ReadonlyArray<string> {
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function isWanted(paper: Paper, { meetingId, status, author, words }: PaperFilter): boolean {
  return (
    (meetingId === null || paper.meetingId === meetingId) &&
    (status === null || paper.status === status) &&
    (author === null || paper.author === author) &&
    startsAWord(paper.title, searchedWords(words))
  );
}

/** What the narrowest index gives; `null` where that is too many to read whole. */
async function readCandidates(database: Database, filter: PaperFilter): Promise<ReadonlyArray<Paper> | null> {
  const papers = rowsOf(database, paperKind);
  if (filter.meetingId !== null) return papers.where('meetingId').equals(filter.meetingId).toArray();
  if (searchedWords(filter.words).length > 0) {
    const ids = await readTitled(database, searchedWords(filter.words));
    if (ids.length > fewEnough) return null;
    return (await papers.bulkGet([...ids])).filter((paper) => paper !== undefined);
  }
  for (const index of ['author', 'status'] as const) {
    const value = filter[index];
    if (value === null) continue;
    const rows = papers.where(index).equals(value);
    if ((await rows.count()) <= fewEnough) return rows.toArray();
  }
  return null;
}

/** Ids of the papers whose title has the words: by the index of titles alone, no paper is read. */
async function readTitled(database: Database, words: ReadonlyArray<string>): Promise<ReadonlyArray<string>> {
  const ids: string[] = [];
  await rowsOf(database, paperKind)
    .orderBy('title')
    .eachKey((title, { primaryKey }) => {
      if (typeof title === 'string' && startsAWord(title, words)) ids.push(primaryKey);
    });
  return ids;
}

/** Papers in the register's order until there are enough: what has no meeting or no date first. */
async function walkMeetings(
  database: Database,
  isWantedHere: (paper: Paper) => boolean,
  enough: number,
): Promise<ReadonlyArray<Paper>> {
  const papers = rowsOf(database, paperKind);
  const meetings = rowsOf(database, meetingKind);
  const homeless = await readUnindexed(papers, 'meetingId');
  const undated = await readUnindexed(meetings, 'date');
  const found = (await papers.bulkGet([...homeless])).filter((paper) => paper !== undefined).filter(isWantedHere);
  const take = async (meetingIds: ReadonlyArray<string>): Promise<void> => {
    const rows = await papers.where('meetingId').anyOf(meetingIds).toArray();
    found.push(...rows.filter(isWantedHere));
  };
  if (found.length < enough && undated.length > 0) await take(undated);
  for (let from = 0; found.length < enough; from += meetingsAtATime) {
    const ids = await meetings.orderBy('date').reverse().offset(from).limit(meetingsAtATime).primaryKeys();
    if (ids.length === 0) break;
    await take(ids);
  }
  return found;
}

interface Indexed {
  count(): Promise<number>;
  toCollection(): { primaryKeys(): Promise<ReadonlyArray<string>> };
  orderBy(index: string): { count(): Promise<number>; primaryKeys(): Promise<ReadonlyArray<string>> };
}

/** Rows without a value in an indexed field: an index leaves them out, so they are what all have beyond it. */
async function readUnindexed(table: Indexed, index: string): Promise<ReadonlyArray<string>> {
  const [all, indexed] = await Promise.all([table.count(), table.orderBy(index).count()]);
  if (all === indexed) return [];
  const [ids, placed] = await Promise.all([table.toCollection().primaryKeys(), table.orderBy(index).primaryKeys()]);
  const known = new Set(placed);
  return ids.filter((id) => !known.has(id));
}

/** Sorts after every date: what has no date yet is still to come. */
const noDateYet = '9999';

type AtMeeting = Omit<ListedPaper, 'item'>;

/** The papers with their meetings: those of none first, then the latest meeting. */
async function readMeetings(database: Database, papers: ReadonlyArray<Paper>): Promise<ReadonlyArray<AtMeeting>> {
  const ids = [...new Set(papers.flatMap(({ meetingId }) => meetingId ?? []))];
  const meetings = await rowsOf(database, meetingKind).bulkGet(ids);
  const known = new Map(meetings.flatMap((meeting) => (meeting === undefined ? [] : [[meeting.id, meeting] as const])));
  return papers
    .map((paper) => ({ paper, meeting: known.get(paper.meetingId ?? '') ?? null }))
    .map((listed) => ({ listed, key: `${listed.meeting?.date ?? noDateYet} ${listed.meeting?.id ?? '~'}` }))
    .sort((a, b) => compare(b.key, a.key))
    .map(({ listed }) => listed);
}

/** The papers of the first meetings, as many as hold `most` papers, with their items and in the order of each agenda. */
async function readItems(
  database: Database,
  papers: ReadonlyArray<AtMeeting>,
  most: number,
): Promise<ReadonlyArray<ListedPaper>> {
  const last = papers[Math.min(papers.length, most) - 1]?.meeting ?? null;
  const beyond = papers.findLastIndex(({ meeting }) => meeting?.id === last?.id) + 1;
  const shown = papers.slice(0, beyond);
  const meetingIds = [...new Set(shown.flatMap(({ meeting }) => meeting?.id ?? []))];
  const items = await rowsOf(database, agendaItemKind).where('meetingId').anyOf(meetingIds).toArray();
  const places = new Map<string, { readonly item: AgendaItem; readonly line: number }>();
  for (const meetingId of meetingIds) {
    const { lines } = agendaOf(items.filter((item) => item.meetingId === meetingId));
    for (const [line, { item }] of lines.entries()) places.set(item.id, { item, line });
  }
  const placed = shown.map(({ paper, meeting }, order) => {
    const place = places.get(paper.itemId ?? '');
    return { paper, meeting, item: place?.item ?? null, line: place?.line ?? Number.MAX_SAFE_INTEGER, order };
  });
  return placed.sort((a, b) =>
    a.meeting?.id === b.meeting?.id
      ? a.line - b.line || compare(a.paper.place, b.paper.place) || compare(a.paper.title, b.paper.title)
      : a.order - b.order,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export async function readPaperCount(database: Database): Promise<number> {
  return rowsOf(database, paperKind).count();
}

/** Whoever has written a paper, for choosing one of them. */
export async function readAuthors(database: Database): Promise<ReadonlyArray<string>> {
  const authors = await rowsOf(database, paperKind).orderBy('author').uniqueKeys();
  return authors.filter((author) => typeof author === 'string' && author !== '') as ReadonlyArray<string>;
}

/** The latest meetings, those to come among them, for choosing one. */
export async function readLatestMeetings(database: Database): Promise<ReadonlyArray<Meeting>> {
  return rowsOf(database, meetingKind).orderBy('date').reverse().limit(40).toArray();
}
