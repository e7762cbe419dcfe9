import { ArrowDown, ArrowUp, ListOrdered, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { moveStandingItem, removeStandingItem } from '#shared/domain/bodies/body-lists.commands.ts';
import type { Body, StandingItem } from '#shared/domain/bodies/body.ts';
import { durationInWords } from '#shared/kernel/clock-time.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { ReorderList } from '#renderer/ui/reorder-list.tsx';
import type { Move } from '#renderer/ui/reorder.ts';
import { StandingItemDialog } from './standing-item-dialog.tsx';

export interface StandingItemsPanelProps {
  readonly body: Body;
}

interface Placed {
  readonly index: number;
  readonly item: StandingItem;
}

/** The items every agenda of the body starts from. */
export function StandingItemsPanel({ body }: StandingItemsPanelProps): ReactElement {
  const session = useSession();
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const items = body.standingItems.map((item, index): Placed => ({ index, item }));
  const minutes = items.reduce((sum, { item }) => sum + item.minutes, 0);

  /** `to` is its place once it has been taken out of the list. */
  function moved(from: number, to: number): void {
    void run(session, moveStandingItem, { body, from, to });
  }

  function dropped(id: string, { place, of }: Move): void {
    const from = Number(id);
    const target = Number(of) - (Number(of) > from ? 1 : 0);
    moved(from, place === 'before' ? target : target + 1);
  }

  const add = (
    <Button icon={Plus} onPress={() => setEdited('new')}>
      Add standing item
    </Button>
  );
  return (
    <>
      <Panel
        title="Standing items"
        count={items.length === 0 ? undefined : `${items.length} items, ${durationInWords(minutes)}`}
        flush
        actions={items.length === 0 ? undefined : add}
      >
        <ReorderList
          label="Standing items"
          items={items}
          idOf={({ index }) => String(index)}
          textOf={({ item }) => item.title}
          onMove={dropped}
          onOpen={(id) => setEdited(Number(id))}
          empty={
            <EmptyState
              icon={ListOrdered}
              title="No standing items yet"
              text="Add what is on every agenda: apologies, declarations of interest, minutes. New meetings start from them."
              action={add}
            />
          }
          columns={[
            { id: 'no', header: 'No.', track: '2.5rem', cell: ({ index }) => index + 1 },
            { id: 'title', header: 'Item', cell: ({ item }) => <strong>{item.title}</strong> },
            { id: 'lead', header: 'Lead', track: 'minmax(6rem, 12rem)', cell: ({ item }) => item.lead || '–' },
            { id: 'minutes', header: 'Min.', track: '3.5rem', align: 'end', cell: ({ item }) => item.minutes },
            {
              id: 'menu',
              header: 'Menu',
              hideHeader: true,
              track: '2.5rem',
              cell: ({ index, item }) => (
                <MenuButton
                  label={`Menu for ${item.title}`}
                  iconOnly
                  small
                  sections={[
                    {
                      items: [
                        { id: 'edit', label: 'Edit', icon: Pencil, onChoose: () => setEdited(index) },
                        {
                          id: 'up',
                          label: 'Move up',
                          icon: ArrowUp,
                          keys: 'Alt Shift ↑',
                          blockedBecause: index === 0 ? 'It is the first already' : undefined,
                          onChoose: () => moved(index, index - 1),
                        },
                        {
                          id: 'down',
                          label: 'Move down',
                          icon: ArrowDown,
                          keys: 'Alt Shift ↓',
                          blockedBecause: index === items.length - 1 ? 'It is the last already' : undefined,
                          onChoose: () => moved(index, index + 1),
                        },
                        {
                          id: 'remove',
                          label: 'Remove',
                          icon: Trash2,
                          danger: true,
                          onChoose: () => void run(session, removeStandingItem, { body, index }),
                        },
                      ],
                    },
                  ]}
                />
              ),
            },
          ]}
        />
      </Panel>
      {edited !== null && (
        <StandingItemDialog body={body} index={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
