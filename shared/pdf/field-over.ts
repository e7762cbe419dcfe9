/**
 * A field that lies over an annotation which comes along: drawn on the page it would vanish beneath it, so it comes along as a
 * picture of itself, an annotation that nobody can fill in.
 */
import type { CopyContext } from './copy-rule.ts';
import { appearanceOf, asForm, cornersOf, fieldInWords, type Corners } from './forms.ts';
import { nameOf, numberOf, type PdfDict, type PdfValue } from './objects.ts';
import { annotationTimes } from './sheet.ts';
import { settled, textString } from './strings.ts';

/** Print, ReadOnly and Locked (PDF 32000-1, table 165). */
const printedAndFixed = 4 | 64 | 128;

/** Where an annotation shows something that a field could lie over; null for those that show nothing on the page. */
export function coverOf(copy: CopyContext, dict: PdfDict, kind: string): Corners | null {
  const shows = dict.has('AP') && kind !== 'Link' && kind !== 'Popup';
  return shows ? cornersOf(copy.source, dict.get('Rect')) : null;
}

/** The annotation a field becomes, on a page with this factor (see sheet.ts); null where it lies over none of these, or has no picture to show. */
export function fieldOver(
  copy: CopyContext,
  field: PdfDict,
  covers: ReadonlyArray<Corners>,
  factor: number,
): PdfDict | null {
  if (covers.length === 0) return null;
  const box = cornersOf(copy.source, field.get('Rect'));
  if (box === null || !covers.some((cover) => overlap(cover, box))) return null;
  const appearance = appearanceOf(copy.source, field);
  if (appearance === 'none' || appearance === 'blank') return null;
  const words = fieldInWords(copy.source, field);
  const flags = numberOf(copy.source.resolve(field.get('F')));
  return new Map<string, PdfValue>([
    ['Type', nameOf('Annot')],
    ['Subtype', nameOf('Stamp')],
    ['Rect', annotationTimes(copy, field, factor).get('Rect') ?? null],
    ['F', settled((flags > 0 ? flags : 0) | printedAndFixed)],
    ['AP', new Map<string, PdfValue>([['N', asForm(appearance, copy)]])],
    ['Contents', words === null ? null : textString(words)],
  ]);
}

function overlap(first: Corners, second: Corners): boolean {
  return (
    first.left < second.right && second.left < first.right && first.bottom < second.top && second.bottom < first.top
  );
}
