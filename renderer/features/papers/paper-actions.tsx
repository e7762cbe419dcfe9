import { ChevronDown, FilePen, History, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { changePaperStatus, removePaper, replacePaper, statusWords } from '#shared/domain/papers/paper.commands.ts';
import { markedStatuses, type PaperStatus } from '#shared/domain/papers/paper.ts';
import { issuedWords } from '#shared/domain/papers/refusal-words.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { paperRefusalInWords, statusMeanings } from './paper-words.ts';
import type { PaperInPlace } from './paper.queries.ts';

export interface PaperActionsProps {
  readonly place: PaperInPlace;
}

/** What is done with a paper as a whole: its status, its history, the bin. */
export function PaperActions({ place: { paper, versions, meeting } }: PaperActionsProps): ReactElement {
  const session = useSession();

  async function marked(status: PaperStatus): Promise<void> {
    const result = await run(session, changePaperStatus, { paper, status });
    if (!result.ok) noticeShown(paperRefusalInWords(result.refusal), 'red');
  }

  async function replaced(): Promise<void> {
    const result = await run(session, replacePaper, { paper });
    if (result.ok)
      noticeShown('A draft again. What members were given stands until the new version goes out in a supplement.');
  }

  async function removed(): Promise<void> {
    const result = await run(session, removePaper, { paper, versions });
    if (!result.ok) {
      noticeShown(paperRefusalInWords(result.refusal), 'red');
      return;
    }
    noticeShown(`“${paper.title}” is in the bin. Undo brings it back.`);
    goTo(meeting === null ? pathTo.section('papers') : pathTo.meeting(meeting.id));
  }

  function blockedBecause(status: PaperStatus): string | undefined {
    if (paper.status === 'issued') return issuedWords;
    const isEmpty = status !== 'draft' && paper.form === 'file' && paper.versionId === null;
    return isEmpty ? paperRefusalInWords({ type: 'NothingAttached' }) : undefined;
  }

  return (
    <>
      {paper.status === 'issued' && (
        <Button icon={FilePen} onPress={() => void replaced()}>
          Begin a new version
        </Button>
      )}
      <MenuButton
        label={`Status: ${statusWords[paper.status]}`}
        icon={ChevronDown}
        sections={[
          {
            title: 'Mark as',
            items: markedStatuses
              .filter((status) => status !== paper.status)
              .map((status) => ({
                id: status,
                label: statusMeanings[status],
                blockedBecause: blockedBecause(status),
                onChoose: () => void marked(status),
              })),
          },
        ]}
      />
      <MenuButton
        label="More about this paper"
        iconOnly
        sections={[
          {
            items: [
              {
                id: 'history',
                label: 'History',
                icon: History,
                onChoose: () => goTo(pathTo.historyOf('paper', paper.id)),
              },
              {
                id: 'remove',
                label: 'Remove the paper',
                icon: Trash2,
                danger: true,
                blockedBecause: paper.status === 'issued' ? issuedWords : undefined,
                onChoose: () => void removed(),
              },
            ],
          },
        ]}
      />
    </>
  );
}
