import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commitDraft } from '#renderer/data/commit.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { readText } from '#renderer/data/texts.ts';
import type { Session } from '#renderer/data/session.ts';
import { isWorkingDay, workingCalendar } from '#shared/calendar/working-days.ts';
import { publishedAndExpectedHolidays } from '#shared/calendar/holiday-table.ts';
import { plainWords } from '#shared/changes/text.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { inSeatOrder } from '#shared/domain/bodies/seat-order.ts';
import { addSeat } from '#shared/domain/bodies/seat.commands.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { missingSections } from '#shared/domain/papers/report-template.ts';
import { outlineOf } from '#shared/domain/papers/outline.ts';
import { blocksOf } from '#shared/domain/papers/paper-blocks.ts';
import { paperVersionKind } from '#shared/domain/papers/paper-version.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { organisationKind } from '#shared/domain/people/organisation.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { quarterBefore, sampleDates } from '#shared/domain/sample/sample-dates.ts';
import { samplePdfs } from '#shared/domain/sample/sample-pdfs.ts';
import { sample } from '#shared/domain/sample/sample.ts';
import { addDays, civilDate, daysBetween, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { testSession } from '#tests/support/workspace.ts';

const today = civilDate('2026-11-23');
const keptFiles = new Map(
  samplePdfs().map(({ bytes, ...file }) => [file.key, { ...file, sha256: `hash-${file.key}`, size: bytes.length }]),
);

function draftsOn(day: CivilDate) {
  let ids = 0;
  const made = sample(day, () => `id-${(ids += 1)}`, keptFiles);
  return made.draftsOf(made.frozen.map((_, at) => ({ sha256: `frozen-${at}`, bytes: 1 })));
}

let session: Session;

beforeAll(async () => {
  session = await testSession();
  for (const { draft, by } of draftsOn(today)) expect(await commitDraft(session, draft, by)).not.toBeNull();
});

test('every decision of the sample is kept, and the workspace says that it is a sample', async () => {
  const { database } = session;
  expect(await rowsOf(database, workspaceKind).get(workspaceId)).toMatchObject({
    name: 'Westmere Rural Partnership',
    isSample: true,
  });
  expect(await rowsOf(database, organisationKind).count()).toBe(9);
  expect(await database.unread.count()).toBe(0);

  const papers = await rowsOf(database, paperKind).toArray();
  expect(papers.filter((paper) => paper.form === 'written').length).toBeGreaterThanOrEqual(12);
  expect(papers.filter((paper) => paper.form === 'file')).toHaveLength(6);
  expect(new Set(papers.map((paper) => paper.reference)).size).toBe(papers.length);
  for (const paper of papers.filter(({ form }) => form === 'file')) {
    const version = await rowsOf(database, paperVersionKind).get(paper.versionId!);
    expect(version).toMatchObject({ paperId: paper.id, number: 1, type: 'application/pdf' });
  }
  for (const paper of papers.filter(({ form }) => form === 'written')) {
    expect(plainWords(await readText(database, paper.id, 'body')).length).toBeGreaterThan(500);
  }

  const transport = papers.find((paper) => paper.title === 'Rural transport pilot: outline case')!;
  const blocks = blocksOf(await readText(database, transport.id, 'body'));
  expect(missingSections(outlineOf(blocks))).toEqual([]);
  expect(blocks.filter((block) => block.type === 'table')).toHaveLength(2);
  expect(plainWords(await readText(database, transport.id, 'body'))).toContain(
    'What happens to the volunteer drivers?',
  );
});

test('agendas are trees without loose ends, and the next one has ten items', async () => {
  const { database } = session;
  const items = await rowsOf(database, agendaItemKind).toArray();
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of items) {
    if (item.place.under === null) continue;
    expect(byId.get(item.place.under)).toMatchObject({ meetingId: item.meetingId, place: { under: null } });
  }
  for (const item of items.filter(({ isRestricted }) => isRestricted)) {
    expect(item.ground).not.toBeNull();
    expect(item.groundReason).not.toBe('');
  }
  for (const paper of await rowsOf(database, paperKind).toArray()) {
    expect(byId.get(paper.itemId!)?.meetingId).toBe(paper.meetingId);
  }
  const { next } = sampleDates(today);
  const meeting = await rowsOf(database, meetingKind).where('date').equals(next).first();
  const own = items.filter((item) => item.meetingId === meeting?.id);
  expect(own.filter((item) => item.place.under === null)).toHaveLength(10);
  expect(own.filter((item) => item.place.under !== null)).toHaveLength(2);
  expect(own.filter((item) => item.isRestricted)).toHaveLength(1);
  expect(own.reduce((sum, item) => sum + (item.minutes ?? 0), 0)).toBe(125);
});

test('the board has twelve seats with deputies, and the seat rules accept every seat of every body', async () => {
  const { database } = session;
  const people = new Map((await rowsOf(database, personKind).toArray()).map((person) => [person.id, person]));
  for (const body of await rowsOf(database, bodyKind).toArray()) {
    const seats = inSeatOrder(await rowsOf(database, seatKind).where('bodyId').equals(body.id).toArray());
    if (body.type === 'board') {
      expect(seats).toHaveLength(12);
      expect(seats.every((seat) => seat.deputyId !== null)).toBe(true);
      expect(seats[0]?.name).toBe('Chair');
    }
    expect(body.quorum).toBeLessThanOrEqual(seats.length);
    for (const seat of seats) {
      const others = seats.filter((other) => other.id !== seat.id);
      expect(addSeat({ ...seat, seats: others }, session).ok).toBe(true);
      expect(people.get(seat.memberId!)?.organisationId).toBe(seat.organisationId);
    }
  }
});

test('on whatever day it is opened, its meetings are on working days and the next is two to five weeks away', () => {
  for (let day = civilDate('2026-01-01'); day < civilDate('2029-12-31'); day = addDays(day, 3)) {
    const dates = sampleDates(day);
    const calendar = workingCalendar(
      'england-and-wales',
      dates.closures,
      publishedAndExpectedHolidays('england-and-wales', yearOf(day) + 2),
    );
    for (const date of [...dates.board, ...dates.executive, ...dates.aldermoor, ...dates.penfold]) {
      expect({ day, date, working: isWorkingDay(date, calendar) }).toEqual({
        day,
        date,
        working: { ok: true, value: true },
      });
    }
    const away = daysBetween(day, dates.next);
    expect(away).toBeGreaterThanOrEqual(14);
    expect(away).toBeLessThanOrEqual(31);
    expect(dates.board.toSorted()).toEqual(dates.board);
    expect(dates.previous < day).toBe(true);
  }
});

test('no decision is later than today, and they come in order', () => {
  const drafts = draftsOn(today);
  expect(drafts.every(({ on }) => on <= today)).toBe(true);
  expect(drafts.map(({ on }) => on).toSorted()).toEqual(drafts.map(({ on }) => on));
});

test('the last whole quarter before a day, by the financial year', () => {
  expect(quarterBefore(civilDate('2026-12-10'))).toEqual({
    number: 2,
    year: '2026/27',
    months: 'July to September 2026',
  });
  expect(quarterBefore(civilDate('2027-01-05'))).toMatchObject({ number: 3, year: '2026/27' });
  expect(quarterBefore(civilDate('2027-04-01'))).toMatchObject({ number: 4, year: '2026/27' });
  expect(quarterBefore(civilDate('2027-07-01'))).toMatchObject({ number: 1, year: '2027/28' });
});

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

test.skipIf(!hasQpdf)('its files are sound by qpdf’s own check', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sample-'));
  for (const { key, bytes, pages } of samplePdfs()) {
    const file = path.join(folder, `${key}.pdf`);
    writeFileSync(file, bytes);
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
    expect(execFileSync('qpdf', ['--show-npages', file], { encoding: 'utf8' }).trim()).toBe(String(pages));
  }
});
