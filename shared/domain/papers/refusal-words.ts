/** Why a paper cannot be changed, in the officers' words: for its own page and for the register. */
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { PaperChangeRefusal } from './register.commands.ts';

export const issuedWords =
  'This paper has been issued, so it stays as members were given it. A correction goes into a supplement.';

export function changeRefusalInWords(refusal: PaperChangeRefusal): string {
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
    default:
      return unreachable(refusal);
  }
}
