/**
 * The detour for files the engine cannot take: pdfium opens them (with their password, where they have one) and saves them
 * anew, whole where that gives a file that can be taken, else page by page, which loses tags, bookmarks and forms.
 */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { Codec } from './codec.ts';
import { openDocument } from './document.ts';
import { wipeLock } from './lock-leftovers.ts';
import type { Pdfium } from './pdfium.ts';

export interface Rescued {
  /** A sound file without a password. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  /** Only what stands on the pages could be saved. */
  readonly pagesOnly: boolean;
  /** Of the lock there was, for `restrictionsOf`; -1 where there was none. */
  readonly permissions: number;
}

export type RescueRefusal =
  /** It has a password, and none or another one was given. */
  | { readonly type: 'WrongPassword' }
  /** Not even pdfium can open it, or what it saves is no better. */
  | { readonly type: 'Hopeless' };

/** A file larger than this would not fit into pdfium's memory together with its copy. */
export const largestRescue = 500_000_000;

const wrongPassword = 4;
/** FPDF_NO_INCREMENTAL and FPDF_REMOVE_SECURITY of fpdf_save.h. */
const savedWholeAndOpen = 3;

/**
 * Saves a file anew. An empty `password` opens files that anybody may read but not change.
 * Pdfium is foreign code on foreign data: a fault of it is to be expected, after which it must not be used again.
 */
export function rescuePdf(
  file: Uint8Array,
  password: string,
  { pdfium, codec }: { readonly pdfium: Pdfium; readonly codec: Codec },
): Result<Rescued, RescueRefusal> {
  if (file.length > largestRescue) return refuse({ type: 'Hopeless' });
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const address = malloc(file.length);
  if (address === 0) return refuse({ type: 'Hopeless' });
  pdfium.pdfium.HEAPU8.set(file, address);
  const document = pdfium.FPDF_LoadMemDocument(address, file.length, password);
  if (document === 0) {
    const because = pdfium.FPDF_GetLastError();
    free(address);
    return refuse({ type: because === wrongPassword ? 'WrongPassword' : 'Hopeless' });
  }
  try {
    const pages = pdfium.FPDF_GetPageCount(document);
    const permissions = pdfium.FPDF_GetDocUserPermissions(document);
    const whole = soundCopy(saved(document, pdfium), pages, codec);
    if (whole !== null) {
      wipeLock(whole);
      return ok({ bytes: whole, pages, pagesOnly: false, permissions });
    }
    const fromPages = soundCopy(savedPages(document, pdfium), pages, codec);
    return fromPages === null
      ? refuse({ type: 'Hopeless' })
      : ok({ bytes: fromPages, pages, pagesOnly: true, permissions });
  } finally {
    pdfium.FPDF_CloseDocument(document);
    free(address);
  }
}

function soundCopy(bytes: Uint8Array<ArrayBuffer> | null, pages: number, codec: Codec): Uint8Array<ArrayBuffer> | null {
  const opened = bytes === null ? null : openDocument(bytes, codec);
  return opened?.ok === true && opened.value.pages.length === pages && !opened.value.repaired ? bytes : null;
}

function savedPages(document: number, pdfium: Pdfium): Uint8Array<ArrayBuffer> | null {
  const fresh = pdfium.FPDF_CreateNewDocument();
  if (fresh === 0) return null;
  const isTaken = pdfium.FPDF_ImportPages(fresh, document, '', 0);
  const bytes = isTaken ? saved(fresh, pdfium) : null;
  pdfium.FPDF_CloseDocument(fresh);
  return bytes;
}

function saved(document: number, pdfium: Pdfium): Uint8Array<ArrayBuffer> | null {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  const isSaved = pdfium.FPDF_SaveAsCopy(document, writer, savedWholeAndOpen);
  const size = isSaved ? pdfium.PDFiumExt_GetFileWriterSize(writer) : 0;
  const address = size > 0 ? malloc(size) : 0;
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  if (address !== 0) {
    pdfium.PDFiumExt_GetFileWriterData(writer, address, size);
    bytes = Uint8Array.from(pdfium.pdfium.HEAPU8.subarray(address, address + size));
    free(address);
  }
  pdfium.PDFiumExt_CloseFileWriter(writer);
  return bytes;
}
