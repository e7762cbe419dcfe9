/** The check before issue, in the officers' words. */
import { missingInWords } from '#shared/domain/meetings/restriction.ts';
import { minutesInWords, readingMinutes, type FoundBefore, type Obstacle } from '#shared/domain/packs/before-issue.ts';
import type { ItemLine } from '#shared/domain/packs/pack-contents.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { Tone } from '#renderer/ui/tone.ts';
import type { BuiltPack, BuiltPart } from './build/built-pack.ts';
import { sizeInWords } from './build/pack-words.ts';
import type { WritingFacts } from './build/writing-facts.ts';

export interface FindingInWords {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

/** A statutory comment given on other recommendations than stand now. */
export function staleInWords(heading: string): FindingInWords {
  return {
    tone: 'amber',
    title: 'Comment gone stale',
    text: `${heading}: the recommendations have changed since. Ask for it to be confirmed.`,
  };
}

/** Neither stops the paper: the pack prints it as though nothing had been suggested or said. */
export function undecidedInWords(suggestions: number, comments: number): FindingInWords {
  const things = [
    ...counted(suggestions, 'suggested change', 'suggested changes'),
    ...counted(comments, 'comment', 'comments'),
  ];
  const what = `${things.join(' and ')} open: nothing of them is printed`;
  return { tone: 'amber', title: 'Not decided yet', text: `${what}. Accept or reject, or resolve, what should be.` };
}

function itemName({ number, title }: ItemLine): string {
  return `Item ${number}, ${title}`;
}

export function obstacleInWords({ obstacle, stops }: FoundBefore): FindingInWords {
  const { title, text } = wordsOf(obstacle, stops);
  return { tone: stops ? 'red' : 'amber', title, text };
}

function wordsOf(obstacle: Obstacle, stops: boolean): Omit<FindingInWords, 'tone'> {
  const item = itemName(obstacle.item);
  switch (obstacle.type) {
    case 'NoPaper':
      return { title: 'No paper', text: `${item} is for decision. The agenda goes out without a paper for it.` };
    case 'NoFile':
      return {
        title: 'File not attached',
        text: stops
          ? 'Attach it, or leave it out for a supplement.'
          : 'It is not in this supplement. The agenda says “to follow”.',
      };
    case 'NotCleared':
      return {
        title: 'Not cleared',
        text: stops
          ? 'Clear it, or leave it out for a supplement.'
          : 'It is not in this supplement. The agenda says “to follow”.',
      };
    case 'StandsForNow':
      return {
        title: 'Being written anew',
        text: 'The pages issued before stand until the new version is cleared.',
      };
    case 'NoGround':
      return { title: 'Restricted without ground or reason', text: `${item}. ${missingInWords(obstacle.missing)}` };
    case 'LeftOut':
      return { title: 'Left out by you', text: 'It is not in the pack, and the agenda does not name it.' };
    default:
      return unreachable(obstacle);
  }
}

/** How a screen reader fares with a paper. */
export function accessInWords(part: BuiltPart, writing: WritingFacts | undefined): FindingInWords {
  const { isOurs, tagged, hasText, scannedPages, pages } = part;
  const faults = isOurs && writing !== undefined ? writingInWords(writing) : null;
  if (faults !== null) return { tone: 'amber', title: 'Tagged by Packhorse, with something to mend', text: faults };
  if (isOurs)
    return { tone: 'green', title: 'Tagged by Packhorse', text: 'Headings, lists and tables can be followed.' };
  if (tagged && scannedPages === 0) {
    return {
      tone: 'green',
      title: 'Tagged on arrival',
      text: 'Its author’s tags are kept. They have not been checked.',
    };
  }
  if (!hasText) {
    return {
      tone: 'red',
      title: 'Scan',
      text: 'Pictures of pages: a screen reader has nothing to read. Ask its author for the file it was printed from.',
    };
  }
  if (scannedPages > 0) {
    const some = scannedPages === 1 ? '1 page is a picture' : `${scannedPages} of ${pages} pages are pictures`;
    return { tone: 'amber', title: 'Partly scanned', text: `${some} that a screen reader cannot read.` };
  }
  return {
    tone: 'amber',
    title: 'Text without tags',
    text: 'It can be read aloud, but headings and tables are not marked.',
  };
}

/** `2 pictures have no description; a table has no header.` Reading age is the author's matter; it keeps nobody out. */
function writingInWords({ problems }: WritingFacts): string | null {
  const count = (type: WritingFacts['problems'][number]['type']): number =>
    problems.filter((problem) => problem.type === type).length;
  const things = [
    ...counted(count('PictureUndescribed'), 'picture has no description', 'pictures have no description'),
    ...counted(count('TableWithoutHeader'), 'table has no header', 'tables have no header'),
    ...counted(count('HeadingSkips') + count('HeadingEmpty'), 'heading is out of order', 'headings are out of order'),
    ...counted(count('LinkUnclear'), 'link does not say where it leads', 'links do not say where they lead'),
  ];
  return things.length === 0 ? null : `${things.join('; ')}.`;
}

function counted(count: number, one: string, many: string): ReadonlyArray<string> {
  return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
}

/** What the pack leaves out of a file; `null` when nothing. The file as attached keeps it. */
export function droppedInWords({ dropped }: BuiltPart): string | null {
  const { scripts, launchActions, embeddedFiles, xfaForms, signatures } = dropped;
  const things = [
    ...counted(scripts, 'script', 'scripts'),
    ...counted(launchActions, 'link that starts a program', 'links that start programs'),
    ...counted(embeddedFiles, 'file inside it', 'files inside it'),
    ...counted(xfaForms, 'form in an old format (XFA): only what is drawn is kept', 'forms in an old format (XFA)'),
    ...counted(
      signatures,
      'digital signature: its picture stays, but it proves nothing in the pack',
      'digital signatures: their pictures stay, but they prove nothing in the pack',
    ),
  ];
  return things.length === 0 ? null : things.join('; ');
}

/** A3 stays A3; everything else that is larger than A4 is drawn smaller. */
export function smallerInWords({ smallerPages, pages }: Pick<BuiltPart, 'smallerPages' | 'pages'>): string {
  if (smallerPages === pages) return 'Made smaller to fit A4';
  return smallerPages === 1 ? '1 page is made smaller to fit A4' : `${smallerPages} are made smaller to fit A4`;
}

/** `120 pages, 4 hours to read, 12.3 MB`, and whether that is over what the body has set. */
export function lengthInWords(
  { pages, bytes }: Pick<BuiltPack, 'pages' | 'bytes'>,
  most: number | null,
): { readonly count: string; readonly over: string | null } {
  const many = pages === 1 ? '1 page' : `${pages} pages`;
  return {
    count: `${many}, ${minutesInWords(readingMinutes(pages))} to read, ${sizeInWords(bytes)}`,
    over:
      most !== null && pages > most ? `${many}: ${pages - most} over the ${most} that this body has set itself` : null,
  };
}
