import { FilePen, Paperclip, Plus } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import type { AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { movePaper, removePaper, statusWords } from '#shared/domain/papers/paper.commands.ts';
import { paperVersionKind } from '#shared/domain/papers/paper-version.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { issuedWords } from '#shared/domain/papers/refusal-words.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { MenuButton, type MenuChoice } from '#renderer/ui/menu-button.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { startPaper } from './add-paper.ts';
import { AttachProgress } from './attach-progress.tsx';
import styles from './item-papers.module.css';
import { paperRefusalInWords, statusTones } from './paper-words.ts';
import { readPapersOfItem } from './paper.queries.ts';
import { attachable, startAttaching } from './start-attaching.ts';

export interface ItemPaperListProps {
  readonly item: AgendaItem;
}

/** The papers of an item where the item is edited: in their order, to be added to, moved and removed. */
export function ItemPaperList({ item }: ItemPaperListProps): ReactElement {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const papers = useLive((database) => readPapersOfItem(database, item.id), [item.id]);
  const home = { meetingId: item.meetingId, itemId: item.id };

  async function written(): Promise<void> {
    const title = item.title.trim() === '' ? 'New paper' : item.title;
    const added = await startPaper(session, { title, form: 'written', ...home });
    if (added.ok) goTo(pathTo.paper(added.value));
    else noticeShown(paperRefusalInWords(added.refusal), 'red');
  }

  async function moved(paper: Paper, index: number): Promise<void> {
    const others = await readPapersOfItem(session.database, item.id);
    const result = await run(session, movePaper, { paper, others, index, ...home });
    if (!result.ok) noticeShown(paperRefusalInWords(result.refusal), 'red');
  }

  async function removed(paper: Paper): Promise<void> {
    const versions = await rowsOf(session.database, paperVersionKind).where('paperId').equals(paper.id).toArray();
    const result = await run(session, removePaper, { paper, versions });
    if (result.ok) noticeShown(`“${paper.title}” is in the bin. Undo brings it back.`);
    else noticeShown(paperRefusalInWords(result.refusal), 'red');
  }

  function choices(paper: Paper, index: number, last: number): ReadonlyArray<MenuChoice> {
    const fixed = paper.status === 'issued' ? issuedWords : undefined;
    const firstAlready = index === 0 ? 'It is the first already' : undefined;
    const lastAlready = index === last ? 'It is the last already' : undefined;
    return [
      {
        id: 'up',
        label: 'Move up',
        blockedBecause: fixed ?? firstAlready,
        onChoose: () => void moved(paper, index - 1),
      },
      {
        id: 'down',
        label: 'Move down',
        blockedBecause: fixed ?? lastAlready,
        onChoose: () => void moved(paper, index + 1),
      },
      {
        id: 'remove',
        label: 'Remove the paper',
        danger: true,
        blockedBecause: fixed,
        onChoose: () => void removed(paper),
      },
    ];
  }

  return (
    <Stack gap="s">
      <AttachProgress />
      {papers?.length === 0 && <p className="muted small">No paper</p>}
      {papers !== undefined && papers.length > 0 && (
        <ol className={styles['list']}>
          {papers.map((paper, index) => (
            <li key={paper.id} className={styles['paper']}>
              <a className={styles['title']} href={hrefTo(pathTo.paper(paper.id))}>
                {paper.title}
              </a>
              <Tag tone={statusTones[paper.status]}>{statusWords[paper.status]}</Tag>
              <MenuButton
                label={`More about ${paper.title}`}
                iconOnly
                small
                sections={[{ items: choices(paper, index, papers.length - 1) }]}
              />
            </li>
          ))}
        </ol>
      )}
      <div>
        <MenuButton
          label="Add paper"
          icon={Plus}
          small
          sections={[
            {
              items: [
                { id: 'write', label: 'Write a report', icon: FilePen, onChoose: () => void written() },
                {
                  id: 'attach',
                  label: 'Attach files',
                  icon: Paperclip,
                  onChoose: () => input.current?.click(),
                },
              ],
            },
          ]}
        />
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label="Files for this item"
          accept={attachable.join(',')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // Emptied, so that the same file can be chosen again.
            event.currentTarget.value = '';
            if (files.length === 0) return;
            void startAttaching({ session, files, to: { type: 'item', ...home }, reportTo: 'page' });
          }}
        />
      </div>
    </Stack>
  );
}
