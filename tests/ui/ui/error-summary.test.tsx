import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

function Form() {
  const [title, setTitle] = useState('');
  const [attempt, setAttempt] = useState(0);
  const error = attempt > 0 && title === '' ? 'Enter a title' : undefined;
  return (
    <>
      <ErrorSummary attempt={attempt} problems={error === undefined ? [] : [{ fieldId: 'title', text: error }]} />
      <TextField id="title" label="Title" value={title} onChange={setTitle} error={error} />
      <Button onPress={() => setAttempt(attempt + 1)}>Finish</Button>
    </>
  );
}

test('takes the focus on each try, and leads to the field without changing the place', async () => {
  const user = userEvent.setup();
  render(<Form />);
  expect(screen.queryByRole('heading', { name: 'There is a problem' })).toBeNull();
  for (const _ of ['first', 'second']) {
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'There is a problem' }));
  }
  const place = window.location.hash;
  await user.click(screen.getByRole('link', { name: 'Enter a title' }));
  const field = screen.getByRole('textbox', { name: 'Title' });
  expect(document.activeElement).toBe(field);
  expect(window.location.hash).toBe(place);
  await user.type(field, 'Agenda');
  expect(screen.queryByRole('heading', { name: 'There is a problem' })).toBeNull();
});
