/** Find and replace in a written paper, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await page.getByLabel('Your name').fill('Helen Marsh');
  await page.getByLabel('Your role').fill('Clerk');
  await page.getByLabel('Organisation').fill('Westmere Council');
  await page.getByLabel('Workspace name').fill('Westmere');
  await page.getByRole('button', { name: 'Start a new workspace' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await page.getByRole('button', { name: 'Add paper' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Bus shelters');
  await page.getByRole('dialog').getByRole('button', { name: 'Add paper' }).click();
  await page.getByRole('button', { name: 'Write “Summary”' }).click();
  await page.keyboard.type('The Bus shelter by the school. A bus every hour; buses on Sunday. The BUS.');
});
afterAll(() => app.close());

const text = () => page.getByRole('textbox', { name: 'Text of the paper' });
const find = () => page.getByRole('textbox', { name: 'Find', exact: true });
const bar = () => page.getByRole('search', { name: 'Find and replace' });

test('finds words whatever their capitals, counts them and goes round', async () => {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await find().fill('bus');
  await bar().getByText('1 of 4').waitFor();
  await page.keyboard.press('Enter');
  await bar().getByText('2 of 4').waitFor();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await bar().getByText('4 of 4').waitFor();
  expect(await text().locator('.found-now').textContent()).toBe('BUS');
});

test('minds capitals and whole words where that is wished', async () => {
  await bar().getByText('Whole words').click();
  await bar().getByText('of 3').waitFor();
  await bar().getByText('Match capitals').click();
  await bar().getByText('of 1').waitFor();
  await bar().getByText('Match capitals').click();
  await find().fill('tram');
  await bar().getByText('Not found').waitFor();
});

test('replaces one, then all in a step that Undo takes back whole', async () => {
  await find().fill('bus');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('coach');
  await bar().getByText('2 of 3').waitFor();
  await find().press('Enter');
  await find().press('Enter');
  await bar().getByText('1 of 3').waitFor();
  await bar().getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => text().textContent()).toContain('The coach shelter');
  // Longer than the pause that joins what is done together into one step.
  await page.waitForTimeout(700);
  await bar().getByRole('button', { name: 'Replace all' }).click();
  await bar().getByText('2 replaced').waitFor();
  expect(await text().textContent()).toContain('A coach every hour; buses on Sunday. The coach.');
  await page.getByRole('textbox', { name: 'Replace with' }).press('Escape');
  await expect.poll(() => bar().count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => text().textContent())
    .toContain('The coach shelter by the school. A bus every hour; buses on Sunday. The BUS.');
  expect(await text().locator('.found, .found-now').count()).toBe(0);
});
