import { useState, type ReactElement } from 'react';
import {
  commentStandings,
  confirmComment,
  wordsUnder,
  type CommentStanding,
} from '#shared/domain/papers/comment-standing.ts';
import type { Block } from '#shared/domain/papers/paper-blocks.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { wordDifferences } from '#shared/domain/papers/word-differences.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Status } from '#renderer/ui/status.tsx';
import styles from './editor.module.css';
import { paperRefusalInWords } from './paper-words.ts';

export interface CommentListProps {
  readonly paper: Paper;
  readonly blocks: ReadonlyArray<Block>;
}

/** The statutory comments in the paper, and whether they still speak of what is recommended. */
export function CommentList({ paper, blocks }: CommentListProps): ReactElement | null {
  const session = useSession();
  const [looking, setLooking] = useState<Extract<CommentStanding, { type: 'stale' }> | null>(null);
  const standings = commentStandings(blocks, paper.seen);
  if (standings.length === 0) return null;

  async function confirmed({ section }: CommentStanding): Promise<void> {
    const result = await run(session, confirmComment, { paper, section, blocks, by: session.me.name });
    setLooking(null);
    if (!result.ok) noticeShown(paperRefusalInWords(result.refusal), 'red');
  }

  return (
    <PanelSection title="Statutory comments">
      <ul className={styles['gaps']} aria-label="Statutory comments">
        {standings.map((standing) => (
          <li key={standing.section.id}>
            <p>{standing.section.heading}</p>
            <StandingWords standing={standing} />
            <Row>
              {standing.type !== 'stands' && paper.status !== 'issued' && (
                <Button small onPress={() => void confirmed(standing)}>
                  Confirm<span className="vh"> the comment: {standing.section.heading}</span>
                </Button>
              )}
              {standing.type === 'stale' && (
                <Button small kind="quiet" onPress={() => setLooking(standing)}>
                  What changed<span className="vh"> since the comment: {standing.section.heading}</span>
                </Button>
              )}
            </Row>
          </li>
        ))}
      </ul>
      {looking !== null && (
        <Dialog
          open
          onClose={() => setLooking(null)}
          title="What changed since the comment"
          footer={
            <>
              <Button onPress={() => setLooking(null)}>Close</Button>
              <Button kind="primary" onPress={() => void confirmed(looking)}>
                Confirm
              </Button>
            </>
          }
        >
          <h3>Recommendations</h3>
          <DiffText
            parts={wordDifferences(looking.seen.recommendations, wordsUnder(blocks, 'recommendations') ?? '')}
          />
          <h3>{looking.section.heading}</h3>
          <DiffText parts={wordDifferences(looking.seen.comment, wordsUnder(blocks, looking.section.id) ?? '')} />
        </Dialog>
      )}
    </PanelSection>
  );
}

function StandingWords({ standing }: { readonly standing: CommentStanding }): ReactElement {
  switch (standing.type) {
    case 'unconfirmed':
      return <Status tone="grey">Not confirmed yet</Status>;
    case 'stands':
      return <Status tone="green">{`Confirmed by ${standing.seen.by}, ${withYear(standing.seen.on)}`}</Status>;
    case 'stale':
      return <Status tone="amber">Stale: the recommendations have changed since</Status>;
  }
}
