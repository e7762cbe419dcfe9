/** The font of the stamps, read from where it was installed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readStampFont, type StampFont } from '#shared/pdf/stamp-font.ts';
import { zlibCodec } from './zlib-codec.ts';

const file = '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff';

export function stampFont(): StampFont {
  return readStampFont(readFileSync(fileURLToPath(import.meta.resolve(file))), 'SourceSans3-Regular', zlibCodec);
}
