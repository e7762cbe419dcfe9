import { parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button as PressButton } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { Heading } from 'react-aria-components/Heading';
import { civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import buttonStyles from './button.module.css';
import { given } from './given.ts';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './month-calendar.module.css';

export interface MonthCalendarProps {
  readonly value: CivilDate | null;
  readonly today: CivilDate;
  readonly earliest?: CivilDate | undefined;
  readonly latest?: CivilDate | undefined;
  readonly label: string;
  readonly onPick: (date: CivilDate) => void;
}

const arrow = joinClasses(buttonStyles['button'], buttonStyles['square'], buttonStyles['quiet']);

export function MonthCalendar({ value, today, earliest, latest, label, onPick }: MonthCalendarProps): ReactElement {
  return (
    <Calendar
      className={joinClasses(styles['calendar'])}
      aria-label={label}
      autoFocus
      value={value === null ? null : parseDate(value)}
      defaultFocusedValue={parseDate(value ?? today)}
      firstDayOfWeek="mon"
      onChange={(picked) => onPick(civilDate(picked.toString()))}
      {...given({
        minValue: earliest === undefined ? undefined : parseDate(earliest),
        maxValue: latest === undefined ? undefined : parseDate(latest),
      })}
    >
      <header className={styles['header']}>
        <PressButton slot="previous" className={arrow}>
          <Icon of={ChevronLeft} />
        </PressButton>
        <Heading className={joinClasses(styles['month'])} />
        <PressButton slot="next" className={arrow}>
          <Icon of={ChevronRight} />
        </PressButton>
      </header>
      <CalendarGrid className={joinClasses(styles['grid'])} weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={joinClasses(styles['weekday'])}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className={joinClasses(styles['day'], date.toString() === today && styles['today'])}
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
