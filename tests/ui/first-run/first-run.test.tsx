import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { FirstRunPage } from '#renderer/features/first-run/first-run-page.tsx';

function open(busy = false) {
  const onStart = vi.fn(async () => {});
  const onSample = vi.fn(async () => {});
  render(<FirstRunPage join={null} onStart={onStart} onSample={onSample} busy={busy} />);
  return { onStart, onSample, user: userEvent.setup() };
}

test('starts a workspace with what was typed, by keyboard alone', async () => {
  const { onStart, user } = open();
  expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
  await user.keyboard('Ada Fell{Tab}Clerk{Tab}Westmere County Council{Tab}Rural Partnership{Enter}');
  expect(onStart).toHaveBeenCalledExactlyOnceWith({
    name: 'Ada Fell',
    role: 'Clerk',
    organisation: 'Westmere County Council',
    workspaceName: 'Rural Partnership',
  });
});

test('says what is missing, takes the focus there, and forgets it once filled in', async () => {
  const { onStart, user } = open();
  await user.type(screen.getByLabelText('Your role'), 'Clerk');
  await user.click(screen.getByRole('button', { name: 'Start a new workspace' }));
  const summary = screen.getByRole('group', { name: 'There is a problem' });
  expect(document.activeElement).toBe(summary);
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Enter your name', 'Enter your organisation', 'Enter a name for the workspace']);
  expect(onStart).not.toHaveBeenCalled();
  await user.click(within(summary).getByRole('link', { name: 'Enter your organisation' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Organisation'));
  await user.keyboard('Westmere');
  expect(screen.queryByRole('link', { name: 'Enter your organisation' })).toBeNull();
});

test('opens the sample without asking for anything', async () => {
  const { onSample, user } = open();
  await user.click(screen.getByRole('button', { name: 'Try the sample' }));
  expect(onSample).toHaveBeenCalledExactlyOnceWith();
});

test('opens the sample under the officer’s own name where it was given', async () => {
  const { onSample, user } = open();
  await user.type(screen.getByLabelText('Your name'), ' Ada Fell ');
  await user.click(screen.getByRole('button', { name: 'Try the sample' }));
  expect(onSample).toHaveBeenCalledExactlyOnceWith({ name: 'Ada Fell', role: '' });
});

test('takes no second press while at work', async () => {
  const { onStart, onSample, user } = open(true);
  await user.keyboard('Ada{Tab}Clerk{Tab}Westmere{Tab}Rural{Enter}');
  await user.click(screen.getByRole('button', { name: 'Try the sample' }));
  expect(onStart).not.toHaveBeenCalled();
  expect(onSample).not.toHaveBeenCalled();
});

test('has no fault that axe can find, with and without problems shown', async () => {
  const { user } = open();
  const rules = { rules: { 'color-contrast': { enabled: false } } };
  expect((await axe.run(document.body, rules)).violations).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Start a new workspace' }));
  expect((await axe.run(document.body, rules)).violations).toEqual([]);
});
