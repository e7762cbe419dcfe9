/** Looks at a file before it is attached: by its bytes, never by its name alone. Runs in a worker, for files may be large. */
import { endingOf } from '#shared/domain/papers/file-name.ts';
import type { FileContents, FileFacts } from '#shared/domain/papers/paper-version.ts';
import { bytesToTell, formOf } from '#shared/domain/papers/picture-facts.ts';
import { picturePage, pictureFrom, pictureFromRows, type PdfPicture } from '#shared/domain/papers/picture-page.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { Codec } from '#shared/pdf/codec.ts';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import type { PdfFacts } from '#shared/pdf/pdf-facts.ts';
import { largestPdf } from '#shared/pdf/refusal.ts';
import type { LookRefusal } from './file-refusal.ts';

export interface Looked {
  readonly facts: FileFacts;
  readonly contents: FileContents;
  /** The page made from a picture; `null` where the file is a PDF itself. */
  readonly page: Uint8Array<ArrayBuffer> | null;
}

/** Red, green and blue of each pixel, row by row, upright. */
export interface DrawnPicture {
  readonly width: number;
  readonly height: number;
  readonly rows: Uint8Array;
}

export interface LookTools {
  readonly codec: Codec;
  /** Draws a picture on white; `null` where it cannot be read. */
  draw(file: Blob): Promise<DrawnPicture | null>;
}

export interface FileToLookAt {
  readonly file: Blob;
  readonly name: string;
  /** What a picture's page is called, and what it is said to show. */
  readonly description: string;
}

export async function lookAtFile(asked: FileToLookAt, tools: LookTools): Promise<Result<Looked, LookRefusal>> {
  const { file, name, description } = asked;
  if (file.size === 0) return refuse({ type: 'Empty' });
  if (file.size > largestPdf) return refuse({ type: 'TooLarge' });
  const form = formOf(new Uint8Array(await file.slice(0, bytesToTell).arrayBuffer()));
  const saysPdf = endingOf(name) === 'pdf';
  // one that has lost its first line may be a PDF even so
  if (form === 'pdf' || (form === 'unknown' && saysPdf)) {
    const looked = inspectPdf(await bytesOf(file), tools.codec);
    return looked.ok ? ok({ ...foundIn(looked.value), page: null }) : looked;
  }
  if (saysPdf) return refuse({ type: 'NotAPdf' });
  if (form !== 'png' && form !== 'jpeg') return refuse({ type: 'OtherType', form });
  const picture = pictureFrom(form, await bytesOf(file)) ?? (await drawn(file, tools));
  if (picture === null) return refuse({ type: 'PictureUnreadable' });
  const page = picturePage(picture, description, description);
  const looked = inspectPdf(page, tools.codec);
  if (!looked.ok) return looked;
  return ok({ ...foundIn(looked.value), page: Uint8Array.from(page) });
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

async function drawn(file: Blob, { codec, draw }: LookTools): Promise<PdfPicture | null> {
  const picture = await draw(file);
  return picture === null ? null : pictureFromRows(picture.width, picture.height, codec.deflate(picture.rows));
}

function foundIn(found: PdfFacts): Pick<Looked, 'facts' | 'contents'> {
  const { pages, tagged, hasText, repaired, scannedPages, scanResolution, language, fields, dropped } = found;
  return {
    facts: { pages, access: tagged ? 'tagged' : hasText ? 'words' : 'scan', repaired },
    contents: { scannedPages: scannedPages.length, scanResolution, language, fields, ...dropped },
  };
}
