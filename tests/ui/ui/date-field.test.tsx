import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';

const today = civilDate('2026-11-23');

interface FormProps {
  readonly first?: CivilDate | null;
  readonly onCommit?: (value: CivilDate | null) => void;
  readonly onFault?: (words: string | null) => void;
}

function Form({ first = null, onCommit, onFault }: FormProps) {
  const [date, setDate] = useState(first);
  return (
    <KitProvider>
      <DateField
        label="Meeting date"
        value={date}
        today={today}
        earliest={today}
        onChange={setDate}
        onCommit={onCommit}
        onFault={onFault}
      />
      <button type="button" onClick={() => setDate(civilDate('2027-01-14'))}>
        Copy from last year
      </button>
      <output>{date ?? 'none'}</output>
    </KitProvider>
  );
}

const field = () => screen.getByRole('textbox', { name: 'Meeting date' });

describe('DateField', () => {
  test('understands what is typed and says the day in words', async () => {
    const user = userEvent.setup();
    const committed = vi.fn<(value: CivilDate | null) => void>();
    render(<Form onCommit={committed} />);
    await user.type(field(), '10/12/26');
    expect(screen.getByRole('status')).toHaveProperty('textContent', '2026-12-10');
    expect(screen.getByText('Thursday 10 December 2026')).toBeTruthy();
    expect(committed).not.toHaveBeenCalled();
    await user.tab();
    expect(field()).toHaveProperty('value', '10 December 2026');
    expect(committed).toHaveBeenCalledExactlyOnceWith('2026-12-10');
  });

  test('takes a day pasted from a spreadsheet', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.click(field());
    await user.paste('10/12/2026 00:00:00\t');
    await user.keyboard('{Enter}');
    expect(screen.getByRole('status')).toHaveProperty('textContent', '2026-12-10');
  });

  test('says what is wrong, keeps the text, and lets it be mended', async () => {
    const user = userEvent.setup();
    const faults: (string | null)[] = [];
    render(<Form first={civilDate('2026-12-10')} onFault={(words) => faults.push(words)} />);
    await user.clear(field());
    await user.type(field(), '31/02');
    await user.tab();
    const words = '31/02 is not a date. February 2026 has 28 days.';
    expect(field()).toHaveProperty('value', '31/02');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const described = field().getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(`Error: ${words}`);
    await user.clear(field());
    await user.type(field(), '28/02/27{Enter}');
    expect(field().getAttribute('aria-invalid')).toBeNull();
    expect(faults).toEqual([words, null]);
    expect(screen.getByRole('status')).toHaveProperty('textContent', '2027-02-28');
  });

  test('refuses a day before the earliest, in words', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.type(field(), '1/11/2026{Enter}');
    expect(screen.getByText(/1 November 2026 is too early/)).toBeTruthy();
    expect(screen.getByRole('status')).toHaveProperty('textContent', 'none');
  });

  test('shows a day set from outside in place of half-typed text', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.type(field(), '40/40');
    await user.click(screen.getByRole('button', { name: 'Copy from last year' }));
    expect(field()).toHaveProperty('value', '14 January 2027');
    expect(field().getAttribute('aria-invalid')).toBeNull();
  });

  test('is nothing when emptied', async () => {
    const user = userEvent.setup();
    render(<Form first={civilDate('2026-12-10')} />);
    await user.clear(field());
    await user.tab();
    expect(screen.getByRole('status')).toHaveProperty('textContent', 'none');
  });

  test('gives a calendar whose weeks begin on Monday', async () => {
    const user = userEvent.setup();
    render(<Form first={civilDate('2026-12-10')} />);
    await user.click(screen.getByRole('button', { name: 'Calendar for Meeting date' }));
    await user.click(await screen.findByRole('button', { name: /17 December 2026/ }));
    expect(screen.getByRole('status')).toHaveProperty('textContent', '2026-12-17');
    expect(field()).toHaveProperty('value', '17 December 2026');
  });
});
