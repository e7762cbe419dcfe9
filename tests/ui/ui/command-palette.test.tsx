import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CalendarDays, Plus } from 'lucide-react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { CommandPalette } from '#renderer/ui/command-palette.tsx';

interface AppProps {
  readonly onChoose: (id: string) => void;
}

const items = [
  { id: 'meeting', icon: CalendarDays, label: 'Partnership Board', kind: 'Meeting' },
  { id: 'add', icon: Plus, label: 'Add an action', keys: 'Ctrl Shift A' },
];

function App({ onChoose }: AppProps) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const found = items.filter((item) => item.label.toLowerCase().includes(query.toLowerCase()));
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Search
      </button>
      <CommandPalette
        open={open}
        onClose={() => setOpen(false)}
        query={query}
        onQuery={setQuery}
        groups={[{ title: 'Go to', items: found }]}
        onChoose={(id) => {
          onChoose(id);
          setOpen(false);
        }}
      />
    </>
  );
}

describe('CommandPalette', () => {
  test('is searched and chosen from by keyboard alone', async () => {
    const user = userEvent.setup();
    const chosen = vi.fn<(id: string) => void>();
    render(<App onChoose={chosen} />);
    await user.click(screen.getByRole('button', { name: 'Search' }));
    expect(screen.getByRole('dialog', { name: 'Search or run a command' })).toBeTruthy();
    expect(screen.getAllByRole('menuitem')).toHaveLength(2);
    await user.keyboard('add');
    expect(screen.getAllByRole('menuitem')).toHaveLength(1);
    expect(screen.getByText('1 found')).toBeTruthy();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toHaveBeenCalledExactlyOnceWith('add');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('says when nothing is found, and Esc gives the focus back', async () => {
    const user = userEvent.setup();
    render(<App onChoose={() => {}} />);
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await user.keyboard('zebra');
    expect(screen.getByText('Nothing found. Try fewer or other words.')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Search');
  });
});
