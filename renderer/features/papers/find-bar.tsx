import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { KeyCatcher } from '#renderer/ui/key-catcher.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { countFound, goOn, replaceEverywhere, replaceHere, search } from './find-in-text.ts';
import styles from './find-bar.module.css';

export interface FindBarProps {
  readonly editor: Editor;
  /** The text may be read but not changed. */
  readonly isFixed: boolean;
  readonly onClose: () => void;
}

/** Find and replace, above the text. Enter goes on, Shift and Enter back, Escape returns to the text. */
export function FindBar({ editor, isFixed, onClose }: FindBarProps): ReactElement {
  const [words, setWords] = useState(() => chosenWords(editor));
  const [instead, setInstead] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [told, setTold] = useState('');
  const { count, at } = useEditorState({ editor, selector: ({ editor: { state } }) => countFound(state) });
  const ended = useEffectEvent(() => search(editor, null));

  useEffect(() => search(editor, { words, matchCase, wholeWords }), [editor, words, matchCase, wholeWords]);
  useEffect(() => () => ended(), []);

  function close(): void {
    onClose();
    editor.commands.focus();
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text') {
      event.preventDefault();
      goOn(editor, event.shiftKey ? -1 : 1);
    }
  }

  return (
    <KeyCatcher onKey={pressed}>
      <search aria-label="Find and replace" className={styles['bar']}>
        <div className={styles['row']}>
          <TextField
            label="Find"
            value={words}
            onChange={changed(setWords, setTold)}
            autoFocus
            width="m"
            spellCheck={false}
          />
          <IconButton label="The one before" keys="Shift Enter" icon={ArrowUp} small onPress={() => goOn(editor, -1)} />
          <IconButton label="The next one" keys="Enter" icon={ArrowDown} small onPress={() => goOn(editor, 1)} />
          <p role="status" className={styles['count']}>
            {told === '' ? countInWords(words, count, at) : told}
          </p>
          <IconButton label="Close find and replace" keys="Esc" icon={X} small kind="quiet" onPress={close} />
        </div>
        {!isFixed && (
          <div className={styles['row']}>
            <TextField label="Replace with" value={instead} onChange={setInstead} width="m" spellCheck={false} />
            <Button small onPress={() => setTold(replaceHere(editor, instead) ? '' : 'Nothing to replace')}>
              Replace
            </Button>
            <Button
              small
              onPress={() => {
                const done = replaceEverywhere(editor, instead);
                setTold(done === 1 ? '1 replaced' : `${done} replaced`);
              }}
            >
              Replace all
            </Button>
          </div>
        )}
        <div className={styles['row']}>
          <Checkbox label="Match capitals" checked={matchCase} onChange={changed(setMatchCase, setTold)} />
          <Checkbox label="Whole words" checked={wholeWords} onChange={changed(setWholeWords, setTold)} />
        </div>
      </search>
    </KeyCatcher>
  );
}

/** What was told of the search before is of no account for another. */
function changed<Value>(set: (value: Value) => void, tell: (words: string) => void): (value: Value) => void {
  return (value) => {
    set(value);
    tell('');
  };
}

/** A word or two that are marked are what is wanted. */
function chosenWords({ state: { doc, selection } }: Editor): string {
  const words = doc.textBetween(selection.from, selection.to, ' ');
  return words.length <= 80 ? words : '';
}

function countInWords(words: string, count: number, at: number): string {
  if (words === '') return '';
  if (count === 0) return 'Not found';
  return at === 0 ? `${count} found` : `${at} of ${count}`;
}
