import type { ReactElement, ReactNode } from 'react';
import { Tooltip as TooltipBubble, TooltipTrigger } from 'react-aria-components/Tooltip';
import { given } from './given.ts';
import { KeyHint } from './key-hint.tsx';
import styles from './tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  /** One button of this kit. */
  readonly children: ReactNode;
  /** Held open or shut from outside; without it, hovering and focus decide. */
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

export function Tooltip({ text, keys, children, open, onOpenChange }: TooltipProps): ReactElement {
  return (
    <TooltipTrigger delay={500} closeDelay={100} {...given({ isOpen: open, onOpenChange })}>
      {children}
      <TooltipBubble className={styles['bubble'] ?? ''} offset={6}>
        {text}
        {keys !== undefined && <KeyHint keys={keys} />}
      </TooltipBubble>
    </TooltipTrigger>
  );
}
