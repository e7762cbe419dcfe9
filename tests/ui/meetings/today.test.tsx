import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { quarterEnd } from '#renderer/features/today/quarter.ts';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { editedInWords, greeting } from '#renderer/features/today/today-words.ts';
import { create, remove, set } from '#shared/changes/draft.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type PaperStatus } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { clockTime } from '#shared/kernel/clock-time.ts';
import { testMachine, testSession } from '#tests/support/workspace.ts';
import { keep, keepMeeting, openPage } from './open-page.tsx';

async function keepPapers(session: Session, ...statuses: ReadonlyArray<PaperStatus>): Promise<void> {
  await keep(
    session,
    ...statuses.map((status, index) =>
      create(paperKind, `paper-${index}`, { meetingId: 'meeting', title: `Paper ${index + 1}`, status }),
    ),
  );
}

/** What is coming up, each as it reads. */
async function comingUp(): Promise<string[]> {
  const list = await screen.findByRole('list', { name: 'Coming up' });
  return within(list)
    .getAllByRole('listitem')
    .map((item) => item.textContent.replace(/Open .*$/, ''));
}

async function figures(): Promise<string[]> {
  const list = await screen.findByRole('list', { name: 'How things stand' });
  return within(list)
    .getAllByRole('listitem')
    .map((item) => [...item.querySelectorAll('p')].map((line) => line.textContent).join(' | '));
}

test('with nothing planned it says what to do, and the button leads there', async () => {
  location.hash = '';
  openPage(await testSession(), <TodayPage />);
  expect(await screen.findByText('Nothing due. Plan your next meeting')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Monday 23 November' })).toBeTruthy();
  expect(screen.getByText('Good morning, Ada. Nothing needs you today.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Plan a meeting' }));
  expect(location.hash).toBe('#/meetings');
});

describe('what is due', () => {
  test('stands in date order, with how far the papers are', async () => {
    const session = await testSession();
    await keepMeeting(session);
    await keepPapers(session, 'ready', 'draft', 'cleared');
    openPage(session, <TodayPage />);
    expect(await comingUp()).toEqual([
      'Thu 26 NovPapers to partners for Partnership Board, 10 December 20262 of 3 papers ready. Still in draft: Paper 2',
      'Mon 30 NovPapers to the Chair for Partnership Board, 10 December 20261 of 3 cleared',
      'Thu 10 DecPartnership Board, 10amCouncil Chamber. 2 of 3 papers ready',
    ]);
    expect(await figures()).toEqual([
      'Papers ready for 10 Dec | 2 of 3 | Partnership Board',
      'Next deadline | 3 days | Papers to partners, Thu 26 Nov',
      'Meetings this quarter | 1 | still to come by 31 December 2026',
      'To be decided | 0 | Nobody disagrees',
    ]);
  });

  test('the overdue come first and are said to be late; what is done is gone', async () => {
    const machine = testMachine();
    machine.pass(5 * 24 * 60 * 60 * 1000);
    const session = await testSession(machine);
    await keepMeeting(session);
    await keepPapers(session, 'draft');
    openPage(session, <TodayPage />);
    expect((await comingUp())[0]).toMatch(/^Late 26 NovPapers to partners/);
    expect(screen.getByText('Good morning, Ada. 1 thing needs you today.')).toBeTruthy();
    expect((await figures())[1]).toBe('Next deadline | 2 days late | Papers to partners, Thu 26 Nov');
    const paper = await rowsOf(session.database, paperKind).get('paper-0');
    await keep(session, set(paperKind, paper!, { status: 'cleared' }));
    await waitFor(async () => expect(await comingUp()).toHaveLength(1));
    expect(screen.getByText('Good morning, Ada. Nothing needs you today.')).toBeTruthy();
  });

  test('a meeting today is said to be today; cancelled and past ones are not shown', async () => {
    const session = await testSession();
    const at = (id: string, date: string, state: 'planned' | 'cancelled' = 'planned') =>
      create(meetingKind, id, { bodyName: id, date: civilDate(date), start: clockTime('14:00'), state });
    await keep(
      session,
      at('Executive', '2026-11-23'),
      at('Off', '2026-11-24', 'cancelled'),
      at('Over', '2026-11-22'),
      at('Far', '2027-11-01'),
    );
    openPage(session, <TodayPage />);
    expect(await comingUp()).toEqual(['Today 23 NovExecutive, 2pm', 'Mon 1 NovFar, 2pm']);
    expect((await figures())[2]).toBe('Meetings this quarter | 1 | still to come by 31 December 2026');
  });
});

test('what was written last can be gone on with, the latest first, without what was removed', async () => {
  const machine = testMachine();
  const session = await testSession(machine);
  await keepMeeting(session, 'Welcome');
  machine.pass(60_000);
  await keepPapers(session, 'draft', 'draft');
  await keep(session, create(meetingKind, 'later', { bodyId: 'board', bodyName: 'Later' }));
  machine.pass(60_000);
  const first = await rowsOf(session.database, paperKind).get('paper-0');
  await keep(session, set(paperKind, first!, { title: 'Finance report' }));
  await keep(session, remove(paperKind, 'paper-1'));
  openPage(session, <TodayPage />);
  const list = await screen.findByRole('list', { name: 'Carry on where you were' });
  const links = within(list).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Finance report', '#/papers/paper-0'],
    ['Later', '#/meetings/later'],
    ['Partnership Board, 10 December 2026', '#/meetings/meeting'],
    ['Partnership Board', '#/partners/bodies/board'],
  ]);
  expect(within(list).getByText('Paper, edited 9:02am today')).toBeTruthy();
  // A meeting of the board was planned since, which is no edit of the board.
  expect(within(list).getByText('Body, edited 9am today')).toBeTruthy();
});

test('records on which two people disagree are counted', async () => {
  const session = await testSession();
  await keepMeeting(session);
  const meeting = await rowsOf(session.database, meetingKind).get('meeting');
  await rowsOf(session.database, meetingKind).put({ ...meeting!, _open: 1 });
  openPage(session, <TodayPage />);
  expect((await figures())[3]).toBe('To be decided | 1 | Two people wrote different things');
});

test.each([
  ['00:00', 'Good morning, Ada.'],
  ['11:59', 'Good morning, Ada.'],
  ['12:00', 'Good afternoon, Ada.'],
  ['17:59', 'Good afternoon, Ada.'],
  ['18:00', 'Good evening, Ada.'],
])('at %s: %s', (time, words) => {
  expect(greeting(time, 'Ada Fell', [], civilDate('2026-11-23'))).toBe(`${words} Nothing needs you today.`);
});

test.each([
  ['2026-01-01', '2026-03-31'],
  ['2026-06-30', '2026-06-30'],
  ['2026-08-15', '2026-09-30'],
  ['2026-12-31', '2026-12-31'],
])('the quarter of %s ends on %s', (date, end) => {
  expect(quarterEnd(civilDate(date))).toBe(end);
});

test('when something was edited is told as people say it', () => {
  const now = Date.UTC(2026, 10, 23, 9);
  const hour = 60 * 60 * 1000;
  expect(editedInWords('paper', now - hour, now)).toBe('Paper, edited 8am today');
  expect(editedInWords('paper', now - 16 * hour, now)).toBe('Paper, edited 5pm yesterday');
  expect(editedInWords('agenda item', now - 64 * hour, now)).toBe('Agenda item, edited 5pm Friday');
  expect(editedInWords('paper', now - 24 * 30 * hour, now)).toBe('Paper, edited 24 October 2026');
});
