/** From the first run to a saved pack with the keys alone: every stop can be seen, and nothing holds the focus. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { focusFault, goRound, keyTo, pressByKey, tabTo, typeByKey } from '#tests/support/by-keyboard.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';

let app: OpenedApp;
let page: Page;
let pack = '';

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  // The system's own save dialog cannot be answered here, so the pack comes as a download.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  // Whoever cannot use a mouse has none here either.
  await page.evaluate(() => {
    addEventListener('mousedown', () => document.body.setAttribute('data-mouse', 'used'), true);
  });
});
afterAll(() => app.close());

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const field = (name: string): Locator => page.getByLabel(name, { exact: true });
const row = (name: RegExp): Locator => page.getByRole('row', { name });

test('starts a workspace', async () => {
  await button('Start a new workspace').waitFor();
  expect(await focusFault(page)).toBeNull();
  await page.keyboard.type('Asha Rowe');
  await typeByKey(page, field('Your role'), 'Clerk');
  await typeByKey(page, field('Organisation'), 'Northmoor Council');
  await typeByKey(page, field('Workspace name'), 'Northmoor Partnership');
  await pressByKey(page, button('Start a new workspace'));
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.getByText('Asha Rowe, Clerk').waitFor();
});

test('adds a body with a member', async () => {
  await pressByKey(
    page,
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners and bodies' }),
  );
  await page.getByRole('heading', { name: 'Partners and bodies', level: 1 }).waitFor();
  await pressByKey(page, button('Add body').first());
  await page.getByRole('dialog').waitFor();
  expect(await focusFault(page)).toBeNull();
  await page.keyboard.type('Partnership Board');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Partnership Board', level: 1 }).waitFor();
  await pressByKey(page, button('Add seat').first());
  await page.getByRole('dialog').waitFor();
  await typeByKey(page, page.getByRole('dialog').getByLabel('Seat', { exact: true }), 'Chair');
  await typeByKey(page, page.getByRole('dialog').getByLabel('Member'), 'Dele Okoro');
  await pressByKey(page, page.getByRole('dialog').getByRole('button', { name: 'Add seat' }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row(/Chair/).getByText('Dele Okoro').waitFor();
});

test('plans a meeting', async () => {
  await page.keyboard.press('Control+2');
  await page.getByRole('heading', { name: 'Meetings', level: 1 }).waitFor();
  await pressByKey(page, button('Plan a meeting').first());
  await page.getByRole('dialog').waitFor();
  expect(await focusFault(page)).toBeNull();
  expect(await field('Body').evaluate((body: HTMLSelectElement) => body.selectedOptions[0]?.text)).toBe(
    'Partnership Board',
  );
  await typeByKey(page, field('Meeting date'), '9/12/27');
  await page.getByText('Thursday 9 December 2027').first().waitFor();
  await typeByKey(page, field('Start time'), '10am');
  await typeByKey(page, field('Place'), 'Town Hall, Northmoor');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Partnership Board/, level: 1 }).waitFor();
  await page.getByText('Thursday, 10am').waitFor();
  await page.getByText('Town Hall, Northmoor').first().waitFor();
});

test('writes two items and puts the second first', async () => {
  for (const title of ['Minutes of the last meeting', 'Rural transport']) {
    await pressByKey(page, button('Add item'));
    await expect.poll(() => field('Title').evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.type(title);
    await tabTo(page, field('Purpose'));
    if (title === 'Rural transport') {
      await page.keyboard.press('d');
      await typeByKey(page, field('Lead'), 'Dele Okoro');
      await typeByKey(page, field('Minutes allowed'), '20');
    }
    await page.keyboard.press('Escape');
    await row(new RegExp(title)).waitFor();
  }
  await expect.poll(() => row(/Rural transport/).evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await focusFault(page)).toBeNull();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await row(/^1 Rural transport/).waitFor();
  await expect.poll(() => row(/^1 Rural/).evaluate((it) => it === document.activeElement)).toBe(true);
  await row(/^1 Rural/)
    .getByText('Decision')
    .waitFor();
  await row(/^1 Rural/)
    .getByText('20')
    .waitFor();
});

test('leaves the agenda and goes round the whole page', async () => {
  const stops = await goRound(page);
  expect(stops.length).toBeGreaterThan(15);
});

test('writes a paper for the item and leaves the text again', async () => {
  await tabTo(page, page.getByRole('row'));
  await keyTo(page, 'ArrowUp', row(/^1 Rural/), 3);
  await page.keyboard.press('F2');
  await expect.poll(() => field('Title').evaluate((it) => it === document.activeElement)).toBe(true);
  await pressByKey(page, button('Add paper'));
  await page.getByRole('menuitem', { name: 'Write a report' }).waitFor();
  expect(await focusFault(page)).toBeNull();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Rural transport', level: 1 }).waitFor();
  await pressByKey(page, button('Write “Summary”'));
  const text = page.getByRole('textbox', { name: 'Text of the paper' });
  await expect.poll(() => text.evaluate((it) => it.contains(document.activeElement))).toBe(true);
  await page.keyboard.type('The pilot brings one bus an hour to three parishes.');
  await text.getByText('one bus an hour').waitFor();
  expect(await focusFault(page)).toBeNull();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect.poll(() => text.evaluate((it) => it.contains(document.activeElement))).toBe(false);
  await goRound(page, ['Escape', 'Tab']);
});

test('builds the pack, goes through the viewer and saves the PDF', async () => {
  await pressByKey(page, page.getByRole('link', { name: 'Go to the meeting' }));
  await page.getByRole('heading', { name: /Partnership Board/, level: 1 }).waitFor();
  await pressByKey(page, button('Build pack'));
  await page.getByRole('region', { name: /board pack/ }).waitFor();
  await goRound(page);
  const [download] = await Promise.all([page.waitForEvent('download'), pressByKey(page, button('Save PDF'))]);
  pack = path.join(mkdtempSync(path.join(os.tmpdir(), 'packhorse-')), 'pack.pdf');
  await download.saveAs(pack);
  await page.getByText(/^Saved as Partnership Board/).waitFor();
});

test.skipIf(outsideTool('pdftotext') === null)(
  'the pack holds what was written (not run without pdftotext)',
  async () => {
    const words = await runOutside('pdftotext', [pack, '-']);
    for (const part of ['Rural transport', 'one bus an hour', 'Town Hall, Northmoor', 'Minutes of the last meeting']) {
      expect(words).toContain(part);
    }
  },
);

test('takes back and does again, told what it was', async () => {
  await pressByKey(page, page.getByRole('link', { name: 'Partnership Board' }).first());
  await row(/^1 Rural/).waitFor();
  await tabTo(page, page.getByRole('row'));
  await keyTo(page, 'ArrowDown', row(/^2 Minutes/), 3);
  await page.keyboard.press('Delete');
  await row(/Minutes/).waitFor({ state: 'detached' });
  const notices = page.getByRole('region', { name: 'Notices' });
  await page.keyboard.press('Control+z');
  await notices.getByText(/^Undid: Removed “?Minutes of the last meeting/).waitFor();
  await row(/^2 Minutes/).waitFor();
  await page.keyboard.press('Control+y');
  await notices.getByText(/^Redid: Removed “?Minutes of the last meeting/).waitFor();
  await row(/Minutes/).waitFor({ state: 'detached' });
  expect(await notices.locator('[aria-live=polite]').count()).toBe(1);
});

test('finds the paper with Ctrl+K', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('rural');
  await page.getByRole('menuitem', { name: /Rural transport.*Paper/ }).waitFor();
  for (let step = 0; step < 10; step += 1) {
    const chosen = page.locator('[role=menuitem][data-focused]');
    if (
      /Paper/.test(
        (await chosen
          .first()
          .textContent()
          .catch(() => '')) ?? '',
      )
    )
      break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text of the paper' }).waitFor();
  expect(await page.evaluate(() => document.body.getAttribute('data-mouse'))).toBeNull();
});
