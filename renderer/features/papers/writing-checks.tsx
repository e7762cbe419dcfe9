import type { Editor } from '@tiptap/core';
import { useMemo, type ReactElement } from 'react';
import { syllable } from 'syllable';
import type { Block } from '#shared/domain/papers/paper-blocks.ts';
import { easyAge, writingProblems, type WritingProblem } from '#shared/domain/papers/writing-problems.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { goToBlock } from './editor-sections.ts';
import styles from './editor.module.css';

export interface WritingChecksProps {
  readonly blocks: ReadonlyArray<Block>;
  readonly editor: Editor;
}

/** What readers would stumble over, each a step from where it stands. */
export function WritingChecks({ blocks, editor }: WritingChecksProps): ReactElement {
  const problems = useMemo(() => writingProblems(blocks, syllable), [blocks]);
  // The same may be found twice in one place; their order tells them apart.
  const placed = problems.map((problem, place) => ({ problem, key: `${place} ${problem.type}` }));
  return (
    <PanelSection title="Checks">
      {problems.length === 0 ? (
        <Status tone="green">Nothing to mend</Status>
      ) : (
        <ul className={styles['gaps']} aria-label="Checks">
          {placed.map(({ problem, key }) => (
            <li key={key}>
              <button type="button" className={styles['entry']} onClick={() => goToBlock(editor, problem.at)}>
                {problemInWords(problem)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}

function problemInWords(problem: WritingProblem): string {
  switch (problem.type) {
    case 'HeadingEmpty':
      return 'A heading has no words.';
    case 'HeadingSkips':
      return `“${problem.heading}” leaves out a rank: choose the next larger heading.`;
    case 'PictureUndescribed':
      return 'A picture has no description.';
    case 'TableWithoutHeader':
      return 'A table has no header row or column.';
    case 'LinkUnclear':
      return `The link “${problem.words.slice(0, 40)}” does not say where it leads.`;
    case 'HardToRead':
      return `Read with ease from the age of ${problem.age}; aim for ${easyAge} or below: shorter sentences, plainer words.`;
    default:
      return unreachable(problem);
  }
}
