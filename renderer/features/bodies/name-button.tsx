import type { ReactElement } from 'react';
import styles from './name-button.module.css';

export interface NameButtonProps {
  readonly name: string;
  readonly onPress: () => void;
}

/** A name in a list that opens what it names. */
export function NameButton({ name, onPress }: NameButtonProps): ReactElement {
  return (
    <button type="button" className={styles['name']} onClick={onPress}>
      {name}
    </button>
  );
}
