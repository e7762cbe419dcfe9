import type { ReactElement } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './cell-tag.module.css';
import type { GridBand } from './rating-grid.tsx';

export interface CellTagProps {
  /** `C-II` */
  readonly code: string;
  readonly band: GridBand;
  readonly above: boolean;
}

const bandWords: Readonly<Record<GridBand, string>> = { red: 'Red', amber: 'Amber', green: 'Green' };

/** A rating: its cell, its colour and the colour's name, and whether it stands above the line. */
export function CellTag({ code, band, above }: CellTagProps): ReactElement {
  return (
    <span className={styles['tag']}>
      <span className={joinClasses(styles['code'], styles[band])}>{code}</span>
      <span className={styles['word']}>{bandWords[band]}</span>
      {above && <span className="vh">, above the line</span>}
    </span>
  );
}
