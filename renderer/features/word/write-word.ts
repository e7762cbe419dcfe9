/** Writes a paper as a Word file: real heading styles, real lists, header rows that repeat, and described pictures. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, ListBlock, Run, TableBlock } from '#shared/domain/papers/paper-blocks.ts';
import { readJpeg, readPng } from '#shared/domain/papers/picture-facts.ts';

export interface WordPaper {
  readonly title: string;
  readonly author: string;
  /** Names and values of the paper's head. */
  readonly facts: ReadonlyArray<readonly [string, string]>;
  readonly blocks: ReadonlyArray<Block>;
  /** By hash; none for a picture that is not on this laptop. */
  readonly pictures: ReadonlyMap<string, PictureBytes>;
}

export interface PictureBytes {
  readonly type: string;
  readonly bytes: Uint8Array;
}

type WordBlock = Paragraph | Table;

const headings = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
const numberedList = 'numbered';
const bulletedList = 'bulleted';
const deepestLevel = 8;
/** The room for a picture, in points of the screen: A4 within its margins. */
const widest = 600;
const tallest = 800;

interface Writing {
  readonly pictures: WordPaper['pictures'];
  /** Each numbered list is an instance of its own, or it would go on from the one before. */
  lists: number;
  /** The words of the footnotes so far, by their numbers less one. */
  readonly notes: string[];
}

export async function writeWord(paper: WordPaper): Promise<Blob> {
  const writing: Writing = { pictures: paper.pictures, lists: 0, notes: [] };
  const children = blocksIn(paper.blocks, writing);
  const document = new Document({
    creator: paper.author === '' ? 'Packhorse' : paper.author,
    lastModifiedBy: paper.author === '' ? 'Packhorse' : paper.author,
    title: paper.title,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 22, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 140, line: 288 } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
        heading1: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { size: 24, bold: true },
          paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
        },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      },
    },
    footnotes: Object.fromEntries(writing.notes.map((words, at) => [at + 1, { children: [new Paragraph(words)] }])),
    numbering: {
      config: [
        {
          reference: numberedList,
          levels: levelsOf((level) => ({
            format: numberFormats[level % 3] ?? LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
          })),
        },
        {
          reference: bulletedList,
          levels: levelsOf((level) => ({ format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–' })),
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        children: [
          new Paragraph({ text: paper.title, style: 'Title' }),
          ...(paper.facts.length === 0 ? [] : [factsTable(paper.facts), new Paragraph({})]),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

const numberFormats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN] as const;

function levelsOf(lookOf: (level: number) => Pick<ILevelsOptions, 'format' | 'text'>): ReadonlyArray<ILevelsOptions> {
  return Array.from({ length: deepestLevel + 1 }, (_, level) => ({
    level,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } },
    ...lookOf(level),
  }));
}

function factsTable(facts: WordPaper['facts']): Table {
  const rows = facts.map(
    ([name, value]) =>
      new TableRow({
        children: [
          new TableCell({
            width: { size: 25, type: WidthType.PERCENTAGE },
            children: [new Paragraph({ children: [new TextRun({ text: name, bold: true })] })],
          }),
          new TableCell({ width: { size: 75, type: WidthType.PERCENTAGE }, children: [new Paragraph(value)] }),
        ],
      }),
  );
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none, insideVertical: none, insideHorizontal: none };
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders, rows });
}

function blocksIn(blocks: ReadonlyArray<Block>, writing: Writing): WordBlock[] {
  return blocks.flatMap((block): WordBlock[] => {
    switch (block.type) {
      case 'heading':
        return [new Paragraph({ heading: headings[block.level], children: runsIn(block.runs, writing) })];
      case 'paragraph':
        return [new Paragraph({ children: runsIn(block.runs, writing) })];
      case 'list':
        return listIn(block, 0, writing);
      case 'table':
        return [tableIn(block, writing), new Paragraph({})];
      case 'picture':
        return [new Paragraph({ children: [pictureIn(block.sha256, block.description, writing)] })];
    }
  });
}

function runsIn(runs: ReadonlyArray<Run>, { notes }: Writing): ParagraphChild[] {
  return runs.flatMap(({ text, bold, italic, link, note }): ParagraphChild[] => {
    if (note !== undefined) return [new FootnoteReferenceRun(notes.push(note))];
    const children = text.split('\n').map(
      (line, at) =>
        new TextRun({
          text: line,
          bold,
          italics: italic,
          ...(at > 0 ? { break: 1 } : {}),
          ...(link === null ? {} : { style: 'Hyperlink' }),
        }),
    );
    return link === null ? children : [new ExternalHyperlink({ link, children })];
  });
}

function listIn({ isNumbered, items }: ListBlock, level: number, writing: Writing): WordBlock[] {
  const instance = ++writing.lists;
  const reference = isNumbered ? numberedList : bulletedList;
  return items.flatMap((item) =>
    item.flatMap((block, at): WordBlock[] => {
      if (block.type === 'list') return listIn(block, Math.min(level + 1, deepestLevel), writing);
      if (block.type !== 'paragraph') return blocksIn([block], writing);
      const children = runsIn(block.runs, writing);
      if (at === 0) return [new Paragraph({ children, numbering: { reference, level, instance } })];
      return [new Paragraph({ children, indent: { left: 400 * (level + 1) } })];
    }),
  );
}

function tableIn({ rows }: TableBlock, writing: Writing): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row) =>
        new TableRow({
          // Named only where it is one: some readers take a “no” for a “yes”.
          ...(row.length > 0 && row.every((cell) => cell.isHeader) ? { tableHeader: true } : {}),
          cantSplit: true,
          children: row.map((cell) => {
            const children = blocksIn(cell.blocks, writing);
            return new TableCell({
              columnSpan: cell.columns,
              rowSpan: cell.rows,
              ...(cell.isHeader ? { shading: { fill: 'EDF0EE' } } : {}),
              // Word wants a paragraph at the end of every cell.
              children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({})],
            });
          }),
        }),
    ),
  });
}

function pictureIn(sha256: string, description: string, { pictures }: Writing): ParagraphChild {
  const picture = pictures.get(sha256);
  const facts =
    picture === undefined ? null : picture.type === 'image/png' ? readPng(picture.bytes) : readJpeg(picture.bytes);
  if (picture === undefined || facts === null) return new TextRun({ text: `[Picture: ${description}]`, italics: true });
  const { width, height } = facts;
  const scale = Math.min(1, widest / width, tallest / height);
  return new ImageRun({
    type: picture.type === 'image/png' ? 'png' : 'jpg',
    data: picture.bytes,
    transformation: { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) },
    altText: { name: 'Picture', title: '', description },
  });
}
