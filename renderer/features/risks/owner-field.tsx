import type { ReactElement } from 'react';
import { personKind } from '#shared/domain/people/person.ts';
import { isSameName } from '#shared/domain/people/same-name.ts';
import { readsAsTeam } from '#shared/domain/risks/owner.ts';
import type { Answerable } from '#shared/domain/risks/values.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';

export interface OwnerFieldProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: Answerable | null;
  readonly optional?: boolean | undefined;
  readonly error?: string | undefined;
  readonly onChange: (person: Answerable | null) => void;
  /** The field is left. */
  readonly onCommit?: (() => void) | undefined;
}

/** One person who answers for it: from the workspace's people, or a name typed. */
export function OwnerField({ id, label, value, optional, error, onChange, onCommit }: OwnerFieldProps): ReactElement {
  const people = useLive((database) => rowsOf(database, personKind).orderBy('name').toArray(), []) ?? [];
  const isTeam = value !== null && value.personId === null && readsAsTeam(value);
  const isTyped = value !== null && value.personId === null && value.name.trim() !== '';
  return (
    <ComboBox
      id={id}
      label={label}
      optional={optional}
      freeText
      value={value?.name ?? ''}
      error={error}
      hint={
        isTeam
          ? 'This reads as a team. One person answers for it.'
          : isTyped
            ? 'Not among your people: kept as a name'
            : value?.role === '' || value === null
              ? undefined
              : value.role
      }
      options={people.map(({ id: person, name, jobTitle }) => ({ id: person, label: name, detail: jobTitle }))}
      onChange={(name) => {
        if (name.trim() === '') {
          onChange(null);
          return;
        }
        const known = people.find((person) => isSameName(person.name, name));
        onChange(
          known === undefined
            ? { personId: null, name, role: '' }
            : { personId: known.id, name: known.name, role: known.jobTitle },
        );
      }}
      onCommit={onCommit}
    />
  );
}
