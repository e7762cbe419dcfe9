/**
 * Form fields are flattened: what they show is drawn on the page, and they can no longer be typed into, run scripts or
 * clash with another paper's fields of the same name (PDF 32000-1, 12.5.5 and 12.7).
 */
import type { CopyContext } from './copy-rule.ts';
import type { PdfDocument } from './document.ts';
import { drawPlainField } from './field-look.ts';
import { isArray, isName, Name, nameOf, numberOf, PdfStream, Ref, type PdfDict, type PdfValue } from './objects.ts';
import { textOf } from './strings.ts';

const deepestField = 20;
const hidden = 2;
const notShown = 32;

/** What a page needs to show its fields: drawing operators, and the forms they name. */
export interface FieldDrawing {
  readonly content: string;
  readonly forms: ReadonlyMap<string, PdfValue>;
  /** Whether something is written in `font`. */
  readonly usesFont: boolean;
}

export interface Corners {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Draws the given widgets, and the pictures of other annotations that do not come along, in the page's own space.
 * `font` names Helvetica, `form` gives a free name for a form.
 */
export function drawFields(
  widgets: ReadonlyArray<PdfDict>,
  copy: CopyContext,
  names: { readonly font: string; readonly form: (count: number) => string },
): FieldDrawing {
  const forms = new Map<string, PdfValue>();
  let content = '';
  let usesFont = false;
  for (const widget of widgets) {
    const isField = isName(copy.source.resolve(widget.get('Subtype')), 'Widget');
    if (isField) {
      copy.tally.fields++;
      if (isName(fieldEntry(copy.source, widget, 'FT'), 'Sig')) copy.tally.signatures++;
    }
    const flags = numberOf(copy.source.resolve(widget.get('F')));
    if ((flags & hidden) !== 0 || (flags & notShown) !== 0) continue;
    const box = cornersOf(copy.source, widget.get('Rect'));
    if (box === null) continue;
    const appearance = appearanceOf(copy.source, widget);
    if (appearance === 'blank') continue;
    const placing = appearance === 'none' ? null : placeForm(copy.source, appearance.stream.dict, box);
    if (appearance !== 'none' && placing !== null) {
      const name = names.form(forms.size);
      forms.set(name, asForm(appearance, copy));
      content += `q ${placing} cm /${name} Do Q\n`;
    } else if (isField) {
      usesFont = true;
      content += drawPlainField((key) => fieldEntry(copy.source, widget, key), copy.source, box, names.font);
    }
  }
  return { content, forms, usesFont };
}

/** A field's name and value, for those who cannot see it; null where there is nothing to say. */
export function fieldInWords(source: PdfDocument, widget: PdfDict | null): string | null {
  if (widget === null || !isName(source.resolve(widget.get('Subtype')), 'Widget')) return null;
  const name = textOf(fieldEntry(source, widget, 'TU')) ?? textOf(fieldEntry(source, widget, 'T')) ?? '';
  const held = fieldEntry(source, widget, 'V');
  const value = held instanceof Name ? held.text : (textOf(held) ?? '');
  const words = [name, value].filter((part) => part !== '').join(': ');
  return words === '' ? null : words;
}

/** A field's entry, its own or that of a field above it. */
function fieldEntry(source: PdfDocument, widget: PdfDict, key: string): PdfValue {
  let field: PdfDict | null = widget;
  for (let depth = 0; field !== null && depth < deepestField; depth++) {
    const value = source.resolve(field.get(key));
    if (value !== null) return value;
    field = source.dict(field.get('Parent'));
  }
  return null;
}

interface Appearance {
  readonly value: PdfValue;
  readonly stream: PdfStream;
}

/** A field's own picture; `blank` where it has pictures of other states than its own, `none` where it came without any. */
export function appearanceOf(source: PdfDocument, widget: PdfDict): Appearance | 'blank' | 'none' {
  let value = source.dict(widget.get('AP'))?.get('N') ?? null;
  const states = source.dict(value);
  if (states !== null) {
    const state = source.resolve(widget.get('AS') ?? fieldEntry(source, widget, 'V'));
    value = (state instanceof Name ? states.get(state.text) : undefined) ?? null;
  }
  const stream = source.resolve(value);
  if (stream instanceof PdfStream) return { value, stream };
  return states !== null && states.size > 0 && value === null ? 'blank' : 'none';
}

/** A reader draws a stream only where it says that it is a form, which some writers forget. */
export function asForm({ value, stream }: Appearance, copy: CopyContext): PdfValue {
  const says = isName(copy.source.resolve(stream.dict.get('Subtype')), 'Form');
  if (!says && value instanceof Ref) copy.putOver(value.number, new Map([['Subtype', nameOf('Form')]]));
  return value;
}

export function cornersOf(source: PdfDocument, value: PdfValue | undefined): Corners | null {
  const numbers = numbersOf(source, value, 4);
  if (numbers === null) return null;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
}

function numbersOf(source: PdfDocument, value: PdfValue | undefined, count: number): number[] | null {
  const held = source.resolve(value);
  if (!isArray(held) || held.length < count) return null;
  const numbers = held.slice(0, count).map((item) => numberOf(source.resolve(item)));
  return numbers.every((item) => Number.isFinite(item)) ? numbers : null;
}

/** The matrix that fits an appearance's box into the field's rectangle (PDF 32000-1, algorithm 8.1). */
function placeForm(source: PdfDocument, form: PdfDict, box: Corners): string | null {
  const bounds = cornersOf(source, form.get('BBox'));
  if (bounds === null) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(source, form.get('Matrix'), 6) ?? [];
  const across: number[] = [];
  const up: number[] = [];
  for (const x of [bounds.left, bounds.right]) {
    for (const y of [bounds.bottom, bounds.top]) {
      across.push(a * x + c * y + e);
      up.push(b * x + d * y + f);
    }
  }
  const width = Math.max(...across) - Math.min(...across);
  const height = Math.max(...up) - Math.min(...up);
  if (!(width > 0 && height > 0)) return null;
  const scaleX = (box.right - box.left) / width;
  const scaleY = (box.top - box.bottom) / height;
  const moveX = box.left - Math.min(...across) * scaleX;
  const moveY = box.bottom - Math.min(...up) * scaleY;
  return [scaleX, 0, 0, scaleY, moveX, moveY].map((item) => item.toFixed(4)).join(' ');
}
