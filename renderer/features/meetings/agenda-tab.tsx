import { Plus } from 'lucide-react';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Command } from '#shared/changes/command.ts';
import {
  makeSubItem,
  moveItemDown,
  moveItemUp,
  placeItem,
  removeItem,
  restrictItem,
  takeOutOfItem,
  type MoveItem,
  type MoveRefusal,
} from '#shared/domain/meetings/agenda-item.commands.ts';
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import {
  agendaInWords,
  agendaOf,
  agendaWarningInWords,
  linesUnder,
  type Agenda,
} from '#shared/domain/meetings/agenda.ts';
import type { IssuedItem } from '#shared/domain/packs/issued-pack.ts';
import { numberedAsIssued } from '#shared/domain/packs/issues.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Status } from '#renderer/ui/status.tsx';
import type { Move } from '#renderer/ui/reorder.ts';
import { AgendaList, type ItemActs } from './agenda-list.tsx';
import { FileDrop } from './file-drop.tsx';
import { ItemEditor } from './item-editor.tsx';
import { moveRefusalInWords } from './meeting-words.ts';
import type { OpenMeeting } from './meetings.queries.ts';
import { MoveItemDialog } from './move-item-dialog.tsx';
import type { NewItem } from './save-item.ts';
import { useNewHere } from '#renderer/navigation/use-new-here.ts';

/** Items keep the numbers under which they were issued, wherever they stand now. */
function asIssued(agenda: Agenda, issued: ReadonlyArray<IssuedItem>): Agenda {
  if (issued.length === 0) return agenda;
  const lines = agenda.lines.map(({ item, number, depth }) => ({ id: item.id, number, depth }));
  const numbers = new Map(numberedAsIssued(lines, issued).map(({ id, number }) => [id, number]));
  return {
    ...agenda,
    lines: agenda.lines.map((line) => ({ ...line, number: numbers.get(line.item.id) ?? line.number })),
  };
}

export interface AgendaTabProps {
  readonly open: OpenMeeting;
  readonly aside?: ReactNode;
  readonly papersOf: (item: AgendaItem) => ReactNode;
  readonly pagesOf: (item: AgendaItem) => ReactNode;
  readonly itemPapers?: ((item: AgendaItem) => ReactNode) | undefined;
  readonly onFilesDropped?: ((files: ReadonlyArray<File>, itemId: string | null) => void) | undefined;
}

const addButtonId = 'add-agenda-item';

/** What is open in the editor: an item of the agenda, or one being written. */
interface Chosen {
  readonly item: NewItem;
  /** How often the officer has asked to edit it, which moves the focus there. */
  readonly asked: number;
  /** Whether it is still to come onto the agenda. */
  readonly isNew: boolean;
}

/** The agenda of a meeting, beside it the item chosen and whatever else the page puts there. */
export function AgendaTab({
  open,
  aside,
  papersOf,
  pagesOf,
  itemPapers,
  onFilesDropped,
}: AgendaTabProps): ReactElement {
  const { meeting, items, papers, issuedItems } = open;
  const session = useSession();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const agenda = asIssued(agendaOf(items, meeting), issuedItems);
  const lineOf = (id: string): Agenda['lines'][number] | undefined => agenda.lines.find(({ item }) => item.id === id);
  const line = chosen === null ? undefined : lineOf(chosen.item.id);
  // Once added, an item that disappears again (Undo, a colleague) is no longer being written.
  if (chosen?.isNew === true && line !== undefined) setChosen({ ...chosen, isNew: false });
  const isEditing = chosen !== null && (chosen.isNew || line !== undefined);

  function chooseItem(id: string): void {
    if (chosen?.item.id !== id) setChosen({ item: { id, meetingId: meeting.id, under: null }, asked: 0, isNew: false });
  }

  function addUnder(under: string | null): void {
    setChosen({ item: { id: session.newId(), meetingId: meeting.id, under }, asked: 1, isNew: true });
  }
  useNewHere(() => addUnder(null));

  // Left before it stood on the agenda: its row gets the focus once it does, unless the officer has gone elsewhere.
  const [leftEarly, setLeftEarly] = useState<string | null>(null);
  const hasArrived = leftEarly !== null && lineOf(leftEarly) !== undefined;
  useEffect(() => {
    if (!hasArrived) return;
    let frame = 0;
    // The list draws a row somewhat after it is told of it.
    const follow = (): void => {
      if (document.activeElement?.id !== addButtonId || focusRow(leftEarly)) setLeftEarly(null);
      else frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [hasArrived, leftEarly]);

  function leaveEditor(): void {
    setChosen(null);
    setLeftEarly(line === undefined && chosen !== null ? chosen.item.id : null);
    if (line === undefined) document.getElementById(addButtonId)?.focus();
    else focusRow(line.item.id);
  }

  async function move(command: Command<MoveItem, MoveRefusal>, id: string): Promise<void> {
    const result = await run(session, command, { items, id });
    if (result.ok) setSaid(result.value?.command ?? '');
    else noticeShown(moveRefusalInWords(result.refusal), 'amber');
  }

  async function placeAt(id: string, { place, of }: Move): Promise<void> {
    const target = lineOf(of);
    if (target === undefined) return;
    const { under } = target;
    const others = linesUnder(agenda, under).filter(({ item }) => item.id !== id);
    const index = others.findIndex(({ item }) => item.id === of) + (place === 'after' ? 1 : 0);
    const result = await run(session, placeItem, { items, id, under, index });
    if (!result.ok) noticeShown(moveRefusalInWords(result.refusal), 'amber');
  }

  async function restrict(id: string): Promise<void> {
    const item = lineOf(id)?.item;
    chooseItem(id);
    if (item !== undefined && !item.isRestricted) {
      await run(session, restrictItem, { item, ground: null, reason: '' });
    }
  }

  async function removeLine(id: string): Promise<void> {
    const place = agenda.lines.findIndex(({ item }) => item.id === id);
    const result = await run(session, removeItem, { items, id, papers });
    if (!result.ok) {
      noticeShown(moveRefusalInWords(result.refusal), 'amber');
      return;
    }
    setChosen(null);
    noticeShown(`${result.value?.command ?? 'Removed'}. Undo brings it back.`, 'grey');
    const next = agenda.lines.filter(({ item }) => item.id !== id)[Math.max(0, place - 1)];
    if (next !== undefined) focusRow(next.item.id);
  }

  const acts: ItemActs = {
    edit: (id) =>
      setChosen({ item: { id, meetingId: meeting.id, under: null }, asked: (chosen?.asked ?? 0) + 1, isNew: false }),
    addUnder,
    moveUp: (id) => void move(moveItemUp, id),
    moveDown: (id) => void move(moveItemDown, id),
    moveIn: (id) => void move(makeSubItem, id),
    moveOut: (id) => void move(takeOutOfItem, id),
    chooseMove: setMoving,
    placeAt: (id, to) => void placeAt(id, to),
    restrict: (id) => void restrict(id),
    remove: (id) => void removeLine(id),
  };

  const movingLine = moving === null ? undefined : lineOf(moving);
  const warnings = agenda.warnings.filter(({ type }) => type !== 'RestrictionIncomplete');
  const list = (
    <Panel
      title="Agenda"
      count={agendaInWords(agenda)}
      flush
      actions={
        <Button small icon={Plus} id={addButtonId} onPress={() => addUnder(null)}>
          Add item
        </Button>
      }
      footer={
        warnings.length === 0 ? undefined : (
          <Stack gap="s">
            {warnings.map((warning) => {
              const words = agendaWarningInWords(warning);
              return (
                <Status key={words} tone="amber">
                  {words}
                </Status>
              );
            })}
          </Stack>
        )
      }
    >
      {agenda.lines.length === 0 ? (
        <EmptyState
          title="No items yet"
          text="Press “Add item” to write the first one. Drop files here to make papers of them."
        />
      ) : (
        <AgendaList
          agenda={agenda}
          chosen={line?.item.id}
          onChoose={chooseItem}
          acts={acts}
          papersOf={papersOf}
          pagesOf={pagesOf}
        />
      )}
      <span className="vh" role="status">
        {said}
      </span>
    </Panel>
  );

  return (
    <PageBody
      side={
        isEditing || (aside !== undefined && aside !== null) ? (
          <>
            {isEditing && (
              <ItemEditor
                key={chosen.item.id}
                fresh={chosen.item}
                line={line}
                items={items}
                asked={chosen.asked}
                papers={line === undefined ? undefined : itemPapers?.(line.item)}
                onLeave={leaveEditor}
              />
            )}
            {aside}
          </>
        ) : undefined
      }
    >
      {onFilesDropped === undefined ? (
        list
      ) : (
        <FileDrop
          nameOf={(id) => {
            const over = lineOf(id);
            return over === undefined ? null : `item ${over.number}`;
          }}
          onFiles={onFilesDropped}
        >
          {list}
        </FileDrop>
      )}
      {movingLine !== undefined && (
        <MoveItemDialog
          agenda={agenda}
          items={items}
          line={movingLine}
          onMoved={setSaid}
          onClose={() => setMoving(null)}
        />
      )}
    </PageBody>
  );
}

/** Answers whether the row is there to be focused. */
function focusRow(id: string): boolean {
  const rows = [...document.querySelectorAll('[role=row]')];
  const row = rows.find((each) => each.getAttribute('data-key') === id);
  if (!(row instanceof HTMLElement)) return false;
  row.focus();
  return true;
}
