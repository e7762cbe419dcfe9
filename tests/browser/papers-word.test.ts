/** Word files, in a real browser: written out as Word takes them, and taken in with word of what was left behind. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { pngOf } from '#tests/unit/papers/pictures.ts';

let app: OpenedApp;
let page: Page;
const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-word-'));
const complaints: string[] = [];

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByText('Sample: nothing here is real').waitFor();
});
afterAll(() => app.close());

const text = () => page.getByRole('textbox', { name: 'Text of the paper' });

async function openPaper(name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await page.getByRole('link', { name, exact: true }).first().click();
  await text().waitFor();
}

async function newPaper(title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await page.getByRole('button', { name: 'Add paper' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Add paper' }).click();
  await text().waitFor();
}

async function take(file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import from Word' }).click(),
  ]);
  await chooser.setFiles(file);
}

test('a paper goes to Word with its headings, lists and tables', async () => {
  await openPaper('Rural transport pilot: outline case');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export to Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  await download.saveAs(path.join(folder, 'case.docx'));
  const parts = unzipSync(new Uint8Array(readFileSync(path.join(folder, 'case.docx'))));
  const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(words.match(/w:pStyle w:val="Heading1"/g)?.length).toBeGreaterThan(5);
  expect(words).toMatch(/<w:tblHeader/);
  expect(words).toMatch(/<w:numPr>/);
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toMatch(/w:lang w:val="en-GB"/);
  expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toMatch(/Rural transport pilot/);
});

test.skipIf(outsideTool('soffice') === null)(
  'LibreOffice opens it and prints every word (not run without LibreOffice)',
  async () => {
    await runOutside('soffice', [
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      path.join(folder, 'case.docx'),
    ]);
    const printed = await runOutside('pdftotext', [path.join(folder, 'case.pdf'), '-']);
    expect(printed).toMatch(/Reasons for the recommendations/);
    expect(printed).toMatch(/Rural transport pilot: outline case/);
  },
);

test('and comes back as it was', async () => {
  const before = await shapeOf();
  await newPaper('The case again');
  await take(path.join(folder, 'case.docx'));
  const dialog = page.getByRole('dialog', { name: 'Import from Word' });
  await dialog.getByText(/^It brings \d+ headings/).waitFor();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => text().textContent()).toContain('choose option B as the basis');
  const after = await shapeOf();
  // The exported head (meeting, reference) comes back as a table of its own.
  expect(after.slice(after.indexOf(before[0] ?? ''))).toEqual(before);
  await page.getByText('Imported from case.docx, which is kept as it was.').waitFor();
});

/** Headings, list items and cells with their words, as the editor shows them. */
async function shapeOf(): Promise<ReadonlyArray<string>> {
  return text().evaluate((root) =>
    [...root.querySelectorAll('h2, h3, h4, li > p, th, td, figure')].map(
      (node) => `${node.tagName} ${node.textContent?.trim()}`,
    ),
  );
}

test('says what it does not carry over, and takes in the rest in one step', async () => {
  writeFileSync(path.join(folder, 'odd.docx'), await oddFile());
  await newPaper('From a colleague');
  await take(path.join(folder, 'odd.docx'));
  const dialog = page.getByRole('dialog', { name: 'Import from Word' });
  const losses = dialog.getByRole('list', { name: 'What was not carried over' });
  await losses.waitFor();
  const told = (await losses.getByRole('listitem').allTextContents()).join('\n');
  expect(told).toMatch(/1 tracked insertion: taken in as if accepted/);
  expect(told).toMatch(/1 tracked deletion: left out/);
  expect(told).toMatch(/1 comment: left out/);
  expect(told).toMatch(/1 macro project: left out, and never run/);
  expect(told).not.toMatch(/footnote/);
  await dialog.getByText(/Sections found: Recommendations/).waitFor();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => text().textContent()).toContain('That the Board agrees');
  const words = await text().textContent();
  expect(words).toContain('newly added');
  expect(words).not.toContain('struck out');
  expect(await text().locator('sup[data-footnote]').getAttribute('data-footnote')).toBe('A note at the foot');
  expect(await text().locator('figure img[alt="A map of the route"]').count()).toBe(1);
  expect(await text().locator('th').allTextContents()).toEqual(['Cost', 'Year']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => text().textContent()).not.toContain('That the Board agrees');
});

test('footnotes are written here, printed at the end of the paper, and real ones in Word', async () => {
  await newPaper('With a footnote');
  await page.getByRole('button', { name: 'Write “Summary”' }).click();
  await page.keyboard.type('It costs less');
  await page.getByRole('button', { name: 'Footnote', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Footnote' });
  await dialog.getByRole('textbox', { name: 'Footnote' }).fill('Than last year');
  await dialog.getByRole('button', { name: 'Keep footnote' }).click();
  await text().getByRole('note', { name: 'Footnote: Than last year' }).dblclick();
  await dialog.getByRole('textbox', { name: 'Footnote' }).fill('Than in 2025');
  await dialog.getByRole('button', { name: 'Keep footnote' }).click();
  await text().getByRole('note', { name: 'Footnote: Than in 2025' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export to Word' }).click(),
  ]);
  const file = path.join(folder, 'note.docx');
  await download.saveAs(file);
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  expect(strFromU8(parts['word/footnotes.xml'] ?? new Uint8Array())).toContain('Than in 2025');
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toMatch(/<w:footnoteReference/);
});

test('refuses what is no Word file, or is locked, in plain words', async () => {
  writeFileSync(path.join(folder, 'old.docx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
  writeFileSync(path.join(folder, 'none.docx'), 'no zip at all');
  await newPaper('Refusals');
  const dialog = page.getByRole('dialog', { name: 'Import from Word' });
  for (const [file, words] of [
    ['old.docx', /locked with a password, or in Word’s old format/],
    ['none.docx', /not a Word file that can be read/],
  ] as const) {
    await take(path.join(folder, file));
    await dialog.getByText(words).waitFor();
    expect(await dialog.getByRole('button', { name: 'Apply' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  }
  expect(complaints).toEqual([]);
});

async function oddFile(): Promise<Uint8Array> {
  const change = { author: 'A', date: '2026-01-01T00:00:00Z' };
  const made = new Document({
    comments: { children: [{ id: 0, children: [new Paragraph('Is this right?')] }] },
    footnotes: { 1: { children: [new Paragraph('A note at the foot')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Recommendations', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('That the Board agrees '),
              new InsertedTextRun({ id: 1, text: 'newly added', ...change }),
              new DeletedTextRun({ id: 2, text: 'struck out', ...change }),
              new TextRun({ children: [new CommentReference(0)] }),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Table({
            rows: [
              new TableRow({
                tableHeader: true,
                children: ['Cost', 'Year'].map((words) => new TableCell({ children: [new Paragraph(words)] })),
              }),
              new TableRow({
                children: ['£5', '2027'].map((words) => new TableCell({ children: [new Paragraph(words)] })),
              }),
            ],
          }),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: pngOf({ width: 40, height: 30 }),
                transformation: { width: 40, height: 30 },
                altText: { name: 'Map', title: '', description: 'A map of the route' },
              }),
            ],
          }),
        ],
      },
    ],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(made)));
  return zipSync({ ...parts, 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) });
}
