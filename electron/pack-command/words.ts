/** What became of each file, in a line. */
import type { FileForm } from '#shared/domain/papers/picture-facts.ts';
import type { PdfFacts } from '#shared/pdf/pdf-facts.ts';
import { pdfRefusalInWords } from '#shared/pdf/refusal-words.ts';
import { sheetFactor } from '#shared/pdf/sheet.ts';
import type { TakenFile, TakeRefusal } from './take-file.ts';

/** `taken: Budget.pdf, pages 3 to 14 (2 scripts left out)` */
export function takenInWords(file: TakenFile, firstPage: number): string {
  const { facts, mended, name, isPicture } = file;
  const last = firstPage + facts.pages - 1;
  const pages = facts.pages === 1 ? `page ${firstPage}` : `pages ${firstPage} to ${last}`;
  const notes = [
    ...mendedInWords(mended),
    ...(isPicture ? ['a picture, on a page of its own'] : []),
    ...lossesOf(facts),
  ];
  const state = mended === 'no' || mended === 'unlocked' ? 'taken' : 'repaired';
  return `${state}: ${name}, ${pages}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

function mendedInWords(mended: TakenFile['mended']): string[] {
  switch (mended) {
    case 'no':
      return [];
    case 'index':
      return ['its table of contents for programs was damaged and has been rebuilt; look through its pages'];
    case 'saved':
      return ['it was damaged and has been saved anew; look through its pages'];
    case 'pagesOnly':
      return ['only what stands on its pages could be saved; look through them'];
    case 'unlocked':
      return [
        'its password was taken off in the pack, and with it what its author had barred; the file itself is as it was',
      ];
  }
}

function lossesOf({ dropped, fields, pageSizes }: PdfFacts): string[] {
  const notes: string[] = [];
  const smaller = pageSizes.filter(({ width, height }) => sheetFactor(width, height) < 1).length;
  if (smaller > 0) notes.push(`${smaller === 1 ? '1 page' : `${smaller} pages`} larger than A4 made smaller to fit it`);
  const left = (count: number, one: string): void => {
    if (count > 0) notes.push(`${count} ${one}${count === 1 ? '' : 's'} left out`);
  };
  left(dropped.scripts, 'script');
  left(dropped.launchActions, 'launch action');
  left(dropped.embeddedFiles, 'embedded file');
  if (fields > 0) notes.push('form fields can no longer be changed');
  if (dropped.xfaForms > 0) notes.push('an XFA form: only what its pages draw is kept');
  if (dropped.signatures > 0) notes.push('its signature does not survive; keep the original');
  return notes;
}

/** `left out: Budget.pdf, because it is locked with a password. …` */
export function leftOutInWords(name: string, refusal: TakeRefusal): string {
  return `left out: ${name}, because ${causeInWords(refusal)}`;
}

function causeInWords(refusal: TakeRefusal): string {
  switch (refusal.type) {
    case 'NotThere':
      return 'there is no such file.';
    case 'NotReadable':
      return 'it cannot be read. Look at its permissions, and whether another program holds it.';
    case 'WrongPassword':
      return refusal.tried === 0
        ? 'it is locked with a password. Give it in a file with --password-file, or ask for a copy without one.'
        : 'none of the passwords given opens it. Ask whoever sent it.';
    case 'TookTooLong':
      return 'repairing it took more than 30 seconds. Print it to a new PDF, then take that.';
    case 'PictureUnreadable':
      return 'the picture in it cannot be read. Save it again as PNG or JPEG.';
    case 'OtherType':
      return otherTypeInWords(refusal.form);
    case 'Empty':
    case 'NotAPdf':
    case 'Encrypted':
    case 'Damaged':
    case 'NoPages':
    case 'TooLarge':
      return pdfRefusalInWords(refusal);
  }
}

function otherTypeInWords(form: FileForm): string {
  if (form === 'office' || form === 'oldOffice') {
    return 'it is a Word, Excel or PowerPoint file. Save it as a PDF there, then take that.';
  }
  return form === 'archive'
    ? 'it is a ZIP file. Take the papers out of it, then give those.'
    : 'it is neither a PDF nor a PNG or JPEG picture.';
}
