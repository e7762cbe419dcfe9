/** PDFs for the viewer's tests, with what packs have: labels, bookmarks, links, turned and landscape pages. */
import {
  degrees,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  StandardFonts,
  type PDFRef,
} from '@cantoo/pdf-lib';

const a4: [number, number] = [595.28, 841.89];

/** One line on each page, so that each can be told from the others. */
export async function longPdf(pageCount: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pageCount; page += 1) {
    const sheet = pdf.addPage(a4);
    sheet.drawText(`This is page ${page} of the pack.`, { x: 60, y: 760, size: 20, font });
    for (let line = 0; line < 30; line += 1) {
      sheet.drawText(`Line ${line + 1}: the committee notes the report and its recommendations.`, {
        x: 60,
        y: 720 - line * 20,
        size: 11,
        font,
      });
    }
  }
  branchPages(pdf);
  return pdf.save();
}

const pagesPerBranch = 64;

/** Page trees in branches, as our packs have them: a flat list of 2,000 pages makes any reader read the whole file first. */
function branchPages(pdf: PDFDocument): void {
  const { context } = pdf;
  const rootRef = pdf.catalog.get(PDFName.of('Pages')) as PDFRef;
  const root = pdf.catalog.Pages();
  const pages = root.Kids().asArray() as PDFRef[];
  const branches: PDFRef[] = [];
  for (let from = 0; from < pages.length; from += pagesPerBranch) {
    const kids = pages.slice(from, from + pagesPerBranch);
    const branch = context.register(context.obj({ Type: 'Pages', Parent: rootRef, Count: kids.length, Kids: kids }));
    for (const kid of kids) context.lookup(kid, PDFDict).set(PDFName.of('Parent'), branch);
    branches.push(branch);
  }
  root.set(PDFName.of('Kids'), context.obj(branches));
}

/**
 * Eight pages: R1 and R2, then 1 to 6. 3 lies landscape; 4 is a portrait sheet shown landscape by /Rotate 90; 5 by /Rotate
 * 270; 6 stands on its head and is put right by /Rotate 180. On 1 a link within the pack and one out of it.
 */
export async function packLikePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const turns = [0, 0, 0, 0, 0, 90, 270, 180];
  const refs: PDFRef[] = [];
  for (const [index, turn] of turns.entries()) {
    const size: [number, number] = index === 4 ? [a4[1], a4[0]] : a4;
    const page = pdf.addPage(size);
    page.setRotation(degrees(turn));
    const at = placeOfHead(turn, size);
    page.drawText(`Head of physical page ${index + 1}`, { ...at, size: 24, font, rotate: degrees(turn) });
    refs.push(page.ref);
  }
  const { context } = pdf;
  const labels = context.obj({
    Nums: [0, { S: PDFName.of('D'), P: PDFHexString.fromText('R') }, 2, { S: PDFName.of('D') }],
  });
  pdf.catalog.set(PDFName.of('PageLabels'), labels);

  const inside = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [60, 600, 260, 630],
      Border: [0, 0, 1],
      Dest: [refs[4]!, PDFName.of('XYZ'), null, null, null],
    }),
  );
  const outside = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [60, 500, 260, 530],
      Border: [0, 0, 1],
      A: { Type: 'Action', S: 'URI', URI: PDFString.of('https://www.example.org/report') },
    }),
  );
  pdf.getPage(2).node.set(PDFName.of('Annots'), context.obj([inside, outside]));
  addOutline(pdf, refs);
  return pdf.save();
}

function placeOfHead(turn: number, [width, height]: [number, number]): { readonly x: number; readonly y: number } {
  switch (turn) {
    case 90:
      return { x: 60, y: 60 };
    case 270:
      return { x: width - 60, y: height - 60 };
    case 180:
      return { x: width - 60, y: 60 };
    default:
      return { x: 60, y: height - 60 };
  }
}

/** Agenda (R1) with Restricted item (R2) under it; Item 1 (1) with Appendix A (3) under it; Item 2 (5). */
function addOutline(pdf: PDFDocument, pages: ReadonlyArray<PDFRef>): void {
  const { context } = pdf;
  const root = context.nextRef();
  const [agenda, restricted, one, appendix, two] = Array.from({ length: 5 }, () => context.nextRef());
  const entry = (title: string, page: number, rest: Readonly<Record<string, PDFRef | PDFNumber | undefined>>) =>
    context.obj({
      Title: PDFHexString.fromText(title),
      Dest: [pages[page - 1]!, PDFName.of('Fit')],
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    } as never);
  const count = PDFNumber.of(1);
  context.assign(
    agenda!,
    entry('Agenda', 1, { Parent: root, Next: one, First: restricted, Last: restricted, Count: count }),
  );
  context.assign(restricted!, entry('Restricted item', 2, { Parent: agenda }));
  context.assign(
    one!,
    entry('Item 1: Finance', 3, {
      Parent: root,
      Prev: agenda,
      Next: two,
      First: appendix,
      Last: appendix,
      Count: count,
    }),
  );
  context.assign(appendix!, entry('Appendix A', 5, { Parent: one }));
  context.assign(two!, entry('Item 2: Staffing', 7, { Parent: root, Prev: one }));
  context.assign(root, context.obj({ Type: 'Outlines', First: agenda!, Last: two!, Count: 5 }));
  pdf.catalog.set(PDFName.of('Outlines'), root);
}

/** One empty page behind a user password: only its /Encrypt entry matters, for no one gets further without the password. */
export function lockedPdf(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    `<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const id = '43'.repeat(16);
  const trailer = `<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<${id}><${id}>]>>`;
  return new TextEncoder().encode(
    `${text}xref\n0 5\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`,
  );
}
