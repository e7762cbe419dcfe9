import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { Table, type TableSort } from '#renderer/ui/table.tsx';

interface Action {
  readonly id: string;
  readonly title: string;
}

const actions: ReadonlyArray<Action> = ['Bins', 'Audit', 'Chairs'].map((title) => ({ id: title.toLowerCase(), title }));

interface RegisterProps {
  readonly rows?: ReadonlyArray<Action>;
}

function Register({ rows = actions }: RegisterProps) {
  const [sort, setSort] = useState<TableSort | undefined>(undefined);
  const factor = sort?.direction === 'descending' ? -1 : 1;
  const sorted = sort === undefined ? rows : rows.toSorted((a, b) => factor * a.title.localeCompare(b.title));
  return (
    <Table
      caption="Actions"
      rows={sorted}
      keyOf={(row) => row.id}
      hrefOf={(row) => `#/actions/${row.id}`}
      sort={sort}
      onSort={setSort}
      empty={<p>Actions from meetings appear here</p>}
      columns={[
        { id: 'title', header: 'Action', rowHeader: true, sortable: true, cell: (row) => row.title },
        { id: 'length', header: 'Length', align: 'end', cell: (row) => row.title.length },
      ]}
    />
  );
}

describe('Table', () => {
  test('is sorted by its header, both ways, and says which', async () => {
    const user = userEvent.setup();
    render(<Register />);
    const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
    const header = () => screen.getByRole('columnheader', { name: 'Action' });
    expect(header().getAttribute('aria-sort')).toBe('none');
    await user.click(screen.getByRole('button', { name: 'Action' }));
    expect(names()).toEqual(['Audit', 'Bins', 'Chairs']);
    expect(header().getAttribute('aria-sort')).toBe('ascending');
    await user.click(screen.getByRole('button', { name: 'Action' }));
    expect(names()).toEqual(['Chairs', 'Bins', 'Audit']);
    expect(header().getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('columnheader', { name: 'Length' }).hasAttribute('aria-sort')).toBe(false);
  });

  test('has one real link in each row', () => {
    render(<Register />);
    const table = screen.getByRole('table', { name: 'Actions' });
    expect(within(table).getByRole('link', { name: 'Audit' }).getAttribute('href')).toBe('#/actions/audit');
  });

  test('shows what to do when it is empty', () => {
    render(<Register rows={[]} />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('Actions from meetings appear here')).toBeTruthy();
  });

  test('draws a part of a long register and counts all of it', () => {
    // The room there is: nothing is laid out here, and what has no height shows no rows.
    const room = vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
    const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
    const rows = Array.from({ length: 2000 }, (_, place) => ({ id: `a${place}`, title: `Action ${place}` }));
    render(<Register rows={rows} />);
    const table = screen.getByRole('table', { name: 'Actions' });
    expect(table.getAttribute('aria-rowcount')).toBe('2001');
    const first = screen.getByRole('rowheader', { name: 'Action 0' });
    expect(first.closest('tr')?.getAttribute('aria-rowindex')).toBe('2');
    expect(screen.getAllByRole('rowheader').length).toBeLessThan(100);
    room.mockRestore();
    height.mockRestore();
  });
});
