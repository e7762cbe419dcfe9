/**
 * A PDF of one A4 page that shows a picture upright, tagged as a figure with its description.
 *
 * The page lies down for a picture that is wider than high. The picture is made as large as the margins allow, but not
 * larger than 96 pixels to the inch. A JPEG goes in as it is; a PNG's rows are taken over still compressed.
 */
import { readJpeg, readPng, type Orientation } from './picture-facts.ts';

/** A picture ready to be put into a PDF. */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** The entries of its dictionary that say how to read its bytes. */
  readonly reading: string;
  readonly bytes: Uint8Array;
}

/** The picture of a JPEG or of a plain PNG; `null` for what must first be drawn by a browser, or is damaged. */
export function pictureFrom(form: 'jpeg' | 'png', bytes: Uint8Array): PdfPicture | null {
  if (form === 'jpeg') {
    const jpeg = readJpeg(bytes);
    if (jpeg === null) return null;
    const { width, height, orientation, components, isAdobe } = jpeg;
    const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[components];
    const inverted = components === 4 && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
    const reading = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${inverted}`;
    return { width, height, orientation, reading, bytes };
  }
  const png = readPng(bytes);
  if (png === null || !png.isPlain) return null;
  const { width, height, bits, colourType, palette, data } = png;
  const colours = colourType === 2 ? 3 : 1;
  const space =
    colourType === 3 && palette !== null
      ? `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${inHex(palette)}>]`
      : colourType === 2
        ? '/DeviceRGB'
        : '/DeviceGray';
  const rows = `/Predictor 15 /Colors ${colours} /BitsPerComponent ${bits} /Columns ${width}`;
  const reading = `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode /DecodeParms << ${rows} >>`;
  return { width, height, orientation: 1, reading, bytes: data };
}

/** A picture of red, green and blue bytes, row by row, compressed in the zlib format. */
export function pictureFromRows(width: number, height: number, deflated: Uint8Array): PdfPicture {
  const reading = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode';
  return { width, height, orientation: 1, reading, bytes: deflated };
}

const a4 = { short: 595.28, long: 841.89 };
const margin = 42;
const pointsPerPixel = 72 / 96;

interface Placed {
  readonly page: { readonly width: number; readonly height: number };
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Turns the unit square, in which a PDF draws a picture, into the box. */
  readonly matrix: ReadonlyArray<number>;
}

/** Where the picture stands once it has been turned upright. */
export function placePicture({ width, height, orientation }: Omit<PdfPicture, 'bytes' | 'reading'>): Placed {
  const isTurned = orientation >= 5;
  const shown = isTurned ? { width: height, height: width } : { width, height };
  const isWide = shown.width > shown.height;
  const page = isWide ? { width: a4.long, height: a4.short } : { width: a4.short, height: a4.long };
  const scale = Math.min(
    (page.width - 2 * margin) / shown.width,
    (page.height - 2 * margin) / shown.height,
    pointsPerPixel,
  );
  const box = {
    width: shown.width * scale,
    height: shown.height * scale,
    x: (page.width - shown.width * scale) / 2,
    y: (page.height - shown.height * scale) / 2,
  };
  return { page, box, matrix: matrixFor(orientation, box) };
}

/** In the words of EXIF: 2 mirrored, 3 half a turn, 4 mirrored and half a turn, 6 and 8 a quarter, 5 and 7 both. */
function matrixFor(orientation: Orientation, { x, y, width: w, height: h }: Placed['box']): ReadonlyArray<number> {
  switch (orientation) {
    case 1:
      return [w, 0, 0, h, x, y];
    case 2:
      return [-w, 0, 0, h, x + w, y];
    case 3:
      return [-w, 0, 0, -h, x + w, y + h];
    case 4:
      return [w, 0, 0, -h, x, y + h];
    case 5:
      return [0, -h, -w, 0, x + w, y + h];
    case 6:
      return [0, -h, w, 0, x, y + h];
    case 7:
      return [0, h, w, 0, x, y];
    case 8:
      return [0, h, -w, 0, x + w, y];
  }
}

/** The whole file. `description` says what the picture shows; `title` is the document's. */
export function picturePage(picture: PdfPicture, title: string, description: string): Uint8Array {
  const { page, box, matrix } = placePicture(picture);
  const bounds = [box.x, box.y, box.x + box.width, box.y + box.height].map(short).join(' ');
  const drawing = `/Figure << /MCID 0 >> BDC q ${matrix.map(short).join(' ')} cm /Im0 Do Q EMC`;
  const objects: ReadonlyArray<ReadonlyArray<string | Uint8Array>> = [
    [
      '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R ',
      '/ViewerPreferences << /DisplayDocTitle true >> >>',
    ],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${short(page.width)} ${short(page.height)}] `,
      '/Resources << /XObject << /Im0 5 0 R >> >> /Contents 4 0 R /StructParents 0 /Tabs /S >>',
    ],
    [`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ${picture.reading} `,
      `/Length ${picture.bytes.length} >>\nstream\n`,
      picture.bytes,
      '\nendstream',
    ],
    ['<< /Type /StructTreeRoot /K 7 0 R /ParentTree 9 0 R /ParentTreeNextKey 1 >>'],
    ['<< /Type /StructElem /S /Document /P 6 0 R /K 8 0 R >>'],
    [
      `<< /Type /StructElem /S /Figure /P 7 0 R /Pg 3 0 R /K 0 /Alt ${pdfText(description)} `,
      `/A << /O /Layout /Placement /Block /BBox [${bounds}] >> >>`,
    ],
    ['<< /Nums [0 [8 0 R]] >>'],
    [`<< /Title ${pdfText(title)} /Producer (Packhorse) >>`],
  ];
  return written(objects);
}

function written(objects: ReadonlyArray<ReadonlyArray<string | Uint8Array>>): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const put = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === 'string' ? latin(piece) : piece;
    pieces.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  const offsets = objects.map((parts, index) => {
    const offset = length;
    put(`${index + 1} 0 obj\n`);
    for (const part of parts) put(part);
    put('\nendobj\n');
    return offset;
  });
  const xref = length;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) put(`${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\n`);
  put(`startxref\n${xref}\n%%EOF\n`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function short(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}

function inHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A text in UTF-16, as PDF writes what is beyond its own alphabet. */
function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}
