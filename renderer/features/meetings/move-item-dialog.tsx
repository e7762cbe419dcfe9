import { useState, type ReactElement } from 'react';
import { placeItem } from '#shared/domain/meetings/agenda-item.commands.ts';
import { branchOf, linesUnder, type Agenda, type AgendaLine } from '#shared/domain/meetings/agenda.ts';
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { moveRefusalInWords } from './meeting-words.ts';

export interface MoveItemDialogProps {
  readonly agenda: Agenda;
  readonly items: ReadonlyArray<AgendaItem>;
  readonly line: AgendaLine;
  /** Tells what was done, in words, for it to be announced. */
  readonly onMoved: (words: string) => void;
  readonly onClose: () => void;
}

/** Chooses a place on the agenda without dragging. */
export function MoveItemDialog({ agenda, items, line, onMoved, onClose }: MoveItemDialogProps): ReactElement {
  const session = useSession();
  const own = new Set(branchOf(agenda, line.item.id).map(({ item }) => item.id));
  const [under, setUnder] = useState(line.under);
  const [index, setIndex] = useState(line.index);
  const [problem, setProblem] = useState<string | null>(null);
  const others = linesUnder(agenda, under).filter(({ item }) => item.id !== line.item.id);

  async function moved(): Promise<void> {
    const result = await run(session, placeItem, { items, id: line.item.id, under, index });
    if (!result.ok) {
      setProblem(moveRefusalInWords(result.refusal));
      return;
    }
    onMoved(result.value?.command ?? `${line.item.title} stays where it is`);
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Move item ${line.number}`}
      size="s"
      onSubmit={() => void moved()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Move item
          </Button>
        </>
      }
    >
      <p>{line.item.title}</p>
      {problem !== null && <Banner tone="error" title={problem} announce />}
      <Select
        label="Under"
        autoFocus
        value={under ?? ''}
        placeholder="No other item: at the top"
        options={agenda.lines
          .filter(({ item }) => !own.has(item.id))
          .map(({ item, number }) => ({ value: item.id, label: `${number} ${item.title}` }))}
        onChange={(id) => {
          setUnder(id === '' ? null : id);
          setIndex(Number.MAX_SAFE_INTEGER);
          setProblem(null);
        }}
      />
      <Select
        label="Place"
        value={String(Math.min(index, others.length))}
        options={[
          { value: '0', label: 'First' },
          ...others.map(({ item, number }, place) => ({
            value: String(place + 1),
            label: `After ${number} ${item.title}`,
          })),
        ]}
        onChange={(place) => setIndex(Number(place))}
      />
    </Dialog>
  );
}
