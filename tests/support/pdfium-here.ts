/** Pdfium as Node loads it, for tests of what is given to it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import type { Pdfium } from '#shared/pdf/pdfium.ts';

export async function pdfiumHere(): Promise<Pdfium> {
  const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const quiet = (): void => {};
  const loaded = await init({ wasmBinary: new Uint8Array(readFileSync(wasm)).buffer, print: quiet, printErr: quiet });
  loaded.PDFiumExt_Init();
  return loaded as unknown as Pdfium;
}
