/** What the register says when something cannot be done, in the officers' words. */
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import type { PaperChangeRefusal } from '#shared/domain/papers/register.commands.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { StorageFull } from '#renderer/data/run.ts';
import type { Standing } from './narrow.ts';

export const issuedWords =
  'This paper has been issued, so it stays as members were given it. A correction goes into a supplement.';

export function changeRefusalInWords(refusal: PaperChangeRefusal | StorageFull): string {
  switch (refusal.type) {
    case 'PaperIssued':
      return issuedWords;
    case 'TitleMissing':
      return 'Give the paper a title.';
    case 'HeadTooLong':
      return `Not saved: write at most ${refusal.most} characters here. What was here before is safe.`;
    case 'NothingAttached':
      return 'No file has been attached yet, so the paper stays a draft. Attach the file first.';
    case 'NotCleared':
      return 'Only a cleared paper can be issued. Mark it as cleared first.';
    case 'StorageFull':
      return 'There is no room left on this laptop, so this was not saved. What was saved before is safe. Free some space, then try again.';
    default:
      return unreachable(refusal);
  }
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
