import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Session } from '#renderer/data/session.ts';
import { SchemePage } from '#renderer/features/risk-scheme/scheme-page.tsx';
import { isAboveLine } from '#shared/domain/rating/scheme.ts';
import { openRegister, rated, setUp, wroteDown } from '#tests/support/risk-work.ts';
import { testSession } from '#tests/support/workspace.ts';
import { axeFinds, show } from './show.tsx';

let session: Session;

beforeEach(async () => {
  session = await testSession();
  await setUp(session);
  await wroteDown(session, 'One');
  await rated(session, 1, 'C-III');
});

test('the line is moved on the matrix by keyboard, and what is out of order is named before it can be kept', async () => {
  const user = show(session, <SchemePage registerId="register" />);
  await user.click(await screen.findByRole('button', { name: 'Edit scheme' }));
  // B-III out of the line while C-III stays in it: uneven.
  await user.click(screen.getByRole('gridcell', { name: /^B High, III Marginal/ }));
  expect(await screen.findByText('C-III is above the line and B-III, which is worse, is not.')).toBeTruthy();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(screen.queryByText(/which is worse, is not/)).toBeNull();
  expect(await axeFinds()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep as the next version' }));
  await expect.poll(async () => (await openRegister(session)).rows.schemes.length).toBe(2);
  const { now, rows } = await openRegister(session);
  expect(rows.schemes.map(({ version }) => version)).toEqual([1, 2]);
  expect(now?.risks[0]?.current).toMatchObject({ likelihood: 'C', impact: 'III' });
  expect(isAboveLine(now!.scheme, { likelihood: 'C', impact: 'III' })).toBe(false);
});

test('with other levels a rating is carried where people said how, and otherwise made anew', async () => {
  await wroteDown(session, 'Two');
  await rated(session, 2, 'D-IV');
  const user = show(session, <SchemePage registerId="register" />);
  await user.click(await screen.findByRole('button', { name: 'Edit scheme' }));
  await user.selectOptions(screen.getByLabelText('Begin from'), '5x5');
  expect(await screen.findByText(/2 rated risks: those whose cell is not said/)).toBeTruthy();
  const select = screen.getByLabelText('C-III, C Significant, III Marginal');
  const option = [...select.querySelectorAll('option')][8]!;
  await user.selectOptions(select, option.value);
  await user.click(screen.getByRole('button', { name: 'Keep as the next version' }));
  await expect.poll(async () => (await openRegister(session)).rows.schemes.length).toBe(2);
  const { now, rows } = await openRegister(session);
  const [first, second] = now!.risks;
  expect(`${first?.current?.likelihood}-${first?.current?.impact}`).toBe(option.value);
  expect(second?.current).toBeNull();
  expect(rows.risks.find(({ number }) => number === 2)?.current).toMatchObject({ likelihood: 'D', impact: 'IV' });
});

test('a level is added, renamed and taken away; cells follow', async () => {
  const user = show(session, <SchemePage registerId="register" />);
  await user.click(await screen.findByRole('button', { name: 'Edit scheme' }));
  await user.click(screen.getAllByRole('button', { name: 'Add a level' })[1]!);
  expect(await screen.findByRole('gridcell', { name: /^A Very high, V New level/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Take V away' }));
  expect(screen.queryByRole('gridcell', { name: /V New level/ })).toBeNull();
  const label = screen.getAllByLabelText('Label of level 1')[0]!;
  await user.clear(label);
  await user.type(label, 'Certain');
  expect(await screen.findByRole('gridcell', { name: /^A Certain, I Catastrophic/ })).toBeTruthy();
});
