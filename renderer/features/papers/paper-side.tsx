import type { Editor } from '@tiptap/core';
import { Plus } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import type * as Y from 'yjs';
import { lengthOf, outlineOf } from '#shared/domain/papers/outline.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import type { Block } from '#shared/domain/papers/paper-blocks.ts';
import { isHeadingOf, missingSections, reportTemplate } from '#shared/domain/papers/report-template.ts';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { CommentList } from './comment-list.tsx';
import { addSection, goToHeading, goToSection } from './editor-sections.ts';
import styles from './editor.module.css';
import { countOf } from './paper-words.ts';
import { CommentsPanel } from './review/comments-panel.tsx';
import { SuggestionsPanel } from './review/suggestions-panel.tsx';
import { WritingChecks } from './writing-checks.tsx';

export interface PaperSideProps {
  readonly paper: Paper;
  readonly blocks: ReadonlyArray<Block>;
  readonly editor: Editor;
  readonly text: Y.Doc;
  /** The text may be read but not changed. */
  readonly isFixed: boolean;
}

/** Beside the text: how long it is, its outline, and what the template still asks for. */
export function PaperSide({ paper, blocks, editor, text, isFixed }: PaperSideProps): ReactElement {
  const outline = useMemo(() => outlineOf(blocks), [blocks]);
  const gaps = useMemo(() => missingSections(outline), [outline]);
  const { words, pages } = useMemo(() => lengthOf(blocks), [blocks]);
  const headings = outline.filter((entry) => entry.level !== null);
  const absent = reportTemplate.sections.filter(
    (section) => !section.isRequired && !outline.some((entry) => isHeadingOf(entry, section)),
  );
  // Headings may be called the same; their place in the paper tells them apart.
  const placed = headings.map((entry, place) => ({ entry, place, key: `${place} ${entry.heading}` }));

  return (
    <SidePanel title="This paper" count={`${countOf(words, 'word')}, about ${countOf(pages, 'page')}`}>
      <PanelSection title="Still missing">
        {gaps.length === 0 && <Status tone="green">Nothing</Status>}
        {gaps.length > 0 && (
          <ul className={styles['gaps']}>
            {gaps.map(({ section, because }) => (
              <li key={section.id}>
                <button
                  type="button"
                  className={styles['entry']}
                  onClick={() => (because === 'absent' ? addSection(editor, section) : goToSection(editor, section))}
                >
                  {because === 'absent' ? `Add “${section.heading}”` : `Write “${section.heading}”`}
                </button>
              </li>
            ))}
          </ul>
        )}
      </PanelSection>
      <WritingChecks blocks={blocks} editor={editor} />
      <CommentList paper={paper} blocks={blocks} />
      <CommentsPanel editor={editor} text={text} isFixed={isFixed} />
      <SuggestionsPanel editor={editor} isFixed={isFixed} />
      <PanelSection title="Outline">
        {headings.length === 0 && <p className="muted small">No headings yet.</p>}
        <ol className={styles['outline']}>
          {placed.map(({ entry, place, key }) => (
            <li key={key} data-level={entry.level}>
              <button type="button" className={styles['entry']} onClick={() => goToHeading(editor, place)}>
                {entry.heading === '' ? 'Heading without words' : entry.heading}
              </button>
            </li>
          ))}
        </ol>
        {absent.length > 0 && !isFixed && (
          <MenuButton
            label="Add a section"
            icon={Plus}
            small
            sections={[
              {
                items: absent.map((section) => ({
                  id: section.id,
                  label: section.heading,
                  onChoose: () => addSection(editor, section),
                })),
              },
            ]}
          />
        )}
      </PanelSection>
    </SidePanel>
  );
}
