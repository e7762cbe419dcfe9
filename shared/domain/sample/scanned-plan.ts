/** A picture of a page, as a scanner makes it: the plan of a depot, with no words that a search could find. */
import type { PdfPage, PdfPicture } from './pdf-file.ts';

const width = 620;
const height = 877;
const paper = 0xf4;
const ink = 0x2c;
const shade = 0xd2;

/** Letters of five by seven points, a row of bits each, for the words on the plan. */
const letters: Readonly<Record<string, string>> = {
  A: '01110 10001 10001 11111 10001 10001 10001',
  B: '11110 10001 11110 10001 10001 10001 11110',
  C: '01111 10000 10000 10000 10000 10000 01111',
  D: '11110 10001 10001 10001 10001 10001 11110',
  E: '11111 10000 11110 10000 10000 10000 11111',
  F: '11111 10000 11110 10000 10000 10000 10000',
  G: '01111 10000 10000 10011 10001 10001 01111',
  H: '10001 10001 11111 10001 10001 10001 10001',
  I: '01110 00100 00100 00100 00100 00100 01110',
  K: '10001 10010 11100 10010 10001 10001 10001',
  L: '10000 10000 10000 10000 10000 10000 11111',
  M: '10001 11011 10101 10001 10001 10001 10001',
  N: '10001 11001 10101 10011 10001 10001 10001',
  O: '01110 10001 10001 10001 10001 10001 01110',
  P: '11110 10001 10001 11110 10000 10000 10000',
  R: '11110 10001 10001 11110 10010 10001 10001',
  S: '01111 10000 01110 00001 00001 10001 01110',
  T: '11111 00100 00100 00100 00100 00100 00100',
  U: '10001 10001 10001 10001 10001 10001 01110',
  V: '10001 10001 10001 10001 10001 01010 00100',
  W: '10001 10001 10001 10101 10101 11011 10001',
  Y: '10001 10001 01010 00100 00100 00100 00100',
};

interface Drawing {
  readonly points: Uint8Array;
}

function fill({ points }: Drawing, x: number, y: number, across: number, down: number, grey: number): void {
  for (let row = Math.max(0, y); row < Math.min(height, y + down); row += 1) {
    points.fill(grey, row * width + Math.max(0, x), row * width + Math.min(width, x + across));
  }
}

/** A rectangle with an outline. */
function box(drawing: Drawing, x: number, y: number, across: number, down: number, grey: number): void {
  fill(drawing, x, y, across, down, ink);
  fill(drawing, x + 3, y + 3, across - 6, down - 6, grey);
}

function label(drawing: Drawing, text: string, x: number, y: number, scale: number): void {
  for (const [place, letter] of Array.from(text).entries()) {
    const rows = letters[letter]?.split(' ') ?? [];
    for (const [row, bits] of rows.entries()) {
      for (const [column, bit] of Array.from(bits).entries()) {
        if (bit === '1') fill(drawing, x + (place * 6 + column) * scale, y + row * scale, scale, scale, ink);
      }
    }
  }
}

function plan(): Drawing {
  const drawing = { points: new Uint8Array(width * height).fill(paper) };
  // The dark edge a scanner leaves where the sheet lay a little off the glass.
  fill(drawing, 0, 0, 5, height, 0x66);
  fill(drawing, 0, height - 4, width, 4, 0x88);
  label(drawing, 'HARROW LANE DEPOT', 80, 60, 4);
  label(drawing, 'SITE PLAN NOT TO SCALE', 80, 100, 2);
  box(drawing, 60, 150, 500, 560, 0xfb);
  box(drawing, 90, 190, 190, 130, shade);
  label(drawing, 'SALT STORE', 110, 245, 2);
  box(drawing, 330, 190, 190, 90, shade);
  label(drawing, 'OFFICE', 385, 230, 2);
  box(drawing, 90, 400, 130, 220, shade);
  label(drawing, 'WORKSHOP', 105, 500, 2);
  label(drawing, 'YARD', 340, 430, 3);
  for (let bay = 0; bay < 6; bay += 1) box(drawing, 300 + bay * 40, 560, 38, 80, paper);
  label(drawing, 'VAN BAYS', 350, 655, 2);
  fill(drawing, 270, 706, 110, 8, 0xfb);
  label(drawing, 'GATE', 295, 725, 2);
  fill(drawing, 40, 760, 540, 3, ink);
  fill(drawing, 40, 810, 540, 3, ink);
  label(drawing, 'HARROW LANE', 230, 778, 2);
  return drawing;
}

/** Runs of equal points: a count below 128 stands before that many bytes and one more, one above before a byte repeated. */
function packed(points: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < points.length;) {
    const grey = points[at] ?? 0;
    let run = 1;
    while (run < 128 && at + run < points.length && points[at + run] === grey) run += 1;
    if (run === 1) out.push(0, grey);
    else out.push(257 - run, grey);
    at += run;
  }
  out.push(128);
  return Uint8Array.from(out);
}

/** One upright A4 page that is nothing but the picture. */
export function scannedPlan(): PdfPage {
  const picture: PdfPicture = { width, height, packed: packed(plan().points) };
  return {
    width: 595,
    height: 842,
    rotate: 0,
    content: 'q 595 0 0 842 0 0 cm /Picture Do Q',
    picture,
    bookmarks: [],
  };
}
