import type { HeadTooLong, TitleMissing } from '#shared/domain/papers/paper.commands.ts';
import { inShortWords, withYear, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { StorageFull } from '#renderer/data/run.ts';
import type { PlanFigures } from './plan.ts';
import type { Stat } from '#renderer/ui/stat-row.tsx';

export function planRefusalInWords(refusal: TitleMissing | HeadTooLong | StorageFull): string {
  switch (refusal.type) {
    case 'TitleMissing':
      return 'Give the paper a title.';
    case 'HeadTooLong':
      return `Not planned: write at most ${refusal.most} characters here.`;
    case 'StorageFull':
      return 'There is no room left on this laptop, so this was not saved. What was saved before is safe. Free some space, then try again.';
    default:
      return unreachable(refusal);
  }
}

/** `Thu 10 Dec` this year, `10 January 2027` else. */
export function dayInWords(day: CivilDate, today: CivilDate): string {
  return yearOf(day) === yearOf(today) ? inShortWords(day) : withYear(day);
}

export function papersInWords(count: number): string {
  return `${count} ${count === 1 ? 'paper' : 'papers'}`;
}

export function planStats({ owed, late, withoutAuthor }: PlanFigures): ReadonlyArray<Stat> {
  return [
    { label: 'Papers owed', value: String(owed), note: 'for the meetings ahead' },
    late === 0
      ? { label: 'Late now', value: '0', note: 'Nobody is late' }
      : { label: 'Late now', value: String(late), note: 'past their due date', tone: 'red' },
    withoutAuthor === 0
      ? { label: 'Without author', value: '0', note: 'Everything has somebody' }
      : { label: 'Without author', value: String(withoutAuthor), note: 'nobody writes them yet', tone: 'amber' },
  ];
}
