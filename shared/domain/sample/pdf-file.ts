/**
 * Writes the sample's small PDF files: pages of plain text in Helvetica, and a page that is a picture. Enough for files that
 * look as if partners had sent them; packs are made elsewhere.
 */

/** A picture in shades of grey, one byte a point, packed by runs (the PDF filter RunLengthDecode). */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  readonly packed: Uint8Array;
}

export interface PdfPage {
  /** In points, before turning. */
  readonly width: number;
  readonly height: number;
  /** How far a reader turns it clockwise, as a scanner or a spreadsheet leaves it. */
  readonly rotate: 0 | 90;
  /** Drawing operators. */
  readonly content: string;
  readonly picture: PdfPicture | null;
  /** A bookmark to this page. */
  readonly bookmarks: ReadonlyArray<string>;
}

/** Windows-1252 has these where Unicode has them elsewhere. */
const windows1252: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '…': 0x85,
};

/** A text as a PDF string, in Windows-1252. */
export function pdfString(text: string): string {
  const codes = Array.from(text, (letter) => {
    const code = windows1252[letter] ?? letter.charCodeAt(0);
    return code <= 0xff ? code : 0x3f;
  });
  return `<${codes.map((code) => code.toString(16).padStart(2, '0')).join('')}>`;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

type Part = string | Uint8Array;

function joined(parts: ReadonlyArray<Part>): Uint8Array {
  const chunks = parts.map((part) => (typeof part === 'string' ? bytesOf(part) : part));
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function stream(head: string, data: Uint8Array): ReadonlyArray<Part> {
  return [`<< ${head} /Length ${data.length} >>\nstream\n`, data, '\nendstream'];
}

function pictureObject({ width, height, packed }: PdfPicture): ReadonlyArray<Part> {
  const head =
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
    '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /RunLengthDecode';
  return stream(head, packed);
}

const catalogue = 1;
const pageTree = 2;
const plainFont = 3;
const boldFont = 4;
const information = 5;
const outlines = 6;
const firstFree = 7;

/** The bytes of a file with these pages. */
export function pdfFile(title: string, pages: ReadonlyArray<PdfPage>): Uint8Array {
  const objects = new Map<number, ReadonlyArray<Part>>();
  let free = firstFree;
  const pageNumbers: number[] = [];
  const marks: { readonly title: string; readonly page: number }[] = [];
  for (const page of pages) {
    const pageNumber = free++;
    const contentNumber = free++;
    const pictureNumber = page.picture === null ? null : free++;
    pageNumbers.push(pageNumber);
    for (const bookmark of page.bookmarks) marks.push({ title: bookmark, page: pageNumber });
    const drawn = pictureNumber === null ? '' : `/XObject << /Picture ${pictureNumber} 0 R >>`;
    objects.set(pageNumber, [
      `<< /Type /Page /Parent ${pageTree} 0 R /MediaBox [0 0 ${page.width} ${page.height}]`,
      page.rotate === 0 ? '' : ` /Rotate ${page.rotate}`,
      ` /Resources << /Font << /Plain ${plainFont} 0 R /Bold ${boldFont} 0 R >> ${drawn} >>`,
      ` /Contents ${contentNumber} 0 R >>`,
    ]);
    objects.set(contentNumber, stream('', bytesOf(page.content)));
    if (page.picture !== null && pictureNumber !== null) objects.set(pictureNumber, pictureObject(page.picture));
  }
  const hasMarks = marks.length > 0;
  objects.set(catalogue, [
    `<< /Type /Catalog /Pages ${pageTree} 0 R /Lang (en-GB)`,
    hasMarks ? ` /Outlines ${outlines} 0 R` : '',
    ' /ViewerPreferences << /DisplayDocTitle true >> >>',
  ]);
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(' ');
  objects.set(pageTree, [`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`]);
  objects.set(plainFont, [font('Helvetica')]);
  objects.set(boldFont, [font('Helvetica-Bold')]);
  objects.set(information, [`<< /Title ${pdfString(title)} >>`]);
  if (hasMarks) {
    const last = free + marks.length - 1;
    objects.set(outlines, [`<< /Type /Outlines /First ${free} 0 R /Last ${last} 0 R /Count ${marks.length} >>`]);
    for (const [index, mark] of marks.entries()) {
      const own = free + index;
      const before = index === 0 ? '' : ` /Prev ${own - 1} 0 R`;
      const after = own === last ? '' : ` /Next ${own + 1} 0 R`;
      const place = ` /Parent ${outlines} 0 R /Dest [${mark.page} 0 R /Fit]${before}${after}`;
      objects.set(own, [`<< /Title ${pdfString(mark.title)}${place} >>`]);
    }
  }
  return written(objects);
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

/** Header, objects, table of objects, trailer. */
function written(objects: ReadonlyMap<number, ReadonlyArray<Part>>): Uint8Array {
  const parts: Part[] = ['%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n'];
  const offsets = new Map<number, number>();
  let length = (parts[0] ?? '').length;
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, length);
    const object = [`${number} 0 obj\n`, ...body, '\nendobj\n'];
    for (const part of object) length += part.length;
    parts.push(...object);
  }
  const size = Math.max(...objects.keys()) + 1;
  // Entries are 20 bytes each; an object without a body is free.
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root ${catalogue} 0 R /Info ${information} 0 R >>\n`;
  return joined([...parts, table, trailer, `startxref\n${length}\n%%EOF\n`]);
}
