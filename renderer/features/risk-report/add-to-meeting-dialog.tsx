import { useState, type ReactElement } from 'react';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { comparePlaces } from '#shared/changes/position.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';

/** Makes a file a paper of an agenda item. Answers with what is wrong, in words, or with nothing. */
export type AddToMeeting = (file: File, meetingId: string, itemId: string) => Promise<string | null>;

export interface AddToMeetingDialogProps {
  readonly bodyId: string;
  /** The exempt edition goes only where the public does not see it. */
  readonly isExempt: boolean;
  /** Makes the report; `null` where that could not be done. */
  readonly make: () => Promise<File | null>;
  readonly onAdd: AddToMeeting;
  readonly onClose: () => void;
}

/** The report as a paper of a meeting to come, under one of its items. */
export function AddToMeetingDialog({ bodyId, isExempt, make, onAdd, onClose }: AddToMeetingDialogProps): ReactElement {
  const { today } = useSession();
  const [chosenMeeting, setMeeting] = useState<string | null>(null);
  const [chosenItem, setItem] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const meetings =
    useLive(
      async (database) =>
        (
          await rowsOf(database, meetingKind)
            .where('[bodyId+date]')
            .between([bodyId, today], [bodyId, '9999'])
            .toArray()
        ).filter(({ state }) => state === 'planned'),
      [bodyId, today],
    ) ?? [];
  const meetingId = chosenMeeting ?? meetings[0]?.id ?? '';
  const items =
    useLive(
      async (database) =>
        (await rowsOf(database, agendaItemKind).where('meetingId').equals(meetingId).toArray())
          .filter(({ isRestricted }) => isRestricted || !isExempt)
          .sort((a, b) => comparePlaces({ id: a.id, key: a.place.key }, { id: b.id, key: b.place.key })),
      [meetingId, isExempt],
    ) ?? [];
  const itemId = chosenItem ?? items.find(({ title }) => /risk/i.test(title))?.id ?? items[0]?.id ?? '';
  const blocked =
    meetings.length === 0
      ? 'This body has no meeting to come'
      : items.length === 0
        ? isExempt
          ? 'This meeting has no restricted item, and the exempt edition goes nowhere else'
          : 'This meeting has no items yet'
        : undefined;

  async function added(): Promise<void> {
    setAdding(true);
    setProblem(null);
    try {
      const file = await make();
      if (file === null) {
        setProblem('The report could not be made. The reason stands on the page behind.');
        return;
      }
      const wrong = await onAdd(file, meetingId, itemId);
      setProblem(wrong);
      if (wrong === null) onClose();
    } finally {
      setAdding(false);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Add to meeting"
      onSubmit={() => void added()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit pending={isAdding} pendingLabel="Adding" blockedBecause={blocked}>
            Add to meeting
          </Button>
        </>
      }
    >
      <Select
        label="Meeting"
        value={meetingId}
        placeholder={meetings.length === 0 ? 'No meeting to come' : undefined}
        options={meetings.map((meeting) => ({
          value: meeting.id,
          label: `${meeting.bodyName}, ${meeting.date === null ? '' : withYear(meeting.date)}`,
        }))}
        onChange={(id) => {
          setMeeting(id);
          setItem(null);
        }}
      />
      <Select
        label="Agenda item"
        value={itemId}
        error={problem ?? undefined}
        hint={isExempt ? 'Restricted items alone: the exempt edition is kept from the public' : undefined}
        placeholder={items.length === 0 ? 'No such item' : undefined}
        options={items.map(({ id, title, isRestricted }) => ({
          value: id,
          label: isRestricted ? `${title} (restricted)` : title,
        }))}
        onChange={setItem}
      />
      <p className="muted small">
        It becomes a paper of that item, as a PDF, and goes into the pack when that is built.
      </p>
    </Dialog>
  );
}
