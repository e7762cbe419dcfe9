import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState, type ReactElement } from 'react';
import type * as Y from 'yjs';
import {
  answerComment,
  removeComment,
  settleComment,
  type PaperComment,
  type Said,
} from '#shared/domain/papers/paper-comments.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { clockTime, inWords as timeInWords } from '#shared/kernel/clock-time.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { goTo } from './go-to.ts';
import styles from './review.module.css';
import { wordsOf } from './text-comments.ts';
import { useComments } from './use-comments.ts';
import { WordsDialog } from './words-dialog.tsx';

export interface CommentsPanelProps {
  readonly editor: Editor;
  readonly text: Y.Doc;
  /** The paper has been issued: what was said is shown, and stays as it is. */
  readonly isFixed: boolean;
}

/** What has been said about words of the paper, in the order of the text; what is resolved is put away. */
export function CommentsPanel({ editor, text, isFixed }: CommentsPanelProps): ReactElement | null {
  const session = useSession();
  const comments = useComments(text);
  const [isAllShown, setAllShown] = useState(false);
  const [answering, setAnswering] = useState<PaperComment | null>(null);
  const places = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries(comments.map((comment) => [comment.id, wordsOf(now.state, text, comment)?.from ?? null])),
  });
  if (comments.length === 0) return null;
  const resolved = comments.filter(({ doneBy }) => doneBy !== null);
  const shown = comments
    .filter(({ doneBy }) => isAllShown || doneBy === null)
    .toSorted((one, other) => (places[one.id] ?? Infinity) - (places[other.id] ?? Infinity) || one.at - other.at);

  function answered(words: string): void {
    if (answering === null) return;
    answerComment(text, answering.id, { id: session.newId(), by: session.me.name, at: session.now(), words });
    setAnswering(null);
  }

  function chosen(comment: PaperComment): void {
    const span = wordsOf(editor.state, text, comment);
    if (span !== null) goTo(editor, span);
  }

  return (
    <PanelSection title="Comments">
      {resolved.length > 0 && (
        <Switch label={`Show ${resolved.length} resolved`} checked={isAllShown} onChange={setAllShown} />
      )}
      <ul className={styles['list']} aria-label="Comments">
        {shown.map((comment) => (
          <li key={comment.id} className={styles['comment']}>
            <QuotedWords
              comment={comment}
              isGone={(places[comment.id] ?? null) === null}
              onChoose={() => chosen(comment)}
            />
            <SaidWords said={comment} />
            {comment.answers.map((answer) => (
              <SaidWords key={answer.id} said={answer} />
            ))}
            {comment.doneBy !== null && <p className={styles['soft']}>Resolved by {comment.doneBy}</p>}
            {!isFixed && (
              <Row>
                {comment.doneBy === null && (
                  <Button small kind="quiet" onPress={() => setAnswering(comment)}>
                    Answer <span className="vh">the comment on “{comment.quote}”</span>
                  </Button>
                )}
                <Button
                  small
                  kind="quiet"
                  onPress={() => settleComment(text, comment.id, comment.doneBy === null ? session.me.name : null)}
                >
                  {comment.doneBy === null ? 'Resolve' : 'Reopen'}{' '}
                  <span className="vh">the comment on “{comment.quote}”</span>
                </Button>
                <MenuButton
                  label={`More for the comment on “${comment.quote}”`}
                  kind="quiet"
                  small
                  iconOnly
                  sections={[
                    {
                      items: [
                        {
                          id: 'remove',
                          label: 'Remove comment',
                          danger: true,
                          onChoose: () => removeComment(text, comment.id),
                        },
                      ],
                    },
                  ]}
                />
              </Row>
            )}
          </li>
        ))}
      </ul>
      {answering !== null && (
        <WordsDialog title="Answer" quote={answering.quote} onClose={() => setAnswering(null)} onWords={answered} />
      )}
    </PanelSection>
  );
}

interface QuotedWordsProps {
  readonly comment: PaperComment;
  readonly isGone: boolean;
  readonly onChoose: () => void;
}

function QuotedWords({ comment, isGone, onChoose }: QuotedWordsProps): ReactElement {
  if (isGone) return <p className={styles['soft']}>On words that are gone: “{comment.quote}”</p>;
  return (
    <button type="button" className={styles['quote']} onClick={onChoose}>
      “{comment.quote}”
    </button>
  );
}

function SaidWords({ said: { by, at, words } }: { readonly said: Said }): ReactElement {
  return (
    <div>
      <p className={styles['soft']}>
        <b>{by}</b>, {withYear(civilDateOf(at))}, {timeInWords(clockTime(clockTimeOf(at)))}
      </p>
      <p className={styles['words']}>{words}</p>
    </div>
  );
}
