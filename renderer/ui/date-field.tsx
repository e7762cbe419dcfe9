import { CalendarDays } from 'lucide-react';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import { Dialog as DialogBox, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { inWords, withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import buttonStyles from './button.module.css';
import styles from './date-field.module.css';
import type { FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import { readDate } from './read-date.ts';
import { ReadingField } from './reading-field.tsx';
import type { Reading } from './reading.ts';

const MonthCalendar = lazy(async () => ({ default: (await import('./month-calendar.tsx')).MonthCalendar }));

export interface DateFieldProps extends FieldWords {
  readonly value: CivilDate | null;
  /** Decides what `tomorrow` and a missing year mean. */
  readonly today: CivilDate;
  readonly earliest?: CivilDate | undefined;
  readonly latest?: CivilDate | undefined;
  readonly onChange: (value: CivilDate | null) => void;
  readonly onCommit?: ((value: CivilDate | null) => void) | undefined;
  readonly onFault?: ((words: string | null) => void) | undefined;
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
}

/** A day typed or pasted in any British way, or picked from a calendar; the day understood is said under it. */
export function DateField({ today, earliest, latest, ...props }: DateFieldProps): ReactElement {
  const [calendarOpen, setCalendarOpen] = useState(false);

  function read(text: string): Reading<CivilDate> {
    const reading = readDate(text, today);
    if (reading.type !== 'value') return reading;
    if (earliest !== undefined && reading.value < earliest) {
      return {
        type: 'fault',
        words: `${withYear(reading.value)} is too early. The first day is ${withYear(earliest)}.`,
      };
    }
    if (latest !== undefined && reading.value > latest) {
      return { type: 'fault', words: `${withYear(reading.value)} is too late. The last day is ${withYear(latest)}.` };
    }
    return reading;
  }

  function picked(date: CivilDate): void {
    setCalendarOpen(false);
    if (date === props.value) return;
    props.onChange(date);
    props.onCommit?.(date);
  }

  const calendarButton = (
    <DialogTrigger isOpen={calendarOpen} onOpenChange={setCalendarOpen}>
      <PressButton
        className={joinClasses(
          buttonStyles['button'],
          buttonStyles['square'],
          buttonStyles['quiet'],
          buttonStyles['small'],
        )}
        aria-label={`Calendar for ${props.label}`}
      >
        <Icon of={CalendarDays} size="s" />
      </PressButton>
      <Popover className={joinClasses(styles['popover'])} placement="bottom end" offset={4}>
        <DialogBox className={joinClasses(styles['dialog'])} aria-label={props.label}>
          <Suspense>
            <MonthCalendar
              value={props.value}
              today={today}
              earliest={earliest}
              latest={latest}
              label={props.label}
              onPick={picked}
            />
          </Suspense>
        </DialogBox>
      </Popover>
    </DialogTrigger>
  );
  return (
    <ReadingField
      {...props}
      read={read}
      show={withYear}
      understood={inWords}
      after={props.blockedBecause === undefined ? calendarButton : undefined}
    />
  );
}
