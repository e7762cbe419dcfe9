/**
 * What pdf.js asks for when a document needs it: character maps for East Asian fonts, the fourteen fonts every PDF may use
 * without bringing them, and decoders for JPEG 2000 and JBIG2. All are served with the app; nothing comes from a network.
 */

const cMaps = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const decoders = import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/{openjpeg,jbig2}.wasm', {
  query: '?url',
  import: 'default',
  eager: true,
});

const addresses: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...cMaps, ...fonts, ...decoders }).map(([path, address]) => [
    path.slice(path.lastIndexOf('/') + 1),
    address,
  ]),
);

/** The bytes of one of those files. */
export async function readPdfAsset(fileName: string): Promise<Uint8Array<ArrayBuffer>> {
  const address = addresses.get(fileName);
  if (address === undefined) throw new Error(`No such file for showing PDFs: ${fileName}`);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${fileName} could not be read: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
