import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import type { ClockTime } from '#shared/kernel/clock-time.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';

function Form() {
  const [time, setTime] = useState<ClockTime | null>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  return (
    <>
      <TimeField label="Start time" value={time} onChange={setTime} />
      <NumberField label="Minutes allowed" unit="minutes" most={600} value={minutes} onChange={setMinutes} />
      <output>{`${time} ${minutes}`}</output>
    </>
  );
}

describe('TimeField', () => {
  test.each([
    ['10', '10:00', '10am'],
    ['1430', '14:30', '2:30pm'],
    ['10:30', '10:30', '10:30am'],
  ])('reads %s and shows it on the 12-hour clock', async (typed, value, shown) => {
    const user = userEvent.setup();
    render(<Form />);
    const field = screen.getByRole('textbox', { name: 'Start time' });
    await user.type(field, `${typed}{Tab}`);
    expect(screen.getByRole('status').textContent).toContain(value);
    expect(field).toHaveProperty('value', shown);
  });

  test('says what is wrong', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.type(screen.getByRole('textbox', { name: 'Start time' }), '25:00{Tab}');
    expect(screen.getByText(/25:00 is not a time/)).toBeTruthy();
  });
});

describe('NumberField', () => {
  test('takes whole numbers and says what is not one', async () => {
    const user = userEvent.setup();
    render(<Form />);
    const field = screen.getByRole('textbox', { name: 'Minutes allowed' });
    await user.type(field, '25{Tab}');
    expect(screen.getByRole('status').textContent).toContain('25');
    await user.clear(field);
    await user.type(field, '1.5{Tab}');
    expect(screen.getByText('Write figures, such as 15.', { exact: false })).toBeTruthy();
    await user.clear(field);
    await user.type(field, '700{Tab}');
    expect(screen.getByText('700 is too large. The most is 600.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('null 25');
  });
});
