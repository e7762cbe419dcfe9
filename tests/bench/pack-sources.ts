/** The files that the benches make packs of: 535 pages as a board gets them. */
import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { launchBrowser } from '#tests/support/browser.ts';
import { outsideTool } from '#tests/support/outside-tools.ts';
import { extraNumber, jpegLikePdf, makePdf, pageNumber } from '#tests/support/pdf-maker.ts';

const execute = promisify(execFile);

/** Printed reports, scans, sheets on their side, old and new kinds of file; gives their paths. */
export async function makeSources(folder: string): Promise<string[]> {
  const files: string[] = [];
  const add = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, `${String(files.length).padStart(2, '0')}-${name}.pdf`);
    writeFileSync(file, bytes);
    files.push(file);
    return file;
  };
  const printed = await printedReports([3, 20, 40, 60, 77]);
  printed.forEach((bytes, at) => add(at === 0 ? 'agenda' : 'printed', bytes));
  for (const [pages, seed] of [
    [24, 1],
    [40, 2],
    [36, 3],
    [20, 4],
  ] as const) {
    add('scan', jpegLikePdf(pages, 640_000, seed));
  }
  for (const pages of [20, 25]) add('report', await libraryReport(pages, 0, false));
  add('landscape', await libraryReport(20, 0, true));
  add('turned', await libraryReport(20, 90, false));
  const linked = add('linked', linkedReport(60));
  add('form', formReport(10));
  const qpdf = outsideTool('qpdf');
  const packed = path.join(folder, 'packed.pdf');
  copyFileSync(linked, packed);
  if (qpdf !== null) await execute(qpdf, ['--object-streams=generate', linked, packed]);
  add('packed', readFileSync(packed).subarray());
  return files;
}

async function printedReports(lengths: ReadonlyArray<number>): Promise<Uint8Array[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const made: Uint8Array[] = [];
    for (const length of lengths) {
      const sections = Array.from({ length }, (_, at) => section(at)).join('');
      await page.setContent(`<!doctype html><html lang="en-GB"><title>Report</title><body>${sections}</body></html>`);
      made.push(await page.pdf({ format: 'A4', tagged: true, outline: true, margin: { top: '20mm', bottom: '20mm' } }));
    }
    return made;
  } finally {
    await browser.close();
  }
}

const words =
  'The board is asked to note the position of the partnership and to agree the steps set out below. '.repeat(6);

function section(at: number): string {
  const rows = Array.from(
    { length: 8 },
    (_, row) => `<tr><td>Measure ${row}</td><td>${row * 7}</td><td>On course</td></tr>`,
  );
  return `<section style="break-after:page"><h1>Section ${at + 1}</h1><p>${words}</p><h2>Options</h2>
    <ul><li>First <a href="https://pack.invalid/item/paper-1">paper</a></li><li>Second</li></ul><p>${words}</p>
    <table border="1"><tr><th>Measure</th><th>Now</th><th>State</th></tr>${rows.join('')}</table></section>`;
}

async function libraryReport(pages: number, turned: number, landscape: boolean): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.TimesRoman);
  for (let at = 0; at < pages; at++) {
    const page = file.addPage(landscape ? [842, 595] : [595, 842]);
    if (turned !== 0) page.setRotation(degrees(turned));
    for (let line = 0; line < 30; line++)
      page.drawText(words.slice(0, 80), { x: 60, y: 520 - line * 14, size: 11, font });
  }
  return file.save();
}

const linksPerPage = 5;

/** Every page links to others and stands in the outline. */
function linkedReport(pages: number): Uint8Array {
  const first = extraNumber(pages, 0);
  const links = Array.from({ length: pages * linksPerPage }, (_, at) => {
    const to = pageNumber((at * 7) % pages);
    return `<</Type/Annot/Subtype/Link/Rect[60 ${60 + (at % linksPerPage) * 20} 200 80]/Border[0 0 0]/Dest[${to} 0 R/Fit]>>`;
  });
  const root = first + links.length;
  const items = Array.from({ length: pages }, (_, at) => {
    const number = root + 1 + at;
    const before = at > 0 ? `/Prev ${number - 1} 0 R` : '';
    const after = at < pages - 1 ? `/Next ${number + 1} 0 R` : '';
    return `<</Title(Section ${at + 1})/Parent ${root} 0 R/Dest[${pageNumber(at)} 0 R/Fit]${before}${after}>>`;
  });
  const linksOf = (page: number): string =>
    Array.from({ length: linksPerPage }, (_, at) => `${first + page * linksPerPage + at} 0 R`).join(' ');
  return makePdf({
    pages: Array.from({ length: pages }, (_, at) => ({
      text: `Section ${at + 1}`,
      entries: `/Annots[${linksOf(at)}]`,
    })),
    catalogue: `/Outlines ${root} 0 R`,
    extras: [...links, `<</Type/Outlines/First ${root + 1} 0 R/Last ${root + pages} 0 R/Count ${pages}>>`, ...items],
  });
}

function formReport(pages: number): Uint8Array {
  const field = (at: number): number => extraNumber(pages, at);
  return makePdf({
    pages: Array.from({ length: pages }, (_, at) => ({ entries: `/Annots[${field(at)} 0 R]` })),
    catalogue: `/AcroForm<</Fields[${Array.from({ length: pages }, (_, at) => `${field(at)} 0 R`).join(' ')}]>>`,
    extras: Array.from(
      { length: pages },
      (_, at) =>
        `<</Type/Annot/Subtype/Widget/FT/Tx/T(field ${at})/V(value ${at})/DA(/Helv 10 Tf)/Rect[60 60 200 80]/F 4>>`,
    ),
  });
}
