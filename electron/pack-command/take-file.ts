/** Makes a file fit to go into a pack: as it is, saved anew where it is locked or damaged, or as a page where it is a picture. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { cleanFileName, endingOf, titleFromFileName } from '#shared/domain/papers/file-name.ts';
import { bytesToTell, formOf, type FileForm } from '#shared/domain/papers/picture-facts.ts';
import { picturePage, pictureFrom } from '#shared/domain/papers/picture-page.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import type { PdfFacts } from '#shared/pdf/pdf-facts.ts';
import { largestPdf, type PdfRefusal } from '#shared/pdf/refusal.ts';
import { drawPng } from './draw-png.ts';
import { rescueFile } from './rescue-file.ts';
import { readWhole } from './read-whole.ts';
import { zlibCodec } from './zlib-codec.ts';

export interface TakenFile {
  /** Its name without folders, as it may be shown. */
  readonly name: string;
  readonly title: string;
  readonly facts: PdfFacts;
  /** Of what is put into the pack. */
  readonly sha256: string;
  /** Read when it is wanted, so that the pack holds one file at a time. */
  readonly read: () => Uint8Array | Promise<Uint8Array>;
  readonly mended: 'no' | 'index' | 'saved' | 'pagesOnly' | 'unlocked';
  readonly isPicture: boolean;
}

export type TakeRefusal =
  | PdfRefusal
  | { readonly type: 'NotThere' }
  | { readonly type: 'NotReadable' }
  | { readonly type: 'WrongPassword'; readonly tried: number }
  | { readonly type: 'TookTooLong' }
  | { readonly type: 'PictureUnreadable' }
  | { readonly type: 'OtherType'; readonly form: FileForm };

export async function takeFile(
  file: string,
  passwords: ReadonlyArray<string>,
): Promise<Result<TakenFile, TakeRefusal>> {
  const name = cleanFileName(file);
  const title = titleFromFileName(file);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return refuse({ type: 'NotThere' });
  if (found.size > largestPdf) return refuse({ type: 'TooLarge' });
  const bytes = bytesOf(file);
  if (bytes === null) return refuse({ type: 'NotReadable' });
  const form = formOf(bytes.subarray(0, bytesToTell));
  if (form === 'png' || form === 'jpeg') return takePicture(bytes, form, name, title);
  const looked = inspectPdf(bytes, zlibCodec);
  if (looked.ok) {
    const mended = looked.value.repaired ? 'index' : 'no';
    return ok(
      takenFrom(bytes, { name, title, facts: looked.value, read: () => readWhole(file), mended, isPicture: false }),
    );
  }
  const { refusal } = looked;
  if (refusal.type === 'NotAPdf' && form !== 'pdf' && endingOf(name) !== 'pdf')
    return refuse({ type: 'OtherType', form });
  if (refusal.type !== 'Damaged' && refusal.type !== 'Encrypted') return looked;
  return takeRescued(bytes, passwords, refusal, { name, title });
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null; // no right to read it, or the disk fails
  }
}

function takePicture(
  bytes: Uint8Array,
  form: 'png' | 'jpeg',
  name: string,
  title: string,
): Result<TakenFile, TakeRefusal> {
  const picture = pictureFrom(form, bytes) ?? (form === 'png' ? drawPng(bytes, zlibCodec) : null);
  if (picture === null) return refuse({ type: 'PictureUnreadable' });
  const page = picturePage(picture, title, title);
  const looked = inspectPdf(page, zlibCodec);
  if (!looked.ok) return looked;
  return ok(takenFrom(page, { name, title, facts: looked.value, read: () => page, mended: 'no', isPicture: true }));
}

async function takeRescued(
  bytes: Uint8Array,
  passwords: ReadonlyArray<string>,
  because: PdfRefusal,
  named: Pick<TakenFile, 'name' | 'title'>,
): Promise<Result<TakenFile, TakeRefusal>> {
  const rescued = await rescueFile(bytes, passwords);
  if (!rescued.ok) {
    if (rescued.refusal.type === 'WrongPassword') return refuse({ type: 'WrongPassword', tried: passwords.length });
    return refuse(rescued.refusal.type === 'TookTooLong' ? { type: 'TookTooLong' } : because);
  }
  const { bytes: saved, pagesOnly } = rescued.value;
  const looked = inspectPdf(saved, zlibCodec);
  if (!looked.ok) return looked;
  const mended = pagesOnly ? 'pagesOnly' : because.type === 'Encrypted' ? 'unlocked' : 'saved';
  return ok(takenFrom(saved, { ...named, facts: looked.value, read: () => saved, mended, isPicture: false }));
}

function takenFrom(bytes: Uint8Array, file: Omit<TakenFile, 'sha256'>): TakenFile {
  return { ...file, sha256: createHash('sha256').update(bytes).digest('hex') };
}
