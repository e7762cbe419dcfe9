import type { ReactElement } from 'react';
import styles from './status-shape.module.css';
import type { Tone } from './tone.ts';

export interface StatusShapeProps {
  readonly tone: Tone;
}

/** A filled shape for each tone, told apart without colour: disc with tick, triangle, octagon with cross, disc with i, dashes. */
export function StatusShape({ tone }: StatusShapeProps): ReactElement {
  return (
    <svg className={styles[tone]} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawingOf(tone)}
    </svg>
  );
}

function drawingOf(tone: Tone): ReactElement {
  switch (tone) {
    case 'green':
      return (
        <>
          <circle className={styles['fill']} cx="8" cy="8" r="8" />
          <path className={styles['mark']} d="m4.5 8.2 2.4 2.4 4.7-5" />
        </>
      );
    case 'amber':
      return (
        <>
          <path className={styles['fill']} d="M8 .9 15.6 14.6H.4z" />
          <path className={styles['mark']} d="M8 5.6v4M8 12.1v.1" />
        </>
      );
    case 'red':
      return (
        <>
          <path className={styles['fill']} d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z" />
          <path className={styles['mark']} d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" />
        </>
      );
    case 'blue':
      return (
        <>
          <circle className={styles['fill']} cx="8" cy="8" r="8" />
          <path className={styles['mark']} d="M8 7.4v4.2M8 4.4v.1" />
        </>
      );
    case 'grey':
      return <circle className={styles['dashes']} cx="8" cy="8" r="7" strokeDasharray="2.6 1.8" />;
  }
}
