import type { Editor } from '@tiptap/core';
import { BookPlus, EyeOff } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { MenuAt } from '#renderer/ui/menu-at.tsx';
import { suggestionsFor } from './spelling.ts';
import { checkAgain, misspeltAt, type Misspelt } from './text-spelling.ts';
import type { Spelling } from './use-spelling.ts';

export interface SpellingMenuProps {
  readonly editor: Editor;
  readonly spelling: Spelling;
}

/** What can be done about a word that is not in the dictionary. */
export function SpellingMenu({ editor, spelling }: SpellingMenuProps): ReactElement | null {
  const { options, words, isMenuOpen, closeMenu } = spelling;
  const [asked, setAsked] = useState<(Misspelt & { readonly suggestions: ReadonlyArray<string> }) | null>(null);

  useEffect(() => {
    if (!editor.isDestroyed) void checkAgain(editor, options);
  }, [editor, options, words]);
  useEffect(() => {
    const misspelt = isMenuOpen ? misspeltAt(editor) : null;
    let isOver = false;
    if (misspelt !== null) {
      void suggestionsFor(misspelt.word).then((suggestions) => {
        if (!isOver) setAsked({ ...misspelt, suggestions });
      });
    } else if (isMenuOpen) closeMenu();
    return () => {
      isOver = true;
      setAsked(null);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- closing is the same act each time
  }, [editor, isMenuOpen]);

  if (!isMenuOpen || asked === null) return null;
  const { word, from, to, suggestions } = asked;
  const anchor = anchorAt(editor, from);
  if (anchor === null) return null;

  function replaced(by: string): void {
    editor
      .chain()
      .setTextSelection({ from, to })
      .command(({ tr }) => {
        tr.insertText(by, from, to);
        return true;
      })
      .run();
  }

  return (
    <MenuAt
      anchor={anchor}
      label={`“${word}” is not in the dictionary`}
      onClose={() => {
        closeMenu();
        // Once the menu has given the focus back to the page, and unless somebody has moved on meanwhile.
        requestAnimationFrame(() => {
          if (!editor.isDestroyed && document.activeElement === document.body) editor.view.focus();
        });
      }}
      sections={[
        {
          title: suggestions.length === 0 ? 'No similar word' : 'Change to',
          items: suggestions.map((each) => ({ id: `word ${each}`, label: each, onChoose: () => replaced(each) })),
        },
        {
          items: [
            { id: 'list', label: 'Add to word list', icon: BookPlus, onChoose: () => spelling.addToList(word) },
            { id: 'ignore', label: 'Ignore here', icon: EyeOff, onChoose: () => spelling.ignoreHere(word) },
          ],
        },
      ]}
    />
  );
}

function anchorAt(editor: Editor, at: number): Element | null {
  const { node } = editor.view.domAtPos(at, 1);
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[data-misspelt]') ?? element;
}
