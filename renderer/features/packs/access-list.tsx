import { useState, type ReactElement } from 'react';
import { X } from 'lucide-react';
import { changePack } from '#shared/domain/packs/pack.commands.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import type { PackAsItStands } from './build/pack.queries.ts';
import styles from './access-list.module.css';

export interface AccessListProps {
  readonly as: PackAsItStands;
}

/** Who may have the restricted pack: printed on its cover, and kept with each issue. */
export function AccessList({ as }: AccessListProps): ReactElement {
  const session = useSession();
  const { meeting, pack } = as;
  const names = pack?.access ?? [];
  const [typed, setTyped] = useState('');
  const [isAdding, setAdding] = useState(false);
  const people = useLive((database) => rowsOf(database, personKind).orderBy('name').toArray(), []) ?? [];
  const members = useLive(
    async (database) => {
      const seats = await rowsOf(database, seatKind).where('bodyId').equals(meeting.bodyId).toArray();
      const found = await rowsOf(database, personKind).bulkGet(seats.flatMap(({ memberId }) => memberId ?? []));
      return found.flatMap((person) => (person === undefined ? [] : [person.name]));
    },
    [meeting.bodyId],
  );
  const absent = (members ?? []).filter((name) => !names.includes(name));

  const keep = (access: ReadonlyArray<string>): void => {
    const once = [...new Set(access.map((name) => name.trim()).filter((name) => name !== ''))];
    void run(session, changePack, { meetingId: meeting.id, pack, values: { access: once } });
  };
  const add = (name: string): void => {
    if (name.trim() === '') return;
    setAdding(true);
    keep([...names, name]);
    setTyped('');
  };

  return (
    <SidePanel title="Access list">
      {names.length === 0 ? (
        <p className="small muted">Nobody is named yet. The names are printed on the cover of the restricted pack.</p>
      ) : (
        <ul className={styles['names']} aria-label="Who may have the restricted pack">
          {names.map((name) => (
            <li key={name} className={styles['name']}>
              {name}
              <IconButton
                label={`Take ${name} off the list`}
                icon={X}
                small
                kind="quiet"
                onPress={() => keep(names.filter((other) => other !== name))}
              />
            </li>
          ))}
        </ul>
      )}
      {/* A field of its own for each name: the next one begins with its list closed, and the keyboard stays there. */}
      <ComboBox
        key={names.length}
        label="Add somebody"
        autoFocus={isAdding}
        freeText
        value={typed}
        options={people.filter(({ name }) => !names.includes(name)).map(({ id, name }) => ({ id, label: name }))}
        onChange={setTyped}
        onCommit={add}
      />
      <Row>
        <Button small onPress={() => add(typed)}>
          Add
        </Button>
        {absent.length > 0 && (
          <Button small onPress={() => keep([...names, ...absent])}>
            Add the members
          </Button>
        )}
      </Row>
    </SidePanel>
  );
}
