import { Armchair, ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { moveSeat, removeSeat } from '#shared/domain/bodies/seat.commands.ts';
import type { Seat } from '#shared/domain/bodies/seat.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { ReorderList } from '#renderer/ui/reorder-list.tsx';
import type { Move } from '#renderer/ui/reorder.ts';
import { rolesInWords } from './partner-words.ts';
import type { OpenBody } from './partners.queries.ts';
import { SeatDialog } from './seat-dialog.tsx';

export interface SeatsPanelProps {
  readonly open: OpenBody;
}

/** The body's seats: whose they are, who holds them, and who is named to sit while the member is away. */
export function SeatsPanel({ open }: SeatsPanelProps): ReactElement {
  const session = useSession();
  const [edited, setEdited] = useState<string | null>(null);
  const { ownSeats: seats, body } = open;
  const people = new Map(open.people.map(({ id, name }) => [id, name]));
  const organisations = new Map(open.organisations.map(({ id, name }) => [id, name]));
  const nameOf = (names: ReadonlyMap<string, string>, id: string | null): string =>
    id === null ? '–' : (names.get(id) ?? 'Removed');
  const votes = seats.filter((seat) => seat.votes).length;

  /** `index` is its place once it has been taken out of the list. */
  function moved(seat: Seat | undefined, index: number): void {
    if (seat !== undefined) void run(session, moveSeat, { seat, index, seats });
  }

  function dropped(id: string, { place, of }: Move): void {
    const others = seats.filter((seat) => seat.id !== id);
    const target = others.findIndex((seat) => seat.id === of);
    const seat = seats.find((each) => each.id === id);
    if (target >= 0) moved(seat, place === 'before' ? target : target + 1);
  }

  const add = (
    <Button icon={Plus} onPress={() => setEdited('new')}>
      Add seat
    </Button>
  );
  return (
    <>
      <Panel
        title="Seats"
        count={seats.length === 0 ? undefined : `${votes} of ${seats.length} vote`}
        flush
        actions={seats.length === 0 ? undefined : add}
      >
        <ReorderList
          label="Seats"
          items={seats}
          idOf={(seat) => seat.id}
          textOf={(seat) => seat.name}
          onMove={dropped}
          onOpen={setEdited}
          empty={
            <EmptyState
              icon={Armchair}
              title={`Add the first seat on ${body.name}`}
              text="A seat is an organisation’s place at the table. It has a member, and a named deputy who sits while the member is away."
              action={add}
            />
          }
          columns={[
            { id: 'seat', header: 'Seat', track: 'minmax(8rem, 1.4fr)', cell: (seat) => <strong>{seat.name}</strong> },
            {
              id: 'organisation',
              header: 'Organisation',
              track: 'minmax(8rem, 1.5fr)',
              hideWhenNarrow: true,
              cell: (seat) => nameOf(organisations, seat.organisationId),
            },
            {
              id: 'member',
              header: 'Member',
              track: 'minmax(6rem, 1fr)',
              cell: (seat) => nameOf(people, seat.memberId),
            },
            {
              id: 'deputy',
              header: 'Named deputy',
              track: 'minmax(6rem, 1fr)',
              cell: (seat) => nameOf(people, seat.deputyId),
            },
            {
              id: 'roles',
              header: 'Roles',
              track: 'minmax(6rem, 1.2fr)',
              hideWhenNarrow: true,
              cell: (seat) => rolesInWords(seat.roles) || '–',
            },
            {
              id: 'votes',
              header: 'Votes',
              track: '3.5rem',
              hideWhenNarrow: true,
              cell: (seat) => (seat.votes ? 'Yes' : 'No'),
            },
            {
              id: 'menu',
              header: 'Menu',
              hideHeader: true,
              track: '2.5rem',
              cell: (seat) => {
                const index = seats.indexOf(seat);
                return (
                  <MenuButton
                    label={`Menu for ${seat.name}`}
                    iconOnly
                    small
                    sections={[
                      {
                        items: [
                          { id: 'edit', label: 'Edit', icon: Pencil, onChoose: () => setEdited(seat.id) },
                          {
                            id: 'up',
                            label: 'Move up',
                            icon: ArrowUp,
                            keys: 'Alt Shift ↑',
                            blockedBecause: index === 0 ? 'It is the first already' : undefined,
                            onChoose: () => moved(seat, index - 1),
                          },
                          {
                            id: 'down',
                            label: 'Move down',
                            icon: ArrowDown,
                            keys: 'Alt Shift ↓',
                            blockedBecause: index === seats.length - 1 ? 'It is the last already' : undefined,
                            onChoose: () => moved(seat, index + 1),
                          },
                          {
                            id: 'remove',
                            label: 'Remove',
                            icon: Trash2,
                            danger: true,
                            onChoose: () => void run(session, removeSeat, { seat }),
                          },
                        ],
                      },
                    ]}
                  />
                );
              },
            },
          ]}
        />
      </Panel>
      {edited !== null && (
        <SeatDialog
          open={open}
          seat={seats.find((seat) => seat.id === edited) ?? null}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
