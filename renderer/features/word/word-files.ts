/** Between a paper and a Word file: taking one in, and writing one out. */
import { importText } from '#shared/domain/papers/import.commands.ts';
import { intoTemplate, type Fitted } from '#shared/domain/papers/into-template.ts';
import { blocksOf, type Block } from '#shared/domain/papers/paper-blocks.ts';
import { bytesToTell, formOf } from '#shared/domain/papers/picture-facts.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { picturesIn } from '#shared/domain/packs/text-html.ts';
import { writeBlocks, type WritePlace } from '#shared/domain/papers/write-blocks.ts';
import type { Result } from '#shared/kernel/result.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { keepFile, readFile } from '#renderer/data/files.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { readText } from '#renderer/data/texts.ts';
import type { WordRead } from './read-word.ts';
import type { PictureBytes, WordPaper } from './write-word.ts';

const body = 'body';

/** A file that has been read, fitted into the template, and is not yet in the paper. */
export interface WordReady {
  readonly fileName: string;
  readonly file: Blob;
  readonly read: WordRead;
  readonly fitted: Fitted;
}

/** Puts it into the paper: pictures and the file itself are kept first, then all of it is one save. */
export async function takeIn(
  session: Session,
  paperId: string,
  { read, fitted, file, fileName }: WordReady,
  place: WritePlace,
): Promise<Result<unknown, { readonly type: string }>> {
  const { database } = session;
  const paper = await rowsOf(database, paperKind).get(paperId);
  if (paper === undefined) throw new Error('The paper has gone');
  const kept = await Promise.all(read.pictures.map(async (picture) => keptPicture(session, await picture.read())));
  const blocks = withPictures(fitted.blocks, kept);
  const sha256 = await keepFile(database, file);
  const update = writeBlocks(await readText(database, paperId, body), blocks, place) ?? '';
  return run(session, importText, { paper, update, original: { sha256, fileName } });
}

/** What it is is told by its bytes; anything but a picture that screens and PDFs show is left out. */
async function keptPicture({ database }: Session, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const form = formOf(bytes.subarray(0, bytesToTell));
  if (form !== 'png' && form !== 'jpeg') return null;
  return keepFile(database, new Blob([bytes], { type: `image/${form}` }));
}

/** Names the kept pictures by their hashes; those that could not be kept go. */
export function withPictures(blocks: ReadonlyArray<Block>, kept: ReadonlyArray<string | null>): ReadonlyArray<Block> {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'picture': {
        const sha256 = kept[Number(block.sha256.replace('picture:', ''))] ?? null;
        return sha256 === null ? [] : [{ ...block, sha256 }];
      }
      case 'list':
        return [{ ...block, items: block.items.map((item) => withPictures(item, kept)) }];
      case 'table':
        return [
          {
            ...block,
            rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: withPictures(cell.blocks, kept) }))),
          },
        ];
      case 'heading':
      case 'paragraph':
        return [block];
    }
  });
}

export function fitted(read: WordRead): Fitted {
  return intoTemplate(read.blocks);
}

/** Whether somebody has written in the paper already, beyond the template's headings. */
export async function hasWords({ database }: Session, paperId: string): Promise<boolean> {
  const blocks = blocksOf(await readText(database, paperId, body));
  return blocks.some((block) => {
    if (block.type === 'heading') return false;
    if (block.type === 'paragraph') return block.runs.some(({ text }) => text.trim() !== '');
    return (
      block.type !== 'list' || block.items.flat().some((inner) => inner.type !== 'paragraph' || inner.runs.length > 0)
    );
  });
}

/** A written paper with its pictures, ready to be written out. */
export async function wordPaper({ database }: Session, paper: Paper, facts: WordPaper['facts']): Promise<WordPaper> {
  const text = await readText(database, paper.id, body);
  const pictures = new Map<string, PictureBytes>();
  for (const sha256 of picturesIn(text)) {
    const file = await readFile(database, sha256);
    if (file !== null) pictures.set(sha256, { type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return { title: paper.title, author: paper.author, facts, blocks: blocksOf(text), pictures };
}
