import { useEffect, useState, type ReactElement } from 'react';
import type { WritePlace } from '#shared/domain/papers/write-blocks.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { notCarriedInWords } from './not-carried.ts';
import { readWord, wordRefusalInWords, type WordRead } from './read-word.ts';
import { fitted, hasWords, takeIn, type WordReady } from './word-files.ts';

export interface ImportDialogProps {
  readonly paperId: string;
  readonly file: File;
  readonly onClose: () => void;
}

/** What a Word file brings and what it does not, before anything is taken in. */
export function ImportDialog({ paperId, file, onClose }: ImportDialogProps): ReactElement {
  const session = useSession();
  const [ready, setReady] = useState<WordReady | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [isWritten, setWritten] = useState(false);
  const [place, setPlace] = useState<WritePlace>('instead');
  const [isTaking, setTaking] = useState(false);

  useEffect(() => {
    let isWanted = true;
    void Promise.all([readWord(file), hasWords(session, paperId)]).then(([read, written]) => {
      if (!isWanted) return;
      setWritten(written);
      if (!read.ok) setRefused(wordRefusalInWords(read.refusal));
      else setReady({ fileName: file.name, file, read: read.value, fitted: fitted(read.value) });
    });
    return () => {
      isWanted = false;
    };
  }, [session, file, paperId]);

  async function applied(): Promise<void> {
    if (ready === null) return;
    setTaking(true);
    const taken = await takeIn(session, paperId, ready, isWritten ? place : 'instead');
    if (taken.ok) noticeShown(`Imported from ${file.name}. Undo takes it back.`, 'green');
    else noticeShown('Not imported: the paper has been issued, or this laptop is full. The paper is as it was.', 'red');
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Import from Word"
      footer={
        <>
          <Button onPress={onClose}>{refused === null ? 'Cancel' : 'Close'}</Button>
          {ready !== null && (
            <Button kind="primary" pending={isTaking} pendingLabel="Importing" onPress={() => void applied()}>
              Apply
            </Button>
          )}
        </>
      }
    >
      {refused !== null && <Banner tone="error" title={refused} announce />}
      {refused === null && ready === null && <Loading label="Reading the file" />}
      {ready !== null && <Findings ready={ready} />}
      {ready !== null && isWritten && (
        <RadioGroup
          label="Something is written in this paper already"
          value={place}
          options={[
            {
              value: 'instead',
              label: 'Put the file in its place',
              hint: 'What is there can be brought back under Versions.',
            },
            { value: 'after', label: 'Add the file after it' },
          ]}
          onChange={(value) => setPlace(value === 'after' ? 'after' : 'instead')}
        />
      )}
    </Dialog>
  );
}

function Findings({ ready: { read, fitted: into } }: { readonly ready: WordReady }): ReactElement {
  const losses = lossesOf(read);
  return (
    <>
      <p>{broughtInWords(read)}</p>
      {into.found.length > 0 && <p>Sections found: {into.found.map(({ heading }) => heading).join(', ')}.</p>}
      {into.added.length > 0 && (
        <p>Sections still to be written: {into.added.map(({ heading }) => heading).join(', ')}.</p>
      )}
      <PanelSection title="What was not carried over">
        {losses.length === 0 ? (
          <p>Everything that a paper can hold is carried over. Fonts, colours and page layout are the pack’s own.</p>
        ) : (
          <ul aria-label="What was not carried over">
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        )}
      </PanelSection>
      <p className="small muted">The Word file itself is kept with the paper, as it is.</p>
    </>
  );
}

function lossesOf({ notCarried, lostLinks, title }: WordRead): ReadonlyArray<string> {
  return [
    ...notCarried.map(notCarriedInWords),
    ...(lostLinks > 0
      ? [
          `${lostLinks === 1 ? '1 link' : `${lostLinks} links`} that lead neither to the web nor to an e-mail address: the words stay.`,
        ]
      : []),
    ...(title === null ? [] : [`Its title, “${title}”: the paper keeps its own.`]),
  ];
}

function broughtInWords({ blocks, pictures }: WordRead): string {
  const count = (type: string): number => blocks.filter((block) => block.type === type).length;
  const things = [
    counted(count('heading'), 'heading'),
    counted(count('paragraph'), 'paragraph'),
    counted(count('list'), 'list'),
    counted(count('table'), 'table'),
    counted(pictures.length, 'picture'),
  ].filter((words) => words !== null);
  return things.length === 0 ? 'The file has no words.' : `It brings ${things.join(', ')}.`;
}

function counted(count: number, what: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
