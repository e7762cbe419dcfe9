/**
 * The matrix as a picture: the risks' numbers in their cells, the tolerance line, and where each stood before, with an arrow to where it
 * stands now. Colours come with a letter and fall in lightness, so that it reads on a black and white print.
 */
import {
  bandOf,
  cellCode,
  cellName,
  isSameCell,
  lineEdges,
  type Band,
  type Cell,
} from '#shared/domain/rating/scheme.ts';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import type { SchemeVersion, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { escapeHtml } from '#shared/kernel/escape-html.ts';

export interface MatrixPicture {
  readonly scheme: SchemeVersion;
  readonly risks: ReadonlyArray<SnapshotRisk>;
  /** Where a risk stood before, as a cell of this scheme; `null` where it stood nowhere. */
  readonly before: (risk: SnapshotRisk) => Cell | null;
}

const fills: Readonly<Record<Band, string>> = { red: '#98223a', amber: '#fbe497', green: '#dcefe6' };
const inks: Readonly<Record<Band, string>> = { red: '#ffffff', amber: '#3d2e00', green: '#12352a' };
const letters: Readonly<Record<Band, string>> = { red: 'R', amber: 'A', green: 'G' };

const [cellWidth, cellHeight, left, top, foot] = [150, 74, 150, 12, 58] as const;
const mostMarks = 6;
const radius = 12;

interface Mark {
  readonly risk: SnapshotRisk;
  readonly x: number;
  readonly y: number;
}

/** A whole SVG. Its text says what it shows to whoever does not see it. */
export function matrixSvg({ scheme, risks, before }: MatrixPicture): string {
  const impact = scheme.impact.toReversed();
  const width = left + impact.length * cellWidth + 8;
  const height = top + scheme.likelihood.length * cellHeight + foot;
  const corner = (cell: Cell): readonly [number, number] => [
    left + impact.findIndex(({ code }) => code === cell.impact) * cellWidth,
    top + scheme.likelihood.findIndex(({ code }) => code === cell.likelihood) * cellHeight,
  ];
  const rated = risks.filter((risk) => isLive(risk) && risk.current !== null);
  const marks: Mark[] = [];
  const more: string[] = [];
  const cells = scheme.cells.map((cell) => {
    const [x, y] = corner(cell);
    const here = rated.filter(({ current }) => current !== null && isSameCell(current, cell));
    const shown = here.length > mostMarks ? here.slice(0, mostMarks - 1) : here;
    shown.forEach((risk, at) => marks.push({ risk, x: x + 24 + (at % 4) * 34, y: y + 34 + Math.floor(at / 4) * 27 }));
    if (shown.length < here.length) {
      more.push(`${cellCode(cell)}: ${here.map(({ number }) => number).join(', ')}`);
      const at = shown.length;
      marks.push({ risk: here[at] as SnapshotRisk, x: -1, y: -1 });
      return `${box(cell.band, x, y, cellCode(cell))}${text(x + 24 + (at % 4) * 34, y + 39 + Math.floor(at / 4) * 27, `+${here.length - shown.length}`, inks[cell.band], 'middle', 14)}`;
    }
    return box(cell.band, x, y, cellCode(cell));
  });
  const placed = marks.filter(({ x }) => x >= 0);
  const ghosts = placed.flatMap(({ risk, x, y }) => {
    const from = before(risk);
    if (from === null || risk.current === null || isSameCell(from, risk.current)) return [];
    const [fromX, fromY] = corner(from);
    const ink = inks[bandOf(scheme, from)];
    const [gx, gy] = [fromX + cellWidth - 22, fromY + cellHeight - 18];
    return [
      `<circle cx="${gx}" cy="${gy}" r="${radius}" fill="none" stroke="${ink}" stroke-dasharray="3 3"/>${text(gx, gy + 5, String(risk.number), ink, 'middle', 13)}`,
      arrow(gx, gy, x, y),
    ];
  });
  const numbers = placed.map(
    ({ risk, x, y }) =>
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="#ffffff" stroke="#15211f" stroke-width="1.4"/>${text(x, y + 5, String(risk.number), '#15211f', 'middle', 13, true)}`,
  );
  const line = lineEdges(scheme).map(({ along, above, below }) => {
    const [ax, ay] = corner(above);
    const [bx, by] = corner(below);
    if (along === 'impact') {
      const x = Math.max(ax, bx);
      return `M${x} ${ay}V${ay + cellHeight}`;
    }
    const y = Math.max(ay, by);
    return `M${ax} ${y}H${ax + cellWidth}`;
  });
  const rows = scheme.likelihood.map(({ code, label }, at) =>
    text(left - 10, top + at * cellHeight + cellHeight / 2 + 5, `${code} ${label}`, '#15211f', 'end', 15),
  );
  const columns = impact.map(({ code, label }, at) =>
    text(left + at * cellWidth + cellWidth / 2, height - foot + 20, `${code} ${label}`, '#15211f', 'middle', 15),
  );
  const key = more.length === 0 ? '' : text(left, height - 8, `In full: ${more.join('; ')}`, '#15211f', 'start', 13);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="'Source Sans 3', 'Segoe UI', sans-serif"><title>${escapeHtml(matrixWords({ scheme, risks }))}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${cells.join('')}<path d="${line.join('')}" fill="none" stroke="#15211f" stroke-width="5"/>${ghosts.join('')}${numbers.join('')}${rows.join('')}${columns.join('')}${text(left - 10, height - foot + 20, 'Likelihood ↑ Impact →', '#45524f', 'end', 13)}${key}</svg>`;
}

function box(band: Band, x: number, y: number, code: string): string {
  return `<rect x="${x}" y="${y}" width="${cellWidth}" height="${cellHeight}" fill="${fills[band]}" stroke="#ffffff" stroke-width="2"/>${text(x + 6, y + 17, code, inks[band], 'start', 13, true)}${text(x + cellWidth - 8, y + 17, letters[band], inks[band], 'end', 13)}`;
}

function text(
  x: number,
  y: number,
  words: string,
  fill: string,
  anchor: 'start' | 'middle' | 'end',
  size: number,
  isBold = false,
): string {
  return `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-size="${size}"${isBold ? ' font-weight="600"' : ''}>${escapeHtml(words)}</text>`;
}

/** From the ghost's edge to the edge of where the risk stands now. */
function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const long = Math.hypot(x2 - x1, y2 - y1);
  if (long < radius * 2 + 8) return '';
  const [dx, dy] = [(x2 - x1) / long, (y2 - y1) / long];
  const [sx, sy] = [x1 + dx * radius, y1 + dy * radius];
  const [ex, ey] = [x2 - dx * (radius + 3), y2 - dy * (radius + 3)];
  const head = [-0.45, 0.45].map((turn) => {
    const angle = Math.atan2(dy, dx) + Math.PI + turn;
    return `M${round(ex)} ${round(ey)}L${round(ex + 9 * Math.cos(angle))} ${round(ey + 9 * Math.sin(angle))}`;
  });
  const d = `M${round(sx)} ${round(sy)}L${round(ex)} ${round(ey)}${head.join('')}`;
  return `<path d="${d}" fill="none" stroke="#ffffff" stroke-width="4.5"/><path d="${d}" fill="none" stroke="#15211f" stroke-width="1.8"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The same in words: `B-II: 1, 3. D-I: 2.` */
export function matrixWords({ scheme, risks }: Pick<MatrixPicture, 'scheme' | 'risks'>): string {
  const live = risks.filter(isLive);
  const told = scheme.cells.flatMap((cell) => {
    const here = live.filter(({ current }) => current !== null && isSameCell(current, cell));
    if (here.length === 0) return [];
    return [
      `${cellName(scheme, cell)}, ${cell.above ? 'above' : 'below'} the line: ${here.map(({ number }) => number).join(', ')}.`,
    ];
  });
  const unrated = live.filter(({ current }) => current === null).map(({ number }) => number);
  return [...told, ...(unrated.length === 0 ? [] : [`Not rated: ${unrated.join(', ')}.`])].join(' ');
}
