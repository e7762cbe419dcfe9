import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { reverse } from '#renderer/data/undo.ts';
import { MeetingPage } from '#renderer/features/meetings/meeting-page.tsx';
import { set } from '#shared/changes/draft.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { testSession } from '#tests/support/workspace.ts';
import { agendaKept, itemsKept, keep, keepMeeting, openPage } from './open-page.tsx';

async function opened(...titles: ReadonlyArray<string>) {
  const session = await testSession();
  await keepMeeting(session, ...titles);
  const dropped = vi.fn<(files: ReadonlyArray<File>, itemId: string | null) => void>();
  openPage(session, <MeetingPage meetingId="meeting" onFilesDropped={dropped} />);
  await screen.findByRole('heading', { name: 'Partnership Board, 10 December 2026' });
  for (const title of titles) await screen.findAllByText(title);
  return { session, dropped, user: userEvent.setup() };
}

function rows(): string[] {
  return screen.queryAllByRole('row').map((row) => row.getAttribute('aria-label') ?? '');
}

describe('the page', () => {
  test('tells when, where and by when', async () => {
    await opened('Welcome');
    expect(screen.getByText('Thursday, 10am to 11am')).toBeTruthy();
    expect(screen.getByText('Council Chamber')).toBeTruthy();
    const strip = screen.getByRole('list', { name: 'Deadlines of the meeting' });
    const steps = within(strip).getAllByRole('listitem');
    expect(steps.map((step) => step.textContent)).toEqual([
      'Now: Papers to partners Thu 26 Nov, 3 days left',
      'Papers to the Chair Mon 30 Nov, 7 clear working days before',
      'Meeting Thu 10 Dec',
    ]);
  });

  test('a meeting that is not there says so, with a way back', async () => {
    const session = await testSession();
    openPage(session, <MeetingPage meetingId="gone" />);
    expect(await screen.findByText('This meeting is not here')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to meetings' }).getAttribute('href')).toBe('#/meetings');
  });
});

describe('writing items', () => {
  test('an item comes onto the agenda once it has a title, with whatever was typed before', async () => {
    const { session, user } = await opened('Welcome');
    await user.click(screen.getByRole('button', { name: 'Add item' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Title'));
    await user.type(screen.getByLabelText('Lead'), 'Sana Rahman');
    await user.type(screen.getByLabelText('Minutes allowed'), '20');
    await user.tab();
    expect(await agendaKept(session)).toEqual(['1 Welcome']);
    await user.selectOptions(screen.getByLabelText('Purpose'), 'Decision');
    await user.type(screen.getByLabelText('Title'), 'Finance report{Enter}');
    await waitFor(() => expect(rows()).toEqual(['1 Welcome', '2 Finance report']));
    expect((await itemsKept(session)).find(({ title }) => title === 'Finance report')).toMatchObject({
      lead: 'Sana Rahman',
      minutes: 20,
      purpose: 'decision',
    });
    expect(screen.getByText('2 items, 30 min of 1 h')).toBeTruthy();
  });

  test('left with Escape before it is kept, its row has the focus once it is there', async () => {
    const { user } = await opened('Welcome');
    await user.click(screen.getByRole('button', { name: 'Add item' }));
    await user.type(screen.getByLabelText('Title'), 'Finance report{Escape}');
    await waitFor(() => expect(rows()).toEqual(['1 Welcome', '2 Finance report']));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { name: '2 Finance report' })));
  });

  test('Ctrl+N begins another, and the one before is kept first', async () => {
    const { session, user } = await opened();
    await user.keyboard('{Control>}n{/Control}');
    await user.keyboard('First');
    await user.keyboard('{Control>}n{/Control}');
    await user.keyboard('Second{Escape}');
    await waitFor(() => expect(rows()).toEqual(['1 First', '2 Second']));
    expect(await agendaKept(session)).toEqual(['1 First', '2 Second']);
  });

  test('typing on while an item is being added makes one item, not two', async () => {
    const { session, user } = await opened();
    await user.click(screen.getByRole('button', { name: 'Add item' }));
    const title = screen.getByLabelText('Title');
    fireEvent.change(title, { target: { value: 'Finance' } });
    fireEvent.keyDown(title, { key: 'Enter' });
    fireEvent.change(screen.getByLabelText('Lead'), { target: { value: 'Sana' } });
    fireEvent.blur(screen.getByLabelText('Lead'));
    fireEvent.change(title, { target: { value: 'Finance report' } });
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await agendaKept(session)).toEqual(['1 Finance report']));
    expect(await itemsKept(session)).toMatchObject([{ lead: 'Sana', _open: 0 }]);
    const saves = await session.database.saves.toArray();
    expect(saves.map(({ command }) => command).filter((command) => command !== 'Set up')).toEqual([
      'Added “Finance” to the agenda',
      'Changed the lead of “Finance”',
      'Changed the title of “Finance”',
    ]);
  });

  test('an item without a title is refused, and keeps the one it had', async () => {
    const { session, user } = await opened('Welcome');
    await user.click(screen.getByText('Welcome'));
    await user.clear(await screen.findByLabelText('Title'));
    await user.tab();
    expect(await screen.findByText(/An item needs a title/)).toBeTruthy();
    expect(await agendaKept(session)).toEqual(['1 Welcome']);
  });

  test('markup in a title is shown as it was typed', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name: 'Add item' }));
    await user.type(screen.getByLabelText('Title'), '<img src=x onerror=alert(1)>{Enter}');
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  test('more time than there is, is said', async () => {
    const { user } = await opened('Welcome');
    await user.click(screen.getByText('Welcome'));
    const minutes = await screen.findByLabelText('Minutes allowed');
    await user.clear(minutes);
    await user.type(minutes, '75{Enter}');
    expect(await screen.findByText(/take 15 min longer than the meeting lasts/)).toBeTruthy();
  });

  test('what Undo takes away leaves the editor too', async () => {
    const { session, user } = await opened('Welcome');
    await user.click(screen.getByRole('button', { name: 'Add item' }));
    await user.type(screen.getByLabelText('Title'), 'Finance{Enter}');
    await waitFor(() => expect(rows()).toHaveLength(2));
    await reverse(session, 'undo');
    await waitFor(() => expect(screen.queryByLabelText('Title')).toBeNull());
    expect(rows()).toEqual(['1 Welcome']);
  });
});

describe('by keyboard', () => {
  test('arrows choose, F2 edits, Esc goes back to the row', async () => {
    const { user } = await opened('Welcome', 'Finance', 'Risks');
    await user.click(screen.getByText('Welcome'));
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('heading', { name: 'Item 2' })).toBeTruthy();
    await user.keyboard('{F2}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')));
    await user.keyboard(' report{Escape}');
    await waitFor(() => expect(rows()).toEqual(['1 Welcome', '2 Finance report', '3 Risks']));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('2 Finance report');
    expect(screen.queryByLabelText('Title')).toBeNull();
  });

  test('Alt+Shift and the arrows move an item and change its level', async () => {
    const { session, user } = await opened('Welcome', 'Finance', 'Risks');
    await user.click(screen.getByText('Risks'));
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    await waitFor(async () => expect(await agendaKept(session)).toEqual(['1 Welcome', '2 Risks', '3 Finance']));
    await waitFor(() => expect(rows()).toEqual(['1 Welcome', '2 Risks', '3 Finance']));
    await user.click(screen.getByText('Risks'));
    await user.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await waitFor(() => expect(rows()).toEqual(['1 Welcome', '1.1 Risks', '2 Finance']));
    expect(screen.getByText('Moved “Risks” to item 1.1')).toBeTruthy();
    await user.click(screen.getByText('Risks'));
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    await waitFor(async () => expect(await agendaKept(session)).toEqual(['1 Welcome', '2 Risks', '3 Finance']));
  });

  test('Delete removes the item, and Undo brings it back', async () => {
    const { session, user } = await opened('Welcome', 'Finance');
    await user.click(screen.getByText('Finance'));
    await user.keyboard('{Delete}');
    await waitFor(() => expect(rows()).toEqual(['1 Welcome']));
    await reverse(session, 'undo');
    await waitFor(() => expect(rows()).toEqual(['1 Welcome', '2 Finance']));
  });

  test('Delete in a field of the editor deletes a letter, not the item', async () => {
    const { session, user } = await opened('Welcome');
    await user.click(screen.getByText('Welcome'));
    await user.click(await screen.findByLabelText('Title'));
    await user.keyboard('{Home}{Delete}{Escape}');
    await waitFor(async () => expect(await agendaKept(session)).toEqual(['1 elcome']));
  });
});

describe('by menu', () => {
  async function chooseFromMenu(user: ReturnType<typeof userEvent.setup>, number: string, choice: RegExp) {
    await user.click(screen.getByRole('button', { name: `Actions for item ${number}` }));
    await user.click(await screen.findByRole('menuitem', { name: choice }));
  }

  test('an item is moved up and down, under the one above, and to a place chosen', async () => {
    const { session, user } = await opened('Welcome', 'Finance', 'Risks');
    await chooseFromMenu(user, '1', /Move down/);
    await waitFor(() => expect(rows()).toEqual(['1 Finance', '2 Welcome', '3 Risks']));
    await chooseFromMenu(user, '3', /Make sub-item/);
    await waitFor(() => expect(rows()).toEqual(['1 Finance', '2 Welcome', '2.1 Risks']));
    await chooseFromMenu(user, '2.1', /Move to/);
    const dialog = await screen.findByRole('dialog', { name: 'Move item 2.1' });
    await user.selectOptions(within(dialog).getByLabelText('Under'), 'No other item: at the top');
    await user.selectOptions(within(dialog).getByLabelText('Place'), 'First');
    await user.click(within(dialog).getByRole('button', { name: 'Move item' }));
    await waitFor(async () => expect(await agendaKept(session)).toEqual(['1 Risks', '2 Finance', '3 Welcome']));
  });

  test('a sub-item is added under its item', async () => {
    const { session, user } = await opened('Welcome', 'Finance');
    await chooseFromMenu(user, '1', /Add sub-item/);
    await user.type(await screen.findByLabelText('Title'), 'Apologies{Enter}');
    await waitFor(async () => expect(await agendaKept(session)).toEqual(['1 Welcome', '1.1 Apologies', '2 Finance']));
  });

  test('an item is restricted; ground and reason may follow', async () => {
    const { session, user } = await opened('Lease terms');
    await chooseFromMenu(user, '1', /Restrict/);
    expect(await screen.findByText('Ground and reason missing')).toBeTruthy();
    await user.selectOptions(await screen.findByLabelText('Ground'), 'Paragraph 3: financial or business affairs');
    expect(await screen.findByText('Reason missing')).toBeTruthy();
    await user.type(screen.getByLabelText('Reason for restricting it'), 'The lease is being negotiated');
    await user.tab();
    await waitFor(() => expect(screen.queryByText('Reason missing')).toBeNull());
    expect(await itemsKept(session)).toMatchObject([
      { isRestricted: true, ground: 'p3', groundReason: 'The lease is being negotiated' },
    ]);
    await user.click(screen.getByRole('checkbox', { name: 'Restricted' }));
    await waitFor(async () => expect(await itemsKept(session)).toMatchObject([{ isRestricted: false, ground: null }]));
  });
});

test('two items each under the other are shown and said to be out of place, and a move puts them right', async () => {
  const { session, user } = await opened('Welcome', 'Finance');
  const [first, second] = await itemsKept(session);
  await keep(
    session,
    set(agendaItemKind, first!, { place: { under: second!.id, key: 'a0' } }),
    set(agendaItemKind, second!, { place: { under: first!.id, key: 'a1' } }),
  );
  expect(await screen.findAllByText('Out of place')).toHaveLength(2);
  await user.click(screen.getByText('Finance'));
  await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
  await waitFor(() => expect(screen.queryByText('Out of place')).toBeNull());
  expect(rows()).toHaveLength(2);
});

test('files dropped on a row are for its item, elsewhere for the meeting', async () => {
  const { dropped } = await opened('Welcome', 'Finance');
  const file = new File(['%PDF-1.7'], 'finance.pdf', { type: 'application/pdf' });
  const dataTransfer = { types: ['Files'], items: [], files: [file], dropEffect: 'none', effectAllowed: 'all' };
  fireEvent.dragOver(screen.getByText('Finance'), { dataTransfer });
  expect(screen.getByText('Drop files to add them to item 2')).toBeTruthy();
  fireEvent.drop(screen.getByText('Finance'), { dataTransfer });
  expect(dropped).toHaveBeenLastCalledWith([file], 'item-2');
  fireEvent.drop(screen.getByRole('heading', { name: 'Agenda' }), { dataTransfer });
  expect(dropped).toHaveBeenLastCalledWith([file], null);
});
