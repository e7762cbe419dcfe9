/**
 * Form fields are flattened: what they show is drawn on the page, and they can no longer be typed into, run scripts or
 * clash with another paper's fields of the same name (PDF 32000-1, 12.5.5 and 12.7).
 */
import type { CopyContext } from './copy-rule.ts';
import type { PdfDocument } from './document.ts';
import { setText } from './helvetica.ts';
import { isArray, isName, Name, numberOf, PdfStream, type PdfDict, type PdfValue } from './objects.ts';
import { latin1String, stringBytes, textOf } from './strings.ts';
import { latin1Of } from './bytes.ts';

const deepestField = 20;
const hidden = 2;
const notShown = 32;
const manyLines = 4096;
const password = 8192;

/** What a page needs to show its fields: drawing operators, and the forms they name. */
export interface FieldDrawing {
  readonly content: string;
  readonly forms: ReadonlyMap<string, PdfValue>;
}

interface Corners {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Draws the given widgets, in the page's own space. `font` names Helvetica, `form` gives a free name for a form. */
export function drawFields(
  widgets: ReadonlyArray<PdfDict>,
  copy: CopyContext,
  names: { readonly font: string; readonly form: (count: number) => string },
): FieldDrawing {
  const forms = new Map<string, PdfValue>();
  let content = '';
  for (const widget of widgets) {
    copy.tally.fields++;
    if (isName(fieldEntry(copy.source, widget, 'FT'), 'Sig')) copy.tally.signatures++;
    const flags = numberOf(copy.source.resolve(widget.get('F')));
    if ((flags & hidden) !== 0 || (flags & notShown) !== 0) continue;
    const box = cornersOf(copy.source, widget.get('Rect'));
    if (box === null) continue;
    const appearance = appearanceOf(copy.source, widget);
    if (appearance === null) content += typedValue(copy.source, widget, box, names.font);
    else {
      const placing = placeForm(copy.source, appearance.stream.dict, box);
      if (placing === null) continue;
      const name = names.form(forms.size);
      forms.set(name, appearance.value);
      content += `q ${placing} cm /${name} Do Q\n`;
    }
  }
  return { content, forms };
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

function appearanceOf(
  source: PdfDocument,
  widget: PdfDict,
): { readonly value: PdfValue; readonly stream: PdfStream } | null {
  let value = source.dict(widget.get('AP'))?.get('N') ?? null;
  const states = source.dict(value);
  if (states !== null) {
    const state = source.resolve(widget.get('AS'));
    value = (state instanceof Name ? states.get(state.text) : undefined) ?? null;
  }
  const stream = source.resolve(value);
  return stream instanceof PdfStream ? { value, stream } : null;
}

function cornersOf(source: PdfDocument, value: PdfValue | undefined): Corners | null {
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

/** The value of a text or choice field that came without a picture of itself. */
function typedValue(source: PdfDocument, widget: PdfDict, box: Corners, font: string): string {
  const flags = numberOf(fieldEntry(source, widget, 'Ff'));
  const value = textOf(fieldEntry(source, widget, 'V'));
  if (value === null || value === '' || (flags & password) !== 0) return '';
  const height = box.top - box.bottom;
  const manner = stringBytes(fieldEntry(source, widget, 'DA')) ?? '';
  const asked = Number.parseFloat(/([\d.]+)\s+Tf/.exec(manner)?.[1] ?? '0');
  const size = asked > 0 ? asked : Math.min(12, Math.max(4, height * 0.7));
  const base = (flags & manyLines) !== 0 ? box.top - size - 2 : box.bottom + (height - size) / 2 + size * 0.2;
  const clip = [box.left, box.bottom, box.right - box.left, height].map((item) => item.toFixed(2)).join(' ');
  const written = latin1String(setText(value).codes);
  const text = latin1Of(written.bytes, written.start, written.end);
  return `q ${clip} re W n BT 0 g /${font} ${size.toFixed(2)} Tf ${(box.left + 2).toFixed(2)} ${base.toFixed(2)} Td ${text} Tj ET Q\n`;
}
