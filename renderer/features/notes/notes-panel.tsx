import { useId, useState, type ReactElement } from 'react';
import { FileDown, X } from 'lucide-react';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { keepChanged, keepNew, remove } from './keep-note.ts';
import styles from './notes-panel.module.css';
import type { PlacedNote } from './place-notes.ts';

/** A note being written: what it is on. */
export interface NoteBegun {
  readonly subject: string;
  readonly says: string;
  readonly page: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** The number printed on its page. */
  readonly label: string;
}

export interface NotesPanelProps {
  readonly placed: ReadonlyArray<PlacedNote>;
  readonly begun: NoteBegun | null;
  readonly labelOf: (page: number) => string;
  readonly onEnded: () => void;
  readonly onGo: (page: number) => void;
  /** Places one that has lost its words on those now selected. */
  readonly onPlace: (note: PlacedNote) => void;
  readonly onExport: () => void;
  readonly onClose: () => void;
}

type Whose = 'all' | 'private' | 'shared';

/** Notes in the order of the pages; those whose words are gone are listed apart, none is lost. */
export function NotesPanel({
  placed,
  begun,
  labelOf,
  onEnded,
  onGo,
  onPlace,
  onExport,
  onClose,
}: NotesPanelProps): ReactElement {
  const titleId = useId();
  const [whose, setWhose] = useState<Whose>('all');
  const wanted = placed.filter(({ held }) => whose === 'all' || held.isPrivate === (whose === 'private'));
  const here = wanted.filter(({ page }) => page !== null);
  const unplaced = wanted.filter(({ page }) => page === null);
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <h2 className={styles['title']} id={titleId}>
          Notes
        </h2>
        <IconButton label="Close the notes" icon={X} small kind="quiet" onPress={onClose} />
      </div>
      {begun !== null && <NewNote begun={begun} onEnded={onEnded} />}
      <ChoiceBar
        label="Which notes"
        hideLabel
        value={whose}
        options={[
          { value: 'all', label: 'All' },
          { value: 'private', label: 'Mine alone' },
          { value: 'shared', label: 'Shared' },
        ]}
        onChange={(value) => setWhose(value === 'private' || value === 'shared' ? value : 'all')}
      />
      {here.length > 0 && (
        <Button small icon={FileDown} onPress={onExport}>
          Save a copy with notes
        </Button>
      )}
      {here.length === 0 && begun === null && (
        <p className="small muted">No notes here yet. Select some words, then Add note.</p>
      )}
      <ul className={styles['notes']} aria-label="Notes on these pages">
        {here.map((note) => (
          <NoteItem key={note.held.note.id} placed={note} label={labelOf(note.page ?? 1)} onGo={onGo} />
        ))}
      </ul>
      {unplaced.length > 0 && (
        <>
          <h3 className={styles['title']}>Unplaced</h3>
          <p className="small muted">
            The words they quote are not in this version. Select others and place them, or keep them here.
          </p>
          <ul className={styles['notes']} aria-label="Unplaced">
            {unplaced.map((note) => (
              <NoteItem key={note.held.note.id} placed={note} label={null} onGo={onGo} onPlace={() => onPlace(note)} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function NewNote({ begun, onEnded }: { readonly begun: NoteBegun; readonly onEnded: () => void }): ReactElement {
  const session = useSession();
  const [words, setWords] = useState('');
  const [isPrivate, setPrivate] = useState(true);

  async function kept(): Promise<void> {
    const { label: _label, ...values } = begun;
    const isKept = await keepNew(session, { ...values, words, by: session.me.name }, isPrivate);
    if (isKept) onEnded();
    else noticeShown('Not kept: write something, or free some room on this laptop.', 'red');
  }

  return (
    <form
      className={styles['new']}
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault();
        void kept();
      }}
    >
      <p className="small muted">On page {begun.label}</p>
      {begun.quote !== '' && <blockquote className={styles['quote']}>{begun.quote}</blockquote>}
      <TextArea label="Note" value={words} onChange={setWords} autoFocus spellCheck />
      <Switch label="For me alone: it never leaves this laptop" checked={isPrivate} onChange={setPrivate} />
      <Row>
        <Button kind="primary" small submit>
          Keep note
        </Button>
        <Button small onPress={onEnded}>
          Cancel
        </Button>
      </Row>
    </form>
  );
}

interface NoteItemProps {
  readonly placed: PlacedNote;
  /** The number printed on its page; `null` where it stands on none. */
  readonly label: string | null;
  readonly onGo: (page: number) => void;
  readonly onPlace?: () => void;
}

function NoteItem({ placed: { held, page }, label, onGo, onPlace }: NoteItemProps): ReactElement {
  const session = useSession();
  const { note, isPrivate } = held;
  const [changing, setChanging] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const name = (note.words === '' ? note.quote : note.words).slice(0, 40);

  async function changed(): Promise<void> {
    if (changing === null) return;
    if (await keepChanged(session, held, { words: changing.trim() })) setChanging(null);
    else noticeShown('Not kept: write something, or free some room on this laptop.', 'red');
  }

  return (
    <li className={styles['note']}>
      <div className={styles['about']}>
        {page !== null && label !== null && (
          <button type="button" className={styles['go']} onClick={() => onGo(page)}>
            Page {label}
          </button>
        )}
        <Tag tone={isPrivate ? 'grey' : 'blue'} icon={null}>
          {isPrivate ? 'Mine alone' : 'Shared'}
        </Tag>
        {!isPrivate && <span className="small muted">{note.by}</span>}
      </div>
      {note.quote !== '' && <blockquote className={styles['quote']}>{note.quote}</blockquote>}
      {changing === null ? (
        note.words !== '' && <p className={styles['words']}>{note.words}</p>
      ) : (
        <TextArea label="Note" value={changing} onChange={setChanging} autoFocus spellCheck />
      )}
      <Row>
        {changing === null ? (
          <Button small kind="quiet" onPress={() => setChanging(note.words)}>
            Edit<span className="vh"> {name}</span>
          </Button>
        ) : (
          <Button small onPress={() => void changed()}>
            Keep note
          </Button>
        )}
        {onPlace !== undefined && (
          <Button small kind="quiet" onPress={onPlace}>
            Place here<span className="vh">: {name}</span>
          </Button>
        )}
        <Button small kind="quiet" onPress={() => (isPrivate ? setAsked(true) : void remove(session, held))}>
          Remove<span className="vh"> {name}</span>
        </Button>
      </Row>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setAsked(false)}
        onConfirm={() => {
          setAsked(false);
          void remove(session, held);
        }}
        title="Remove your private note?"
        confirmLabel="Remove the note"
        danger
      >
        <p>It is on this laptop alone and in no history, so it cannot be brought back.</p>
      </ConfirmDialog>
    </li>
  );
}
