/** The sample's meetings, agendas and papers, as they were drawn up over the year. */
import { create, draft, writeText, type Change, type Draft } from '#shared/changes/draft.ts';
import { freshKeys } from '#shared/changes/position.ts';
import { addDays, isBefore, withYear, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { clockTime, type ClockTime } from '#shared/kernel/clock-time.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperVersionKind, type FileContents } from '#shared/domain/papers/paper-version.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import {
  boardAgendas,
  executiveAgenda,
  localAgenda,
  type SampleFilePaper,
  type SampleItem,
  type SampleWritten,
} from './sample-agendas.ts';
import { sampleBodies, type SampleBodyKey } from './sample-bodies.ts';
import type { SampleDates } from './sample-dates.ts';
import type { SampleFileKey } from './sample-pdfs.ts';
import { sampleFounder } from './sample-people.ts';
import type { KeptSampleFile, SampleDraft } from './sample-draft.ts';
import { updatesOf } from './written-text.ts';

interface SampleMeeting {
  readonly body: SampleBodyKey;
  readonly date: CivilDate;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly agenda: ReadonlyArray<SampleItem>;
}

interface Making {
  readonly dates: SampleDates;
  readonly newId: () => string;
  readonly files: ReadonlyMap<SampleFileKey, KeptSampleFile>;
  readonly drafts: SampleDraft[];
  /** How many papers there are by now: the next one's number. */
  papers: number;
}

function meetingsOf(dates: SampleDates): ReadonlyArray<SampleMeeting> {
  const agendas = boardAgendas(dates);
  const day = { start: clockTime('10:00'), end: clockTime('12:30') };
  const afternoon = { start: clockTime('14:00'), end: clockTime('15:30') };
  const evening = { start: clockTime('18:30'), end: clockTime('20:00') };
  const held = (date: CivilDate, agenda: ReadonlyArray<SampleItem>): ReadonlyArray<SampleItem> =>
    isBefore(date, dates.today) ? agenda : [];
  const all: SampleMeeting[] = [
    ...dates.board.map((date, index) => ({ body: 'board' as const, date, ...day, agenda: agendas[index] ?? [] })),
    ...dates.executive.map((date) => ({
      body: 'executive' as const,
      date,
      ...afternoon,
      agenda: held(date, executiveAgenda),
    })),
    ...(['aldermoor', 'penfold'] as const).flatMap((body) =>
      dates[body].map((date) => ({ body, date, ...evening, agenda: held(date, localAgenda) })),
    ),
  ];
  return all.toSorted((a, b) => (isBefore(a.date, b.date) ? -1 : 1));
}

/** A change that stands whatever was there: the sample's officers saw everything. */
function overwrite(kind: { readonly name: string }, record: string, path: string, value: string): Change {
  return { kind: kind.name, record, path, value, seen: null };
}

function keep(making: Making, on: CivilDate, by: string, made: Draft): void {
  const { today } = making.dates;
  making.drafts.push({ on: isBefore(today, on) ? today : on, by, draft: made });
}

export function meetingDrafts(
  dates: SampleDates,
  newId: () => string,
  bodyIds: Readonly<Record<SampleBodyKey, string>>,
  files: ReadonlyMap<SampleFileKey, KeptSampleFile>,
): ReadonlyArray<SampleDraft> {
  const making: Making = { dates, newId, files, drafts: [], papers: 0 };
  for (const meeting of meetingsOf(dates)) planned(making, meeting, bodyIds[meeting.body]);
  return making.drafts;
}

function planned(making: Making, meeting: SampleMeeting, bodyId: string): void {
  const { body, date, start, end, agenda } = meeting;
  const of = sampleBodies.find((other) => other.key === body);
  if (of === undefined) throw new Error(`the sample has no ${body}`);
  const id = making.newId();
  const { name: bodyName, usualPlace: place } = of;
  const first = making.dates.board[0] ?? date;
  // The year's dates were agreed together, before its first meeting.
  keep(
    making,
    addDays(first, -30),
    sampleFounder.name,
    draft(`Planned ${bodyName} on ${withYear(date)}`, '', [
      create(meetingKind, id, { bodyId, bodyName, date, start, end, place }),
    ]),
  );
  if (agenda.length === 0) return;
  drawnUp(making, id, meeting);
  if (isBefore(date, making.dates.today)) {
    const closed = draft(`Marked ${bodyName} on ${withYear(date)} as held`, '', [
      [overwrite(meetingKind, id, 'state', 'held')],
    ]);
    keep(making, addDays(date, 1), sampleFounder.name, closed);
  }
}

/** The agenda, three weeks and a half before the meeting (or two weeks ago), and its papers in the days after. */
function drawnUp(making: Making, meetingId: string, { date, agenda }: SampleMeeting): void {
  const { newId } = making;
  const usual = addDays(date, -25);
  const twoWeeksAgo = addDays(making.dates.today, -14);
  const day = isBefore(usual, twoWeeksAgo) ? usual : twoWeeksAgo;
  const placed: { readonly id: string; readonly item: SampleItem }[] = [];
  const changes: ReadonlyArray<Change>[] = [];
  const place = (items: ReadonlyArray<SampleItem>, under: string | null): void => {
    const keys = freshKeys(items.length);
    for (const [index, item] of items.entries()) {
      const id = newId();
      placed.push({ id, item });
      const { title, purpose, lead, minutes, restriction } = item;
      changes.push(
        create(agendaItemKind, id, {
          meetingId,
          title,
          purpose,
          lead,
          minutes,
          place: { under, key: keys[index] ?? '' },
          ...(restriction === null
            ? {}
            : { isRestricted: true, ground: restriction.ground, groundReason: restriction.reason }),
        }),
      );
      place(item.under, id);
    }
  };
  place(agenda, null);
  keep(making, day, sampleFounder.name, draft('Drew up the agenda', '', changes));

  let later = 0;
  for (const { id, item } of placed) {
    const keys = freshKeys(item.papers.length);
    for (const [index, paper] of item.papers.entries()) {
      later += 1;
      // Two papers a day from the fourth day on, but never after the pack has gone out.
      const on = addDays(day, Math.min(3 + Math.floor(later / 2), 13));
      const home = { meetingId, itemId: id, place: keys[index] ?? '' };
      if (paper.type === 'written') writtenPaper(making, on, date, home, paper);
      else filePaper(making, on, date, home, paper);
    }
  }
}

interface Home {
  readonly meetingId: string;
  readonly itemId: string;
  readonly place: string;
}

/** `WRP/26/007` */
function nextReference(making: Making, meeting: CivilDate): string {
  making.papers += 1;
  return `WRP/${String(yearOf(meeting) % 100).padStart(2, '0')}/${String(making.papers).padStart(3, '0')}`;
}

function contactOf(author: string): string {
  return `${author}, through the clerk: 01632 960001`;
}

function writtenPaper(making: Making, on: CivilDate, meeting: CivilDate, home: Home, paper: SampleWritten): void {
  const id = making.newId();
  const { title, author, reportOf } = paper;
  const [first = '', ...further] = updatesOf(paper.outlines);
  keep(
    making,
    on,
    author,
    draft(`Added the paper “${title}”`, '', [
      create(paperKind, id, {
        ...home,
        title,
        author,
        reportOf,
        form: 'written',
        reference: nextReference(making, meeting),
        contact: contactOf(author),
      }),
      writeText(paperKind, id, 'body', first),
    ]),
  );
  for (const update of further) {
    keep(making, addDays(on, 1), author, draft(`Wrote in “${title}”`, '', [writeText(paperKind, id, 'body', update)]));
  }
  marked(making, on, meeting, id, paper);
}

function filePaper(making: Making, on: CivilDate, meeting: CivilDate, home: Home, paper: SampleFilePaper): void {
  const id = making.newId();
  const versionId = making.newId();
  const kept = making.files.get(paper.file);
  if (kept === undefined) throw new Error(`the sample’s file ${paper.file} was not kept`);
  const { title, author } = paper;
  const { fileName, sha256, size, pages, access } = kept;
  const addedBy = sampleFounder.name;
  keep(
    making,
    on,
    addedBy,
    draft(`Attached “${title}”`, '', [
      create(paperKind, id, {
        ...home,
        title,
        author,
        reportOf: author,
        form: 'file',
        versionId,
        reference: nextReference(making, meeting),
        contact: contactOf(author),
      }),
      create(paperVersionKind, versionId, {
        paperId: id,
        number: 1,
        sha256,
        fileName,
        type: 'application/pdf',
        size,
        facts: { pages, access, repaired: false },
        contents: contentsOf(kept),
        addedOn: isBefore(making.dates.today, on) ? making.dates.today : on,
        addedBy,
      }),
    ]),
  );
  marked(making, on, meeting, id, paper);
}

/** The sample's files hold nothing that a pack leaves out. */
function contentsOf({ pages, access }: KeptSampleFile): FileContents {
  const leftOut = { scripts: 0, launchActions: 0, embeddedFiles: 0, xfaForms: 0, signatures: 0, fields: 0 };
  return { ...leftOut, scannedPages: access === 'scan' ? pages : 0, scanResolution: null, language: 'en-GB' };
}

/** Ready some days after it was added; what has been issued went out ten days before the meeting. */
function marked(
  making: Making,
  on: CivilDate,
  meeting: CivilDate,
  id: string,
  { status, title }: SampleWritten | SampleFilePaper,
): void {
  if (status === 'draft') return;
  const day = status === 'ready' ? addDays(on, 2) : addDays(meeting, -10);
  const label = `Marked “${title}” as ${status}`;
  // A fifth of the papers came late, as everywhere: three days after the day on which papers go to partners.
  const received = making.papers % 5 === 0 ? addDays(meeting, -11) : addDays(on, 2);
  const receivedOn = isBefore(making.dates.today, received) ? making.dates.today : received;
  const marks = [overwrite(paperKind, id, 'status', status), overwrite(paperKind, id, 'receivedOn', receivedOn)];
  keep(making, day, sampleFounder.name, draft(label, '', [marks]));
}
