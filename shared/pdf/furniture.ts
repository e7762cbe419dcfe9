/** The few objects that every page of a pack uses: the stamps' font, how light they are, what stands before a page's content. */
import { latin1Bytes } from './bytes.ts';
import { nameOf, Placed, type PdfValue } from './objects.ts';
import { real } from './strings.ts';
import { ownHand, writeDict, writeValue } from './write-value.ts';
import type { PackWriter } from './writer.ts';

export interface Furniture {
  readonly font: Placed;
  readonly light: Placed;
  readonly plate: Placed;
  /** Begins the content of a page that brings its own tags. */
  readonly head: Placed;
  /** Begins that of a page without: all on it is one element. */
  readonly heads: Readonly<Record<'P' | 'Figure', Placed>>;
}

const watermarkOpacity = 0.13;
const plateOpacity = 0.75;

export function writeFurniture(writer: PackWriter): Furniture {
  const dict = (entries: ReadonlyArray<readonly [string, PdfValue]>): Placed => {
    const place = new Placed(writer.allocate());
    writer.object(place.number, (out) => writeValue(out, new Map(entries), ownHand));
    return place;
  };
  const stream = (content: string): Placed => {
    const place = new Placed(writer.allocate());
    const bytes = latin1Bytes(content);
    const entries = new Map<string, PdfValue>([['Length', bytes.length]]);
    writer.stream(place.number, (out) => writeDict(out, entries, ownHand), bytes, 0, bytes.length);
    return place;
  };
  return {
    font: dict([
      ['Type', nameOf('Font')],
      ['Subtype', nameOf('Type1')],
      ['BaseFont', nameOf('Helvetica')],
      ['Encoding', nameOf('WinAnsiEncoding')],
    ]),
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
    head: stream('q\n'),
    heads: { P: stream('/P <</MCID 0>> BDC q\n'), Figure: stream('/Figure <</MCID 0>> BDC q\n') },
  };
}
