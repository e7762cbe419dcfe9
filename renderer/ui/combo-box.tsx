import { ChevronDown } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import { ComboBox as ComboBoxField } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import styles from './combo-box.module.css';
import control from './control.module.css';
import field from './field.module.css';
import { given } from './given.ts';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import type { FieldWords } from './field.tsx';

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface ComboBoxProps extends Omit<FieldWords, 'blockedBecause'> {
  /** The words in the field. */
  readonly value: string;
  readonly options: ReadonlyArray<ComboOption>;
  readonly onChange: (text: string) => void;
  /** An option was chosen, or `null` when the words are no longer those of one. */
  readonly onChoose?: ((option: ComboOption | null) => void) | undefined;
  /** Any words will do; otherwise words of no option are put back on leaving the field. */
  readonly freeText?: boolean | undefined;
  readonly onCommit?: ((text: string) => void) | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
  readonly placeholder?: string | undefined;
}

/** A field that offers what is known as one types. */
export function ComboBox({
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  id,
  autoFocus,
  value,
  options,
  onChange,
  onChoose,
  freeText = false,
  onCommit,
  width = 'full',
  placeholder,
}: ComboBoxProps): ReactElement {
  const settled = useRef(value);
  const wanted = value.trim().toLowerCase();
  const exact = options.find((option) => option.label.toLowerCase() === wanted);
  // With a whole option in the field the list shows every choice again, so that another can be picked at once.
  const offered =
    wanted === '' || exact !== undefined
      ? options
      : options.filter((option) => `${option.label} ${option.detail ?? ''}`.toLowerCase().includes(wanted));

  function settle(text: string): void {
    if (text === settled.current) return;
    settled.current = text;
    onCommit?.(text);
  }

  return (
    <ComboBoxField
      className={joinClasses(field['field'], field[width], error !== undefined && field['wrong'])}
      items={offered}
      inputValue={value}
      selectedKey={exact?.id ?? null}
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="input"
      isInvalid={error !== undefined}
      onInputChange={(text) => {
        if (text === value) return;
        onChange(text);
        onChoose?.(options.find((option) => option.label.toLowerCase() === text.trim().toLowerCase()) ?? null);
      }}
      onSelectionChange={(key) => {
        const option = options.find((candidate) => candidate.id === key);
        if (option === undefined) return;
        if (option.label !== value) {
          onChange(option.label);
          onChoose?.(option);
        }
        // Typed out in full and then chosen: that settles it too.
        settle(option.label);
      }}
      onFocus={() => {
        settled.current = value;
      }}
      onBlur={() => {
        if (!freeText && exact === undefined && value !== '') {
          onChange('');
          onChoose?.(null);
          settle('');
        } else settle(value);
      }}
      {...given({ autoFocus })}
    >
      <Label className={joinClasses(field['label'], hideLabel && 'vh')}>
        {label}
        {optional && <span className={field['optional']}> (optional)</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className={joinClasses(field['hint'])}>
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={joinClasses(field['error'])}>
          <span className="vh">Error: </span>
          {error}
        </Text>
      )}
      <Group className={joinClasses(control['group'])}>
        <Input
          className={joinClasses(control['control'], styles['input'])}
          {...given({ id, placeholder })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle(value);
          }}
        />
        <PressButton className={joinClasses(styles['open'])}>
          <Icon of={ChevronDown} size="s" />
        </PressButton>
      </Group>
      <Popover className={joinClasses(styles['popover'])} offset={4}>
        <ListBox<ComboOption> className={joinClasses(styles['list'])}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={joinClasses(styles['option'])}>
              <Text slot="label">{option.label}</Text>
              {option.detail !== undefined && (
                <Text slot="description" className={joinClasses(styles['detail'])}>
                  {option.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBoxField>
  );
}
