import { useState, type ReactElement } from 'react';
import { changeMeetingState, removeMeeting } from '#shared/domain/meetings/meeting.commands.ts';
import type { MeetingState } from '#shared/domain/meetings/meeting.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { meetingStateInWords, storageFullWords } from './meeting-words.ts';
import type { OpenMeeting } from './meetings.queries.ts';

export interface MeetingStatePanelProps {
  readonly open: OpenMeeting;
}

/** Whether the meeting stands, was held or is off; and taking it out altogether. */
export function MeetingStatePanel({ open }: MeetingStatePanelProps): ReactElement {
  const { meeting, items, papers } = open;
  const session = useSession();
  const [isCancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState('');

  async function become(state: MeetingState, why = ''): Promise<void> {
    const result = await run(session, changeMeetingState, { meeting, state, reason: why });
    if (!result.ok) noticeShown(storageFullWords, 'red');
    setCancelling(false);
  }

  async function removed(): Promise<void> {
    const result = await run(session, removeMeeting, { meeting, items, papers });
    if (!result.ok) {
      noticeShown(storageFullWords, 'red');
      return;
    }
    goTo(pathTo.section('meetings'));
    noticeShown(`${result.value?.command ?? 'Removed the meeting'}. Undo brings it back.`, 'grey');
  }

  const { state } = meeting;
  return (
    <Panel title="State" count={meetingStateInWords(state).word}>
      <Row>
        {state === 'planned' && <Button onPress={() => void become('held')}>Mark as held</Button>}
        {state === 'planned' && <Button onPress={() => setCancelling(true)}>Cancel the meeting…</Button>}
        {state !== 'planned' && <Button onPress={() => void become('planned')}>Put the meeting back on</Button>}
        <Button onPress={() => void removed()}>Remove the meeting</Button>
      </Row>
      <p className="small muted">
        A cancelled meeting stays in the list with its agenda and papers. Removing it takes its agenda too; its papers
        are kept. Undo brings either back.
      </p>
      {isCancelling && (
        <Dialog
          open
          onClose={() => setCancelling(false)}
          title="Cancel the meeting"
          size="s"
          onSubmit={() => void become('cancelled', reason)}
          footer={
            <>
              <Button onPress={() => setCancelling(false)}>Keep it</Button>
              <Button kind="danger" submit>
                Cancel the meeting
              </Button>
            </>
          }
        >
          <TextField
            label="Reason"
            optional
            autoFocus
            hint="Kept in the history of the meeting"
            value={reason}
            onChange={setReason}
          />
        </Dialog>
      )}
    </Panel>
  );
}
