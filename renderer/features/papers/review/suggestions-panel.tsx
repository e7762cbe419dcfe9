import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { goTo } from './go-to.ts';
import styles from './review.module.css';
import { decide, suggestionsIn, type Suggestion } from './suggestions.ts';

export interface SuggestionsPanelProps {
  readonly editor: Editor;
  /** The text may be read but not changed. */
  readonly isFixed: boolean;
}

/** Letters of a suggestion that are shown in the list. */
const shownLetters = 120;

/** What people have suggested to add or to take out, each to be accepted or rejected. */
export function SuggestionsPanel({ editor, isFixed }: SuggestionsPanelProps): ReactElement | null {
  const suggestions = useEditorState({ editor, selector: ({ editor: now }) => suggestionsIn(now.state.doc) });
  if (suggestions.length === 0) return null;
  return (
    <PanelSection title="Suggested changes">
      {!isFixed && suggestions.length > 1 && (
        <Row>
          <Button small onPress={() => decide(editor, suggestions, true)}>
            Accept all
          </Button>
          <Button small onPress={() => decide(editor, suggestions, false)}>
            Reject all
          </Button>
        </Row>
      )}
      <ul className={styles['list']} aria-label="Suggested changes">
        {suggestions.map((suggestion) => {
          const { type, by, words, from } = suggestion;
          const short = words.length > shownLetters ? `${words.slice(0, shownLetters)}…` : words;
          return (
            <li key={`${type} ${from}`} className={styles['comment']}>
              <p className={styles['soft']}>
                <b>{by}</b> would {type === 'addition' ? 'add' : 'remove'}
              </p>
              <button type="button" className={styles['quote']} onClick={() => goTo(editor, suggestion)}>
                {type === 'addition' ? <ins>{short}</ins> : <del>{short}</del>}
              </button>
              {!isFixed && <Decide editor={editor} suggestion={suggestion} />}
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}

interface DecideProps {
  readonly editor: Editor;
  readonly suggestion: Suggestion;
}

function Decide({ editor, suggestion }: DecideProps): ReactElement {
  return (
    <Row>
      <Button small kind="quiet" onPress={() => decide(editor, [suggestion], true)}>
        Accept <Which suggestion={suggestion} />
      </Button>
      <Button small kind="quiet" onPress={() => decide(editor, [suggestion], false)}>
        Reject <Which suggestion={suggestion} />
      </Button>
    </Row>
  );
}

/** Tells apart, for those who hear them, buttons that are called the same. */
function Which({ suggestion: { type, words } }: { readonly suggestion: Suggestion }): ReactElement {
  return (
    <span className="vh">
      {type === 'addition' ? 'adding' : 'removing'} “{words.slice(0, shownLetters)}”
    </span>
  );
}
