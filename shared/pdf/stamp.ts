/**
 * What is stamped on a page: its number, its paper, markings. All is drawn through one matrix that stands the page upright
 * as it is seen (turned, cropped, in its own units), so that the drawing itself need know only width and height in points.
 */
import { latin1Of } from './bytes.ts';
import { setText, type Widths } from './lettering.ts';
import { shownSize, type Box, type PdfPage } from './page-tree.ts';
import { latin1String } from './strings.ts';

export interface StampWords {
  /** Such as `Page 93`. */
  readonly number: string;
  readonly line: string | null;
  readonly marking: string | null;
  readonly watermark: string | null;
  readonly backLink: string | null;
}

/** What the stamps draw with: the names by which a page knows it, and how wide the font's letters are. */
export interface StampNames {
  readonly font: string;
  readonly widths: Widths;
  /** A graphics state light enough to be read through. */
  readonly light: string;
  /** One for the plate behind a number on a picture. */
  readonly plate: string;
}

/** a b c d e f of PDF's `cm`: from points, as seen from the lower left corner, to the page's own units. */
export type Matrix = readonly [number, number, number, number, number, number];

export function uprightMatrix(page: PdfPage): Matrix {
  const { left, bottom, right, top } = page.cropBox;
  const unit = 1 / page.userUnit;
  if (page.rotate === 90) return [0, unit, -unit, 0, right, bottom];
  if (page.rotate === 180) return [-unit, 0, 0, -unit, right, top];
  if (page.rotate === 270) return [0, -unit, unit, 0, left, top];
  return [unit, 0, 0, unit, left, bottom];
}

export function through(matrix: Matrix, x: number, y: number): readonly [number, number] {
  const [a, b, c, d, e, f] = matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Side of an A4 page that stamps are drawn for; larger pages get larger stamps, to be as legible when printed on A4. */
const usualWidth = 595;
const edge = 36;
const baseline = 14;
const numberSize = 9;
const lineSize = 7;
const markingSize = 9;
const headDepth = 18;

/** How much larger than on A4 everything is drawn; on very small pages it shrinks to fit. */
function scaleOf(width: number, height: number): number {
  const ratio = Math.min(width, height) / usualWidth;
  return ratio > 1 ? ratio : Math.min(1, Math.min(width, height) / 250);
}

/** Drawing operators for the end of the page's content, outside whatever graphics state the page has left. */
export function stampContent(page: PdfPage, words: StampWords, names: StampNames, onPicture: boolean): string {
  const { width, height } = shownSize(page);
  const scale = scaleOf(width, height);
  const number = setText(words.number, names.widths);
  const numberWidth = number.width * numberSize * scale;
  const numberAt = (width - numberWidth) / 2;
  let drawn = `q ${uprightMatrix(page).map(figure).join(' ')} cm\n`;
  if (words.watermark !== null && words.watermark !== '') drawn += watermark(words.watermark, width, height, names);
  drawn += beginArtifact('Footer', 'Bottom');
  const plate: Plate = onPicture ? (...place) => plateBehind(names, ...place) : () => '';
  drawn += plate(numberAt, baseline * scale, numberWidth, numberSize * scale);
  drawn += `0 g ${show(number.codes, names.font, numberSize * scale, numberAt, baseline * scale)}`;
  if (words.line !== null && words.line !== '') {
    drawn += stampLine(words.line, names, scale, numberAt - (edge + 8) * scale, plate);
  }
  drawn += 'EMC\n';
  if (words.marking !== null && words.marking !== '')
    drawn += marking(words.marking, width, height, scale, names, plate);
  if (words.backLink !== null) {
    const place = backLinkPlace(page, words.backLink, names.widths);
    drawn += beginArtifact('Header', 'Top');
    drawn += plate(place.left, place.base, width - edge * scale - place.left, lineSize * scale);
    drawn += `0 0.25 0.55 rg ${show(place.codes, names.font, lineSize * scale, place.left, place.base)}EMC\n`;
  }
  return drawn + 'Q\n';
}

/** What is drawn behind words of that place, width and size so that they can be read on a picture. */
type Plate = (left: number, base: number, width: number, size: number) => string;

function plateBehind(names: StampNames, left: number, base: number, width: number, size: number): string {
  const area = [left - size * 0.4, base - size * 0.4, width + size * 0.8, size * 1.5];
  return `q /${names.plate} gs 1 g ${area.map(figure).join(' ')} re f Q\n`;
}

/** The paper's line, left of the number: smaller where it is long, cut short where it would be too small to read. */
function stampLine(line: string, names: StampNames, scale: number, room: number, plate: Plate): string {
  let text = setText(line, names.widths);
  let size = Math.min(lineSize * scale, room / Math.max(text.width, 0.001));
  const least = 5 * scale;
  if (size < least) {
    const letters = Array.from(line);
    while (letters.length > 0 && setText(`${letters.join('')}…`, names.widths).width * least > room) letters.pop();
    if (letters.length === 0) return '';
    text = setText(`${letters.join('').trimEnd()}…`, names.widths);
    size = least;
  }
  const behind = plate(edge * scale, baseline * scale, text.width * size, size);
  return `${behind}0.3 g ${show(text.codes, names.font, size, edge * scale, baseline * scale)}`;
}

function marking(words: string, width: number, height: number, scale: number, names: StampNames, plate: Plate): string {
  const text = setText(words, names.widths);
  const size = Math.min(markingSize * scale, (width * 0.6) / Math.max(text.width, 0.001));
  const left = (width - text.width * size) / 2;
  // drawn with a thin line around each letter, which makes it bold
  const bold = `0.7 0 0 rg 0.7 0 0 RG ${figure(size * 0.03)} w 2 Tr `;
  const shown = show(text.codes, names.font, size, left, height - headDepth * scale);
  const behind = plate(left, height - headDepth * scale, text.width * size, size);
  return `${beginArtifact('Header', 'Top')}${behind}q ${bold}${shown}Q\nEMC\n`;
}

function watermark(words: string, width: number, height: number, names: StampNames): string {
  const text = setText(words, names.widths);
  const size = (Math.hypot(width, height) * 0.5) / Math.max(text.width, 2);
  const angle = Math.atan2(height, width);
  const across = Math.cos(angle);
  const up = Math.sin(angle);
  const half = (text.width * size) / 2;
  const lift = size * 0.36;
  const x = width / 2 - across * half + up * lift;
  const y = height / 2 - up * half - across * lift;
  const matrix = [across, up, -up, across, x, y].map(figure).join(' ');
  const set = `BT /${names.font} ${figure(size)} Tf ${matrix} Tm ${literal(text.codes)} Tj ET\n`;
  return `/Artifact <</Type/Pagination/Subtype/Watermark>> BDC\nq /${names.light} gs 0.3 g ${set}Q\nEMC\n`;
}

/** Where the link back stands: its words' place as seen, and its area in the page's own units. */
export function backLinkPlace(
  page: PdfPage,
  words: string,
  widths: Widths,
): { readonly codes: string; readonly left: number; readonly base: number; readonly area: Box } {
  const { width, height } = shownSize(page);
  const scale = scaleOf(width, height);
  const text = setText(words, widths);
  const left = width - (edge + text.width * lineSize) * scale;
  const base = height - headDepth * scale;
  const matrix = uprightMatrix(page);
  const [x1, y1] = through(matrix, left - 3 * scale, base - 4 * scale);
  const [x2, y2] = through(matrix, width - (edge - 3) * scale, base + 10 * scale);
  const area = { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
  return { codes: text.codes, left, base, area };
}

function beginArtifact(subtype: 'Footer' | 'Header', side: 'Bottom' | 'Top'): string {
  return `/Artifact <</Type/Pagination/Subtype/${subtype}/Attached[/${side}]>> BDC\n`;
}

function show(codes: string, font: string, size: number, x: number, y: number): string {
  return `BT /${font} ${figure(size)} Tf ${figure(x)} ${figure(y)} Td ${literal(codes)} Tj ET\n`;
}

function literal(codes: string): string {
  if (/^[^\\()\r\n]*$/.test(codes)) return `(${codes})`;
  const string = latin1String(codes);
  return latin1Of(string.bytes, string.start, string.end);
}

/** A number as PDF writes it: no exponent, no needless zeros. */
function figure(value: number): string {
  const fixed = value.toFixed(Math.abs(value) < 0.01 ? 6 : 3);
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}
