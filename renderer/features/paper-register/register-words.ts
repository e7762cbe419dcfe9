/** What the register says when something cannot be done, in the officers' words. */
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { changeRefusalInWords } from '#shared/domain/papers/refusal-words.ts';
import type { PaperChangeRefusal } from '#shared/domain/papers/register.commands.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { noRoomWords, type StorageFull } from '#renderer/data/run.ts';
import type { Standing } from './narrow.ts';

export function refusalInWords(refusal: PaperChangeRefusal | StorageFull): string {
  return refusal.type === 'StorageFull' ? noRoomWords : changeRefusalInWords(refusal);
}

export function standingInWords(standing: Standing): string {
  switch (standing) {
    case 'owed':
      return 'Not in yet';
    case 'late':
      return 'Late, now or when it came';
    case 'restricted':
      return 'Restricted';
    case 'draft':
    case 'ready':
    case 'cleared':
    case 'issued':
      return statusWords[standing];
    default:
      return unreachable(standing);
  }
}

export function papersInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'paper' : 'papers'}`;
}
