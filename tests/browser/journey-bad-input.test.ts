/** What an officer gets wrong, and what others send: each said in plain words, and nothing else lost by it. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { pngOf } from '#tests/unit/papers/pictures.ts';
import { lockedPdf, pagelessPdf, smallPdf } from '#tests/unit/papers/small-pdfs.ts';

let app: OpenedApp;
let page: Page;
let pack = '';

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));

  await page.reload();
  await field('Your name').fill('Asha Rowe');
  await field('Your role').fill('Clerk');
  await field('Organisation').fill('Northmoor Council');
  await field('Workspace name').fill('Northmoor');
  await button('Start a new workspace').click();
  await inNavigation('Partners and bodies').click();
  await button('Add body').first().click();
  await page.getByRole('dialog').getByLabel('Name').fill('Partnership Board');
  await page.getByRole('dialog').getByRole('button', { name: 'Add body' }).click();
  await page.getByRole('heading', { name: 'Partnership Board', level: 1 }).waitFor();
});
afterAll(() => app.close());

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const field = (name: string): Locator => page.getByLabel(name, { exact: true });
const row = (name: RegExp): Locator => page.getByRole('row', { name });
const said = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();
const inNavigation = (name: string): Locator =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

async function planThisMeeting(): Promise<void> {
  await button('Plan this meeting').click();
}

test('an empty first run says what is missing, and where', async () => {
  const other = await app.context.browser()?.newContext();
  const fresh = await other?.newPage();
  if (other === undefined || fresh === undefined) throw new Error('No browser');
  await fresh.goto(app.server.plainAddress(60_000));
  await fresh.getByRole('button', { name: 'Start a new workspace' }).click();
  await fresh.getByText('There is a problem').waitFor();
  for (const words of ['Enter your name', 'Enter your role', 'Enter your organisation']) {
    expect(await fresh.getByText(words).count()).toBe(2);
  }
  await other.close();
});

test('a day that does not exist, an end before the start and a weekend are each told', async () => {
  await inNavigation('Meetings').click();
  await button('Plan a meeting').first().click();
  await field('Meeting date').fill('31/02');
  await planThisMeeting();
  await said(/February \d{4} has 2[89] days/);
  expect(await page.getByRole('dialog').count()).toBe(1);

  await field('Meeting date').fill('11/12/27');
  await field('Start time').fill('11am');
  await field('End time').fill('10am');
  await planThisMeeting();
  await said('The end time must be after the start time.');
  await field('End time').fill('1pm');
  await said(/Saturday/);
  await planThisMeeting();
  await said(/Say why the meeting is on this day, or choose another\./);
  await field('Reason for the day').fill('Members asked for a Saturday');
  await planThisMeeting();
  await page.getByRole('heading', { name: /Partnership Board/, level: 1 }).waitFor();
  await said('Saturday, 11am to 1pm');
});

const markup =
  '<script>document.body.dataset.run="1"</script><img src=x onerror="document.body.dataset.run=1"><b>Bold</b>';

test('HTML and script in titles are words, typed or pasted', async () => {
  await button('Add item').click();
  await field('Title').fill(markup);
  await page.keyboard.press('Escape');
  await row(/<script>/).waitFor();
  await button('Add item').click();
  await field('Title').evaluate((input) => {
    (input as HTMLInputElement).focus();
    document.execCommand(
      'insertText',
      false,
      '<h1 onclick="document.body.dataset.run=1">Pasted</h1>\u202Efdp.exe\u0000\u0007',
    );
  });
  await page.keyboard.press('Escape');
  await row(/<h1 onclick/).waitFor();
  expect(await page.locator('main script, main img').count()).toBe(0);
  expect(
    await page
      .locator('main :is(b, h1)')
      .filter({ hasText: /^(Bold|Pasted)/ })
      .count(),
  ).toBe(0);
  await inNavigation('History').click();
  await said(/<script>/);
  await page.goBack();
  expect(await page.evaluate(() => document.body.dataset['run'])).toBeUndefined();
});

test('a restricted item may lack its ground in a draft, and the pack panel says so', async () => {
  await button('Add item').click();
  await field('Title').fill('Lease of the depot');
  await field('Title').press('Tab');
  await page.getByText('Restricted', { exact: true }).click();
  const panel = page
    .getByRole('complementary', { name: 'Board pack' })
    .or(page.getByRole('region', { name: 'Board pack' }));
  await panel.getByText('Restricted without ground or reason').waitFor();
  await panel.getByText(/Lease of the depot\. Say why before the pack is sent\./).waitFor();
  await page.keyboard.press('Escape');
});

const pdf = (name: string, bytes: Uint8Array): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(bytes),
});

test('several files at once: each that will not do is named with its cause, the good ones are attached', async () => {
  const good = await smallPdf(2, 'Finance');
  await button('Add item').click();
  await field('Title').fill('Reports');
  await field('Title').press('Enter');
  await row(/Reports/).waitFor();
  await page
    .getByLabel('Files for this item')
    .setInputFiles([
      pdf('Finance_report.pdf', good),
      pdf('Locked.pdf', await lockedPdf({ userPassword: 'secret', ownerPassword: 'owner' })),
      pdf('Damaged.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 7)])),
      pdf('No pages.pdf', pagelessPdf()),
      pdf('Letter.pdf', Buffer.from('Dear all,\n\nplease find nothing attached.\n')),
      pdf('Nothing.pdf', new Uint8Array()),
      { name: 'Map.png', mimeType: 'image/png', buffer: Buffer.from(pngOf({ width: 60, height: 30 })) },
      pdf('..\\..\\C:\\secret\\Budget.pdf', await smallPdf(1, 'Budget')),
      pdf('Minutes\u202Efdp.exe\u0007\u0000.pdf', await smallPdf(1, 'Minutes')),
    ]);
  await page.getByRole('dialog').getByRole('button', { name: 'Leave it out' }).click();
  await said('4 files attached, 5 left out');
  for (const words of [
    /^Locked\.pdf, because it is locked and was left so\. Ask whoever sent it for a copy/,
    /^Damaged\.pdf, because it is damaged beyond repair\. Ask for it to be sent again\./,
    /^No pages\.pdf, because it is a PDF without any pages/,
    /^Letter\.pdf, because it is not a PDF, although its name says so\. Save it as a PDF/,
    /^Nothing\.pdf, because it is empty \(0 bytes\)\. Ask for it to be sent again\./,
  ]) {
    await said(words);
  }
  for (const name of ['Finance report', 'Map', 'Budget', 'Minutesfdp.exe']) {
    await page.getByRole('link', { name, exact: true }).waitFor();
  }
  await page.keyboard.press('Escape');
});

test('a paper whose file has not come is told before and after the build, and the rest is in the pack', async () => {
  await inNavigation('Papers').click();
  await button('Add paper').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Risk register');
  await dialog.getByLabel('Agenda item').selectOption({ label: 'Reports' });
  await dialog.getByText('It comes as a file').click();
  await dialog.getByRole('button', { name: 'Add paper' }).click();
  await page.getByRole('heading', { name: 'Risk register', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Go to the meeting' }).click();
  await said('File not attached');
  await button('Build pack').click();
  await page.getByRole('region', { name: /board pack/ }).waitFor();
  await said('Some papers are not in this pack');
  await said(/Risk register: its file has not been attached/);
  const [download] = await Promise.all([page.waitForEvent('download'), button('Save PDF').click()]);
  pack = path.join(mkdtempSync(path.join(os.tmpdir(), 'packhorse-')), 'pack.pdf');
  await download.saveAs(pack);
});

test.skipIf(outsideTool('pdftotext') === null)(
  'the pack holds the good files, the markup as words, and nothing of the restricted item (not run without pdftotext)',
  async () => {
    const words = await runOutside('pdftotext', [pack, '-']);
    for (const part of ['Finance, page 2', 'Budget, page 1', 'Minutes, page 1', '<script>'])
      expect(words).toContain(part);
    expect(words).not.toContain('Lease of the depot');
    const facts = await runOutside('pdfinfo', [pack]);
    expect(facts).toMatch(/JavaScript:\s+no/);
  },
);
