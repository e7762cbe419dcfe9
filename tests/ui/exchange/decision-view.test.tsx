/** The ways to decide between what people wrote without sight of each other: each button tells what it keeps. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Choice, Decision } from '#renderer/data/exchange/decisions.ts';
import { DecisionView } from '#renderer/features/exchange/decision-view.tsx';

afterEach(cleanup);

function choice(by: string, value: string, isOwn = false): Choice {
  return { value, words: value, by, stamp: 1_800_000_000_000 * 1024, isOwn };
}

function decisionBetween(...choices: ReadonlyArray<Choice>): Decision {
  const about = { title: 'Partnership Board', label: 'meeting', about: 'Place' };
  return { kind: 'meeting', record: 'm', path: 'place', ...about, isDeletion: false, isWords: true, choices };
}

function keepers(): ReadonlyArray<string> {
  return screen.getAllByRole('button', { name: /^Keep/ }).map((button) => button.textContent);
}

const about = ' for Partnership Board: Place';

test('between one’s own and another’s, yours and theirs tell them apart', async () => {
  const onChosen = vi.fn<(value: unknown) => void>();
  render(
    <DecisionView
      decision={decisionBetween(choice('Priya', 'Long Room'), choice('Helen', 'Hall', true))}
      onChosen={onChosen}
    />,
  );
  expect(keepers()).toEqual([`Keep yours${about}`, `Keep theirs${about}`]);
  await userEvent.click(screen.getByRole('button', { name: /^Keep theirs/ }));
  expect(onChosen).toHaveBeenCalledWith('Long Room');
});

test('where several are not one’s own, each is named by who wrote it', async () => {
  const onChosen = vi.fn<(value: unknown) => void>();
  render(
    <DecisionView
      decision={decisionBetween(choice('Priya', 'Long Room'), choice('Tom', 'Short Room'))}
      onChosen={onChosen}
    />,
  );
  expect(keepers()).toEqual([`Keep that of Priya${about}`, `Keep that of Tom${about}`]);
  await userEvent.click(screen.getByRole('button', { name: /^Keep that of Tom/ }));
  expect(onChosen).toHaveBeenCalledWith('Short Room');
});
