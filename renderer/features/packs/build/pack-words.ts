/** What packs have to say, in the officers' words. */
import type { PackProblem, PaperLine } from '#shared/domain/packs/pack-contents.ts';
import type { PdfRefusal } from '#shared/pdf/refusal.ts';
import type { CannotIssue } from './build-work.ts';
import type { BlobSaved } from '#renderer/host/save-blob.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';

/** Why a file could not be taken, to stand after “because”. */
export function pdfRefusalInWords(refusal: PdfRefusal): string {
  switch (refusal.type) {
    case 'Empty':
      return 'the file is empty';
    case 'NotAPdf':
      return 'it is not a PDF, whatever its name says';
    case 'Encrypted':
      return 'it is locked with a password';
    case 'Damaged':
      return 'it is damaged beyond repair';
    case 'NoPages':
      return 'it has no pages';
    case 'TooLarge':
      return 'it is too large';
    default:
      return unreachable(refusal);
  }
}

export interface ProblemInWords {
  readonly tone: 'amber' | 'red' | 'grey';
  readonly title: string;
  readonly text: string;
}

export function problemInWords(problem: PackProblem): ProblemInWords {
  const item = `Item ${problem.item.number}, ${problem.item.title}`;
  switch (problem.type) {
    case 'PaperMissing':
      return { tone: 'amber', title: 'No paper yet', text: `${item}. It is for decision.` };
    case 'FileMissing':
      return { tone: 'amber', title: 'File not attached', text: paperIn(problem) };
    case 'PaperNotReady':
      return { tone: 'grey', title: 'Still a draft', text: paperIn(problem) };
    case 'GroundMissing':
      return {
        tone: 'red',
        title: 'Restricted without ground or reason',
        text: `${item}. Say why before the pack is sent.`,
      };
    default:
      return unreachable(problem);
  }
}

/** The item and its paper, named once where both bear one name. */
function paperIn({ item, paper }: Extract<PackProblem, { readonly paper: PaperLine }>): string {
  const where = `Item ${item.number}, ${item.title}`;
  return paper.title === item.title ? where : `${where}: ${paper.title}`;
}

/** `“Transport pilot” and “Finance report”` */
function listInWords(titles: ReadonlyArray<string>): string {
  const quoted = titles.map((title) => `“${title}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** A file's size, such as `4.2 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function buildRefusalInWords(refusal: CannotIssue): string {
  switch (refusal.type) {
    case 'Cancelled':
      return 'Stopped. Nothing half-made was left behind.';
    case 'OutOfRoom':
      return 'This laptop has no room for the pack. Free some room on the disk, then build it again.';
    case 'CannotPrint':
      return `The pages could not be made: ${refusal.because}`;
    case 'NothingToBuild':
      return 'There is nothing to build yet. Add an item to the agenda first.';
    case 'StoodInTheWay':
      return 'Not issued: something must be put right first. Check before issue names it.';
    case 'PapersRefused':
      return `Not issued: ${listInWords(refusal.titles)} cannot be taken in. Attach the file again, or leave it out of the pack.`;
    case 'NotCleared':
      return `Not issued: ${listInWords(refusal.titles)} must be cleared first.`;
    case 'NumbersTaken':
      return 'Not issued: something else was issued meanwhile, so these numbers are taken. Issue it again with the next ones.';
    case 'StorageFull':
      return 'Not issued: this laptop is full. Free some room on the disk, then issue it again.';
    case 'NothingNew':
      return `Nothing cleared has come or changed since issue ${refusal.issue}, so there is nothing for a supplement.`;
    default:
      return unreachable(refusal);
  }
}

export function savedInWords(saved: Exclude<BlobSaved, { readonly type: 'cancelled' }>): string {
  if (saved.type === 'saved') return `Saved as ${saved.name}.`;
  switch (saved.because) {
    case 'diskFull':
      return 'Not saved: that disk is full. The pack is safe in Packhorse; choose another place.';
    case 'notAllowed':
      return 'Not saved: that folder may not be written to. The pack is safe in Packhorse; choose another place.';
    case 'inUse':
      return 'Not saved: a file of that name is open in another program. Close it, or choose another name.';
    case 'gone':
      return 'Not saved: the place it was being saved to has gone. If it was a stick, put it back and save again.';
    case 'other':
      return 'Not saved. The pack is safe in Packhorse; try again or choose another place.';
    default:
      return unreachable(saved.because);
  }
}
