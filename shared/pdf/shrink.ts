/**
 * Makes the scans of a file smaller: pictures finer than 300 dots to the inch, on pages without text or filling half of their
 * page, are drawn anew at 300 where that makes them smaller. Words laid over a scan by a reading machine, and all else, stay.
 */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { Codec } from './codec.ts';
import { openDocument, type PdfDocument } from './document.ts';
import { decodeStream } from './filters.ts';
import { isArray, isName, Name, nameOf, numberOf, PdfStream, type PdfDict, type PdfValue } from './objects.ts';
import type { Sink } from './pack-plan.ts';
import { pageContent } from './page-content.ts';
import { picturesDrawn } from './picture-places.ts';
import type { PdfRefusal } from './refusal.ts';
import { rewrite, type NewStream } from './rewrite.ts';
import { fineEnough, tooFine } from './scan-resolution.ts';

/** A picture as it stands in the file. */
export type PictureAsked =
  | { readonly type: 'jpeg'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  /** One byte for each dot and channel, row by row: grey, or red, green and blue. */
  | {
      readonly type: 'dots';
      readonly bytes: Uint8Array;
      readonly channels: 1 | 3;
      readonly width: number;
      readonly height: number;
    };

/** Draws a picture in another size; a JPEG in red, green and blue, or null where it cannot. */
export type Resample = (picture: PictureAsked, width: number, height: number) => Promise<Uint8Array | null>;

export interface ShrinkTools {
  readonly codec: Codec;
  readonly sink: Sink;
  readonly resample: Resample;
}

export type ShrinkRefusal = PdfRefusal | { readonly type: 'NothingToGain' };

/** Of a page that has text too. */
const leastShare = 0.5;
/** A picture must lose a tenth of its bytes. */
const worthwhile = 0.9;

/** Gives how many pictures were drawn anew. Nothing is written to the sink where it refuses. */
export async function shrinkScans(file: Uint8Array, tools: ShrinkTools): Promise<Result<number, ShrinkRefusal>> {
  const opened = openDocument(file, tools.codec);
  if (!opened.ok) return opened;
  const source = opened.value;
  const replaced = new Map<number, NewStream>();
  const wordless = source.pages.filter((page) => !pageContent(source, page).text);
  const onScans = picturesDrawn(source, wordless, tools.codec);
  for (const [number, { resolution, share }] of picturesDrawn(source, source.pages, tools.codec)) {
    if (resolution <= tooFine || (share < leastShare && !onScans.has(number))) continue;
    const fresh = await drawnAnew(source, number, fineEnough / resolution, tools);
    if (fresh !== null) replaced.set(number, fresh);
  }
  if (replaced.size === 0) return refuse({ type: 'NothingToGain' });
  await rewrite(source, replaced, tools);
  return ok(replaced.size);
}

async function drawnAnew(
  source: PdfDocument,
  number: number,
  scale: number,
  { codec, resample }: ShrinkTools,
): Promise<NewStream | null> {
  const stream = source.objects.object(number);
  source.objects.forget(number);
  if (!(stream instanceof PdfStream)) return null;
  const picture = pictureOf(source, stream, codec);
  if (picture === null) return null;
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const content = await resample(picture, width, height);
  if (content === null || content.length > stream.length * worthwhile) return null;
  const dict: PdfDict = new Map(stream.dict);
  for (const key of ['DecodeParms', 'Decode', 'Intent', 'Length']) dict.delete(key);
  const entries: ReadonlyArray<readonly [string, PdfValue]> = [
    ['Width', width],
    ['Height', height],
    ['ColorSpace', nameOf('DeviceRGB')],
    ['BitsPerComponent', 8],
    ['Filter', nameOf('DCTDecode')],
  ];
  for (const [key, value] of entries) dict.set(key, value);
  return { dict, content };
}

/** Null for a picture that is see-through, of few colours, or packed in a way that no browser reads. */
function pictureOf(source: PdfDocument, { dict, bytes, start, length }: PdfStream, codec: Codec): PictureAsked | null {
  if (['SMask', 'Mask', 'ImageMask', 'Decode', 'Alternates'].some((key) => source.resolve(dict.get(key)) !== null))
    return null;
  const width = numberOf(source.resolve(dict.get('Width')));
  const height = numberOf(source.resolve(dict.get('Height')));
  if (!(width > 0 && height > 0 && numberOf(source.resolve(dict.get('BitsPerComponent'))) === 8)) return null;
  const channels = channelsOf(source, source.resolve(dict.get('ColorSpace')));
  if (channels === null) return null;
  const named = source.resolve(dict.get('Filter'));
  const filter = isArray(named) && named.length === 1 ? source.resolve(named[0]) : named;
  if (isName(filter, 'DCTDecode')) {
    return { type: 'jpeg', bytes: bytes.subarray(start, start + length), width, height };
  }
  if (filter !== null && !isName(filter, 'FlateDecode')) return null;
  const dots = decodeStream(new PdfStream(dict, bytes, start, length), codec, (value) => source.resolve(value));
  if (dots === null || dots.length < width * height * channels) return null;
  return { type: 'dots', bytes: dots, channels, width, height };
}

function channelsOf(source: PdfDocument, space: PdfValue): 1 | 3 | null {
  const family = isArray(space) ? source.resolve(space[0]) : space;
  if (!(family instanceof Name)) return null;
  if (family.text === 'DeviceGray' || family.text === 'CalGray') return 1;
  if (family.text === 'DeviceRGB' || family.text === 'CalRGB') return 3;
  if (family.text !== 'ICCBased' || !isArray(space)) return null;
  const profile = source.resolve(space[1]);
  const channels = profile instanceof PdfStream ? numberOf(source.resolve(profile.dict.get('N'))) : Number.NaN;
  return channels === 1 || channels === 3 ? channels : null;
}
