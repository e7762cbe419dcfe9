import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { WorkshopPage } from '#renderer/features/workshop/workshop-page.tsx';
import { workshopCardKind } from '#shared/domain/workshops/workshop-card.ts';
import { workshopVoteKind } from '#shared/domain/workshops/workshop-vote.ts';
import { countVotes } from '#shared/domain/workshops/workshop.commands.ts';
import { openRegister, setUp } from '#tests/support/risk-work.ts';
import { testSession } from '#tests/support/workspace.ts';
import { axeFinds, show } from './show.tsx';

let session: Session;

beforeEach(async () => {
  session = await testSession();
  await setUp(session);
});

const cards = () => rowsOf(session.database, workshopCardKind).toArray();

test('cards are written with Enter, gathered under a theme by keyboard, made a scenario, voted on and agreed', async () => {
  const user = show(session, <WorkshopPage registerId="register" />);
  await user.click((await screen.findAllByRole('button', { name: 'Start workshop' }))[0]!);
  const field = await screen.findByLabelText('Write a card');
  await user.type(field, 'The bus stops{Enter}');
  await expect.poll(async () => (await cards()).length).toBe(1);
  await user.click(field);
  await user.paste('The grant ends\n- Nobody comes');
  await user.keyboard('{Enter}');
  await expect.poll(async () => (await cards()).length).toBe(3);

  await user.click(await screen.findByLabelText('The bus stops'));
  await user.type(screen.getByLabelText('New theme'), 'Getting about');
  await user.click(screen.getByRole('button', { name: 'Gather under it' }));
  const theme = await screen.findByRole('region', { name: 'Getting about' });
  expect(within(theme).getByLabelText('The bus stops')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Move “The grant ends”' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Move to Getting about' }));
  expect(await within(theme).findByLabelText('The grant ends')).toBeTruthy();
  expect(await axeFinds()).toEqual([]);

  await user.click(within(theme).getByLabelText('The bus stops'));
  await user.click(screen.getByRole('button', { name: 'Make a scenario' }));
  const dialog = await screen.findByRole('dialog', { name: 'Make a scenario' });
  await user.type(within(dialog).getByLabelText(/Vulnerability/), 'One operator runs all routes');
  await user.click(within(dialog).getByRole('button', { name: 'Make a scenario' }));
  expect(await screen.findByRole('link', { name: 'Became risk 1' })).toBeTruthy();
  const { rows } = await openRegister(session);
  expect(rows.risks[0]).toMatchObject({ shortName: 'The bus stops', identifiedVia: 'workshop', status: 'proposed' });
  expect(rows.clusters.find(({ id }) => id === rows.risks[0]?.clusterId)?.name).toBe('Getting about');

  await user.click(screen.getByRole('tab', { name: /Votes and agreement/ }));
  await user.click(await screen.findByRole('gridcell', { name: /^C Significant, II Critical/ }));
  await user.click(screen.getByRole('button', { name: 'Vote C-II' }));
  await expect.poll(async () => rowsOf(session.database, workshopVoteKind).count()).toBe(1);
  expect(screen.queryByText('1 vote', { selector: 'li *' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show the votes' }));
  expect(await screen.findByText('C Significant, II Critical: 1 vote')).toBeTruthy();
  await user.click(screen.getByLabelText('Agree'));
  await user.click(screen.getByRole('gridcell', { name: /^B High, II Critical/ }));
  await user.click(screen.getByRole('button', { name: 'Agree on B-II' }));
  await expect
    .poll(async () => (await openRegister(session)).rows.risks[0]?.current)
    .toMatchObject({ likelihood: 'B', impact: 'II', method: 'vote' });
});

test('votes are counted and never averaged', () => {
  const vote = (likelihood: string, impact: string) => ({ likelihood, impact });
  expect(countVotes([vote('A', 'I'), vote('E', 'IV'), vote('E', 'IV')])).toEqual([
    { cell: { likelihood: 'E', impact: 'IV' }, count: 2 },
    { cell: { likelihood: 'A', impact: 'I' }, count: 1 },
  ]);
});
