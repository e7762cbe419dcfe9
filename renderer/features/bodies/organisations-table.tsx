import type { ReactElement } from 'react';
import type { Organisation } from '#shared/domain/people/organisation.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { NameButton } from './name-button.tsx';
import { partnershipInWords } from './partner-words.ts';
import type { Partners } from './partners.queries.ts';

export interface OrganisationsTableProps {
  readonly organisations: ReadonlyArray<Organisation>;
  readonly partners: Partners;
  readonly onOpen: (id: string) => void;
}

export function OrganisationsTable({ organisations, partners, onOpen }: OrganisationsTableProps): ReactElement {
  return (
    <Panel title="Organisations" flush>
      <Table
        caption="Organisations"
        rows={organisations}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: 'Organisation',
            rowHeader: true,
            cell: ({ id, name }) => <NameButton name={name} onPress={() => onOpen(id)} />,
          },
          {
            id: 'kind',
            header: 'Kind of partner',
            width: 11,
            cell: ({ partnership }) => partnershipInWords(partnership),
          },
          {
            id: 'people',
            header: 'People',
            width: 5,
            align: 'end',
            cell: ({ id }) => partners.people.filter((person) => person.organisationId === id).length,
          },
          {
            id: 'seats',
            header: 'Seats',
            width: 5,
            align: 'end',
            cell: ({ id }) => partners.seats.filter((seat) => seat.organisationId === id).length,
          },
          { id: 'note', header: 'Note', hideWhenNarrow: true, cell: ({ note }) => note },
        ]}
      />
    </Panel>
  );
}
