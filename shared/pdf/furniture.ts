/** The few objects that every page of a pack uses: the stamps' font, how light they are, what stands before a page's content. */
import { latin1Bytes } from './bytes.ts';
import type { Codec } from './codec.ts';
import { helveticaWidths } from './helvetica.ts';
import type { Widths } from './lettering.ts';
import { nameOf, Placed, type PdfValue } from './objects.ts';
import type { StampFont } from './stamp-font.ts';
import { real } from './strings.ts';
import { ownHand, writeDict, writeValue } from './write-value.ts';
import type { PackWriter } from './writer.ts';

export interface Furniture {
  readonly font: Placed;
  readonly widths: Widths;
  /** Helvetica, for values of form fields; written when first asked for. */
  readonly fieldFont: () => Placed;
  readonly light: Placed;
  readonly plate: Placed;
  /** Begins the content of a page that brings its own tags. */
  readonly head: Placed;
  /** Begins that of a page without: all on it is one element. */
  readonly heads: Readonly<Record<'P' | 'Figure', Placed>>;
}

const watermarkOpacity = 0.13;
const plateOpacity = 0.75;

/** `font` goes into the pack with its letters; without one the stamps are set in Helvetica, which every reader has. */
export function writeFurniture(writer: PackWriter, codec: Codec, font: StampFont | null): Furniture {
  const dict = (entries: ReadonlyArray<readonly [string, PdfValue]>): Placed => {
    const place = new Placed(writer.allocate());
    writer.object(place.number, (out) => writeValue(out, new Map(entries), ownHand));
    return place;
  };
  const stream = (bytes: Uint8Array, more: ReadonlyArray<readonly [string, PdfValue]> = []): Placed => {
    const place = new Placed(writer.allocate());
    const entries = new Map<string, PdfValue>([['Length', bytes.length], ...more]);
    writer.stream(place.number, (out) => writeDict(out, entries, ownHand), bytes, 0, bytes.length);
    return place;
  };
  const content = (operators: string): Placed => stream(latin1Bytes(operators));
  let helvetica: Placed | null = null;
  const fieldFont = (): Placed => (helvetica ??= dict(helveticaEntries));
  return {
    font: font === null ? fieldFont() : dict(fontEntries(font, dict(descriptorEntries(font, fontFile(font))))),
    widths: font?.widths ?? helveticaWidths,
    fieldFont,
    light: dict([
      ['Type', nameOf('ExtGState')],
      ['ca', real(watermarkOpacity)],
      ['BM', nameOf('Normal')],
      ['SMask', nameOf('None')],
    ]),
    plate: dict([
      ['Type', nameOf('ExtGState')],
      ['ca', real(plateOpacity)],
      ['BM', nameOf('Normal')],
      ['SMask', nameOf('None')],
    ]),
    head: content('q\n'),
    heads: { P: content('/P <</MCID 0>> BDC q\n'), Figure: content('/Figure <</MCID 0>> BDC q\n') },
  };

  function fontFile({ program }: StampFont): Placed {
    return stream(codec.deflate(program), [
      ['Filter', nameOf('FlateDecode')],
      ['Length1', program.length],
    ]);
  }
}

type Entries = ReadonlyArray<readonly [string, PdfValue]>;

const helveticaEntries: Entries = [
  ['Type', nameOf('Font')],
  ['Subtype', nameOf('Type1')],
  ['BaseFont', nameOf('Helvetica')],
  ['Encoding', nameOf('WinAnsiEncoding')],
];

/** Stands before the name of a font that is not all there (PDF 32000-1, 9.6.4). */
const partly = 'PKHRSE+';
const firstCode = 32;
const lastCode = 255;
/** The font's letters are those of the Latin alphabet (PDF 32000-1, table 123). */
const nonsymbolic = 32;
/** How thick its upright strokes are, which no table of the font tells. */
const stemWidth = 84;

function fontEntries({ name, widths }: StampFont, descriptor: Placed): Entries {
  return [
    ['Type', nameOf('Font')],
    ['Subtype', nameOf('TrueType')],
    ['BaseFont', nameOf(partly + name)],
    ['Encoding', nameOf('WinAnsiEncoding')],
    ['FirstChar', firstCode],
    ['LastChar', lastCode],
    ['Widths', Array.from({ length: lastCode + 1 - firstCode }, (_, at) => widths.get(firstCode + at) ?? 0)],
    ['FontDescriptor', descriptor],
  ];
}

function descriptorEntries({ name, box, ascent, descent, capHeight }: StampFont, file: Placed): Entries {
  return [
    ['Type', nameOf('FontDescriptor')],
    ['FontName', nameOf(partly + name)],
    ['Flags', nonsymbolic],
    ['FontBBox', [...box]],
    ['ItalicAngle', 0],
    ['Ascent', ascent],
    ['Descent', descent],
    ['CapHeight', capHeight],
    ['StemV', stemWidth],
    ['FontFile2', file],
  ];
}
