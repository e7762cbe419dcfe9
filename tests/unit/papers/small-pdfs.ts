/** Small real PDFs for tests of attaching: sound ones, locked ones, and broken ones. */
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

export async function smallPdf(pages = 1, words = 'Report'): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    document.addPage([595.28, 841.89]).drawText(`${words}, page ${page}`, { x: 60, y: 760, size: 14, font });
  }
  return Uint8Array.from(await document.save());
}

/** Needs a password to be opened, or only to be changed. */
export async function lockedPdf(passwords: {
  readonly userPassword?: string;
  readonly ownerPassword: string;
}): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ userPassword: '', ...passwords });
  return Uint8Array.from(await document.save());
}

/** Sound but for its page tree, which is empty. */
export function pagelessPdf(): Uint8Array<ArrayBuffer> {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const index = text.length;
  text += `xref\n0 3\n0000000000 65535 f \n${rows}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${index}\n%%EOF\n`;
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
