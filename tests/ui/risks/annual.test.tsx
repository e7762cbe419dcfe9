import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Session } from '#renderer/data/session.ts';
import { AnnualScreen } from '#renderer/app/risk-screens.tsx';
import { openRegister, rated, riskOf, setUp, wroteDown } from '#tests/support/risk-work.ts';
import { testSession } from '#tests/support/workspace.ts';
import { axeFinds, show } from './show.tsx';

let session: Session;

beforeEach(async () => {
  session = await testSession();
  await setUp(session);
});

test('statements are scored with evidence, risks rated blind, and the annual review started', async () => {
  await wroteDown(session, 'One');
  await rated(session, 1, 'C-III');
  const user = show(session, <AnnualScreen registerId="register" />);
  await user.click((await screen.findAllByRole('button', { name: 'Start this year’s assessment' }))[0]!);
  await user.click(await screen.findByRole('tab', { name: /Statements and outcomes, 0 of 15 scored/ }));
  const first = screen.getAllByRole('group')[0]!;
  await user.click(within(first).getByLabelText('3 Mostly met'));
  expect(await screen.findByRole('tab', { name: /1 of 15 scored/ })).toBeTruthy();
  expect(await axeFinds()).toEqual([]);

  await user.click(screen.getByRole('tab', { name: 'Ratings made blind' }));
  // Where the risk stands is nowhere on the screen until it is rated.
  expect(await screen.findByText(/is not shown until all are rated/)).toBeTruthy();
  expect(screen.queryByText('In the register')).toBeNull();
  await user.click(screen.getByRole('gridcell', { name: /^B High, II Critical/ }));
  await user.click(screen.getByRole('button', { name: 'Keep B-II and next' }));
  expect(await screen.findByText('1 of 1 differ')).toBeTruthy();
  expect((await riskOf(session, 1)).current).toMatchObject({ likelihood: 'C', impact: 'III' });
  await user.click(screen.getByRole('button', { name: /Rate 1 B-II/ }));
  await expect.poll(async () => (await riskOf(session, 1)).current).toMatchObject({ likelihood: 'B', impact: 'II' });

  await user.click(screen.getByRole('tab', { name: 'Conclusions' }));
  await user.click(await screen.findByRole('button', { name: 'Start the annual review' }));
  expect(await screen.findByRole('link', { name: 'Continue review 2026/27 annual' })).toBeTruthy();
  expect((await openRegister(session)).draft?.type).toBe('annual');
});
