import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Session } from '#renderer/data/session.ts';
import { CheckPage } from '#renderer/features/risk-reviews/check-page.tsx';
import { ComparisonPage } from '#renderer/features/risk-reviews/comparison-page.tsx';
import { FrozenPage } from '#renderer/features/risk-reviews/frozen-page.tsx';
import { ReviewsPage } from '#renderer/features/risk-reviews/reviews-page.tsx';
import { ReviewScreen } from '#renderer/app/risk-screens.tsx';
import { create } from '#shared/changes/draft.ts';
import { riskReviewKind } from '#shared/domain/risk-reviews/risk-review.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { confirmed, froze, openRegister, rated, riskOf, setUp, started, wroteDown } from '#tests/support/risk-work.ts';
import { act, testSession } from '#tests/support/workspace.ts';
import { axeFinds, show } from './show.tsx';
import { keepBlobsWhole } from '#tests/support/kept-blobs.ts';

keepBlobsWhole();

let session: Session;

beforeEach(async () => {
  session = await testSession();
  location.hash = '';
  await setUp(session);
  await wroteDown(session, 'One', {}, civilDate('2027-01-31'));
  await wroteDown(session, 'Two', { identifiedOn: civilDate('2026-01-05') }, civilDate('2026-10-01'));
  for (const number of [1, 2]) {
    await rated(session, number, 'C-II');
    await rated(session, number, 'D-III', 'target');
  }
});

async function frozenOnce(): Promise<void> {
  await started(session, civilDate('2026-07-31'));
  await confirmed(session, 1);
  await confirmed(session, 2);
  await froze(session);
}

test('a review is started, gone through by keyboard, left off and gone on with', async () => {
  await frozenOnce();
  const user = show(session, <ReviewsPage registerId="register" />);
  await user.click(await screen.findByRole('button', { name: 'Start review' }));
  const dialog = await screen.findByRole('dialog', { name: 'Start a review' });
  expect(within(dialog).getByLabelText('Name')).toHaveProperty('value', '2026/27 Q3');
  await user.click(within(dialog).getByRole('button', { name: 'Start review' }));
  await expect.poll(async () => (await openRegister(session)).draft?.label).toBe('2026/27 Q3');
});

test('same is confirmed with one key; worse asks for a cell that is worse, and for the reason', async () => {
  await frozenOnce();
  await started(session, civilDate('2026-10-31'));
  const { draft } = await openRegister(session);
  const user = show(session, <ReviewScreen reviewId={draft!.id} />);
  expect(await screen.findByRole('link', { name: '1. One' })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: /2026\/27 Q2, as at 31 July 2026/ })).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('link', { name: '2. Two' })).toBeTruthy();
  expect((await riskOf(session, 1)).reviewed).toMatchObject({ decision: 'keep', reviewId: draft!.id });

  await user.click(screen.getByLabelText('Worse'));
  await user.click(screen.getByRole('button', { name: 'Confirm and next' }));
  expect(await screen.findByRole('link', { name: 'Give the reason for the new rating.' })).toBeTruthy();
  await user.type(screen.getByLabelText('Reason'), 'The operator gave notice');
  await user.selectOptions(screen.getByLabelText('Likelihood'), 'D');
  await user.click(screen.getByRole('button', { name: 'Confirm and next' }));
  expect(await screen.findByRole('link', { name: 'From C-II to D-II is better, not worse.' })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Likelihood'), 'B');
  expect(await axeFinds()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Confirm and next' }));
  await expect.poll(async () => (await riskOf(session, 2)).reviewed?.decision).toBe('rescore');
  expect((await riskOf(session, 2)).current).toMatchObject({ likelihood: 'B', impact: 'II', reviewId: draft!.id });
  await waitFor(() => expect(screen.getByText('2 of 2 reviewed: all of them')).toBeTruthy());
});

test('what is missing is listed with the way to it, and nothing is frozen until it is there', async () => {
  await frozenOnce();
  await started(session, civilDate('2026-10-31'));
  await confirmed(session, 1);
  const { draft } = await openRegister(session);
  const user = show(session, <CheckPage reviewId={draft!.id} />);
  const button = await screen.findByRole('button', { name: /Freeze review/ });
  await user.click(button);
  expect((await openRegister(session)).frozen).toHaveLength(1);
  expect(screen.getByText('Not confirmed in this review yet.')).toBeTruthy();
  expect(screen.getByText(/Action 2.1 is 30 days overdue/)).toBeTruthy();
  expect(await axeFinds()).toEqual([]);
  await confirmed(session, 2);
  await screen.findByText(/Frozen, the review is never altered/);
  await user.click(screen.getByRole('button', { name: /Freeze review/ }));
  await expect.poll(async () => (await openRegister(session)).frozen.length).toBe(2);
  await expect.poll(() => location.hash).toMatch(/^#\/risks\/frozen\//);
});

test('a comparison tells each risk once, and totals that add up', async () => {
  await frozenOnce();
  await wroteDown(session, 'Three', {}, civilDate('2027-01-31'));
  await rated(session, 3, 'C-III');
  await started(session, civilDate('2026-10-31'));
  await rated(session, 1, 'B-II');
  await rated(session, 2, 'E-III');
  const { frozen } = await openRegister(session);
  show(session, <ComparisonPage registerId="register" fromId={frozen[0]!.id} toId="draft" />);
  expect(await screen.findByText('2 live before + 1 new - 0 removed = 3 live')).toBeTruthy();
  const rowsOf = (name: string) => within(screen.getByRole('table', { name })).getAllByRole('link').length;
  expect([rowsOf('New'), rowsOf('Worse'), rowsOf('Better')]).toEqual([1, 1, 1]);
  expect(screen.getByText(/Now below it: 2 Two/)).toBeTruthy();
  expect(screen.getByText(/2.1 Something about Two \(risk 2\): 30 days, put off 0 times/)).toBeTruthy();
  expect(await axeFinds()).toEqual([]);
});

test('a frozen review is shown from its file, and says when that is missing or harmed', async () => {
  await frozenOnce();
  const { frozen } = await openRegister(session);
  const { id, sha256 } = frozen[0]!;
  show(session, <FrozenPage frozenId={id} />);
  expect(await screen.findByRole('table', { name: 'Risks as they were' })).toBeTruthy();
  await session.database.files.delete(sha256);
  show(session, <FrozenPage frozenId={id} />);
  expect(await axeFinds()).toEqual([]);
});

test('two reviews begun on two laptops are shown, and one of them is gone on with', async () => {
  await started(session, civilDate('2026-10-31'));
  await confirmed(session, 1);
  const { draft } = await openRegister(session);
  await act(
    session,
    'Started another',
    create(riskReviewKind, 'other', { registerId: 'register', label: 'Theirs', asAt: draft!.asAt }),
  );
  const user = show(session, <ReviewsPage registerId="register" />);
  await user.click(await screen.findByRole('button', { name: 'Go on with Theirs, as at 31 October 2026' }));
  await expect.poll(async () => (await riskOf(session, 1)).reviewed?.reviewId).toBe('other');
});
