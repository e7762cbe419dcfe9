/** An agenda written and put in order by keyboard in a real browser, where moving a row moves the focus with it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

test('an item is written, moved twice and kept, without the mouse', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
  await page
    .getByRole('link', { name: /^Partnership Board/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add item' }).press('Enter');
  await page.getByLabel('Title', { exact: true }).fill('Flood report');
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Flood report/ }).waitFor();
  await page.getByRole('row', { name: /Flood report/ }).focus();
  const number = async (): Promise<number> => Number.parseInt(await focusedName(page), 10);
  const last = await number();
  for (const place of [last - 1, last - 2]) {
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect.poll(number).toBe(place);
  }
  expect(await focusedName(page)).toMatch(/Flood report$/);
  await page.reload();
  await page.getByRole('row', { name: `${last - 2} Flood report` }).waitFor();
});
