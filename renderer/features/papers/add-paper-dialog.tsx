import { useState, type ReactElement } from 'react';
import type { PaperForm } from '#shared/domain/papers/paper.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { startPaper } from './add-paper.ts';
import { homeFrom, homeOptions } from './paper-homes.ts';
import { paperRefusalInWords } from './paper-words.ts';
import { readHomes } from './paper.queries.ts';

export interface AddPaperDialogProps {
  readonly onClose: () => void;
}

/** A new paper, with its title and the item it belongs to. */
export function AddPaperDialog({ onClose }: AddPaperDialogProps): ReactElement {
  const session = useSession();
  const [title, setTitle] = useState('');
  const [home, setHome] = useState('');
  const [form, setForm] = useState<PaperForm>('written');
  const [error, setError] = useState<string>();
  const homes = useLive((database) => readHomes(database, session.today, null), [session.today]) ?? [];

  async function sent(): Promise<void> {
    const added = await startPaper(session, { title, form, ...homeFrom(home) });
    if (added.ok) goTo(pathTo.paper(added.value));
    else setError(paperRefusalInWords(added.refusal));
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="New paper"
      onSubmit={() => void sent()}
      footer={
        <Button kind="primary" submit>
          Add paper
        </Button>
      }
    >
      <Stack>
        <TextField label="Title" value={title} onChange={setTitle} error={error} autoFocus spellCheck />
        <Select
          label="Agenda item"
          value={home}
          options={homeOptions(homes)}
          placeholder="None yet"
          onChange={setHome}
          optional
        />
        <RadioGroup
          label="How it is made"
          value={form}
          options={[
            { value: 'written', label: 'Write it here', hint: 'Starts from the report template' },
            { value: 'file', label: 'It comes as a file', hint: 'Attach the PDF now or when it arrives' },
          ]}
          onChange={(chosen) => setForm(chosen === 'file' ? 'file' : 'written')}
        />
      </Stack>
    </Dialog>
  );
}
