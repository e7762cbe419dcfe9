import { useState, type ReactElement } from 'react';
import type { ChangeBody } from '#shared/domain/bodies/body.commands.ts';
import { bodyTypes } from '#shared/domain/bodies/body.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import styles from './body-tabs.module.css';
import { keepBody } from './keep-body.ts';
import { bodyTypeOptions } from './partner-words.ts';
import type { OpenBody } from './partners.queries.ts';
import { SavingTextField } from './saving-text-field.tsx';

export interface BodyDetailsProps {
  readonly open: OpenBody;
}

/** What the body is called, what it is for and whom it answers to. */
export function BodyDetails({ open }: BodyDetailsProps): ReactElement {
  const session = useSession();
  const [parentError, setParentError] = useState<string | null>(null);
  const { body, bodies } = open;

  async function keep(values: ChangeBody['values']): Promise<string | null> {
    return (await keepBody(session, open, values))?.text ?? null;
  }

  return (
    <div className={styles['reading']}>
      <Panel title="Name and purpose">
        <SavingTextField
          label="Name"
          hint="Meetings not yet held take a new name; those held keep the old one"
          kept={body.name}
          save={(name) => keep({ name: name.slice(0, 200) })}
        />
        <FormRow>
          <Select
            label="Kind of body"
            value={body.type}
            options={bodyTypeOptions}
            onChange={(value) => {
              const type = bodyTypes.find((each) => each === value);
              if (type !== undefined) void keep({ type });
            }}
          />
          <Select
            label="Accountable to"
            value={body.parentId ?? ''}
            placeholder="Nobody"
            error={parentError ?? undefined}
            options={bodies
              .filter((other) => other.id !== body.id)
              .map((other) => ({ value: other.id, label: other.name }))}
            onChange={(value) => void keep({ parentId: value === '' ? null : value }).then(setParentError)}
          />
        </FormRow>
        <SavingTextField
          label="Purpose"
          rows={3}
          kept={body.purpose}
          save={(purpose) => keep({ purpose: purpose.slice(0, 4000) })}
        />
        <SavingTextField
          label="Usual place"
          hint="Filled in when you plan a meeting"
          kept={body.usualPlace}
          save={(usualPlace) => keep({ usualPlace: usualPlace.slice(0, 300) })}
        />
      </Panel>
    </div>
  );
}
