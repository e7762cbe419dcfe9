/** Writes small PDFs by hand, sound and otherwise, so that a test can say exactly what is in them. */

export interface PageSpec {
  readonly text?: string;
  /** Drawing operators in place of the text. */
  readonly content?: string | Uint8Array;
  readonly width?: number;
  readonly height?: number;
  /** Further entries of the page, such as `/Rotate 90`. */
  readonly entries?: string;
  /** In place of the usual resources with a font /F1. */
  readonly resources?: string;
}

export interface PdfSpec {
  readonly pages: ReadonlyArray<PageSpec>;
  /** Further entries of the catalogue. */
  readonly catalogue?: string;
  /** Further objects, numbered from `extraNumber(pages, 0)`. */
  readonly extras?: ReadonlyArray<string | StreamSpec>;
  readonly trailer?: string;
  /** Entries of the root of the page tree in place of its usual /Kids and /Count. */
  readonly tree?: string;
}

export interface StreamSpec {
  readonly entries: string;
  readonly content: Uint8Array;
}

const fixed = 3;

/** The object number of a page, counted from 0. */
export function pageNumber(page: number): number {
  return fixed + 1 + page * 2;
}

/** The number of one of the further objects of a file with so many pages. */
export function extraNumber(pages: number, extra: number): number {
  return fixed + 1 + pages * 2 + extra;
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

export function makePdf(spec: PdfSpec): Uint8Array {
  const kids = spec.pages.map((_, at) => `${pageNumber(at)} 0 R`).join(' ');
  const tree = spec.tree ?? `/Kids[${kids}]/Count ${spec.pages.length}`;
  const objects: Array<string | StreamSpec> = [
    `<</Type/Catalog/Pages 2 0 R ${spec.catalogue ?? ''}>>`,
    `<</Type/Pages ${tree}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>',
  ];
  spec.pages.forEach((page, at) => {
    const { width = 595, height = 842 } = page;
    const resources = page.resources ?? '<</Font<</F1 3 0 R>>>>';
    const number = pageNumber(at);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources ${resources}/Contents ${number + 1} 0 R ${page.entries ?? ''}>>`,
    );
    const content = page.content ?? `BT /F1 24 Tf 60 ${height - 120} Td (${page.text ?? `Body ${at + 1}`}) Tj ET`;
    objects.push({ entries: '', content: typeof content === 'string' ? latin1(content) : content });
  });
  return writeObjects([...objects, ...(spec.extras ?? [])], spec.trailer);
}

/** A file of the given objects, numbered from 1, the first of them its catalogue. */
export function writeObjects(objects: ReadonlyArray<string | StreamSpec>, trailer = ''): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    length += bytes.length;
  };
  put(latin1('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n'));
  const offsets: number[] = [];
  objects.forEach((object, at) => {
    offsets.push(length);
    if (typeof object === 'string') put(latin1(`${at + 1} 0 obj\n${object}\nendobj\n`));
    else {
      put(latin1(`${at + 1} 0 obj\n<<${object.entries}/Length ${object.content.length}>>\nstream\n`));
      put(object.content);
      put(latin1('\nendstream\nendobj\n'));
    }
  });
  const index = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  put(latin1(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\n`));
  put(latin1(`startxref\n${index}\n%%EOF\n`));
  return joined(chunks);
}

export function joined(chunks: ReadonlyArray<Uint8Array>): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A page that is one grey picture, as a scanner makes it; `bytes` of it are noise that packs no smaller. */
export function scanPdf(pages: number, bytes: number): Uint8Array {
  let state = 12_345;
  const noise = (): Uint8Array => {
    const picture = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
      picture[at] = state >>> 16;
    }
    return picture;
  };
  const side = Math.floor(Math.sqrt(bytes));
  const picture = `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8`;
  return makePdf({
    pages: Array.from({ length: pages }, (_, at) => ({
      content: 'q 595 0 0 842 0 0 cm /Im0 Do Q',
      resources: `<</XObject<</Im0 ${extraNumber(pages, at)} 0 R>>>>`,
    })),
    extras: Array.from({ length: pages }, () => ({ entries: picture, content: noise() })),
  });
}

/** Bytes that look like a JPEG to a copier, which does not look inside. */
export function jpegLikePdf(pages: number, bytes: number, seed: number): Uint8Array {
  let state = seed;
  const picture =
    '/Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode';
  return makePdf({
    pages: Array.from({ length: pages }, (_, at) => ({
      content: 'q 595 0 0 842 0 0 cm /Im0 Do Q',
      resources: `<</XObject<</Im0 ${extraNumber(pages, at)} 0 R>>>>`,
    })),
    extras: Array.from({ length: pages }, () => {
      const content = new Uint8Array(bytes);
      const words = new Uint32Array(content.buffer, 0, bytes >> 2);
      for (let at = 0; at < words.length; at++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        words[at] = state ^ (state >>> 15);
      }
      return { entries: picture, content };
    }),
  });
}
