import { useState, type ReactElement } from 'react';
import { changePaperHead, movePaper, type PaperHead as HeadFields } from '#shared/domain/papers/paper.commands.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { issuedWords } from '#shared/domain/papers/refusal-words.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { Columns } from '#renderer/ui/columns.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { homeFrom, homeKey, homeOptions } from './paper-homes.ts';
import { paperRefusalInWords } from './paper-words.ts';
import { readHomes, readPapersOfItem } from './paper.queries.ts';

export interface PaperHeadProps {
  readonly paper: Paper;
}

/** Who a paper is by and where it belongs. Each field saves itself. */
export function PaperHead({ paper }: PaperHeadProps): ReactElement {
  return (
    <Columns least={15}>
      <HeadField paper={paper} field="title" label="Title" />
      <ItemField paper={paper} />
      <HeadField paper={paper} field="reference" label="Reference" />
      <HeadField paper={paper} field="author" label="Author" />
      <HeadField paper={paper} field="reportOf" label="Report of" />
      <HeadField paper={paper} field="contact" label="Contact" />
    </Columns>
  );
}

interface HeadFieldProps extends PaperHeadProps {
  readonly field: keyof HeadFields;
  readonly label: string;
}

function HeadField({ paper, field, label }: HeadFieldProps): ReactElement {
  const session = useSession();
  const [error, setError] = useState<string>();
  const draft = useDraft(paper[field], (value) => {
    void run(session, changePaperHead, { paper, field, value }).then((result) =>
      setError(result.ok ? undefined : paperRefusalInWords(result.refusal)),
    );
  });
  return (
    <TextField
      label={label}
      value={draft.value}
      onChange={draft.change}
      onCommit={draft.flush}
      error={error}
      spellCheck={field === 'title'}
      blockedBecause={paper.status === 'issued' ? issuedWords : undefined}
    />
  );
}

function ItemField({ paper }: PaperHeadProps): ReactElement {
  const session = useSession();
  const [error, setError] = useState<string>();
  const { meetingId } = paper;
  const homes = useLive((database) => readHomes(database, session.today, meetingId), [session.today, meetingId]) ?? [];
  const options = homeOptions(homes);
  const value = homeKey(paper);
  const isKnown = value === '' || options.some((option) => option.value === value);

  async function moved(chosen: string): Promise<void> {
    const home = homeFrom(chosen);
    const others = home.itemId === null ? [] : await readPapersOfItem(session.database, home.itemId);
    const result = await run(session, movePaper, { paper, others, index: others.length, ...home });
    setError(result.ok ? undefined : paperRefusalInWords(result.refusal));
  }

  return (
    <Select
      label="Agenda item"
      value={value}
      options={isKnown ? options : [...options, { value, label: 'An item that was removed' }]}
      placeholder="None yet"
      onChange={(chosen) => void moved(chosen)}
      error={error}
      blockedBecause={paper.status === 'issued' ? issuedWords : undefined}
    />
  );
}
