/**
 * Saves files anew by pdfium, which is loaded here and nowhere else, and only when a file needs it (2 MB compressed). The
 * policy for scripts lets WebAssembly be compiled already, for pdf.js; nothing else is allowed for it.
 */
import { init } from '@embedpdf/pdfium';
import wasmAddress from '@embedpdf/pdfium/pdfium.wasm?url';
import { flateCodec } from '#renderer/data/flate-codec.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Pdfium } from '#shared/pdf/pdfium.ts';
import { rescuePdf, type Rescued, type RescueRefusal } from '#shared/pdf/rescue.ts';

export interface RescueAsk {
  readonly file: Blob;
  /** Empty for none. */
  readonly password: string;
}

export type RescueAnswer = Result<Rescued, RescueRefusal>;

async function load(): Promise<Pdfium> {
  const wasmBinary = await (await fetch(wasmAddress)).arrayBuffer();
  const quiet = (): void => {};
  const loaded = await init({ wasmBinary, print: quiet, printErr: quiet });
  loaded.PDFiumExt_Init();
  // its own declaration leaves out the memory, which every module of its compiler has
  return loaded as unknown as Pdfium;
}

let loading: Promise<Pdfium> | null = null;

async function rescue({ file, password }: RescueAsk): Promise<RescueAnswer> {
  loading ??= load();
  const pdfium = await loading;
  return rescuePdf(new Uint8Array(await file.arrayBuffer()), password, { pdfium, codec: flateCodec });
}

addEventListener('message', ({ data }: MessageEvent<RescueAsk>) => {
  rescue(data).then(
    (answer) => postMessage(answer, answer.ok ? { transfer: [answer.value.bytes.buffer] } : {}),
    () => {
      // pdfium has broken down over the file and must not be used again
      loading = null;
      postMessage({ ok: false, refusal: { type: 'Hopeless' } } satisfies RescueAnswer);
    },
  );
});
