/** The Papers register worked in by keyboard, the forward plan, and the sample tried beside one's own workspace. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  // The system's own save dialog cannot be answered here, so files come as downloads.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByText('Sample: nothing here is real').waitFor();
});

afterAll(async () => app.close());

async function goTo(place: string, heading: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

function row(title: string): Locator {
  return page.getByRole('grid').getByRole('row').filter({ hasText: title });
}

async function focusedText(): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

describe('the Papers register', () => {
  beforeAll(async () => {
    await goTo('/papers', 'Papers');
    await page.getByRole('grid').waitFor();
  });

  test('is walked through with the arrows and edited where one stands', async () => {
    await row('Rural transport pilot')
      .getByRole('rowheader')
      .click({ position: { x: 2, y: 18 } });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focusedText).toBe('Jo Penhaligon');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Author of Rural transport pilot: outline case' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focusedText).toBe('Jo Penhaligon');
    await page.keyboard.type('Ada Fell');
    await page.keyboard.press('Enter');
    await row('Rural transport pilot').getByRole('gridcell', { name: 'Ada Fell' }).waitFor();
    // Enter went down, and the keys still work.
    await expect.poll(focusedText).toBe('Jo Penhaligon');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+z');
    await row('Rural transport pilot').getByRole('gridcell', { name: 'Jo Penhaligon' }).waitFor();
  });

  test('reads a due date, says what is none, and counts the days late', async () => {
    const paper = row('Strategic risks: quarter 2 review');
    await paper.getByRole('gridcell').nth(4).dblclick();
    const field = page.getByRole('textbox', { name: 'Due of Strategic risks: quarter 2 review' });
    await field.fill('31/02');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'February' }).waitFor();
    await field.fill('yesterday');
    await page.keyboard.press('Enter');
    await paper.getByText('1 day', { exact: true }).waitFor();
  });

  test('an issued paper says why it stays as it is', async () => {
    const issued = row('Minutes of 13 August 2026');
    if ((await issued.count()) === 0) await page.getByLabel('Search papers').fill('minutes');
    const first = page.getByRole('row').filter({ hasText: 'Issued' }).first();
    await first.getByRole('gridcell').nth(2).click();
    await page.keyboard.press('Enter');
    await page.getByText('This paper has been issued, so it stays as members were given it').first().waitFor();
    expect(await page.getByRole('grid').getByRole('textbox').count()).toBe(0);
    await page.getByLabel('Search papers').fill('');
  });

  test('several rows are changed as one act and brought back by one Undo', async () => {
    await page.getByLabel('Search papers').fill('transport');
    await page
      .getByRole('grid')
      .getByRole('rowheader')
      .first()
      .click({ position: { x: 2, y: 18 } });
    await page.keyboard.press('Control+a');
    const selected = page.getByRole('group', { name: 'Selected papers' });
    await selected.getByRole('button', { name: 'Set author' }).click();
    await page.getByRole('dialog').getByLabel('Author').fill('Mo Vale');
    await page.keyboard.press('Enter');
    await page
      .getByText(/papers? changed/)
      .first()
      .waitFor();
    const authors = page.getByRole('grid').getByText('Mo Vale');
    await authors.first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => authors.count()).toBe(0);
    await page.getByLabel('Search papers').fill('');
  });

  test('goes out whole as a workbook and as a plain table', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-register-'));
    try {
      const saved = async (choice: string, name: string): Promise<string> => {
        await page.getByRole('button', { name: 'Export' }).click();
        const coming = page.waitForEvent('download');
        await page.getByRole('menuitem', { name: choice }).click();
        const file = path.join(folder, name);
        await (await coming).saveAs(file);
        return file;
      };
      const csv = readFileSync(await saved('Plain table (.csv)', 'register.csv'), 'utf8');
      expect(csv.split('\r\n')[0]).toContain('Title,Reference,Body,Meeting date');
      expect(csv).toContain('Rural transport pilot: outline case');
      const workbook = await saved('Excel workbook (.xlsx)', 'book.xlsx');
      const sheets = unzipSync(readFileSync(workbook));
      expect(strFromU8(sheets['xl/sharedStrings.xml']!)).toContain('Rural transport pilot: outline case');
      const rows = strFromU8(sheets['xl/worksheets/sheet1.xml']!).match(/<row /g) ?? [];
      expect(rows).toHaveLength(csv.trimEnd().split('\r\n').length);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the forward plan', () => {
  test('takes a paper in one line and shows who owes it', async () => {
    await goTo('/papers/forward-plan', 'Forward plan');
    await page.getByRole('region', { name: 'Who owes what' }).waitFor();
    await page.keyboard.press('Control+n');
    await page.getByLabel('Title').fill('Flood plan 2027');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Nia Holt');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Flood plan 2027' }).first().waitFor();
    await page.getByRole('region', { name: 'Who owes what' }).getByText('Nia Holt').waitFor();
    // Ready for the next one.
    expect(await page.getByLabel('Title').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('form', { name: 'Plan a paper' }).count()).toBe(0);
  });

  test('lateness is summed up per author, each leading to the papers', async () => {
    await goTo('/papers/lateness', 'Lateness per author');
    await page
      .getByRole('row', { name: /Nia Holt/ })
      .getByRole('link')
      .click();
    await page.getByRole('grid').getByText('Flood plan 2027').waitFor();
    expect(await page.getByRole('grid').getByRole('rowheader').count()).toBe(1);
  });
});
