import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { MeetingsPage } from '#renderer/features/meetings/meetings-page.tsx';
import { intentGiven } from '#renderer/navigation/intent.store.ts';
import { create } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { addDays, civilDate } from '#shared/kernel/civil-date.ts';
import { testSession } from '#tests/support/workspace.ts';
import { agendaKept, keep, keepBoard, keepMeeting, openPage } from './open-page.tsx';

let session: Session;
const user = userEvent.setup();

beforeEach(async () => {
  location.hash = '';
  session = await testSession();
});

async function dialogOpened(): Promise<HTMLElement> {
  openPage(session, <MeetingsPage />);
  await user.click(await screen.findByRole('button', { name: 'Plan a meeting' }));
  return screen.findByRole('dialog', { name: 'Plan a meeting' });
}

async function send(dialog: HTMLElement): Promise<void> {
  await user.click(within(dialog).getByRole('button', { name: 'Plan this meeting' }));
}

async function meetingsKept(): Promise<ReadonlyArray<Meeting>> {
  return rowsOf(session.database, meetingKind).orderBy('date').toArray();
}

describe('planning a meeting', () => {
  test('works out the dates, fills in the usual place and opens the meeting', async () => {
    await keepBoard(session);
    const dialog = await dialogOpened();
    await user.type(within(dialog).getByLabelText('Meeting date'), '10/12/26');
    expect(within(dialog).getByText('Thursday 10 December 2026')).toBeTruthy();
    expect(within(dialog).getByText('Thursday 26 November 2026, 14 days before')).toBeTruthy();
    expect(within(dialog).getByText('Monday 30 November 2026, 7 clear working days before')).toBeTruthy();
    expect(within(dialog).getByLabelText<HTMLInputElement>('Place').value).toBe('Council Chamber');
    await user.type(within(dialog).getByLabelText('Start time'), '10');
    await user.type(within(dialog).getByLabelText('End time'), '12.30pm');
    await send(dialog);
    await waitFor(() => expect(location.hash).toMatch(/^#\/meetings\/id-/));
    expect(await meetingsKept()).toMatchObject([
      {
        id: location.hash.slice('#/meetings/'.length),
        bodyName: 'Partnership Board',
        date: '2026-12-10',
        start: '10:00',
        end: '12:30',
        place: 'Council Chamber',
      },
    ]);
    expect(await agendaKept(session)).toEqual(['1 Welcome and apologies']);
  });

  test('begins from the last meeting’s agenda, its times too', async () => {
    await keepMeeting(session, 'Welcome', 'Minutes of 10 September 2026');
    const dialog = await dialogOpened();
    await user.type(within(dialog).getByLabelText('Meeting date'), '11 March 2027');
    await user.click(await within(dialog).findByRole('radio', { name: 'Last meeting' }));
    await send(dialog);
    await waitFor(async () => expect(await meetingsKept()).toHaveLength(2));
    expect((await meetingsKept())[1]).toMatchObject({ date: '2027-03-11', start: '10:00', end: '11:00' });
    const titles = (await agendaKept(session)).map((line) => line.replace(/^[\d.]+ /, ''));
    expect(titles.toSorted()).toEqual([
      'Minutes of 10 December 2026',
      'Minutes of 10 September 2026',
      'Welcome',
      'Welcome',
    ]);
  });

  test('says what is missing, at the top and beside the field', async () => {
    await keepBoard(session);
    await keep(session, create(bodyKind, 'exec', { name: 'Executive group' }));
    const dialog = await dialogOpened();
    await send(dialog);
    const summary = await within(dialog).findByRole('group', { name: 'There is a problem' });
    expect(document.activeElement).toBe(summary);
    expect(within(summary).getByRole('link', { name: 'Choose the body that meets.' })).toBeTruthy();
    await user.selectOptions(within(dialog).getByLabelText('Body'), 'Partnership Board');
    await send(dialog);
    expect(await within(dialog).findByRole('link', { name: /Enter the date of the meeting/ })).toBeTruthy();
    expect(await meetingsKept()).toEqual([]);
  });

  test('a date that does not exist is told as such and plans nothing', async () => {
    await keepBoard(session);
    const dialog = await dialogOpened();
    await user.type(within(dialog).getByLabelText('Meeting date'), '31/02/2027');
    await send(dialog);
    expect(await within(dialog).findByRole('link', { name: /February 2027 has 28 days/ })).toBeTruthy();
    expect(await meetingsKept()).toEqual([]);
  });

  test('an end before the start is refused', async () => {
    await keepBoard(session);
    const dialog = await dialogOpened();
    await user.type(within(dialog).getByLabelText('Meeting date'), '10/12/26');
    await user.type(within(dialog).getByLabelText('Start time'), '2pm');
    await user.type(within(dialog).getByLabelText('End time'), '10am');
    await send(dialog);
    expect(
      await within(dialog).findByRole('link', { name: 'The end time must be after the start time.' }),
    ).toBeTruthy();
    expect(await meetingsKept()).toEqual([]);
  });

  test('a bank holiday is warned of, and allowed with a reason', async () => {
    await keepBoard(session);
    const dialog = await dialogOpened();
    await user.type(within(dialog).getByLabelText('Meeting date'), '28/12/26');
    expect(within(dialog).getByText(/is a bank holiday in England and Wales: Boxing Day/)).toBeTruthy();
    await send(dialog);
    expect(await within(dialog).findByRole('link', { name: /Say why the meeting is on this day/ })).toBeTruthy();
    await user.type(within(dialog).getByLabelText('Reason for the day'), 'Flood response');
    await send(dialog);
    await waitFor(async () => expect(await meetingsKept()).toMatchObject([{ dayReason: 'Flood response' }]));
  });

  test('dates the wrong way round, missing bank holidays and a second meeting that day are told', async () => {
    await keepMeeting(session);
    const dialog = await dialogOpened();
    const date = within(dialog).getByLabelText('Meeting date');
    await user.type(date, '5/1/27');
    expect(within(dialog).getByText(/The dates are the wrong way round/)).toBeTruthy();
    await user.clear(date);
    await user.type(date, '15/3/29');
    expect(within(dialog).getByText(/does not have the bank holidays of 2029/)).toBeTruthy();
    await user.clear(date);
    await user.type(date, '10/12/26');
    expect(await within(dialog).findByText(/has a meeting on 10 December 2026 already/)).toBeTruthy();
  });

  test('without a body it says where to add one', async () => {
    const dialog = await dialogOpened();
    const link = within(dialog).getByRole('link', { name: 'Go to partners and bodies' });
    expect(link.getAttribute('href')).toBe('#/partners');
  });

  test('asked for elsewhere, the dialog is open on arriving', async () => {
    await keepBoard(session);
    intentGiven('planMeeting');
    openPage(session, <MeetingsPage />);
    expect(await screen.findByRole('dialog', { name: 'Plan a meeting' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('the list', () => {
  test('with nothing planned it says what to do', async () => {
    openPage(session, <MeetingsPage />);
    expect(await screen.findByText('Plan your first meeting')).toBeTruthy();
  });

  test('shows the coming meetings, the next first, past ones when asked, and those of one body', async () => {
    await keepMeeting(session);
    const days = ['2026-11-23', '2026-11-22', '2026-06-04', '2027-02-01'];
    await keep(
      session,
      create(bodyKind, 'exec', { name: 'Executive group' }),
      ...days.map((day) =>
        create(meetingKind, `on-${day}`, { bodyId: 'exec', bodyName: 'Executive group', date: civilDate(day) }),
      ),
    );
    openPage(session, <MeetingsPage />);
    const coming = await screen.findByRole('table', { name: 'Coming meetings' });
    expect(hrefsIn(coming)).toEqual(['#/meetings/on-2026-11-23', '#/meetings/meeting', '#/meetings/on-2027-02-01']);
    await user.click(screen.getByRole('button', { name: 'Show past meetings' }));
    expect(hrefsIn(await screen.findByRole('table', { name: 'Past meetings' }))).toEqual([
      '#/meetings/on-2026-11-22',
      '#/meetings/on-2026-06-04',
    ]);
    await user.selectOptions(screen.getByLabelText('Meetings of'), 'Partnership Board');
    await waitFor(() =>
      expect(hrefsIn(screen.getByRole('table', { name: 'Coming meetings' }))).toEqual(['#/meetings/meeting']),
    );
  });

  test('shows fifty, and more when asked', async () => {
    await keep(
      session,
      ...Array.from({ length: 60 }, (_, index) =>
        create(meetingKind, `m-${index}`, { date: addDays(civilDate('2027-01-01'), index) }),
      ),
    );
    openPage(session, <MeetingsPage />);
    expect(hrefsIn(await screen.findByRole('table', { name: 'Coming meetings' }))).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: 'Show more meetings' }));
    await waitFor(() => expect(hrefsIn(screen.getByRole('table', { name: 'Coming meetings' }))).toHaveLength(60));
  });
});

function hrefsIn(table: HTMLElement): (string | null)[] {
  return within(table)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
}
