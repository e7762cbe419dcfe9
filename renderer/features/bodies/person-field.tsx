import type { ReactElement } from 'react';
import { isSameName } from '#shared/domain/people/same-name.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import type { OpenBody } from './partners.queries.ts';

export interface PersonFieldProps {
  readonly id: string;
  readonly label: string;
  /** The name in the field. */
  readonly value: string;
  readonly open: OpenBody;
  readonly error?: string | undefined;
  readonly onChange: (name: string) => void;
  readonly onCommit: () => void;
}

/** Somebody from the list of people, or a new name. */
export function PersonField({ id, label, value, open, error, onChange, onCommit }: PersonFieldProps): ReactElement {
  const organisations = new Map(open.organisations.map((each) => [each.id, each.name]));
  const isNew = value.trim() !== '' && !open.people.some((person) => isSameName(person.name, value));
  return (
    <ComboBox
      id={id}
      label={label}
      optional
      freeText
      value={value}
      error={error}
      hint={isNew ? 'A new name: it is added to your people' : 'Choose somebody, or type a new name'}
      options={open.people.map((person) => ({
        id: person.id,
        label: person.name,
        detail: [person.jobTitle, organisations.get(person.organisationId ?? '') ?? '']
          .filter((part) => part !== '')
          .join(', '),
      }))}
      onChange={onChange}
      onCommit={onCommit}
    />
  );
}
