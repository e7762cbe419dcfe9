import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { BodyPage } from '#renderer/features/bodies/body-page.tsx';
import { PartnersPage } from '#renderer/features/bodies/partners-page.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { addBody } from '#shared/domain/bodies/body.commands.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { inSeatOrder } from '#shared/domain/bodies/seat-order.ts';
import { addSeat } from '#shared/domain/bodies/seat.commands.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { organisationKind } from '#shared/domain/people/organisation.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { testSession } from '#tests/support/workspace.ts';

let session: Session;

beforeEach(async () => {
  session = await testSession();
  location.hash = '';
});

function show(page: React.ReactElement) {
  render(
    <KitProvider>
      <SessionProvider value={session}>{page}</SessionProvider>
    </KitProvider>,
  );
  return userEvent.setup();
}

async function board() {
  await run(session, addBody, { id: 'board', name: 'Board', type: 'board', parentId: null, others: [] });
}

async function seat(id: string, name: string) {
  const seats = await rowsOf(session.database, seatKind).toArray();
  const values = { name, organisationId: null, memberId: null, deputyId: null, roles: [], votes: true };
  await run(session, addSeat, { ...values, id, bodyId: 'board', seats });
}

async function axeFinds() {
  return (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } }))
    .violations;
}

test('the first body is added from the empty page, by keyboard alone', async () => {
  const user = show(<PartnersPage />);
  expect(await screen.findByText('Add your first body')).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: 'Add body' })[0]!);
  const dialog = await screen.findByRole('dialog', { name: 'Add a body' });
  await user.keyboard('{Enter}');
  expect(await within(dialog).findByRole('link', { name: 'Enter a name for the body' })).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Name'), 'Partnership Board{Enter}');
  await expect.poll(async () => rowsOf(session.database, bodyKind).count()).toBe(1);
  const [made] = await rowsOf(session.database, bodyKind).toArray();
  expect(made?.name).toBe('Partnership Board');
  await expect.poll(() => location.hash).toBe(`#/partners/bodies/${made?.id}`);
});

test('organisations and people are added, and one in use is not removed', async () => {
  const user = show(<PartnersPage />);
  await user.click(await screen.findByRole('tab', { name: /Organisations/ }));
  await user.click(screen.getAllByRole('button', { name: 'Add organisation' })[0]!);
  await user.type(await screen.findByLabelText('Organisation'), 'County Council{Enter}');
  await screen.findByRole('button', { name: 'County Council' });

  await user.click(screen.getByRole('tab', { name: /People/ }));
  await user.click(screen.getAllByRole('button', { name: 'Add person' })[0]!);
  const adding = await screen.findByRole('dialog', { name: 'Add a person' });
  await user.type(within(adding).getByLabelText('Name'), 'Ada Fell');
  await user.selectOptions(within(adding).getByLabelText('Organisation'), 'County Council');
  await user.click(within(adding).getByRole('button', { name: 'Add person' }));
  await screen.findByRole('button', { name: 'Ada Fell' });

  await user.click(screen.getByRole('tab', { name: /Organisations/ }));
  await user.click(screen.getByRole('button', { name: 'County Council' }));
  const dialog = await screen.findByRole('dialog', { name: 'County Council' });
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  expect(await within(dialog).findByRole('link', { name: /It still has people \(Ada Fell\)/ })).toBeTruthy();
  expect(await rowsOf(session.database, organisationKind).count()).toBe(1);
});

test('a field of an organisation saves itself', async () => {
  const user = show(<PartnersPage />);
  await user.click(await screen.findByRole('tab', { name: /Organisations/ }));
  await user.click(screen.getAllByRole('button', { name: 'Add organisation' })[0]!);
  await user.type(await screen.findByLabelText('Organisation'), 'County{Enter}');
  await user.click(await screen.findByRole('button', { name: 'County' }));
  await user.type(await screen.findByLabelText('Organisation'), ' Council');
  await user.tab();
  await expect
    .poll(async () => (await rowsOf(session.database, organisationKind).toArray())[0]?.name)
    .toBe('County Council');
});

test('a seat is added with a new member, who joins the people', async () => {
  await board();
  const user = show(<BodyPage bodyId="board" />);
  await user.click(await screen.findByRole('button', { name: 'Add seat' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a seat' });
  await user.type(within(dialog).getByLabelText('Seat'), 'Chair');
  await user.type(within(dialog).getByRole('combobox', { name: /^Member/ }), 'Ada Fell');
  await user.tab();
  await user.click(within(dialog).getByRole('button', { name: 'Add seat' }));
  expect(await screen.findByRole('row', { name: 'Chair' })).toBeTruthy();
  const [ada] = await rowsOf(session.database, personKind).toArray();
  expect(ada?.name).toBe('Ada Fell');
  expect((await rowsOf(session.database, seatKind).toArray())[0]).toMatchObject({ name: 'Chair', memberId: ada?.id });
});

test('the same person cannot be member and deputy, and nobody is added for it', async () => {
  await board();
  const user = show(<BodyPage bodyId="board" />);
  await user.click(await screen.findByRole('button', { name: 'Add seat' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a seat' });
  await user.type(within(dialog).getByLabelText('Seat'), 'Chair');
  await user.type(within(dialog).getByRole('combobox', { name: /^Member/ }), 'Ada Fell');
  await user.type(within(dialog).getByRole('combobox', { name: /^Named deputy/ }), 'ada fell');
  await user.tab();
  await user.click(within(dialog).getByRole('button', { name: 'Add seat' }));
  const words = 'The named deputy must be somebody other than the member';
  expect(await within(dialog).findByRole('link', { name: words })).toBeTruthy();
  expect(await rowsOf(session.database, personKind).count()).toBe(0);
});

test('a half-typed name in a seat does not become a person', async () => {
  await board();
  await seat('chair', 'Chair');
  const user = show(<BodyPage bodyId="board" />);
  await user.click(await screen.findByRole('button', { name: 'Menu for Chair' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  const dialog = await screen.findByRole('dialog', { name: 'Seat' });
  await user.type(within(dialog).getByRole('combobox', { name: /^Member/ }), 'Ad');
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await rowsOf(session.database, personKind).count()).toBe(0);
  await user.type(within(dialog).getByRole('combobox', { name: /^Member/ }), 'a Fell');
  await user.tab();
  await expect.poll(async () => (await rowsOf(session.database, personKind).toArray())[0]?.name).toBe('Ada Fell');
  await expect.poll(async () => (await rowsOf(session.database, seatKind).get('chair'))?.memberId).not.toBeNull();
});

test('seats are moved by menu and removed', async () => {
  await board();
  await seat('a', 'Chair');
  await seat('b', 'Police');
  const user = show(<BodyPage bodyId="board" />);
  await user.click(await screen.findByRole('button', { name: 'Menu for Police' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Move up/ }));
  await expect
    .poll(async () => inSeatOrder(await rowsOf(session.database, seatKind).toArray()).map(({ name }) => name))
    .toEqual(['Police', 'Chair']);
  await user.click(await screen.findByRole('button', { name: 'Menu for Police' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
  await expect.poll(async () => rowsOf(session.database, seatKind).count()).toBe(1);
});

test('standing items, deadlines, closure days and the name are kept as they are typed', async () => {
  await board();
  const user = show(<BodyPage bodyId="board" />);
  const body = async () => (await rowsOf(session.database, bodyKind).get('board'))!;
  await user.click(await screen.findByRole('tab', { name: /Standing items/ }));
  await user.click(screen.getByRole('button', { name: 'Add standing item' }));
  await user.type(await screen.findByLabelText('Title'), 'Apologies{Enter}');
  await expect.poll(async () => (await body()).standingItems).toEqual([{ title: 'Apologies', minutes: 5, lead: '' }]);

  await user.click(await screen.findByRole('tab', { name: 'Deadlines and closures' }));
  const clearance = await screen.findByLabelText(/Papers to the Chair/);
  await user.clear(clearance);
  await user.type(clearance, '5');
  await user.tab();
  await expect.poll(async () => (await body()).clearanceDays).toBe(5);
  expect(await screen.findByText(/at least 5 clear working days before/)).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'First day' }), '29/12/26');
  await user.type(screen.getByRole('textbox', { name: /^Last day/ }), '31/12/26');
  await user.click(screen.getByRole('button', { name: 'Add closure days' }));
  await expect
    .poll(async () => (await body()).closures.map(({ day }) => day))
    .toEqual(['2026-12-29', '2026-12-30', '2026-12-31']);

  await user.click(screen.getByRole('tab', { name: 'Name and purpose' }));
  const name = screen.getByLabelText('Name');
  await user.clear(name);
  await user.tab();
  expect(await screen.findByText('Enter a name for the body')).toBeTruthy();
  expect((await body()).name).toBe('Board');
  await user.type(name, 'Partnership Board');
  await user.tab();
  await expect.poll(async () => (await body()).name).toBe('Partnership Board');
});

test('a body that was removed says so', async () => {
  show(<BodyPage bodyId="gone" />);
  expect(await screen.findByText('This body is no longer here')).toBeTruthy();
});

test('axe finds no fault on either page', async () => {
  await board();
  await seat('a', 'Chair');
  const user = show(<BodyPage bodyId="board" />);
  await screen.findByRole('row', { name: 'Chair' });
  expect(await axeFinds()).toEqual([]);
  for (const tab of [/Standing items/, /Deadlines/, /Name and purpose/]) {
    await user.click(screen.getByRole('tab', { name: tab }));
    expect(await axeFinds()).toEqual([]);
  }
});
