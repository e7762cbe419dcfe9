/** Lays an outline out on pages of plain text. */
import { readOutline, type Block, type Run } from './outline.ts';
import { pdfString, type PdfPage } from './pdf-file.ts';

export interface Sheet {
  readonly isLandscape: boolean;
  /** Whether the file keeps it upright and has readers turn it, as many spreadsheets print. */
  readonly isTurned: boolean;
}

const short = 595;
const long = 842;
const margin = 64;

interface Pen {
  readonly width: number;
  readonly height: number;
  readonly pages: { content: string[]; bookmarks: string[] }[];
  /** How far down the page the next line stands. */
  down: number;
}

/** A near enough width of Helvetica, in points: generous, so that no line runs over the margin. */
function widthOf(text: string, size: number): number {
  let units = 0;
  for (const letter of text) {
    if ('ijlIft.,:;’‘|!-'.includes(letter)) units += 0.33;
    else if ('mwMW—'.includes(letter)) units += 0.86;
    else if (letter === ' ') units += 0.3;
    else units += letter === letter.toUpperCase() ? 0.66 : 0.56;
  }
  return units * size;
}

function linesOf(text: string, size: number, width: number): ReadonlyArray<string> {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function wordsOf(runs: ReadonlyArray<Run>): string {
  return runs.map((run) => run.text).join('');
}

function pageOf(pen: Pen): Pen['pages'][number] {
  const page = pen.pages.at(-1);
  if (page === undefined) throw new Error('nothing is begun');
  return page;
}

function begin(pen: Pen): void {
  pen.pages.push({ content: [], bookmarks: [] });
  pen.down = margin;
}

function roomFor(pen: Pen, height: number): void {
  if (pen.down + height > pen.height - margin) begin(pen);
}

function write(pen: Pen, text: string, x: number, size: number, font: 'Plain' | 'Bold'): void {
  const y = pen.height - pen.down - size;
  pageOf(pen).content.push(`BT /${font} ${size} Tf ${x} ${y} Td ${pdfString(text)} Tj ET`);
}

function paragraph(pen: Pen, text: string, size: number, font: 'Plain' | 'Bold', x = margin): void {
  for (const line of linesOf(text, size, pen.width - margin - x)) {
    roomFor(pen, size * 1.4);
    write(pen, line, x, size, font);
    pen.down += size * 1.4;
  }
}

function table(pen: Pen, rows: Extract<Block, { type: 'table' }>['rows']): void {
  const columns = Math.max(...rows.map((row) => row.length));
  const width = (pen.width - margin * 2) / columns;
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell) => linesOf(wordsOf(cell), 10, width - 10));
    const height = Math.max(1, ...cells.map((lines) => lines.length)) * 14 + 8;
    roomFor(pen, height);
    const top = pen.down;
    for (const [column, lines] of cells.entries()) {
      pen.down = top + 4;
      for (const line of lines) {
        write(pen, line, margin + column * width + 4, 10, index === 0 ? 'Bold' : 'Plain');
        pen.down += 14;
      }
    }
    pen.down = top + height;
    const y = pen.height - pen.down;
    pageOf(pen).content.push(`0.6 G 0.5 w ${margin} ${y} m ${pen.width - margin} ${y} l S`);
  }
  pen.down += 12;
}

function block(pen: Pen, part: Block): void {
  switch (part.type) {
    case 'heading': {
      const size = part.level === 2 ? 14 : 12;
      pen.down += 8;
      roomFor(pen, size * 4);
      if (part.level === 2) pageOf(pen).bookmarks.push(wordsOf(part.runs));
      paragraph(pen, wordsOf(part.runs), size, 'Bold');
      pen.down += 4;
      return;
    }
    case 'paragraph':
      paragraph(pen, wordsOf(part.runs), 11, 'Plain');
      pen.down += 8;
      return;
    case 'list':
      for (const [index, item] of part.items.entries()) {
        roomFor(pen, 16);
        write(pen, part.ordered ? `${index + 1}.` : '•', margin + 6, 11, 'Plain');
        paragraph(pen, wordsOf(item), 11, 'Plain', margin + 26);
        pen.down += 3;
      }
      pen.down += 6;
      return;
    case 'table':
      table(pen, part.rows);
  }
}

/** The pages of one outline, its title at the head of the first. */
export function layOut(title: string, outline: string, sheet: Sheet): ReadonlyArray<PdfPage> {
  const [width, height] = sheet.isLandscape ? [long, short] : [short, long];
  const pen: Pen = { width, height, pages: [], down: margin };
  begin(pen);
  paragraph(pen, title, 19, 'Bold');
  pen.down += 10;
  for (const part of readOutline(outline)) block(pen, part);
  return pen.pages.map(({ content, bookmarks }): PdfPage => {
    const drawn = content.join('\n');
    if (!sheet.isTurned) return { width, height, rotate: 0, content: drawn, picture: null, bookmarks };
    // Drawn a quarter turn to the left on the upright sheet, which the reader turns back.
    const turned = `q 0 1 -1 0 ${height} 0 cm\n${drawn}\nQ`;
    return { width: height, height: width, rotate: 90, content: turned, picture: null, bookmarks };
  });
}
