import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { reverse } from '#renderer/data/undo.ts';
import { MeetingPage } from '#renderer/features/meetings/meeting-page.tsx';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { testSession } from '#tests/support/workspace.ts';
import { agendaKept, keepMeeting, openPage } from './open-page.tsx';

const user = userEvent.setup();

async function detailsOpened(): Promise<Session> {
  const session = await testSession();
  await keepMeeting(session, 'Welcome');
  openPage(session, <MeetingPage meetingId="meeting" />);
  await user.click(await screen.findByRole('tab', { name: 'Details' }));
  return session;
}

async function kept(session: Session): Promise<Meeting | undefined> {
  return rowsOf(session.database, meetingKind).get('meeting');
}

async function enter(label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
}

test('each field saves itself', async () => {
  const session = await detailsOpened();
  await enter('Place', 'Town Hall');
  await enter('Meeting date', '14/12/26');
  await waitFor(async () => expect(await kept(session)).toMatchObject({ place: 'Town Hall', date: '2026-12-14' }));
  expect(await screen.findByRole('heading', { name: 'Partnership Board, 14 December 2026' })).toBeTruthy();
});

test('a start after the end waits for the end, and both are kept together', async () => {
  const session = await detailsOpened();
  await enter('Start time', '2pm');
  expect(await screen.findByText('The end time must be after the start time.')).toBeTruthy();
  expect(await kept(session)).toMatchObject({ start: '10:00', end: '11:00' });
  await enter('End time', '4pm');
  await waitFor(async () => expect(await kept(session)).toMatchObject({ start: '14:00', end: '16:00' }));
  expect(screen.queryByText('The end time must be after the start time.')).toBeNull();
});

test('moved to a Saturday it asks for a reason, and keeps both once given', async () => {
  const session = await detailsOpened();
  await enter('Meeting date', '12/12/26');
  expect(await screen.findByText(/Say why the meeting is on this day/)).toBeTruthy();
  expect((await kept(session))?.date).toBe('2026-12-10');
  await enter('Reason for the day', 'Away day');
  await waitFor(async () => expect(await kept(session)).toMatchObject({ date: '2026-12-12', dayReason: 'Away day' }));
});

test('cancelled with a reason, put back on, and removed, all of which Undo takes back', async () => {
  const session = await detailsOpened();
  await user.click(screen.getByRole('button', { name: 'Cancel the meeting…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Cancel the meeting' });
  await user.type(within(dialog).getByLabelText(/Reason/), 'Snow{Enter}');
  await waitFor(async () => expect((await kept(session))?.state).toBe('cancelled'));
  const [save] = await session.database.saves.orderBy('stamp').reverse().limit(1).toArray();
  expect(save).toMatchObject({ command: 'Cancelled Partnership Board, 10 December 2026', note: 'Snow' });
  await user.click(await screen.findByRole('button', { name: 'Put the meeting back on' }));
  await waitFor(async () => expect((await kept(session))?.state).toBe('planned'));
  await user.click(screen.getByRole('button', { name: 'Remove the meeting' }));
  expect(await screen.findByText('This meeting is not here')).toBeTruthy();
  expect(await agendaKept(session)).toEqual([]);
  await reverse(session, 'undo');
  expect(await screen.findByRole('heading', { name: 'Partnership Board, 10 December 2026' })).toBeTruthy();
  expect(await agendaKept(session)).toEqual(['1 Welcome']);
});
