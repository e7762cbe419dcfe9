/** The editor's tools in a real browser: spelling, and what a picture shows. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { pngOf } from '#tests/unit/papers/pictures.ts';
import { faultsForAxe, newReport, startWorkspace, textOf, writeIn } from '#tests/support/written-paper.ts';

let app: OpenedApp;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await startWorkspace(page);
});
afterAll(() => app.close());

describe('Spelling', () => {
  const misspelt = (): Promise<ReadonlyArray<string>> => textOf(page).locator('[data-misspelt]').allTextContents();

  test('marks words that no British dictionary has, and changes one by keyboard alone', async () => {
    await newReport(page, 'Spelt');
    await writeIn(page, 'Background', 'The organisation’s colour is grey, its center is Westmere, recieve and thier. ');
    await expect.poll(misspelt).toEqual(['center', 'Westmere', 'recieve', 'thier']);
    const focus = (): Promise<boolean> => textOf(page).evaluate((it) => it === document.activeElement);
    for (const word of ['center', 'Westmere', 'recieve']) {
      await page.keyboard.press('F7');
      await page.getByRole('menu', { name: `“${word}” is not in the dictionary` }).waitFor();
      if (word === 'recieve') break;
      if (word === 'center') expect(await faultsForAxe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(focus).toBe(true);
    }
    const first = page.getByRole('menuitem', { name: 'receive', exact: true });
    await first.waitFor();
    await first.press('Enter');
    await expect.poll(focus).toBe(true);
    await textOf(page).getByText('Westmere, receive and thier').waitFor();
    await expect.poll(misspelt).toEqual(['center', 'Westmere', 'thier']);
  });

  test('keeps the word list for every paper, and a word ignored for this one alone', async () => {
    await textOf(page).locator('[data-misspelt]', { hasText: 'Westmere' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Add to word list' }).click();
    await expect.poll(misspelt).toEqual(['center', 'thier']);
    await textOf(page).locator('[data-misspelt]', { hasText: 'thier' }).click();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Ignore here' }).click();
    await expect.poll(misspelt).toEqual(['center']);
    await page.waitForTimeout(1200);
    await page.reload();
    // Only what is in sight is looked at.
    await textOf(page).getByText('Westmere, receive and thier').scrollIntoViewIfNeeded();
    await expect.poll(misspelt, { timeout: 10_000 }).toEqual(['center']);
    await newReport(page, 'Another');
    await writeIn(page, 'Background', 'Westmere’s thier end ');
    await expect.poll(misspelt).toEqual(['thier']);
    expect(complaints).toEqual([]);
  });
});

test('what is typed as soon as a section was chosen is in the text, however late the next picture of the screen', async () => {
  await newReport(page, 'At once');
  await page.evaluate(() => {
    const { requestAnimationFrame: soon } = window;
    window.requestAnimationFrame = (draw) => Number(setTimeout(() => soon(draw), 1000));
  });
  await writeIn(page, 'Background', 'Written at once. ');
  await textOf(page).getByText('Written at once.').waitFor();
  await page.reload();
  await textOf(page).waitFor();
});

test('a picture’s description is changed after it was added, by keyboard too', async () => {
  await newReport(page, 'Pictured');
  await page.getByRole('button', { name: 'Write “Background”' }).click();
  await page.getByRole('button', { name: 'Picture' }).click();
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: 'map.png', mimeType: 'image/png', buffer: Buffer.from(pngOf({ width: 60, height: 30 })) });
  await page.getByRole('button', { name: 'Add picture' }).click();
  const check = page.getByRole('button', { name: 'A picture has no description' });
  await check.click();
  await page.keyboard.press('Enter');
  await page.getByLabel('What it shows').fill('Map of the parishes');
  await page.getByRole('button', { name: 'Keep description' }).click();
  await page.getByRole('img', { name: 'Map of the parishes' }).waitFor();
  await check.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change description' }).click();
  await page.getByLabel('What it shows').fill('Map of three parishes');
  await page.getByRole('button', { name: 'Keep description' }).click();
  await page.getByRole('img', { name: 'Map of three parishes' }).waitFor();
  expect(await faultsForAxe(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
