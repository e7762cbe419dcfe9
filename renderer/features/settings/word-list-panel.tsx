import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { addListedWord, removeListedWord } from '#shared/domain/workspace/listed-word.commands.ts';
import { listedWordKind, type ListedWord } from '#shared/domain/workspace/listed-word.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './settings-page.module.css';

/** The workspace's own words, which the spelling check takes as right: names of places, people and schemes. */
export function WordListPanel(): ReactElement {
  const session = useSession();
  const rows = useLive((database) => rowsOf(database, listedWordKind).toArray(), []);
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const words = (rows ?? []).toSorted((one, other) => one.word.localeCompare(other.word, 'en-GB'));
  const shown = words.filter((each) => each.word.toLowerCase().includes(word.trim().toLowerCase()));

  async function added(): Promise<void> {
    const said = word.trim();
    if (words.some((each) => each.word === said)) {
      setWrong(`“${said}” is in the list already`);
      return;
    }
    // At once, so that the next word can be typed while this one is being kept.
    setWord('');
    const result = await run(session, addListedWord, { word: said });
    if (result.ok) return;
    setWord(said);

    setWrong(
      result.refusal.type === 'NotAWord' ? 'Enter one word, without spaces' : 'There is no room left on this laptop',
    );
  }

  async function removed(listed: ListedWord): Promise<void> {
    const result = await run(session, removeListedWord, { listed });
    if (result.ok) noticeShown(`“${listed.word}” is out of the word list. Undo puts it back.`);
  }

  return (
    <Panel title="Word list" count={words.length === 1 ? '1 word' : `${words.length} words`}>
      <form
        className={styles['wordForm']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void added();
        }}
      >
        <TextField
          label="Word"
          hint="Taken as right in every paper of this workspace; also narrows the list"
          value={word}
          onChange={(said) => {
            setWord(said);
            setWrong(undefined);
          }}
          error={wrong}
          spellCheck={false}
          autoComplete="off"
        />
        <Button icon={Plus} submit>
          Add word
        </Button>
      </form>
      {shown.length > 0 && (
        <Table
          caption="Words of the word list"
          rows={shown}
          keyOf={({ id }) => id}
          maxHeight={18}
          columns={[
            { id: 'word', header: 'Word', rowHeader: true, cell: ({ word: each }) => each },
            {
              id: 'remove',
              header: 'Remove',
              hideHeader: true,
              width: 9,
              cell: (listed) => (
                <Button small kind="quiet" icon={Trash2} onPress={() => void removed(listed)}>
                  Remove <span className="vh">{listed.word}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
