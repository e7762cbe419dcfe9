/** The main job, as a new officer does it: from an empty laptop to a saved board pack, judged by other people's readers. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';

let app: OpenedApp;
let pack = '';

beforeAll(async () => {
  app = await openApp();
  // The system's own save dialog cannot be answered here, so the pack comes as a download.
  await app.page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await app.page.reload();
});
afterAll(() => app.close());

async function savePack(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save PDF' }).click(),
  ]);
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'packhorse-')), 'pack.pdf');
  await download.saveAs(file);
  return file;
}

test('builds and saves the pack of the sample’s next meeting', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByText('Sample: nothing here is real').waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
  await page
    .getByRole('link', { name: /^Partnership Board/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Build pack' }).click();
  await page.getByRole('region', { name: /Partnership Board.*board pack/ }).waitFor();
  pack = await savePack(page);
});

async function pageCount(): Promise<number> {
  return Number(/Pages:\s+(\d+)/.exec(await runOutside('pdfinfo', [pack]))?.[1]);
}

test.skipIf(outsideTool('qpdf') === null)('qpdf finds no fault in it (not run without qpdf)', async () => {
  expect(await runOutside('qpdf', ['--check', pack])).toMatch(/No syntax or stream encoding errors found/);
});

test.skipIf(outsideTool('pdftotext') === null)(
  'the number printed on each page is the number of the page (not run without pdftotext)',
  async () => {
    const pages = await pageCount();
    expect(pages).toBeGreaterThan(10);
    for (let page = 1; page <= pages; page++) {
      const words = await runOutside('pdftotext', ['-f', String(page), '-l', String(page), pack, '-']);
      expect(words).toMatch(new RegExp(`Page ${page}\\b`));
    }
  },
);

test.skipIf(outsideTool('pdfinfo') === null)(
  'it is tagged, titled and in British English (not run without pdfinfo)',
  async () => {
    const facts = await runOutside('pdfinfo', [pack]);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).toMatch(/Title:\s+Partnership Board, .*: board pack/);
    const structure = await runOutside('pdfinfo', ['-struct', pack]);
    expect(structure.match(/^Document/gm)).toHaveLength(1);
    expect(structure).toMatch(/Table/);
  },
);

test.skipIf(outsideTool('mutool') === null)(
  'each agenda item is a bookmark, with the paper’s own beneath it (not run without mutool)',
  async () => {
    const outline = await runOutside('mutool', ['show', pack, 'outline']);
    expect(outline).toMatch(/"Cover \(page 1\)"/);
    expect(outline).toMatch(/"5 Rural transport pilot: outline case \(page \d+\)"/);
    expect(outline).toMatch(/\n\S?\t\t+"/);
  },
);

test.skipIf(outsideTool('pdftotext') === null)(
  'nothing of the restricted item is in it (not run without pdftotext)',
  async () => {
    const words = await runOutside('pdftotext', [pack, '-']);
    expect(words).toMatch(/Restricted item/);
    expect(words).not.toMatch(/Harrow Lane/);
  },
);

test('stops a build without leaving anything half-made', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Build pack' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Stopped. Nothing half-made was left behind.').waitFor();
  const left = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (await root.getDirectoryHandle('packs')).keys()) names.push(name);
    return names.filter((name) => name.endsWith('.part'));
  });
  expect(left).toEqual([]);
});
