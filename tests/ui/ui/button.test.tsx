import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { Button } from '#renderer/ui/button.tsx';

describe('Button', () => {
  test('stays in reach when blocked, says why and does nothing', async () => {
    const user = userEvent.setup();
    const pressed = vi.fn<() => void>();
    render(
      <Button onPress={pressed} blockedBecause="Add an agenda first">
        Build pack
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Build pack' });
    await user.tab();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    const described = button.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain('Add an agenda first');
    await user.click(button);
    await user.keyboard('{Enter}');
    expect(pressed).not.toHaveBeenCalled();
    expect(screen.getByRole('tooltip').textContent).toBe('Add an agenda first');
  });

  test('does not send its form while blocked', async () => {
    const user = userEvent.setup();
    const sent = vi.fn<() => void>();
    render(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent();
        }}
      >
        <Button submit blockedBecause="Enter a title">
          Save
        </Button>
      </form>,
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(sent).not.toHaveBeenCalled();
  });

  test('takes no second press while it is at work', async () => {
    const user = userEvent.setup();
    const pressed = vi.fn<() => void>();
    render(
      <Button onPress={pressed} pending pendingLabel="Building…">
        Build pack
      </Button>,
    );
    await user.click(screen.getByRole('button', { name: /Building/ }));
    expect(pressed).not.toHaveBeenCalled();
  });

  test('does what it says otherwise', async () => {
    const user = userEvent.setup();
    const pressed = vi.fn<() => void>();
    render(<Button onPress={pressed}>Build pack</Button>);
    await user.click(screen.getByRole('button', { name: 'Build pack' }));
    expect(pressed).toHaveBeenCalledOnce();
  });
});
