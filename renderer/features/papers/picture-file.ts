/** Pictures put into a paper's text: looked at, and kept on this laptop. */
import { bytesToTell, formOf } from '#shared/domain/papers/picture-facts.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import type { Database } from '#renderer/data/database.ts';
import { keepFile } from '#renderer/data/files.ts';
import { isStorageFull, type StorageFull } from '#renderer/data/run.ts';
import { sizeInWords } from './paper-words.ts';

/** The largest picture a text takes, in bytes: 20 MB. */
export const largestPicture = 20_000_000;

const shownTypes = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' } as const;

export type PictureRefusal =
  { readonly type: 'TooLarge'; readonly bytes: number } | { readonly type: 'NotAPicture' } | StorageFull;

/** Keeps a picture and answers with its hash. What it is is told by its bytes. */
export async function keepPicture(database: Database, file: Blob): Promise<Result<string, PictureRefusal>> {
  const form = formOf(new Uint8Array(await file.slice(0, bytesToTell).arrayBuffer()));
  const type = form in shownTypes ? shownTypes[form as keyof typeof shownTypes] : null;
  if (type === null) return refuse({ type: 'NotAPicture' });
  if (file.size > largestPicture) return refuse({ type: 'TooLarge', bytes: file.size });
  try {
    return ok(await keepFile(database, new Blob([file], { type })));
  } catch (fault) {
    if (isStorageFull(fault)) return refuse({ type: 'StorageFull' });
    throw fault;
  }
}

export function pictureRefusalInWords(refusal: PictureRefusal): string {
  switch (refusal.type) {
    case 'TooLarge':
      return `The picture has ${sizeInWords(refusal.bytes)}; a paper takes up to 20 MB. Make it smaller, or attach it as a paper of its own. Your text is as it was.`;
    case 'NotAPicture':
      return 'This is not a picture that can be shown. Save it as PNG or JPEG. Your text is as it was.';
    case 'StorageFull':
      return 'There is no room left on this laptop for the picture. Your text is as it was. Free some space, then try again.';
    default:
      return unreachable(refusal);
  }
}
