import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { neighbourOf, type Move } from '#renderer/ui/reorder.ts';
import { ReorderList } from '#renderer/ui/reorder-list.tsx';

const items = [
  { id: 'a', title: 'Welcome', depth: 0 },
  { id: 'b', title: 'Finance', depth: 0 },
  { id: 'b1', title: 'Budget', depth: 1 },
  { id: 'b2', title: 'Reserves', depth: 1 },
  { id: 'c', title: 'Close', depth: 0 },
];

function show(onMove: (id: string, to: Move) => void) {
  render(
    <ReorderList
      label="Agenda"
      items={items}
      idOf={(item) => item.id}
      textOf={(item) => item.title}
      depthOf={(item) => item.depth}
      onMove={onMove}
      columns={[{ id: 'title', header: 'Item', cell: (item) => item.title, indents: true }]}
    />,
  );
}

describe('ReorderList', () => {
  test('moves the focused row past its neighbour of the same depth, and says so', async () => {
    const user = userEvent.setup();
    const moved = vi.fn<(id: string, to: Move) => void>();
    show(moved);
    await user.tab();
    expect(document.activeElement?.textContent).toContain('Welcome');
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(moved).toHaveBeenLastCalledWith('a', { place: 'after', of: 'b' });
    expect(screen.getByText('Moved Welcome after Finance')).toBeTruthy();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    expect(moved).toHaveBeenLastCalledWith('b2', { place: 'before', of: 'b1' });
  });

  test('says so when a row is already first, and leaves it', async () => {
    const user = userEvent.setup();
    const moved = vi.fn<(id: string, to: Move) => void>();
    show(moved);
    await user.tab();
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    expect(screen.getByText('Welcome is already first')).toBeTruthy();
    expect(moved).not.toHaveBeenCalled();
  });

  test('names its rows for screen readers', () => {
    show(() => {});
    const list = screen.getByRole('grid', { name: 'Agenda' });
    expect(within(list).getAllByRole('row')).toHaveLength(5);
    expect(within(list).getByRole('row', { name: 'Budget' })).toBeTruthy();
  });
});

describe('neighbourOf', () => {
  test('goes past what belongs to a row', () => {
    expect(neighbourOf(items, 'b', 'down')).toEqual({ place: 'after', of: 'c' });
    expect(neighbourOf(items, 'c', 'up')).toEqual({ place: 'before', of: 'b' });
  });

  test('does not leave the row a sub-item belongs to', () => {
    expect(neighbourOf(items, 'b1', 'up')).toBeNull();
    expect(neighbourOf([...items, { id: 'c1', depth: 1 }], 'b2', 'down')).toBeNull();
    expect(neighbourOf([...items, { id: 'c1', depth: 1 }], 'c1', 'up')).toBeNull();
    expect(neighbourOf(items, 'gone', 'down')).toBeNull();
  });
});
