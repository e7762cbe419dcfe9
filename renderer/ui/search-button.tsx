import { Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import styles from './bar-button.module.css';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { KeyHint } from './key-hint.tsx';

export interface SearchButtonProps {
  /** Opens the command palette. */
  readonly onPress: () => void;
}

export function SearchButton({ onPress }: SearchButtonProps): ReactElement {
  return (
    <PressButton className={joinClasses(styles['button'], styles['search'])} onPress={onPress} aria-haspopup="dialog">
      <Icon of={Search} size="s" />
      <span className={styles['searchWords']}>Search or run a command</span>
      <span aria-hidden="true">
        <KeyHint keys="Ctrl K" />
      </span>
    </PressButton>
  );
}
