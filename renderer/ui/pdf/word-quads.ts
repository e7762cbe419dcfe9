/** Where words stand on a page, in the page’s own units. */

/** A piece of a page’s text as pdf.js gives it. */
export interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
  /** a b c d e f: the direction of writing, the direction up, the start of the base line. */
  readonly transform: ReadonlyArray<number>;
  /** Along the direction of writing, in the page’s own units. */
  readonly width: number;
}

export type WordQuad = readonly [number, number, number, number, number, number, number, number];

/** How far letters reach below and above the base line, in shares of their size. */
const below = 0.22;
const above = 0.8;

/**
 * Corners of the words from `start` to `end` in the text of the page (as `readPageText` puts it together), a quadrilateral
 * for each piece: upper left, upper right, lower left, lower right as the words are read. Within a piece, letters count as
 * equally wide.
 */
export function wordQuads(pieces: ReadonlyArray<TextPiece>, start: number, end: number): ReadonlyArray<WordQuad> {
  const quads: WordQuad[] = [];
  let at = 0;
  for (const { str, hasEOL, transform, width } of pieces) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, str.length);
    at += str.length + (hasEOL ? 1 : 0);
    if (from >= to || str.slice(from, to).trim() === '') continue;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
    const along = Math.hypot(a, b) || 1;
    const size = Math.hypot(c, d) || along;
    const [ux, uy] = [a / along, b / along];
    const [vx, vy] = size === 0 ? [-uy, ux] : [c / size, d / size];
    const corner = (share: number, lift: number): readonly [number, number] => {
      const x = (width * share) / str.length;
      return [e + ux * x + vx * size * lift, f + uy * x + vy * size * lift];
    };
    quads.push([...corner(from, above), ...corner(to, above), ...corner(from, -below), ...corner(to, -below)]);
  }
  return quads;
}
