/**
 * What a reader, and a screen reader above all, would stumble over in a written paper. None of it stops anything: it is told
 * beside the text and again in the check before issue (WCAG 2.2: headings, text alternatives, link purpose, tables).
 */
import { countWords, linesOf, type Block, type Run } from './paper-blocks.ts';

export type WritingProblem = {
  /** Which block of the text it is in, counted from 0. */
  readonly at: number;
} & (
  | { readonly type: 'HeadingEmpty' }
  /** A rank is left out: a small heading straight under a large one. */
  | { readonly type: 'HeadingSkips'; readonly heading: string }
  | { readonly type: 'PictureUndescribed' }
  | { readonly type: 'TableWithoutHeader' }
  /** Words such as “here” say nothing of where they lead. */
  | { readonly type: 'LinkUnclear'; readonly words: string }
  | { readonly type: 'HardToRead'; readonly age: number }
);

/** Words that name no place, alone or with a verb before them. */
const unclearWords =
  /^(?:(?:click|press|see|read|look|go)\s+)?(?:here|this|this link|link|more|read more|find out more|this page|this document|website)\.?$/i;

/** The age up to which a text for members and the public should be read with ease. */
export const easyAge = 16;
/** Fewer words tell too little of how hard a text is. */
const leastWords = 120;

/** @param syllablesOf counts the syllables of a word */
export function writingProblems(
  blocks: ReadonlyArray<Block>,
  syllablesOf: (word: string) => number,
): ReadonlyArray<WritingProblem> {
  const problems = blocks.flatMap((block, at) =>
    problemsIn(block).map((problem): WritingProblem => ({ ...problem, at })),
  );
  const skips = headingSkips(blocks);
  const age = readingAge(blocks, syllablesOf);
  const hard: ReadonlyArray<WritingProblem> = age !== null && age > easyAge ? [{ type: 'HardToRead', age, at: 0 }] : [];
  return [...problems, ...skips, ...hard].sort((a, b) => a.at - b.at);
}

type Found =
  | { readonly type: 'HeadingEmpty' }
  | { readonly type: 'PictureUndescribed' }
  | { readonly type: 'TableWithoutHeader' }
  | { readonly type: 'LinkUnclear'; readonly words: string };

function problemsIn(block: Block): ReadonlyArray<Found> {
  switch (block.type) {
    case 'heading':
      return linesOf([block]).join('').trim() === '' ? [{ type: 'HeadingEmpty' }] : unclearLinks(block.runs);
    case 'paragraph':
      return unclearLinks(block.runs);
    case 'picture':
      return block.description.trim() === '' ? [{ type: 'PictureUndescribed' }] : [];
    case 'list':
      return block.items.flat().flatMap(problemsIn);
    case 'table': {
      const cells = block.rows.flat();
      const hasHeader = cells.some((cell) => cell.isHeader);
      const inside = cells.flatMap((cell) => cell.blocks.flatMap(problemsIn));
      return hasHeader || cells.length === 0 ? inside : [{ type: 'TableWithoutHeader' }, ...inside];
    }
  }
}

function unclearLinks(runs: ReadonlyArray<Run>): ReadonlyArray<Found> {
  const links: Array<{ address: string; words: string }> = [];
  let before: string | null = null;
  for (const { text, link } of runs) {
    const last = links.at(-1);
    if (link !== null && link === before && last !== undefined) last.words += text;
    else if (link !== null) links.push({ address: link, words: text });
    before = link;
  }
  return links.flatMap(({ words }): Found[] => {
    const said = words.trim();
    return unclearWords.test(said) || /^https?:\/\//i.test(said) ? [{ type: 'LinkUnclear', words: said }] : [];
  });
}

/** The paper's title is the first rank: the text begins with the second, and goes down by one at a time. */
function headingSkips(blocks: ReadonlyArray<Block>): ReadonlyArray<WritingProblem> {
  const skips: WritingProblem[] = [];
  let above = 1;
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'heading') continue;
    if (block.level > above + 1) skips.push({ type: 'HeadingSkips', heading: linesOf([block]).join(' ').trim(), at });
    above = block.level;
  }
  return skips;
}

/**
 * The age at which the text is read with ease: the Flesch–Kincaid grade with five years added, as British guides reckon it.
 * `null` where there is too little of it. Lists and tables are no sentences and are left out.
 */
export function readingAge(blocks: ReadonlyArray<Block>, syllablesOf: (word: string) => number): number | null {
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? linesOf([block]) : []));
  const words = lines.flatMap((line) => line.match(/\p{L}[\p{L}’'-]*/gu) ?? []);
  if (words.length < leastWords) return null;
  const sentences = lines.reduce(
    (sum, line) => sum + (line.match(/[.!?](?=\s|$)/g)?.length ?? (countWords(line) > 0 ? 1 : 0)),
    0,
  );
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllablesOf(word)), 0);
  const grade = 0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(5, Math.round(grade + 5));
}
