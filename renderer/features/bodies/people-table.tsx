import type { ReactElement } from 'react';
import type { Person } from '#shared/domain/people/person.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { NameButton } from './name-button.tsx';
import type { Partners } from './partners.queries.ts';

export interface PeopleTableProps {
  readonly people: ReadonlyArray<Person>;
  readonly partners: Partners;
  readonly onOpen: (id: string) => void;
}

export function PeopleTable({ people, partners, onOpen }: PeopleTableProps): ReactElement {
  const organisations = new Map(partners.organisations.map(({ id, name }) => [id, name]));
  const bodies = new Map(partners.bodies.map(({ id, name }) => [id, name]));

  /** Where somebody sits: `Partnership Board; Executive Group (deputy)` */
  function seatsOf(id: string): string {
    return partners.seats
      .filter((seat) => seat.memberId === id || seat.deputyId === id)
      .map((seat) => `${bodies.get(seat.bodyId) ?? 'A body'}${seat.deputyId === id ? ' (deputy)' : ''}`)
      .join('; ');
  }

  return (
    <Panel title="People" flush>
      <Table
        caption="People"
        rows={people}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: 'Name',
            width: 11,
            rowHeader: true,
            cell: ({ id, name }) => <NameButton name={name} onPress={() => onOpen(id)} />,
          },
          { id: 'role', header: 'Role', cell: ({ jobTitle }) => jobTitle },
          {
            id: 'organisation',
            header: 'Organisation',
            cell: ({ organisationId }) => organisations.get(organisationId ?? '') ?? '–',
          },
          { id: 'seats', header: 'Sits on', hideWhenNarrow: true, cell: ({ id }) => seatsOf(id) },
        ]}
      />
    </Panel>
  );
}
