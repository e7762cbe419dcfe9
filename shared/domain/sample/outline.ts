/**
 * Papers of the sample, written down simply: a line is a paragraph, `## ` and `### ` are headings, `- ` and `1. ` are list
 * items, `| a | b |` are rows of a table whose first is its header, and `**` stands around bold words.
 */

export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly runs: ReadonlyArray<Run> }
  | { readonly type: 'paragraph'; readonly runs: ReadonlyArray<Run> }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: ReadonlyArray<ReadonlyArray<Run>> }
  | { readonly type: 'table'; readonly rows: ReadonlyArray<ReadonlyArray<ReadonlyArray<Run>>> };

function runsOf(text: string): ReadonlyArray<Run> {
  return text
    .split('**')
    .map((part, index) => ({ text: part, bold: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

type Line =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly type: 'item'; readonly ordered: boolean; readonly text: string }
  | { readonly type: 'row'; readonly cells: ReadonlyArray<string> }
  | { readonly type: 'paragraph'; readonly text: string };

function lineOf(text: string): Line {
  if (text.startsWith('### ')) return { type: 'heading', level: 3, text: text.slice(4) };
  if (text.startsWith('## ')) return { type: 'heading', level: 2, text: text.slice(3) };
  if (text.startsWith('- ')) return { type: 'item', ordered: false, text: text.slice(2) };
  if (/^\d+\. /.test(text)) return { type: 'item', ordered: true, text: text.replace(/^\d+\. /, '') };
  if (text.startsWith('|')) {
    const cells = text.split('|').slice(1, -1);
    return { type: 'row', cells: cells.map((cell) => cell.trim()) };
  }
  return { type: 'paragraph', text };
}

/** The blocks of an outline. Items, and rows, that follow one another make one list or one table. */
export function readOutline(outline: string): ReadonlyArray<Block> {
  const blocks: Block[] = [];
  for (const text of outline.split('\n').map((line) => line.trim())) {
    if (text === '') continue;
    const line = lineOf(text);
    const last = blocks.at(-1);
    if (line.type === 'item') {
      const item = runsOf(line.text);
      const isSame = last?.type === 'list' && last.ordered === line.ordered;
      if (isSame) blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
      else blocks.push({ type: 'list', ordered: line.ordered, items: [item] });
    } else if (line.type === 'row') {
      const row = line.cells.map(runsOf);
      if (last?.type === 'table') blocks[blocks.length - 1] = { ...last, rows: [...last.rows, row] };
      else blocks.push({ type: 'table', rows: [row] });
    } else if (line.type === 'heading') {
      blocks.push({ type: 'heading', level: line.level, runs: runsOf(line.text) });
    } else {
      blocks.push({ type: 'paragraph', runs: runsOf(line.text) });
    }
  }
  return blocks;
}
