import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { addListedWord } from '#shared/domain/workspace/listed-word.commands.ts';
import { listedWordKind } from '#shared/domain/workspace/listed-word.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import type { SpellingOptions } from './text-spelling.ts';

/** Beside the paragraphs of a text: the words that are let be in it. They are shared with it. */
const ignoredRoot = 'ignoredWords';

export interface Spelling {
  readonly options: SpellingOptions;
  /** Whether the menu of the chosen word is open. */
  readonly isMenuOpen: boolean;
  closeMenu(): void;
  /** The words that are right: another set whenever they have changed. */
  readonly words: ReadonlySet<string>;
  addToList(word: string): void;
  ignoreHere(word: string): void;
}

/** A word without `’s` and with a small letter at its front: a name's genitive is as right as the name. */
function bare(word: string): string {
  return word.replaceAll('’', "'").replace(/'s$/, '');
}

function holds(words: ReadonlySet<string>, word: string): boolean {
  const plain = bare(word);
  return words.has(plain) || words.has(plain.charAt(0).toLowerCase() + plain.slice(1));
}

/** The word list of the workspace and the words let be in a text, for its spelling check. */
export function useSpelling(text: Y.Doc): Spelling {
  const session = useSession();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const right = useRef<ReadonlySet<string>>(new Set());
  const listed = useLive((database) => rowsOf(database, listedWordKind).toArray(), []);
  const [ignored, setIgnored] = useState<ReadonlyArray<string>>(() => [...text.getMap(ignoredRoot).keys()]);
  const [options] = useState<SpellingOptions>(() => ({
    isListed: (word) => holds(right.current, word),
    onMenu: () => setMenuOpen(true),
  }));

  useEffect(() => {
    const words = text.getMap(ignoredRoot);
    const changed = (): void => setIgnored([...words.keys()]);
    words.observe(changed);
    return () => words.unobserve(changed);
  }, [text]);
  const words = useMemo(
    () => new Set([...(listed ?? []).map(({ word }) => bare(word)), ...ignored]),
    [listed, ignored],
  );
  // Before the effects that check again with these words.
  useLayoutEffect(() => {
    right.current = words;
  }, [words]);

  async function added(word: string): Promise<void> {
    const result = await run(session, addListedWord, { word: bare(word) });
    if (result.ok) noticeShown(`“${bare(word)}” is in the word list. Undo takes it out.`);
    else noticeShown('This word could not be added to the word list.', 'red');
  }

  return {
    options,
    isMenuOpen,
    words,
    closeMenu: () => setMenuOpen(false),
    addToList: (word) => void added(word),
    ignoreHere: (word) => text.getMap(ignoredRoot).set(bare(word), true),
  };
}
