import { Lock } from 'lucide-react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { purposeInWords, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import type { Agenda, AgendaLine } from '#shared/domain/meetings/agenda.ts';
import { missingFromRestriction, missingTag } from '#shared/domain/meetings/restriction.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { ReorderList, type ReorderColumn } from '#renderer/ui/reorder-list.tsx';
import type { Move } from '#renderer/ui/reorder.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import styles from './agenda-list.module.css';

/** What an officer may do to one item from the list. */
export interface ItemActs {
  edit(id: string): void;
  addUnder(id: string): void;
  moveUp(id: string): void;
  moveDown(id: string): void;
  moveIn(id: string): void;
  moveOut(id: string): void;
  chooseMove(id: string): void;
  placeAt(id: string, to: Move): void;
  restrict(id: string): void;
  remove(id: string): void;
}

export interface AgendaListProps {
  readonly agenda: Agenda;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly acts: ItemActs;
  readonly papersOf: (item: AgendaItem) => ReactNode;
  readonly pagesOf: (item: AgendaItem) => ReactNode;
}

export function AgendaList({ agenda, chosen, onChoose, acts, papersOf, pagesOf }: AgendaListProps): ReactElement {
  // Caught on the way down: the list itself goes into a row on Left and Right, whatever is held with them.
  function pressed(event: KeyboardEvent): void {
    const row = event.target instanceof Element ? event.target.closest('[role=row]') : null;
    const id = row?.getAttribute('data-key') ?? null;
    const act = id === null ? null : actOf(event, acts);
    if (id === null || act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act(id);
  }

  return (
    <div onKeyDownCapture={pressed}>
      <ReorderList
        label="Agenda"
        items={agenda.lines}
        idOf={({ item }) => item.id}
        textOf={({ item, number }) => `${number} ${item.title}`}
        depthOf={({ depth }) => depth}
        columns={columnsOf(acts, papersOf, pagesOf)}
        chosen={chosen}
        onChoose={onChoose}
        onOpen={(id) => acts.edit(id)}
        onMove={(id, to) => acts.placeAt(id, to)}
      />
    </div>
  );
}

function columnsOf(
  acts: ItemActs,
  papersOf: (item: AgendaItem) => ReactNode,
  pagesOf: (item: AgendaItem) => ReactNode,
): ReadonlyArray<ReorderColumn<AgendaLine>> {
  return [
    { id: 'number', header: 'No.', track: '2rem', cell: ({ number }) => <span className="num">{number}</span> },
    { id: 'title', header: 'Item', track: 'minmax(9rem, 1fr)', cell: (line) => <ItemTitle line={line} /> },
    { id: 'purpose', header: 'For', track: '4.5rem', cell: ({ item }) => purposeInWords(item.purpose) },
    { id: 'lead', header: 'Lead', track: 'minmax(4rem, 6.25rem)', hideWhenNarrow: true, cell: ({ item }) => item.lead },
    { id: 'paper', header: 'Paper', track: 'minmax(4rem, 5.75rem)', cell: ({ item }) => papersOf(item) },
    {
      id: 'pages',
      header: 'Pages',
      track: '2.5rem',
      align: 'end',
      hideWhenNarrow: true,
      cell: ({ item }) => pagesOf(item),
    },
    { id: 'minutes', header: 'Min.', track: '2rem', align: 'end', cell: ({ item }) => item.minutes ?? '–' },
    {
      id: 'menu',
      header: 'Actions',
      hideHeader: true,
      track: '1.75rem',
      cell: (line) => <ItemMenu line={line} acts={acts} />,
    },
  ];
}

function actOf(event: KeyboardEvent, acts: ItemActs): ((id: string) => void) | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey && event.shiftKey) {
    if (event.key === 'ArrowRight') return acts.moveIn;
    return event.key === 'ArrowLeft' ? acts.moveOut : null;
  }
  if (event.altKey || event.shiftKey) return null;
  if (event.key === 'F2') return acts.edit;
  return event.key === 'Delete' ? acts.remove : null;
}

interface ItemTitleProps {
  readonly line: AgendaLine;
}

function ItemTitle({ line: { item, stray, depth } }: ItemTitleProps): ReactElement {
  const missing = missingFromRestriction(item);
  return (
    <div className={styles['title']} style={{ paddingInlineStart: `${depth}rem` }}>
      <span className={styles['words']}>
        {item.isRestricted && <Icon of={Lock} size="s" />}
        <span>
          {item.isRestricted && <span className="vh">Restricted: </span>}
          {item.title}
        </span>
      </span>
      {item.isRestricted && missing === null && (
        <Tag tone="grey" icon={null}>
          Restricted
        </Tag>
      )}
      {missing !== null && <Tag tone="amber">{missingTag(missing)}</Tag>}
      {stray !== null && <Tag tone="amber">Out of place</Tag>}
    </div>
  );
}

interface ItemMenuProps {
  readonly line: AgendaLine;
  readonly acts: ItemActs;
}

function ItemMenu({ line: { item, number, index, siblings, under }, acts }: ItemMenuProps): ReactElement {
  const { id } = item;
  return (
    <MenuButton
      label={`Actions for item ${number}`}
      iconOnly
      small
      sections={[
        {
          title: 'Item',
          items: [
            { id: 'edit', label: 'Edit', keys: 'F2', onChoose: () => acts.edit(id) },
            { id: 'sub', label: 'Add sub-item', onChoose: () => acts.addUnder(id) },
            {
              id: 'restrict',
              label: item.isRestricted ? 'Restriction…' : 'Restrict…',
              onChoose: () => acts.restrict(id),
            },
          ],
        },
        {
          title: 'Move',
          items: [
            {
              id: 'up',
              label: 'Move up',
              keys: 'Alt Shift ↑',
              blockedBecause: index === 0 ? 'It is already first' : undefined,
              onChoose: () => acts.moveUp(id),
            },
            {
              id: 'down',
              label: 'Move down',
              keys: 'Alt Shift ↓',
              blockedBecause: index === siblings - 1 ? 'It is already last' : undefined,
              onChoose: () => acts.moveDown(id),
            },
            { id: 'to', label: 'Move to…', onChoose: () => acts.chooseMove(id) },
            {
              id: 'in',
              label: 'Make sub-item of the one above',
              keys: 'Alt Shift →',
              blockedBecause: index === 0 ? 'There is no item above it to go under' : undefined,
              onChoose: () => acts.moveIn(id),
            },
            ...(under === null
              ? []
              : [
                  {
                    id: 'out',
                    label: 'Take out of the item above',
                    keys: 'Alt Shift ←',
                    onChoose: () => acts.moveOut(id),
                  },
                ]),
          ],
        },
        {
          title: 'Remove',
          items: [{ id: 'remove', label: 'Remove', keys: 'Delete', danger: true, onChoose: () => acts.remove(id) }],
        },
      ]}
    />
  );
}
