/**
 * Draws a form field that came without a picture of itself, as a reader would make one: its ground and border, its value, its
 * tick (PDF 32000-1, 12.7.3.3 and table 189). Values are set in Helvetica, whatever the field asks for.
 */
import { latin1Of } from './bytes.ts';
import type { PdfDocument } from './document.ts';
import { helveticaWidths } from './helvetica.ts';
import { setText, type SetText } from './lettering.ts';
import { isArray, isName, Name, numberOf, type PdfDict, type PdfValue } from './objects.ts';
import { latin1String, linesOf, stringBytes, textOf } from './strings.ts';

export interface FieldBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** An entry of the field, its own or that of a field above it. */
export type FieldEntry = (key: string) => PdfValue;

const manyLines = 1 << 12;
const password = 1 << 13;
const radio = 1 << 15;
const pushButton = 1 << 16;
const comb = 1 << 24;
const mostLetters = 20_000;

/** Drawing operators in the page's own space; empty where there is nothing to show. */
export function drawPlainField(entry: FieldEntry, source: PdfDocument, place: FieldBox, font: string): string {
  const manner = source.dict(entry('MK')) ?? new Map<string, PdfValue>();
  const { matrix, box } = turned(place, numberOf(source.resolve(manner.get('R'))));
  const ground = frameOf(manner, entry, source, box);
  const inside = valueOf(manner, entry, source, box, font);
  if (ground === '' && inside === '') return '';
  return `q ${matrix} cm ${area(box, 0)} re W n\n${ground}${inside}Q\n`;
}

/** A field may stand on its side: it is drawn in a box of its own, which is then turned into its place. */
function turned(place: FieldBox, degrees: number): { readonly matrix: string; readonly box: FieldBox } {
  const { left, bottom, right, top } = place;
  const across = right - left;
  const up = top - bottom;
  const boxOf = (width: number, height: number): FieldBox => ({ left: 0, bottom: 0, right: width, top: height });
  const matrix = (...parts: ReadonlyArray<number>): string => parts.map(figure).join(' ');
  if (degrees === 90) return { matrix: matrix(0, 1, -1, 0, right, bottom), box: boxOf(up, across) };
  if (degrees === 180) return { matrix: matrix(-1, 0, 0, -1, right, top), box: boxOf(across, up) };
  if (degrees === 270) return { matrix: matrix(0, -1, 1, 0, left, top), box: boxOf(up, across) };
  return { matrix: matrix(1, 0, 0, 1, left, bottom), box: boxOf(across, up) };
}

function frameOf(manner: PdfDict, entry: FieldEntry, source: PdfDocument, box: FieldBox): string {
  const fill = colour(source, manner.get('BG'), ['g', 'rg', 'k']);
  const line = colour(source, manner.get('BC'), ['G', 'RG', 'K']);
  const said = numberOf(source.resolve(source.dict(entry('BS'))?.get('W')));
  const width = said >= 0 && said < 20 ? said : 1;
  const filled = fill === null ? '' : `${fill} ${area(box, 0)} re f\n`;
  return line === null || width === 0 ? filled : `${filled}${line} ${figure(width)} w ${area(box, width / 2)} re S\n`;
}

/** A colour of one, three or four parts, as an operator; null for none. */
function colour(
  source: PdfDocument,
  value: PdfValue | undefined,
  operators: readonly [string, string, string],
): string | null {
  const held = source.resolve(value);
  if (!isArray(held)) return null;
  const parts = held.map((part) => numberOf(source.resolve(part)));
  if (!parts.every((part) => part >= 0 && part <= 1)) return null;
  const operator = { 1: operators[0], 3: operators[1], 4: operators[2] }[parts.length];
  return operator === undefined ? null : `${parts.map(figure).join(' ')} ${operator}`;
}

function valueOf(manner: PdfDict, entry: FieldEntry, source: PdfDocument, box: FieldBox, font: string): string {
  const type = entry('FT');
  const flags = numberOf(entry('Ff'));
  if (isName(type, 'Btn')) {
    if ((flags & pushButton) === 0) return isOn(entry) ? tick(manner, source, (flags & radio) !== 0, box) : '';
    return setLines([textOf(source.resolve(manner.get('CA'))) ?? ''], entry, box, { font, align: 1, top: false });
  }
  if (!isName(type, 'Tx') && !isName(type, 'Ch')) return '';
  if ((flags & password) !== 0) return '';
  const asked = numberOf(entry('Q'));
  const align = asked === 1 || asked === 2 ? asked : 0;
  const value = entry('V');
  if (isName(type, 'Ch')) {
    const chosen = isArray(value) ? value.map((item) => source.resolve(item)) : [value];
    const lines = chosen.map((item) => shownChoice(item, entry, source)).filter((line) => line !== '');
    return setLines(lines, entry, box, { font, align, top: lines.length > 1 });
  }
  const lines = linesOf(value);
  const cells = numberOf(entry('MaxLen'));
  if ((flags & comb) !== 0 && cells >= 1 && cells <= 1000) return setComb(lines.join(''), cells, entry, box, font);
  const isMany = (flags & manyLines) !== 0;
  return setLines(isMany ? lines : [lines.join(' ')], entry, box, { font, align, top: isMany });
}

/** What a choice is called, where its value is a code. */
function shownChoice(value: PdfValue, entry: FieldEntry, source: PdfDocument): string {
  const code = textOf(value) ?? '';
  const choices = entry('Opt');
  for (const choice of isArray(choices) ? choices.slice(0, 5000) : []) {
    const pair = source.resolve(choice);
    if (isArray(pair) && textOf(source.resolve(pair[0])) === code) return textOf(source.resolve(pair[1])) ?? code;
  }
  return code;
}

function isOn(entry: FieldEntry): boolean {
  const state = entry('AS') ?? entry('V');
  return state instanceof Name && state.text !== 'Off';
}

/** The mark a field asks for by its letter in Zapf Dingbats: 4 tick, 8 cross, l disc, n square, u diamond, H star. */
function tick(manner: PdfDict, source: PdfDocument, isRadio: boolean, box: FieldBox): string {
  const letter = stringBytes(source.resolve(manner.get('CA'))) ?? (isRadio ? 'l' : '4');
  const side = Math.min(box.right - box.left, box.top - box.bottom);
  const x = (share: number): string => figure((box.left + box.right) / 2 + share * side);
  const y = (share: number): string => figure((box.bottom + box.top) / 2 + share * side);
  const to = (points: ReadonlyArray<readonly [number, number]>, end: string): string =>
    `${points.map(([across, up], at) => `${x(across)} ${y(up)} ${at === 0 ? 'm' : 'l'}`).join(' ')} ${end}\n`;
  const ink = `0 g 0 G ${figure(side * 0.1)} w `;
  if (letter === '8')
    return (
      ink +
      to(
        [
          [-0.3, -0.3],
          [0.3, 0.3],
        ],
        'S',
      ) +
      to(
        [
          [-0.3, 0.3],
          [0.3, -0.3],
        ],
        'S',
      )
    );
  if (letter === 'n')
    return (
      ink +
      to(
        [
          [-0.3, -0.3],
          [0.3, -0.3],
          [0.3, 0.3],
          [-0.3, 0.3],
        ],
        'f',
      )
    );
  if (letter === 'u')
    return (
      ink +
      to(
        [
          [0, -0.35],
          [0.35, 0],
          [0, 0.35],
          [-0.35, 0],
        ],
        'f',
      )
    );
  if (letter === 'l') {
    const curve = (a: number, b: number, c: number, d: number, e: number, f: number): string =>
      `${x(a)} ${y(b)} ${x(c)} ${y(d)} ${x(e)} ${y(f)} c `;
    const r = 0.28;
    const k = r * 0.5523;
    const disc =
      curve(r, k, k, r, 0, r) + curve(-k, r, -r, k, -r, 0) + curve(-r, -k, -k, -r, 0, -r) + curve(k, -r, r, -k, r, 0);
    return `${ink}${x(r)} ${y(0)} m ${disc}f\n`;
  }
  return `${ink}1 J 1 j ${to(
    [
      [-0.28, 0],
      [-0.08, -0.24],
      [0.3, 0.28],
    ],
    'S',
  )}`;
}

interface Setting {
  readonly font: string;
  /** 0 left, 1 centred, 2 right. */
  readonly align: number;
  /** Begins at the top and breaks lines that are too long. */
  readonly top: boolean;
}

function setLines(
  lines: ReadonlyArray<string>,
  entry: FieldEntry,
  box: FieldBox,
  { font, align, top }: Setting,
): string {
  const height = box.top - box.bottom;
  const room = box.right - box.left - 4;
  const whole = lines.map((line) => line.slice(0, mostLetters));
  if (whole.every((line) => line === '')) return '';
  const asked = sizeAsked(entry);
  const fitting = Math.min(12, Math.max(4, top ? height / (whole.length * 1.2) : height * 0.7));
  const widest = Math.max(...whole.map((line) => inHelvetica(line).width), 0.001);
  const size = asked ?? (top ? fitting : Math.min(fitting, Math.max(4, room / widest)));
  const broken = top ? whole.flatMap((line) => breakLine(line, room / size)) : whole;
  let base = top ? box.top - size - 2 : box.bottom + (height - size) / 2 + size * 0.2;
  let drawn = '';
  for (const line of broken) {
    if (base < box.bottom - size) break;
    const text = inHelvetica(line);
    const left = box.left + 2 + ((room - text.width * size) * align) / 2;
    drawn += show(text.codes, font, size, left, base);
    base -= size * 1.15;
  }
  return inkOf(entry) + drawn;
}

function inHelvetica(text: string): SetText {
  return setText(text, helveticaWidths);
}

function breakLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && inHelvetica(longer).width > room) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

/** One letter in the middle of each of so many cells. */
function setComb(text: string, cells: number, entry: FieldEntry, box: FieldBox, font: string): string {
  const letters = Array.from(text).slice(0, cells);
  const height = box.top - box.bottom;
  const width = (box.right - box.left) / cells;
  const size = sizeAsked(entry) ?? Math.min(12, Math.max(4, height * 0.7));
  const base = box.bottom + (height - size) / 2 + size * 0.2;
  const drawn = letters.map((letter, at) => {
    const set = inHelvetica(letter);
    return show(set.codes, font, size, box.left + width * (at + 0.5) - (set.width * size) / 2, base);
  });
  return inkOf(entry) + drawn.join('');
}

function mannerOf(entry: FieldEntry): string {
  return stringBytes(entry('DA')) ?? '';
}

function sizeAsked(entry: FieldEntry): number | null {
  const size = Number.parseFloat(/([\d.]+)\s+Tf/.exec(mannerOf(entry))?.[1] ?? '0');
  return size > 0 && size < 1000 ? size : null;
}

function inkOf(entry: FieldEntry): string {
  const asked = /(?:^|\s)((?:[\d.]+\s+){1,4})(g|rg|k)(?:\s|$)/.exec(mannerOf(entry));
  const parts = asked?.[1]?.trim().split(/\s+/).map(Number) ?? [];
  const wanted = { g: 1, rg: 3, k: 4 }[asked?.[2] ?? 'g'];
  const sound = parts.length === wanted && parts.every((part) => part >= 0 && part <= 1);
  return sound ? `${parts.map(figure).join(' ')} ${asked?.[2] ?? 'g'}\n` : '0 g\n';
}

function show(codes: string, font: string, size: number, x: number, y: number): string {
  const written = latin1String(codes);
  const text = latin1Of(written.bytes, written.start, written.end);
  return `BT /${font} ${figure(size)} Tf ${figure(x)} ${figure(y)} Td ${text} Tj ET\n`;
}

function area(box: FieldBox, inset: number): string {
  const width = Math.max(0, box.right - box.left - inset * 2);
  const height = Math.max(0, box.top - box.bottom - inset * 2);
  return [box.left + inset, box.bottom + inset, width, height].map(figure).join(' ');
}

function figure(value: number): string {
  return (Number.isFinite(value) ? value : 0).toFixed(3).replace(/\.?0+$/, '');
}
