import type { ReactElement } from 'react';
import type { Body } from '#shared/domain/bodies/body.ts';
import { inShortWords, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { bodyTypeInWords } from './partner-words.ts';
import { readNextMeetings, type Partners } from './partners.queries.ts';

export interface BodiesTableProps {
  readonly bodies: ReadonlyArray<Body>;
  readonly partners: Partners;
}

export function BodiesTable({ bodies, partners }: BodiesTableProps): ReactElement {
  const { today } = useSession();
  const next = useLive((database) => readNextMeetings(database, partners.bodies, today), [partners.bodies, today]);
  return (
    <Panel title="Bodies" flush>
      <Table
        caption="Bodies"
        rows={bodies}
        keyOf={(body) => body.id}
        hrefOf={(body) => hrefTo(pathTo.body(body.id))}
        columns={[
          { id: 'name', header: 'Name', rowHeader: true, cell: (body) => body.name },
          { id: 'type', header: 'Kind', width: 10, cell: (body) => bodyTypeInWords(body.type) },
          {
            id: 'parent',
            header: 'Accountable to',
            width: 12,
            hideWhenNarrow: true,
            cell: (body) => partners.bodies.find((other) => other.id === body.parentId)?.name ?? '–',
          },
          {
            id: 'next',
            header: 'Next meeting',
            width: 10,
            hideWhenNarrow: true,
            cell: (body) => dayOf(next?.get(body.id)),
          },
          {
            id: 'seats',
            header: 'Seats',
            width: 5,
            align: 'end',
            cell: (body) => partners.seats.filter((seat) => seat.bodyId === body.id).length,
          },
          { id: 'quorum', header: 'Quorum', width: 5.5, align: 'end', cell: (body) => body.quorum ?? '–' },
        ]}
      />
    </Panel>
  );
}

function dayOf(day: CivilDate | undefined): string {
  return day === undefined ? 'None planned' : `${inShortWords(day)} ${yearOf(day)}`;
}
