import { Check, CircleDashed, Info, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './tag.module.css';
import type { Tone } from './tone.ts';

export interface TagProps {
  readonly tone: Tone;
  /** The word; colour alone says nothing. */
  readonly children: ReactNode;
  /** A shape of its own instead of the tone's; `null` for none. */
  readonly icon?: LucideIcon | null | undefined;
}

const shapes: Readonly<Record<Tone, LucideIcon>> = {
  green: Check,
  amber: TriangleAlert,
  red: OctagonX,
  blue: Info,
  grey: CircleDashed,
};

export function Tag({ tone, children, icon = shapes[tone] }: TagProps): ReactElement {
  return (
    <span className={joinClasses(styles['tag'], styles[tone])}>
      {icon !== null && <Icon of={icon} size="s" />}
      <span>{children}</span>
    </span>
  );
}
