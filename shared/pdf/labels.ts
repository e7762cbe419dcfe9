/** The numbers printed on the pages are also their labels, so that a reader's page box and the paper agree. */
import { nameOf, type PdfDict, type PdfValue } from './objects.ts';
import type { PackLabels } from './pack-plan.ts';
import { textString } from './strings.ts';

/** What is printed on a page, `index` counted from 0 through the file. */
export function printedNumber(labels: PackLabels, index: number): string {
  return `${labels.prefix}${labels.first + index}`;
}

/** The catalogue's /PageLabels (PDF 32000-1, 12.4.2). */
export function labelsEntry(labels: PackLabels): PdfDict {
  const manner: PdfDict = new Map<string, PdfValue>([
    ['S', nameOf('D')],
    ['St', labels.first],
  ]);
  if (labels.prefix !== '') manner.set('P', textString(labels.prefix));
  return new Map([['Nums', [0, manner]]]);
}
