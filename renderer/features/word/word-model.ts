/**
 * A Word file's contents as the reader library gives them, turned into blocks of a paper. The library's own markup is never
 * made or shown: its model is looked at piece by piece, and what a paper cannot hold is counted instead.
 */
import type { Block, ListBlock, Run, TableCell } from '#shared/domain/papers/paper-blocks.ts';
import { isAllowedLink, longestFootnote } from '#shared/domain/papers/paper-blocks.ts';

/** A picture of the file, to be kept before its block can name it. */
export interface WordPicture {
  readonly type: string;
  readonly description: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

export interface WordBlocks {
  /** Pictures are named `picture:<place in the list>` where a paper's would be by their hash. */
  readonly blocks: ReadonlyArray<Block>;
  readonly pictures: ReadonlyArray<WordPicture>;
  /** What the file calls itself in a paragraph of the style Title; the paper has a title of its own. */
  readonly title: string | null;
  readonly lostLinks: number;
}

type Model = Readonly<Record<string, unknown>>;

interface Reading {
  readonly pictures: WordPicture[];
  /** Where a note's words are found. */
  noteOf(reference: Model): Model | null;
  lostLinks: number;
  title: string | null;
  /** How far headings sink: by one where the file has any of the first rank but is no longer led by a title of ours. */
  readonly ranks: ReadonlyMap<number, 2 | 3 | 4>;
}

/** A paragraph on its way into blocks: lists are put together from paragraphs that follow one another. */
type Piece =
  | { readonly type: 'block'; readonly block: Block }
  | {
      readonly type: 'item';
      readonly depth: number;
      readonly isNumbered: boolean;
      readonly blocks: ReadonlyArray<Block>;
    };

export function wordBlocks(document: unknown): WordBlocks {
  const model = asModel(document);
  const children = listIn(model, 'children');
  const reading: Reading = {
    pictures: [],
    noteOf: (reference) => noteIn(model, reference),
    lostLinks: 0,
    title: null,
    ranks: ranksOf(children),
  };
  const blocks = blocksOf(children, reading);
  const { pictures, title, lostLinks } = reading;
  return { blocks, pictures, title, lostLinks };
}

function asModel(value: unknown): Model {
  return typeof value === 'object' && value !== null ? (value as Model) : {};
}

function listIn(model: Model, key: string): ReadonlyArray<Model> {
  const held = model[key];
  return Array.isArray(held) ? held.map(asModel) : [];
}

function wordsIn(model: Model, key: string): string {
  const held = model[key];
  return typeof held === 'string' ? held : '';
}

function plain(text: string): Run {
  return { text, bold: false, italic: false, link: null };
}

function rankOf(paragraph: Model): number | null {
  const named =
    /^heading (\d)$/i.exec(wordsIn(paragraph, 'styleName')) ?? /^heading(\d)$/i.exec(wordsIn(paragraph, 'styleId'));
  return named === null ? null : Number(named[1]);
}

/** The ranks a file uses, in order, become the paper's three: a file that begins at the second loses none for it. */
function ranksOf(children: ReadonlyArray<Model>): ReadonlyMap<number, 2 | 3 | 4> {
  const used = [...new Set(children.flatMap((child) => rankOf(child) ?? []))].sort((a, b) => a - b);
  return new Map(used.map((rank, at) => [rank, at === 0 ? 2 : at === 1 ? 3 : 4]));
}

function blocksOf(children: ReadonlyArray<Model>, reading: Reading): ReadonlyArray<Block> {
  return withLists(children.flatMap((child) => piecesOf(child, reading)));
}

function piecesOf(child: Model, reading: Reading): ReadonlyArray<Piece> {
  if (child['type'] === 'table') return [{ type: 'block', block: tableOf(child, reading) }];
  if (child['type'] !== 'paragraph') return [];
  const { runs, pictures } = paragraphOf(child, reading);
  const shown = pictures.map((block): Piece => ({ type: 'block', block }));
  const text = runs
    .map((run) => run.text)
    .join('')
    .trim();
  if (/^title$/i.test(wordsIn(child, 'styleName')) && text !== '') {
    reading.title ??= text;
    return shown;
  }
  const rank = rankOf(child);
  if (rank !== null) {
    if (text === '') return shown;
    const level = reading.ranks.get(rank) ?? 4;
    const words = runs.map((run) => ({ ...run, bold: false, text: run.text.replaceAll('\n', ' ') }));
    return [{ type: 'block', block: { type: 'heading', level, section: null, runs: words } }, ...shown];
  }
  const numbering = child['numbering'];
  if (typeof numbering === 'object' && numbering !== null) {
    const { level, isOrdered } = asModel(numbering);
    const depth = Math.min(8, Math.max(0, Number(level) || 0));
    const blocks: ReadonlyArray<Block> = [{ type: 'paragraph', runs }, ...pictures];
    return [{ type: 'item', depth, isNumbered: isOrdered === true, blocks }];
  }
  // Word's empty paragraphs are room between others; here that is the style's to give.
  if (text === '' && runs.every(({ note }) => note === undefined)) return shown;
  return [{ type: 'block', block: { type: 'paragraph', runs } }, ...shown];
}

/** Items that follow one another become lists, deeper ones within the item before them. */
function withLists(pieces: ReadonlyArray<Piece>): ReadonlyArray<Block> {
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined) break;
    if (piece.type === 'block') {
      blocks.push(piece.block);
      continue;
    }
    let end = at;
    while (pieces[end]?.type === 'item') end++;
    const items = pieces.slice(at, end).filter((item) => item.type === 'item');
    blocks.push(...listsOf(items, Math.min(...items.map(({ depth }) => depth))));
    at = end - 1;
  }
  return blocks;
}

type ItemPiece = Extract<Piece, { readonly type: 'item' }>;

function listsOf(items: ReadonlyArray<ItemPiece>, depth: number): ReadonlyArray<ListBlock> {
  const lists: Array<{ isNumbered: boolean; items: Block[][] }> = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    let end = at + 1;
    while ((items[end]?.depth ?? -1) > depth) end++;
    const below = items.slice(at + 1, end);
    const inner = below.length === 0 ? [] : listsOf(below, Math.min(...below.map((deeper) => deeper.depth)));
    const last = lists.at(-1);
    const blocks = [...item.blocks, ...inner];
    if (last?.isNumbered === item.isNumbered) last.items.push(blocks);
    else lists.push({ isNumbered: item.isNumbered, items: [blocks] });
    at = end;
  }
  return lists.map((list) => ({ type: 'list', start: 1, ...list }));
}

function tableOf(table: Model, reading: Reading): Block {
  const rows = listIn(table, 'children').filter((row) => row['type'] === 'tableRow');
  const headers = rows.filter((row) => row['isHeader'] === true).length;
  // A table of nothing but header rows is one whose file says “no header” in a way the reader does not understand.
  const isHeader = (row: Model, at: number): boolean => row['isHeader'] === true && (headers < rows.length || at === 0);
  return {
    type: 'table',
    rows: rows.map((row, at) =>
      listIn(row, 'children').map((cell): TableCell => {
        const blocks = blocksOf(listIn(cell, 'children'), reading);
        return {
          isHeader: isHeader(row, at),
          columns: countOf(cell['colSpan']),
          rows: countOf(cell['rowSpan']),
          blocks: blocks.length === 0 ? [{ type: 'paragraph', runs: [] }] : blocks,
        };
      }),
    ),
  };
}

function countOf(value: unknown): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= 1 && count <= 1000 ? count : 1;
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
}

interface ParagraphRead {
  readonly runs: ReadonlyArray<Run>;
  readonly pictures: ReadonlyArray<Block>;
}

function paragraphOf(paragraph: Model, reading: Reading): ParagraphRead {
  const runs: Run[] = [];
  const pictures: Block[] = [];
  const say = (text: string, look: Look): void => {
    const clean = text.replaceAll(/[[\p{Cc}\p{Cf}]--[\n\t\u00AD\u200D]]/gv, '').replaceAll('\t', ' ');
    if (clean !== '') runs.push({ text: clean, ...look });
  };
  const walk = (children: ReadonlyArray<Model>, look: Look, depth: number): void => {
    if (depth > 50) return;
    for (const child of children) {
      switch (child['type']) {
        case 'text':
          say(wordsIn(child, 'value'), look);
          break;
        case 'tab':
          say(' ', look);
          break;
        case 'break':
          if (child['breakType'] === 'line') say('\n', look);
          break;
        case 'checkbox':
          say(child['checked'] === true ? '☑' : '☐', look);
          break;
        case 'run':
          walk(
            listIn(child, 'children'),
            { ...look, bold: look.bold || child['isBold'] === true, italic: look.italic || child['isItalic'] === true },
            depth + 1,
          );
          break;
        case 'hyperlink': {
          const href = wordsIn(child, 'href').replace(/^http:/i, 'https:');
          const link = isAllowedLink(href) ? href : null;
          if (link === null && href !== '') reading.lostLinks++;
          walk(listIn(child, 'children'), { ...look, link }, depth + 1);
          break;
        }
        case 'noteReference': {
          const note = reading.noteOf(child);
          if (note === null) break;
          const words = listIn(note, 'body').flatMap(
            (body) => paragraphOf(body, { ...reading, noteOf: () => null }).runs,
          );
          const said = words
            .map(({ text }) => text)
            .join('')
            .replaceAll(/\s+/g, ' ')
            .trim()
            .slice(0, longestFootnote);
          if (said !== '') runs.push({ ...plain(''), note: said });
          break;
        }
        case 'image':
          pictures.push({
            type: 'picture',
            sha256: `picture:${reading.pictures.length}`,
            description: wordsIn(child, 'altText').trim().slice(0, 1000),
          });
          reading.pictures.push(pictureOf(child));
          break;
        default:
          walk(listIn(child, 'children'), look, depth + 1);
      }
    }
  };
  walk(listIn(paragraph, 'children'), { bold: false, italic: false, link: null }, 0);
  return { runs: joined(runs), pictures };
}

/** Word cuts words into many runs; those that look alike are one. */
function joined(runs: ReadonlyArray<Run>): ReadonlyArray<Run> {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (
      run.note === undefined &&
      last?.note === undefined &&
      last?.bold === run.bold &&
      last.italic === run.italic &&
      last.link === run.link
    ) {
      out[out.length - 1] = { ...last, text: last.text + run.text };
    } else out.push(run);
  }
  return out;
}

function pictureOf(image: Model): WordPicture {
  const { readAsArrayBuffer } = image;
  return {
    type: wordsIn(image, 'contentType'),
    description: wordsIn(image, 'altText'),
    read: async () => {
      const bytes: unknown = typeof readAsArrayBuffer === 'function' ? await readAsArrayBuffer.call(image) : null;
      // The library gives a view of bytes, whatever its method is called.
      return bytes instanceof Uint8Array ? new Uint8Array(bytes) : new Uint8Array(0);
    },
  };
}

function noteIn(document: Model, reference: Model): Model | null {
  const notes = asModel(document['notes']);
  const { resolve } = notes;
  if (typeof resolve !== 'function') return null;
  const found: unknown = resolve.call(notes, reference);
  return typeof found === 'object' && found !== null ? (found as Model) : null;
}
