import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { keepChoice, readChoice } from '#renderer/data/laptop.ts';
import { run } from '#renderer/data/run.ts';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { HelpPage } from '#renderer/features/help/help-page.tsx';
import { ShortcutList } from '#renderer/features/help/shortcut-list.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { HostProvider } from '#renderer/host/host-context.ts';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { addBody, removeBody } from '#shared/domain/bodies/body.commands.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { addSeat } from '#shared/domain/bodies/seat.commands.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { foundWorkspace } from '#shared/domain/workspace/workspace.commands.ts';
import type { Host } from '#shared/host/contract.ts';
import { testMachine, testSession } from '#tests/support/workspace.ts';

let session: Session;
const machine = testMachine();
const host = {
  about: async () => ({ kind: 'browser', version: '0.1.0', platform: 'linux', machine: 'm' }),
} as unknown as Host;

beforeEach(async () => {
  await keepChoice('screen', null);
  session = await testSession(machine);
  await run(session, foundWorkspace, { name: 'Ada', role: 'Clerk', organisation: 'Westmere', workspaceName: 'Board' });
});

function show(page: React.ReactElement) {
  render(
    <KitProvider>
      <HostProvider value={host}>
        <SessionProvider value={session}>{page}</SessionProvider>
      </HostProvider>
    </KitProvider>,
  );
  return userEvent.setup();
}

async function axeFinds() {
  return (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } }))
    .violations;
}

test('a new name is handed on, and an empty one is refused in words', async () => {
  const onRename = vi.fn();
  const user = show(<SettingsPage onRename={onRename} />);
  const name = screen.getByLabelText('Your name');
  await user.clear(name);
  await user.tab();
  expect(await screen.findByText('Enter your name')).toBeTruthy();
  expect(onRename).not.toHaveBeenCalled();
  await user.type(name, 'Ada Marsh');
  await user.tab();
  await expect.poll(() => onRename.mock.calls.length).toBe(1);
  expect(onRename.mock.calls[0]?.[0]).toMatchObject({ me: { name: 'Ada Marsh', role: 'Clerk' } });
});

test('text size and typeface are shown at once and kept', async () => {
  const user = show(<SettingsPage onRename={() => {}} />);
  await user.click(screen.getByRole('radio', { name: '150 %' }));
  await user.click(screen.getByRole('radio', { name: 'Atkinson Hyperlegible' }));
  expect(document.documentElement.dataset).toMatchObject({ textSize: '150', typeface: 'atkinson' });
  await vi.waitFor(async () => expect(await readChoice('screen')).toEqual({ textSize: '150', typeface: 'atkinson' }));
  await user.click(screen.getByRole('radio', { name: '100 %' }));
});

test('what was deleted together comes back together', async () => {
  await run(session, addBody, { id: 'board', name: 'Board', type: 'board', parentId: null, others: [] });
  const values = { name: 'Chair', organisationId: null, memberId: null, deputyId: null, roles: [], votes: true };
  await run(session, addSeat, { ...values, id: 'chair', bodyId: 'board', seats: [] });
  const body = (await rowsOf(session.database, bodyKind).get('board'))!;
  const seats = await rowsOf(session.database, seatKind).toArray();
  await run(session, removeBody, { body, seats, meetings: 0, below: [] });
  expect(await rowsOf(session.database, seatKind).count()).toBe(0);

  const user = show(<SettingsPage onRename={() => {}} />);
  await user.click(await screen.findByRole('button', { name: /^Bring back\s+Board and 1 more$/ }));
  await expect.poll(async () => rowsOf(session.database, seatKind).count()).toBe(1);
  expect((await rowsOf(session.database, bodyKind).get('board'))?.name).toBe('Board');
  expect(await screen.findByText(/Nothing was deleted/)).toBeTruthy();
});

test('after 30 days the bin shows it no more', async () => {
  await run(session, addBody, { id: 'board', name: 'Board', type: 'board', parentId: null, others: [] });
  const body = (await rowsOf(session.database, bodyKind).get('board'))!;
  await run(session, removeBody, { body, seats: [], meetings: 0, below: [] });
  machine.pass(31 * 24 * 60 * 60 * 1000);
  show(<SettingsPage onRename={() => {}} />);
  expect(await screen.findByText(/Nothing was deleted/)).toBeTruthy();
});

test('the sample can be left from here, and only the sample', async () => {
  const onLeaveSample = vi.fn();
  const user = show(<SettingsPage onRename={() => {}} onLeaveSample={onLeaveSample} />);
  await user.click(screen.getByRole('button', { name: 'Leave the sample' }));
  expect(onLeaveSample).toHaveBeenCalledOnce();
});

test('help is found by a word, and says so when nothing is', async () => {
  const user = show(<HelpPage />);
  await user.type(screen.getByRole('searchbox', { name: 'Search help' }), 'quorum');
  expect(await screen.findByText('Quorum')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Build the board pack' })).toBeNull();
  await user.type(screen.getByRole('searchbox', { name: 'Search help' }), ' zebra');
  expect(screen.getByText('Nothing found for “quorum zebra”')).toBeTruthy();
});

test('the support report holds counts and no names', async () => {
  await run(session, addBody, { id: 'board', name: 'Secret Board', type: 'board', parentId: null, others: [] });
  const user = show(<HelpPage />);
  await user.click(screen.getByRole('tab', { name: 'Support report' }));
  await user.click(screen.getByRole('button', { name: 'Write the report' }));
  const report: HTMLTextAreaElement = await screen.findByLabelText('Report');
  expect(report.value).toContain('Version: 0.1.0');
  expect(report.value).toContain('body: 1');
  for (const name of ['Secret Board', 'Ada', 'Westmere']) expect(report.value).not.toContain(name);
});

test('axe finds no fault in settings or help', async () => {
  show(<SettingsPage onRename={() => {}} onLeaveSample={() => {}} shortcuts={<ShortcutList />} />);
  await screen.findByText(/Nothing was deleted/);
  expect(await axeFinds()).toEqual([]);
  expect(screen.getByText('Ctrl K')).toBeTruthy();
  cleanup();
  const user = show(<HelpPage />);
  for (const tab of ['Guides', 'Words explained', 'Keys', 'What’s new', 'Support report']) {
    await user.click(screen.getByRole('tab', { name: tab }));
    expect(await axeFinds()).toEqual([]);
  }
});

test('the word list takes words in, narrows to what is typed, and lets them out again', async () => {
  const user = userEvent.setup();
  show(<SettingsPage onRename={vi.fn()} />);
  const field = await screen.findByLabelText('Word');
  for (const word of ['Haverdale', 'Westmere']) {
    await user.clear(field);
    await user.type(field, `${word}{Enter}`);
    await screen.findByRole('rowheader', { name: word });
  }
  await user.clear(field);
  await user.type(field, 'west');
  expect(screen.queryByRole('rowheader', { name: 'Haverdale' })).toBeNull();
  await user.clear(field);
  await user.type(field, 'two words{Enter}');
  expect(await screen.findByText('Enter one word, without spaces')).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'Westmere{Enter}');
  expect(await screen.findByText('“Westmere” is in the list already')).toBeTruthy();
  await user.clear(field);
  await user.click(screen.getByRole('button', { name: 'Remove Westmere' }));
  const words = screen.getByRole('table', { name: 'Words of the word list' });
  await vi.waitFor(() => expect(within(words).queryByRole('rowheader', { name: 'Westmere' })).toBeNull());
  // It waits in the bin, like anything else.
  expect(await screen.findByRole('button', { name: 'Bring back Westmere' })).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: 'Haverdale' })).toBeTruthy();
});
