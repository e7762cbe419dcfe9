import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Session } from '#renderer/data/session.ts';
import { RiskPage } from '#renderer/features/risks/risk-page.tsx';
import { RisksPage } from '#renderer/features/risks/risks-page.tsx';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { openRegister, rated, riskOf, setUp, wroteDown } from '#tests/support/risk-work.ts';
import { testSession } from '#tests/support/workspace.ts';
import { axeFinds, show } from './show.tsx';

let session: Session;

beforeEach(async () => {
  session = await testSession();
  location.hash = '';
});

test('a register is set up, and its first risk added with a short name alone', async () => {
  const user = show(session, <RisksPage registerId={null} />);
  await user.click(await screen.findByRole('button', { name: 'Set up a risk register' }));
  await user.click(screen.getByRole('button', { name: 'Set up' }));
  await user.click(await screen.findByRole('button', { name: 'Add risk' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a risk' });
  await user.click(within(dialog).getByRole('button', { name: 'Add risk' }));
  expect(await within(dialog).findByRole('link', { name: 'Give the risk a short name.' })).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Short name'), 'Bus operator withdraws');
  expect(
    within(dialog).getByText(/To open it, write the vulnerability, the trigger and the consequences/),
  ).toBeTruthy();
  expect(await axeFinds()).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Add risk' }));
  await expect.poll(() => location.hash).toMatch(/^#\/risks\/risk\//);
});

test('a name that says the same as another risk’s leads to that one', async () => {
  await setUp(session);
  await wroteDown(session, 'Loss of school places');
  const user = show(session, <RisksPage registerId="register" />);
  await user.click(await screen.findByRole('button', { name: 'Add risk' }));
  await user.type(screen.getByLabelText('Short name'), 'School places, loss of');
  expect(await screen.findByRole('link', { name: 'Go to risk 1' })).toBeTruthy();
});

test('a cell of the grid says in words what stands there, and choosing it narrows the list', async () => {
  await setUp(session);
  await wroteDown(session, 'One');
  await wroteDown(session, 'Two');
  await rated(session, 1, 'C-II');
  await rated(session, 2, 'D-III');
  const user = show(session, <RisksPage registerId="register" />);
  const cell = await screen.findByRole('gridcell', { name: 'C Significant, II Critical: 1 risk, above the line' });
  await user.click(cell);
  const list = screen.getByRole('table', { name: 'Open risks, the gravest first' });
  expect(within(list).getByRole('link', { name: /One/ })).toBeTruthy();
  expect(within(list).queryByRole('link', { name: /Two/ })).toBeNull();
  await user.keyboard('{ArrowDown}{ArrowLeft}{Enter}');
  expect(within(list).getByRole('link', { name: /Two/ })).toBeTruthy();
  expect(await axeFinds()).toEqual([]);
});

test('a risk is rated on its page; a target that is worse is refused with both cells', async () => {
  await setUp(session);
  await wroteDown(session, 'One');
  const { id } = await riskOf(session, 1);
  const user = show(session, <RiskPage riskId={id} />);
  await user.click(await screen.findByRole('button', { name: 'Rate current' }));
  let dialog = await screen.findByRole('dialog', { name: 'Rate it as it stands: risk 1' });
  await user.selectOptions(within(dialog).getByLabelText('Likelihood'), 'C');
  await user.selectOptions(within(dialog).getByLabelText('Impact'), 'II');
  await user.type(within(dialog).getByLabelText('Reason'), 'Two partners said so');
  await user.click(within(dialog).getByRole('button', { name: 'Keep C-II' }));
  await expect.poll(async () => (await riskOf(session, 1)).current).toMatchObject({ likelihood: 'C', impact: 'II' });
  await user.click(screen.getByRole('button', { name: 'Rate target' }));
  dialog = await screen.findByRole('dialog', { name: 'Set the target: risk 1' });
  await user.selectOptions(within(dialog).getByLabelText('Target likelihood'), 'B');
  await user.selectOptions(within(dialog).getByLabelText('Target impact'), 'III');
  await user.click(within(dialog).getByRole('button', { name: 'Keep B-III' }));
  expect(
    await within(dialog).findByRole('link', { name: /The target B-III is worse than the current rating C-II/ }),
  ).toBeTruthy();
  expect((await riskOf(session, 1)).target).toBeNull();
  expect(await axeFinds()).toEqual([]);
});

test('an action is put off only with a reason, and the first date stays in sight', async () => {
  await setUp(session);
  await wroteDown(session, 'One', {}, civilDate('2026-12-01'));
  const { id } = await riskOf(session, 1);
  const user = show(session, <RiskPage riskId={id} />);
  await user.click(await screen.findByRole('button', { name: 'More about action 1.1' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Change the due date' }));
  const dialog = await screen.findByRole('dialog', { name: 'Due date of action 1.1' });
  const day = within(dialog).getByLabelText('Due date');
  await user.clear(day);
  await user.type(day, '31/01/2027');
  await user.click(within(dialog).getByRole('button', { name: 'Put off' }));
  expect(await within(dialog).findByRole('link', { name: 'Say why.' })).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Reason'), 'The assembly was put off');
  await user.click(within(dialog).getByRole('button', { name: 'Put off' }));
  expect(await screen.findByText(/Put off once, first 1 December 2026/)).toBeTruthy();
  const [action] = (await openRegister(session)).rows.actions;
  expect(action).toMatchObject({ dueOn: '2027-01-31', originalDueOn: '2026-12-01' });
});

test('a risk with an open action is not closed, and says which', async () => {
  await setUp(session);
  await wroteDown(session, 'One', {}, civilDate('2026-12-01'));
  const { id } = await riskOf(session, 1);
  const user = show(session, <RiskPage riskId={id} />);
  await user.click(await screen.findByRole('button', { name: 'More about this risk' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Close or merge this risk' }));
  const dialog = await screen.findByRole('dialog', { name: 'Close risk 1' });
  await user.type(within(dialog).getByLabelText('Note'), 'Done');
  await user.type(within(dialog).getByLabelText('Minute'), '41/26');
  await user.click(within(dialog).getByRole('button', { name: 'Close this risk' }));
  expect(await within(dialog).findByRole('link', { name: /Its action 1.1 is still open/ })).toBeTruthy();
  expect((await riskOf(session, 1)).status).toBe('open');
});
