/** Reads a Word file into blocks of a paper. The reader library is large and comes only when it is wanted. */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { lookIntoWord, type NotCarried, type WordRefusal } from './not-carried.ts';
import { wordBlocks, type WordBlocks } from './word-model.ts';

export interface WordRead extends WordBlocks {
  readonly notCarried: ReadonlyArray<NotCarried>;
}

export async function readWord(file: Blob): Promise<Result<WordRead, WordRefusal>> {
  const bytes = await file.arrayBuffer();
  const looked = await lookIntoWord(new Uint8Array(bytes));
  if (!looked.ok) return looked;
  let document: unknown = null;
  try {
    const { default: mammoth } = await import('mammoth');
    await mammoth.convertToHtml(
      { arrayBuffer: bytes },
      {
        // Its own output is not wanted: the model is taken, and an empty document handed on.
        transformDocument: (model: Readonly<Record<string, unknown>>) => {
          document = model;
          return { ...model, children: [] };
        },
      },
    );
  } catch {
    return refuse({ type: 'NotWord' });
  }
  return document === null ? refuse({ type: 'NotWord' }) : ok({ ...wordBlocks(document), notCarried: looked.value });
}

export function wordRefusalInWords(refusal: WordRefusal): string {
  switch (refusal.type) {
    case 'TooLarge':
      return 'This file is too large to be taken in. Make its pictures smaller in Word, or attach it as a PDF. Your paper is as it was.';
    case 'OldOrLocked':
      return 'This file is locked with a password, or in Word’s old format (.doc). Open it in Word and save it as .docx without a password. Your paper is as it was.';
    case 'NotWord':
      return 'This is not a Word file that can be read (.docx). Your paper is as it was.';
  }
}
