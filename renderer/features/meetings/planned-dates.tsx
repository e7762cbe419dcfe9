import type { ReactElement } from 'react';
import type { MeetingDeadlines } from '#shared/domain/meetings/meeting-deadlines.ts';
import { inWords } from '#shared/kernel/civil-date.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { deadlineWarningTitle } from './meeting-words.ts';

export interface PlannedDatesProps {
  readonly deadlines: MeetingDeadlines;
}

/** The days that follow from the date of a meeting, while it is being planned. */
export function PlannedDates({ deadlines: { steps, warnings } }: PlannedDatesProps): ReactElement {
  return (
    <>
      <DefinitionList
        items={steps
          .filter(({ id }) => id !== 'meeting')
          .map(({ label, date, counted, state }) => ({
            term: label,
            detail:
              date === null
                ? 'Not known yet'
                : `${inWords(date)}, ${counted}${state === 'late' ? '. This day is past' : ''}`,
          }))}
      />
      {warnings.map(({ type, words }) => (
        <Banner key={words} tone="warning" title={deadlineWarningTitle(type)} announce>
          {words}
        </Banner>
      ))}
    </>
  );
}
