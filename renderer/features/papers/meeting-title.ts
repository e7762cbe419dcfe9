import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { withYear } from '#shared/kernel/civil-date.ts';

/** “Partnership Board, 10 December 2026” */
export function meetingTitle({ bodyName, date }: Pick<Meeting, 'bodyName' | 'date'>): string {
  const body = bodyName === '' ? 'Meeting' : bodyName;
  return `${body}, ${date === null ? 'no date yet' : withYear(date)}`;
}
