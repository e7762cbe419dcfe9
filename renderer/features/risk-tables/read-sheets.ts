/**
 * A foreign spreadsheet, read into rows of text. Nothing in it is ever run: of a formula the value is taken that was worked out when it was
 * saved. Whatever is not a plain table is refused with the reason, before anything else looks at it.
 */
import { unzipSync, strFromU8 } from 'fflate';
import { parse } from 'papaparse';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
  /** The first and last row, counted from 0, of each block of merged cells. */
  readonly merged: ReadonlyArray<readonly [first: number, last: number]>;
}

export type SheetRefusal =
  | { readonly type: 'Empty' }
  | { readonly type: 'TooLarge'; readonly mostMegabytes: number }
  /** It would unpack to far more than it says. */
  | { readonly type: 'UnpacksTooLarge' }
  | { readonly type: 'TooManyRows'; readonly count: number; readonly most: number }
  /** With macros: saved without them it is read. */
  | { readonly type: 'WithMacros' }
  /** An `.xls` of before 2007, or a workbook locked with a password: both look alike from outside. */
  | { readonly type: 'OldOrLocked' }
  | { readonly type: 'NotASpreadsheet' };

export interface SheetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const mostMegabytes = 30;
const mostUnpacked = 250 * 1024 * 1024;
/** Rows with a risk in them. A council's register has a few hundred. */
export const mostRows = 5000;
/** Titles and legends may stand above them. */
const spareRows = 60;

export async function readSheets({ name, bytes }: SheetFile): Promise<Result<ReadonlyArray<Sheet>, SheetRefusal>> {
  if (bytes.length === 0) return refuse({ type: 'Empty' });
  if (bytes.length > mostMegabytes * 1024 * 1024) return refuse({ type: 'TooLarge', mostMegabytes });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse({ type: 'OldOrLocked' });
  const sheets = startsWith(bytes, [0x50, 0x4b]) ? await workbookSheets(bytes) : textSheet(name, bytes);
  if (!sheets.ok) return sheets;
  const filled = sheets.value.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return refuse({ type: 'Empty' });
  return ok(filled);
}

function startsWith(bytes: Uint8Array, start: ReadonlyArray<number>): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

async function workbookSheets(bytes: Uint8Array): Promise<Result<ReadonlyArray<Sheet>, SheetRefusal>> {
  const parts = partsOf(bytes);
  if (!parts.ok) return parts;
  if (parts.value.names.some((part) => /vbaProject\.bin$/i.test(part))) return refuse({ type: 'WithMacros' });
  if (!parts.value.names.includes('xl/workbook.xml')) return refuse({ type: 'NotASpreadsheet' });
  const { default: readExcelFile } = await import('read-excel-file/universal');
  let read: Awaited<ReturnType<typeof readExcelFile>>;
  try {
    read = await readExcelFile(new Uint8Array(bytes).buffer);
  } catch {
    // The library says no more than that it could not make sense of it.
    return refuse({ type: 'NotASpreadsheet' });
  }
  const sheets: Sheet[] = [];
  for (const [at, { sheet, data }] of read.entries()) {
    const rows = tidied(data.map((row) => row.map((cell) => cellText(cell as Parameters<typeof cellText>[0]))));
    if (rows.length > mostRows + spareRows) return refuse({ type: 'TooManyRows', count: rows.length, most: mostRows });
    sheets.push({ name: sheet, rows, merged: parts.value.mergedIn(at) });
  }
  return ok(sheets);
}

interface Parts {
  readonly names: ReadonlyArray<string>;
  mergedIn(sheet: number): Sheet['merged'];
}

/** What lies in the package, and how large it says it is unpacked. */
function partsOf(bytes: Uint8Array): Result<Parts, SheetRefusal> {
  const names: string[] = [];
  let unpacked = 0;
  let sheets: Record<string, Uint8Array>;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > mostUnpacked) return refuse({ type: 'UnpacksTooLarge' });
    sheets = unzipSync(bytes, {
      filter: ({ name }) => /^xl\/(?:worksheets\/[^/]+\.xml|workbook\.xml|_rels\/workbook\.xml\.rels)$/.test(name),
    });
  } catch {
    return refuse({ type: 'NotASpreadsheet' });
  }
  const order = sheetOrder(sheets);
  return ok({
    names,
    mergedIn: (at) => {
      const part = sheets[order[at] ?? ''];
      if (part === undefined) return [];
      return [...strFromU8(part).matchAll(/<mergeCell\s+ref="[A-Z]+(\d+):[A-Z]+(\d+)"/g)].map((found) => [
        Number(found[1]) - 1,
        Number(found[2]) - 1,
      ]);
    },
  });
}

/** The parts of the sheets in the order in which the workbook names them. */
function sheetOrder(parts: Readonly<Record<string, Uint8Array>>): ReadonlyArray<string> {
  const textOf = (name: string): string => {
    const part = parts[name];
    return part === undefined ? '' : strFromU8(part);
  };
  const targets = new Map<string, string>();
  for (const [tag] of textOf('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)) {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')];
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return [...textOf('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)].map(
    ([tag]) => targets.get(attribute(tag, 'r:id')) ?? '',
  );
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function cellText(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(value).trim();
}

function textSheet(name: string, bytes: Uint8Array): Result<ReadonlyArray<Sheet>, SheetRefusal> {
  const text = decoded(bytes);
  // Beyond a few stray ones, control characters mean that it is no text at all.
  if (text === null) return refuse({ type: 'NotASpreadsheet' });
  const { data } = parse<ReadonlyArray<string>>(text, { skipEmptyLines: 'greedy', preview: mostRows + spareRows + 1 });
  const rows = tidied(data.map((row) => row.map((cell) => cell.trim())));
  if (rows.length > mostRows + spareRows) {
    return refuse({ type: 'TooManyRows', count: text.split('\n').length, most: mostRows });
  }
  return ok([{ name, rows, merged: [] }]);
}

/** By its byte order mark, else as UTF-8 where it is that, else as Windows wrote text before. */
function decoded(bytes: Uint8Array): string | null {
  const encoding = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  const strange = text.slice(0, 4000).match(/[^\P{Cc}\t\n\r]/gu)?.length ?? 0;
  return strange > 4 ? null : text.replace(/^\uFEFF/, '');
}

/** Without the empty rows at the end. Those between stay, so that rows keep their numbers. */
function tidied(rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<ReadonlyArray<string>> {
  let last = rows.length;
  while (last > 0 && (rows[last - 1] ?? []).every((cell) => cell === '')) last -= 1;
  return rows.slice(0, last);
}
