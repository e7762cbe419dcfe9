import { Redo2, Undo2, type LucideIcon } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import styles from './bar-button.module.css';
import { given } from './given.ts';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { Tooltip } from './tooltip.tsx';

export interface UndoStep {
  /** What would be undone or done again: “Undo moving item 5”. */
  readonly label: string;
  readonly onPress: () => void;
}

export interface UndoButtonsProps {
  readonly undo: UndoStep | null;
  readonly redo: UndoStep | null;
}

export function UndoButtons({ undo, redo }: UndoButtonsProps): ReactElement {
  return (
    <div className={styles['group']}>
      <StepButton name="Undo" icon={Undo2} keys="Ctrl Z" to={undo} worded />
      <StepButton name="Redo" icon={Redo2} keys="Ctrl Y" to={redo} worded={false} />
    </div>
  );
}

interface StepButtonProps {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly keys: string;
  readonly to: UndoStep | null;
  readonly worded: boolean;
}

function StepButton({ name, icon, keys, to, worded }: StepButtonProps): ReactElement {
  const whatId = useId();
  const what = to?.label ?? `Nothing to ${name.toLowerCase()}`;
  return (
    <>
      <Tooltip text={what} keys={keys}>
        <PressButton
          className={joinClasses(styles['button'], to === null && styles['off'])}
          aria-describedby={whatId}
          onPress={() => to?.onPress()}
          {...given({ 'aria-disabled': to === null ? true : undefined })}
        >
          <Icon of={icon} size="s" />
          <span className={worded ? styles['word'] : 'vh'}>{name}</span>
        </PressButton>
      </Tooltip>
      <span id={whatId} hidden>
        {what}
      </span>
    </>
  );
}
