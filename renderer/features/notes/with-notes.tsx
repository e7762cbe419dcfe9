import { useCallback, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Highlighter, MessageSquarePlus, StickyNote } from 'lucide-react';
import { anchorAt } from '#shared/domain/notes/placing.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { SelectedWords } from '#renderer/ui/pdf/marks.ts';
import type { ViewerNotes } from '#renderer/ui/pdf/opened-viewer.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { keepChanged, keepNew } from './keep-note.ts';
import { NotesPanel, type NoteBegun } from './notes-panel.tsx';
import type { PlacedNote } from './place-notes.ts';
import { partAt, type ReadPart } from './read-part.ts';
import { useNotes } from './use-notes.ts';

export interface NotesTools {
  readonly notes: ViewerNotes;
  /** At the end of the viewer's tools. */
  readonly toolbar: ReactNode;
  onPage(page: number): void;
}

export interface WithNotesProps {
  readonly file: Blob;
  readonly title: string;
  readonly parts: ReadonlyArray<ReadPart>;
  /** The number printed on a page of the file. */
  readonly labelOf: (page: number) => string;
  readonly children: (tools: NotesTools) => ReactNode;
}

/** Notes and marks for a viewer: what is selected is marked or noted, and all of it is listed beside the pages. */
export function WithNotes({ file, title, parts, labelOf, children }: WithNotesProps): ReactElement {
  const session = useSession();
  const { placed, marks, reader, onReady } = useNotes(parts);
  const [isShown, setShown] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const [begun, setBegun] = useState<NoteBegun | null>(null);
  const [jump, setJump] = useState<ViewerNotes['jump']>(null);
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  const pageRead = useRef(1);
  const onSelected = useCallback((words: SelectedWords | null) => setSelected(words), []);

  /** What is to be noted: the words selected, or the page being read. */
  async function anchored(words: SelectedWords | null): Promise<NoteBegun | null> {
    const page = words?.page ?? pageRead.current;
    const part = partAt(parts, page);
    if (part === null) return null;
    const { subject, says, first } = part;
    const within = page - first + 1;
    if (words === null || reader === null) {
      return { subject, says, label: labelOf(page), page: within, quote: '', before: '', after: '' };
    }
    const text = await reader.textOf(page);
    return { subject, says, label: labelOf(page), ...anchorAt(text, within, words.start, words.end) };
  }

  async function noteBegun(): Promise<void> {
    setBegun(await anchored(selected));
    setShown(true);
  }

  async function marked(): Promise<void> {
    const anchor = await anchored(selected);
    if (anchor === null) return;
    const { label: _label, ...values } = anchor;
    const isKept = await keepNew(session, { ...values, words: '', by: session.me.name }, true);
    if (isKept) document.getSelection()?.removeAllRanges();
    else noticeShown('Not marked: this laptop is full. Free some room on the disk first.', 'red');
  }

  async function placedAgain({ held }: PlacedNote): Promise<void> {
    const anchor = selected === null ? null : await anchored(selected);
    if (anchor === null) {
      noticeShown('Select the words it belongs to first, then place it.', 'red');
      return;
    }
    const { label: _label, subject: _subject, ...values } = anchor;
    await keepChanged(session, held, values);
  }

  const aside = isShown ? (
    <NotesPanel
      placed={placed}
      begun={begun}
      labelOf={labelOf}
      onEnded={() => setBegun(null)}
      onGo={(page) => setJump((before) => ({ page, times: (before?.times ?? 0) + 1 }))}
      onPlace={(note) => void placedAgain(note)}
      onExport={() => setExporting(true)}
      onClose={() => {
        setBegun(null);
        setShown(false);
      }}
    />
  ) : null;
  const toolbar = (
    <>
      <IconButton
        label="Mark the selected words"
        icon={Highlighter}
        {...(selected === null ? { blockedBecause: 'Select some words first' } : {})}
        onPress={() => void marked()}
      />
      <Button small icon={MessageSquarePlus} onPress={() => void noteBegun()}>
        Add note
      </Button>
      <IconButton
        label={placed.length === 1 ? 'Notes: 1' : `Notes: ${placed.length}`}
        icon={StickyNote}
        pressed={isShown}
        onPress={() => setShown(!isShown)}
      />
    </>
  );
  return (
    <>
      {children({
        notes: { marks, jump, aside, onSelected, onReady },
        toolbar,
        onPage: (page) => {
          pageRead.current = page;
        },
      })}
      {isExporting && reader !== null && (
        <ExportDialog file={file} title={title} placed={placed} reader={reader} onClose={() => setExporting(false)} />
      )}
    </>
  );
}
