/** What is due, worked out from the coming meetings: pure, so that it can be judged without a screen. */
import { deadlinesOf, papersReady, type DeadlineId } from '#shared/domain/meetings/meeting-deadlines.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { compareDates, daysBetween, withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { inWords as timeInWords } from '#shared/kernel/clock-time.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { ComingMeeting } from './today.queries.ts';

export interface Due {
  readonly id: string;
  readonly meetingId: string;
  readonly date: CivilDate;
  readonly title: string;
  readonly detail: string;
  readonly isLate: boolean;
  readonly step: DeadlineId;
}

/** Further ahead than this nothing is due yet, unless nothing nearer is. */
const daysAhead = 60;
const atLeast = 3;

/** What is still to be done for these meetings: overdue first, then in date order. */
export function dueFor(meetings: ReadonlyArray<ComingMeeting>, today: CivilDate): ReadonlyArray<Due> {
  const all = meetings.flatMap((coming) => dueForOne(coming, today));
  const inOrder = all.sort((a, b) => compareDates(a.date, b.date));
  return inOrder.filter(({ date }, place) => place < atLeast || daysBetween(today, date) <= daysAhead);
}

function dueForOne({ meeting, body, papers }: ComingMeeting, today: CivilDate): ReadonlyArray<Due> {
  const { date } = meeting;
  if (date === null) return [];
  const name = meeting.bodyName === '' ? 'Meeting' : meeting.bodyName;
  const full = `${name}, ${withYear(date)}`;
  const about = { meetingId: meeting.id };
  const itself: Due = {
    ...about,
    id: `${meeting.id} meeting`,
    step: 'meeting',
    date,
    title: meeting.start === null ? name : `${name}, ${timeInWords(meeting.start)}`,
    detail: [meeting.place, readyInWords(papers)].filter((words) => words !== '').join('. '),
    isLate: false,
  };
  if (body === null) return [itself];
  return deadlinesOf(date, body, today, papers).steps.flatMap((step): Due[] => {
    if (step.id === 'meeting') return [itself];
    if (step.state === 'done' || step.date === null) return [];
    return [
      {
        ...about,
        id: `${meeting.id} ${step.id}`,
        step: step.id,
        date: step.date,
        title: `${step.label} for ${full}`,
        detail: detailOf(step.id, papers),
        isLate: step.state === 'late',
      },
    ];
  });
}

function detailOf(step: Exclude<DeadlineId, 'meeting'>, papers: ReadonlyArray<Paper>): string {
  if (papers.length === 0) return 'No papers yet';
  switch (step) {
    case 'circulation': {
      const drafts = papers.filter(({ status }) => status === 'draft').map(({ title }) => title);
      const named = drafts.slice(0, 3).join(', ');
      const more = drafts.length > 3 ? ` and ${drafts.length - 3} more` : '';
      return `${readyInWords(papers)}. Still in draft: ${named}${more}`;
    }
    case 'clearance': {
      const cleared = papers.filter(({ status }) => status === 'cleared' || status === 'issued').length;
      return `${cleared} of ${papers.length} cleared`;
    }
    default:
      return unreachable(step);
  }
}

/** `4 of 8 papers ready`; empty when there are none. */
function readyInWords(papers: ReadonlyArray<Paper>): string {
  if (papers.length === 0) return '';
  return `${papersReady(papers)} of ${papers.length} ${papers.length === 1 ? 'paper' : 'papers'} ready`;
}
