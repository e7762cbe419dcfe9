import { useState, type DragEvent, type ReactElement } from 'react';
import { addCards, gatherCards, removeCard } from '#shared/domain/workshops/workshop.commands.ts';
import type { WorkshopCard } from '#shared/domain/workshops/workshop-card.ts';
import type { Workshop } from '#shared/domain/workshops/workshop.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { KeyCatcher } from '#renderer/ui/key-catcher.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { CardDialog } from './card-dialog.tsx';
import { ScenarioDialog } from './scenario-dialog.tsx';
import styles from './workshop.module.css';

export interface CardsBoardProps {
  readonly open: OpenRegister;
  readonly workshop: Workshop;
  readonly cards: ReadonlyArray<WorkshopCard>;
}

/** Cards under their themes. They are dragged from theme to theme, or moved by their menu; those that are ticked become a scenario. */
export function CardsBoard({ open, workshop, cards }: CardsBoardProps): ReactElement {
  const session = useSession();
  const [typed, setTyped] = useState('');
  const [newTheme, setNewTheme] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isMaking, setMaking] = useState(false);
  const [edited, setEdited] = useState<WorkshopCard | null>(null);
  const { clusters, register, risks } = open.rows;
  const registerId = register.id;
  const chosen = cards.filter(({ id }) => ticked.has(id));
  const used = new Set(cards.map(({ clusterId }) => clusterId));
  const groups: ReadonlyArray<{ readonly id: string | null; readonly name: string }> = [
    { id: null, name: 'Not gathered yet' },
    ...clusters
      .filter(({ id }) => used.has(id) || !workshop.isOver)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  ];

  async function written(): Promise<void> {
    const texts = typed.split('\n');
    const result = await run(session, addCards, { workshopId: workshop.id, texts, after: cards.at(-1)?.place ?? null });
    if (result.ok) setTyped('');
  }
  function moved(ids: ReadonlyArray<string>, clusterId: string | null): void {
    const moving = cards.filter((card) => ids.includes(card.id) && card.clusterId !== clusterId);
    if (moving.length === 0) return;
    void run(session, gatherCards, { cards: moving, under: clusterId === null ? null : { id: clusterId }, registerId });
  }
  async function themed(): Promise<void> {
    const result = await run(session, gatherCards, { cards: chosen, under: { name: newTheme }, registerId });
    if (result.ok) {
      setNewTheme('');
      setTicked(new Set());
    }
  }

  return (
    <Stack>
      {!workshop.isOver && (
        <KeyCatcher
          onKey={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            event.stopPropagation();
            void written();
          }}
        >
          <TextArea
            label="Write a card"
            rows={1}
            hint="Enter keeps it and waits for the next. A list that is pasted makes a card of each line."
            value={typed}
            onChange={setTyped}
          />
        </KeyCatcher>
      )}
      <Row gap="s">
        <span className="muted">
          {chosen.length === 0 ? 'Tick cards to do something with them.' : `${chosen.length} ticked`}
        </span>
        {chosen.length > 0 && (
          <>
            <TextField
              label="New theme"
              hideLabel
              placeholder="Name of a new theme"
              value={newTheme}
              onChange={setNewTheme}
            />
            <Button
              blockedBecause={newTheme.trim() === '' ? 'Write the name of the theme first' : undefined}
              onPress={() => void themed()}
            >
              Gather under it
            </Button>
            <Button kind="primary" onPress={() => setMaking(true)}>
              Make a scenario
            </Button>
          </>
        )}
      </Row>
      <div className={styles['board']}>
        {groups.map((group) => (
          <Group
            key={group.id ?? ''}
            name={group.name}
            cards={cards.filter(
              (card) =>
                (card.clusterId ?? null) === group.id ||
                (group.id === null && !clusters.some(({ id }) => id === card.clusterId)),
            )}
            groups={groups}
            numberOf={(riskId) => risks.find(({ id }) => id === riskId)?.number ?? null}
            ticked={ticked}
            onTick={(id) => {
              const next = new Set(ticked);
              if (!next.delete(id)) next.add(id);
              setTicked(next);
            }}
            onDrop={(ids) => moved(ids, group.id)}
            onMove={(id, to) => moved([id], to)}
            onChange={setEdited}
            onRemove={(card) => void run(session, removeCard, { card })}
          />
        ))}
      </div>
      {edited !== null && <CardDialog card={edited} onClose={() => setEdited(null)} />}
      {isMaking && (
        <ScenarioDialog
          open={open}
          cards={chosen}
          onClose={() => setMaking(false)}
          onMade={() => {
            setMaking(false);
            setTicked(new Set());
          }}
        />
      )}
    </Stack>
  );
}

interface GroupProps {
  readonly name: string;
  readonly cards: ReadonlyArray<WorkshopCard>;
  readonly groups: ReadonlyArray<{ readonly id: string | null; readonly name: string }>;
  readonly numberOf: (riskId: string) => number | null;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string) => void;
  readonly onDrop: (ids: ReadonlyArray<string>) => void;
  readonly onMove: (id: string, clusterId: string | null) => void;
  readonly onChange: (card: WorkshopCard) => void;
  readonly onRemove: (card: WorkshopCard) => void;
}

const dragType = 'application/x-packhorse-card';

function Group({
  name,
  cards,
  groups,
  numberOf,
  ticked,
  onTick,
  onDrop,
  onMove,
  onChange,
  onRemove,
}: GroupProps): ReactElement {
  const [isOver, setOver] = useState(false);
  const dropped = (event: DragEvent): void => {
    setOver(false);
    const id = event.dataTransfer.getData(dragType);
    if (id === '') return;
    event.preventDefault();
    onDrop([id]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging; the card's menu does the same by keyboard
    <section
      className={joinClasses(styles['group'], isOver && styles['over'])}
      aria-label={name}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <h2>
        {name} <span className="muted">{cards.length}</span>
      </h2>
      {cards.map((card) => {
        const number = card.riskId === null ? null : numberOf(card.riskId);
        return (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above
          <article
            key={card.id}
            className={styles['card']}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(dragType, card.id)}
          >
            {number === null ? (
              <Checkbox label={card.text} checked={ticked.has(card.id)} onChange={() => onTick(card.id)} />
            ) : (
              <p>{card.text}</p>
            )}
            <div className={styles['foot']}>
              {number !== null && <a href={hrefTo(pathTo.risk(card.riskId ?? ''))}>Became risk {number}</a>}
              <MenuButton
                label={`Move “${card.text.slice(0, 40)}”`}
                iconOnly
                small
                sections={[
                  {
                    items: groups
                      .filter(({ id }) => id !== (card.clusterId ?? null))
                      .map((group) => ({
                        id: group.id ?? 'none',
                        label: `Move to ${group.name}`,
                        onChoose: () => onMove(card.id, group.id),
                      })),
                  },
                  {
                    items: [
                      { id: 'change', label: 'Change the words', onChoose: () => onChange(card) },
                      { id: 'remove', label: 'Take this card away', danger: true, onChoose: () => onRemove(card) },
                    ],
                  },
                ]}
              />
            </div>
          </article>
        );
      })}
    </section>
  );
}
