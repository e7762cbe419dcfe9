/** Runs pdfium in a thread of its own, which can be ended should it not come back. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { spellingsOf } from '#shared/pdf/password-spellings.ts';
import type { Pdfium } from '#shared/pdf/pdfium.ts';
import { rescuePdf } from '#shared/pdf/rescue.ts';
import { zlibCodec } from './zlib-codec.ts';

export interface RescueOrder {
  readonly file: Uint8Array;
  readonly passwords: ReadonlyArray<string>;
}

const require = createRequire(import.meta.url);

async function loadPdfium(): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium');
  const wasmBinary = new Uint8Array(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'))).buffer;
  const quiet = (): void => {};
  const loaded = await init({ wasmBinary, print: quiet, printErr: quiet });
  loaded.PDFiumExt_Init();
  // its own declaration leaves out the memory, which every module of its compiler has
  return loaded as unknown as Pdfium;
}

async function rescue({ file, passwords }: RescueOrder): Promise<ReturnType<typeof rescuePdf>> {
  const pdfium = await loadPdfium();
  let last: ReturnType<typeof rescuePdf> | null = null;
  for (const password of ['', ...passwords.flatMap(spellingsOf)]) {
    last = rescuePdf(file, password, { pdfium, codec: zlibCodec });
    if (last.ok || last.refusal.type !== 'WrongPassword') break;
  }
  return last ?? { ok: false, refusal: { type: 'Hopeless' } };
}

parentPort?.once('message', (order: RescueOrder) => {
  rescue(order).then(
    (result) => parentPort?.postMessage(result),
    // pdfium has broken down over the file
    () => parentPort?.postMessage({ ok: false, refusal: { type: 'Hopeless' } }),
  );
});
