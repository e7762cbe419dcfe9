import { useMemo, useState, type ReactElement } from 'react';
import { addStandingItem, changeStandingItem } from '#shared/domain/bodies/body-lists.commands.ts';
import type { Body, StandingItem } from '#shared/domain/bodies/body.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { storageFullInWords } from './partner-words.ts';

export interface StandingItemDialogProps {
  readonly body: Body;
  /** Which of the body's items, counted from 0; `null` to add one. */
  readonly index: number | null;
  readonly onClose: () => void;
}

const empty: StandingItem = { title: '', minutes: 5, lead: '' };

/** A new standing item, or one there is: then each field saves itself. */
export function StandingItemDialog({ body, index, onClose }: StandingItemDialogProps): ReactElement {
  const session = useSession();
  const [error, setError] = useState<string | null>(null);
  const item = index === null ? empty : (body.standingItems[index] ?? empty);
  const { title, minutes, lead } = item;
  const kept = useMemo((): StandingItem => ({ title, minutes, lead }), [title, minutes, lead]);

  async function keep(values: StandingItem): Promise<boolean> {
    const result =
      index === null
        ? await run(session, addStandingItem, { body, item: values })
        : await run(session, changeStandingItem, { body, index, values });
    const words = result.ok
      ? null
      : result.refusal.type === 'NoTitle'
        ? 'Enter a title for the item'
        : storageFullInWords();
    setError(words);
    return words === null;
  }
  const { value, change, flush } = useDraft(kept, (values) => {
    if (index !== null) void keep(values);
  });

  async function added(): Promise<void> {
    if (await keep(value)) onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={index === null ? 'Add a standing item' : 'Standing item'}
      size="s"
      onSubmit={() => {
        if (index === null) void added();
        else flush();
      }}
      footer={
        index === null ? (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" submit>
              Add standing item
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        )
      }
    >
      <TextField
        label="Title"
        value={value.title}
        error={error ?? undefined}
        autoFocus
        onChange={(text) => change({ ...value, title: text.slice(0, 300) })}
        onCommit={flush}
      />
      <FormRow>
        <TextField
          label="Lead"
          optional
          value={value.lead}
          onChange={(text) => change({ ...value, lead: text.slice(0, 200) })}
          onCommit={flush}
        />
        <NumberField
          label="Minutes allowed"
          unit="minutes"
          least={0}
          most={600}
          value={value.minutes}
          onChange={(count) => change({ ...value, minutes: count ?? 0 })}
          onCommit={flush}
        />
      </FormRow>
    </Dialog>
  );
}
