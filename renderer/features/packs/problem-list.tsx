import type { ReactElement } from 'react';
import type { Paper } from '#shared/domain/papers/paper.ts';
import type { PackProblem } from '#shared/domain/packs/pack-contents.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Status } from '#renderer/ui/status.tsx';
import { problemInWords } from './build/pack-words.ts';
import styles from './problem-list.module.css';

export interface ProblemListProps {
  readonly problems: ReadonlyArray<PackProblem>;
  /** Papers under no item of the agenda. */
  readonly unplaced: ReadonlyArray<Paper>;
}

/** What an officer should know before sending a pack, each with its paper a step away. */
export function ProblemList({ problems, unplaced }: ProblemListProps): ReactElement {
  return (
    <ul className={styles['problems']}>
      {problems.map((problem) => {
        const { tone, title, text } = problemInWords(problem);
        const paper = 'paper' in problem ? problem.paper : null;
        return (
          <li key={`${problem.type} ${problem.item.id} ${paper?.id ?? ''}`}>
            <Status tone={tone}>{title}</Status>
            <p className={styles['text']}>
              {paper === null ? text : <a href={hrefTo(pathTo.paper(paper.id))}>{text}</a>}
            </p>
          </li>
        );
      })}
      {unplaced.map(({ id, title }) => (
        <li key={id}>
          <Status tone="amber">Not on the agenda</Status>
          <p className={styles['text']}>
            <a href={hrefTo(pathTo.paper(id))}>{title}</a>. Choose its agenda item, or it goes into no pack.
          </p>
        </li>
      ))}
    </ul>
  );
}
