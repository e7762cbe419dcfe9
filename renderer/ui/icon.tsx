import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './icon.module.css';

export interface IconProps {
  readonly of: LucideIcon;
  /** `s` 16 px, `m` 18 px, `l` 24 px at the usual text size. */
  readonly size?: 's' | 'm' | 'l' | undefined;
}

/** A picture beside a word; it says nothing by itself, so screen readers pass over it. */
export function Icon({ of: Picture, size = 'm' }: IconProps): ReactElement {
  return <Picture className={styles[size]} aria-hidden="true" focusable="false" strokeWidth={1.75} />;
}
