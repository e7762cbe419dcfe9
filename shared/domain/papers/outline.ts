/** The outline of a written paper: its headings, and how much stands under each before the next. */
import { countWords, linesOf, type Block } from './paper-blocks.ts';

export interface OutlineEntry {
  /** `null` for what stands before the first heading. */
  readonly level: 2 | 3 | 4 | null;
  readonly heading: string;
  /** The section of the template it was made for. */
  readonly section: string | null;
  /** Words under it, up to the next heading of any level. */
  readonly words: number;
  /** Whether anything stands under it: words, or a picture. */
  readonly hasContent: boolean;
}

interface Counting {
  level: OutlineEntry['level'];
  heading: string;
  section: string | null;
  words: number;
  hasContent: boolean;
}

/** Each heading in order; what stands before the first comes under an entry of its own, where there is anything. */
export function outlineOf(blocks: ReadonlyArray<Block>): ReadonlyArray<OutlineEntry> {
  let current: Counting = { level: null, heading: '', section: null, words: 0, hasContent: false };
  const entries: Counting[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (current.level !== null || current.hasContent) entries.push(current);
      const heading = linesOf([block]).join(' ').trim();
      current = { level: block.level, heading, section: block.section, words: 0, hasContent: false };
      continue;
    }
    for (const line of linesOf([block])) current.words += countWords(line);
    current.hasContent ||= current.words > 0 || hasPicture([block]);
  }
  if (current.level !== null || current.hasContent) entries.push(current);
  return entries;
}

function hasPicture(blocks: ReadonlyArray<Block>): boolean {
  return blocks.some((block) => {
    if (block.type === 'list') return block.items.some(hasPicture);
    if (block.type === 'table') return block.rows.some((row) => row.some((cell) => hasPicture(cell.blocks)));
    return block.type === 'picture';
  });
}

export interface PaperLength {
  readonly words: number;
  /** About how many pages of A4 it will fill when printed; at least one. */
  readonly pages: number;
}

/** Words on a page of A4 at 12 point with headings between; pictures and rows of tables take the room of so many words. */
const wordsOnAPage = 420;
const wordsOfAPicture = 140;
const wordsOfARow = 14;

export function lengthOf(blocks: ReadonlyArray<Block>): PaperLength {
  const words = linesOf(blocks).reduce((sum, line) => sum + countWords(line), 0);
  const room = roomTaken(blocks);
  return { words, pages: Math.max(1, Math.ceil((words + room) / wordsOnAPage)) };
}

function roomTaken(blocks: ReadonlyArray<Block>): number {
  return blocks.reduce((sum, block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return sum + 8;
      case 'picture':
        return sum + wordsOfAPicture;
      case 'list':
        return sum + block.items.reduce((all, item) => all + roomTaken(item), 0);
      case 'table':
        return sum + block.rows.length * wordsOfARow;
    }
  }, 0);
}
