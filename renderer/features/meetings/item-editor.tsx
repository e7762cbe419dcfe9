import { X } from 'lucide-react';
import { useEffect, useId, useState, type ReactElement, type ReactNode } from 'react';
import type { ItemValues } from '#shared/domain/meetings/agenda-item.commands.ts';
import { purposeInWords, purposes, type AgendaItem, type Purpose } from '#shared/domain/meetings/agenda-item.ts';
import type { AgendaLine } from '#shared/domain/meetings/agenda.ts';
import { inWords } from '#shared/kernel/clock-time.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { KeyCatcher } from '#renderer/ui/key-catcher.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { ItemRestriction } from './item-restriction.tsx';
import { itemProblemOf, moveRefusalInWords, type ItemField } from './meeting-words.ts';
import { itemWriter, type NewItem } from './save-item.ts';

export interface ItemEditorProps {
  /** The item as it is to be added, or where it stands. Another item needs another `key`. */
  readonly fresh: NewItem;
  /** Its line on the agenda; `undefined` until it has been added. */
  readonly line: AgendaLine | undefined;
  readonly items: ReadonlyArray<AgendaItem>;
  /** Grows each time the officer asks to edit: the focus then goes to the title. */
  readonly asked: number;
  readonly papers?: ReactNode;
  /** Esc or the cross; whatever was typed is kept first. */
  readonly onLeave: () => void;
}

interface Problem {
  readonly field: ItemField;
  readonly text: string;
}

const purposeOptions = purposes.map((purpose) => ({ value: purpose, label: purposeInWords(purpose) }));

/** Everything about one agenda item, each field saving itself. */
export function ItemEditor({ fresh, line, items, asked, papers, onLeave }: ItemEditorProps): ReactElement {
  const session = useSession();
  const titleId = useId();
  const [writer] = useState(() => itemWriter(session, fresh));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [minutesFault, setMinutesFault] = useState<string | null>(null);
  const item = line?.item;

  async function keep(values: Partial<ItemValues>): Promise<void> {
    const result = await writer.save(item, items, values);
    if (result.ok) setProblem(null);
    else if (result.refusal.type === 'NotOnAgenda' || result.refusal.type === 'UnderItself') {
      setProblem({ field: 'title', text: moveRefusalInWords(result.refusal) });
    } else if (result.refusal.type === 'TooDeep') {
      setProblem({ field: 'title', text: moveRefusalInWords(result.refusal) });
    } else setProblem(itemProblemOf(result.refusal));
  }

  const title = useDraft(item?.title ?? '', (text) => void keep({ title: text }));
  const purpose = useDraft<Purpose>(item?.purpose ?? 'discussion', (chosen) => void keep({ purpose: chosen }));
  const lead = useDraft(item?.lead ?? '', (text) => void keep({ lead: text }));
  const minutes = useDraft(item?.minutes ?? null, (number) => void keep({ minutes: number }));
  const note = useDraft(item?.note ?? '', (text) => void keep({ note: text }));

  useEffect(() => {
    if (asked > 0) document.getElementById(titleId)?.focus();
  }, [asked, titleId]);

  function left(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    for (const field of [title, lead, minutes, note]) field.flush();
    onLeave();
  }

  const errorAt = (field: ItemField): string | undefined => (problem?.field === field ? problem.text : undefined);
  const start = line?.start ?? null;
  return (
    <KeyCatcher onKey={left}>
      <SidePanel
        title={line === undefined ? (fresh.under === null ? 'New item' : 'New sub-item') : `Item ${line.number}`}
        count={start === null ? undefined : `about ${inWords(start)}`}
        actions={<IconButton label="Close the item" icon={X} keys="Esc" small onPress={onLeave} />}
      >
        <Stack>
          <TextField
            label="Title"
            id={titleId}
            value={title.value}
            error={errorAt('title')}
            required
            onChange={title.change}
            onCommit={title.flush}
          />
          <Select
            label="Purpose"
            value={purpose.value}
            options={purposeOptions}
            onChange={(value) => {
              const chosen = purposes.find((each) => each === value);
              if (chosen === undefined) return;
              purpose.change(chosen);
              purpose.flush();
            }}
          />
          <TextField
            label="Lead"
            value={lead.value}
            error={errorAt('lead')}
            onChange={lead.change}
            onCommit={lead.flush}
          />
          <NumberField
            label="Minutes allowed"
            unit="minutes"
            most={600}
            value={minutes.value}
            error={minutesFault === null ? errorAt('minutes') : undefined}
            onChange={minutes.change}
            onCommit={minutes.flush}
            onFault={setMinutesFault}
          />
          {line !== undefined && <ItemRestriction item={line.item} />}
          <TextArea
            label="Note"
            hint="For you and your colleagues; not printed"
            rows={2}
            value={note.value}
            error={errorAt('note')}
            onChange={note.change}
            onCommit={note.flush}
          />
        </Stack>
        {papers !== undefined && papers !== null && line !== undefined && (
          <PanelSection title="Papers">{papers}</PanelSection>
        )}
      </SidePanel>
    </KeyCatcher>
  );
}
