/** What the screens of papers read: one paper with what stands around it, and the papers of an item. */
import { Dexie } from 'dexie';
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { agendaOf } from '#shared/domain/meetings/agenda.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { lengthOf } from '#shared/domain/papers/outline.ts';
import { blocksOf } from '#shared/domain/papers/paper-blocks.ts';
import { paperVersionKind, type PaperVersion } from '#shared/domain/papers/paper-version.ts';
import { inOrder } from '#shared/domain/papers/paper.commands.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';
import { readText } from '#renderer/data/texts.ts';
import { bodyField } from './paper-text.ts';

export interface PaperInPlace {
  readonly paper: Paper;
  /** The latest first. */
  readonly versions: ReadonlyArray<PaperVersion>;
  readonly item: AgendaItem | null;
  readonly meeting: Meeting | null;
}

export async function readPaper(database: Database, id: string): Promise<PaperInPlace | null> {
  const tables = [paperKind, paperVersionKind, agendaItemKind, meetingKind].map((kind) => database.table(kind.table));
  // In one transaction, or a paper might be shown with a version that is not among those read.
  return database.transaction('r', tables, () => readPaperWhole(database, id));
}

async function readPaperWhole(database: Database, id: string): Promise<PaperInPlace | null> {
  const paper = await rowsOf(database, paperKind).get(id);
  if (paper === undefined) return null;
  const [versions, item, meeting] = await Promise.all([
    rowsOf(database, paperVersionKind).where('paperId').equals(id).toArray(),
    paper.itemId === null ? undefined : rowsOf(database, agendaItemKind).get(paper.itemId),
    paper.meetingId === null ? undefined : rowsOf(database, meetingKind).get(paper.meetingId),
  ]);
  return {
    paper,
    versions: versions.sort((a, b) => b.number - a.number || (a.id < b.id ? 1 : -1)),
    item: item ?? null,
    meeting: meeting ?? null,
  };
}

/** The papers under an item, in their order. */
export async function readPapersOfItem(database: Database, itemId: string): Promise<ReadonlyArray<Paper>> {
  return inOrder(await rowsOf(database, paperKind).where('itemId').equals(itemId).toArray());
}

export interface ItemPages {
  readonly pages: number;
  /** Whether a written paper is among them, whose pages are only reckoned until it is printed. */
  readonly isAbout: boolean;
}

/** How many pages the papers of an item have; `null` where it has none. */
export async function readPagesOfItem(database: Database, itemId: string): Promise<ItemPages | null> {
  const papers = await readPapersOfItem(database, itemId);
  const counts = await Promise.all(papers.map((paper) => pagesOf(database, paper)));
  const pages = counts.reduce((sum, count) => sum + count, 0);
  return pages === 0 ? null : { pages, isAbout: papers.some((paper) => paper.form === 'written') };
}

async function pagesOf(database: Database, paper: Paper): Promise<number> {
  if (paper.form === 'written') return lengthOf(blocksOf(await readText(database, paper.id, bodyField))).pages;
  const version = paper.versionId === null ? undefined : await rowsOf(database, paperVersionKind).get(paper.versionId);
  return version?.facts?.pages ?? 0;
}

export interface MeetingWithItems {
  readonly meeting: Meeting;
  /** In the order of the agenda, those under another after it. */
  readonly items: ReadonlyArray<AgendaItem>;
}

/** Meetings ahead offered as homes for a paper. */
const meetingsAhead = 8;

/** The meetings to come, and the paper's own, with their items. */
export async function readHomes(
  database: Database,
  today: CivilDate,
  ownMeetingId: string | null,
): Promise<ReadonlyArray<MeetingWithItems>> {
  const meetings = rowsOf(database, meetingKind);
  const ahead = await meetings.where('date').between(today, Dexie.maxKey).limit(meetingsAhead).toArray();
  const own =
    ownMeetingId === null || ahead.some((meeting) => meeting.id === ownMeetingId)
      ? undefined
      : await meetings.get(ownMeetingId);
  const offered = own === undefined ? ahead : [own, ...ahead];
  const items = await rowsOf(database, agendaItemKind)
    .where('meetingId')
    .anyOf(offered.map((meeting) => meeting.id))
    .toArray();
  return offered.map((meeting) => ({
    meeting,
    items: agendaOf(items.filter((item) => item.meetingId === meeting.id)).lines.map(({ item }) => item),
  }));
}
