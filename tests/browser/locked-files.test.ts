/** Locked and damaged files are attached as an officer attaches them: asked about, repaired, kept as they came. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { latin1, makePdf } from '#tests/support/pdf-maker.ts';
import { lockedPdf, smallPdf } from '#tests/unit/papers/small-pdfs.ts';

let app: OpenedApp;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
});
afterAll(() => app.close());

const dialog = (): Locator => page.getByRole('dialog');
const pdf = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
const locked = () => lockedPdf({ userPassword: 'right', ownerPassword: 'owner' });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function faultsForAxe(): Promise<ReadonlyArray<string>> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(where: object): Promise<{ violations: ReadonlyArray<{ id: string }> }> };
    };
    const found = await axe.run({ exclude: [['[data-live-announcer]']] });
    return found.violations.map(({ id }) => id);
  });
}

async function attach(...files: ReadonlyArray<ReturnType<typeof pdf>>): Promise<void> {
  await page
    .locator('main input[type="file"]')
    .first()
    .setInputFiles([...files]);
}

test('asks for the password by keyboard, refuses plainly after three wrong ones, and attaches the rest', async () => {
  await attach(pdf('Pay.pdf', await locked()), pdf('Sound.pdf', await smallPdf(1)));
  await dialog().getByText('Pay.pdf').waitFor();
  expect(
    await dialog()
      .getByLabel('Password')
      .evaluate((field) => field === document.activeElement),
  ).toBe(true);
  await page.keyboard.press('Enter');
  await dialog().getByText('Type the password.').waitFor();
  for (const [guess, words] of [
    ['one', '2 more tries before it is left out'],
    ['two', 'One more try before it is left out'],
  ] as const) {
    await dialog().getByLabel('Password').fill(guess);
    await page.keyboard.press('Enter');
    await dialog().getByText(words).waitFor();
    expect(await dialog().getByLabel('Password').inputValue()).toBe('');
  }
  expect(await faultsForAxe()).toEqual([]);
  await dialog().getByLabel('Password').fill('three');
  await page.keyboard.press('Enter');
  await page.getByText('1 file attached, 1 left out').waitFor();
  await page.getByText(/Pay\.pdf, because none of three passwords opened it\..*Your file is as it was\./).waitFor();
  expect(await dialog().count()).toBe(0);
});

test('the right password, by consent, attaches a copy that can be read, and the original can be had back', async () => {
  const file = await locked();
  await attach(pdf('Pay.pdf', file));
  await dialog().getByLabel('Password').fill('right');
  await dialog().getByRole('button', { name: 'Take the password off' }).click();
  await page.getByText('1 file attached').first().waitFor();
  await page.getByText(/Pay\.pdf goes into packs without its lock/).waitFor();
  await page.getByRole('link', { name: 'Pay', exact: true }).first().click();
  await page.getByText(/Kept as it came, locked/).waitFor();
  await page.locator('canvas').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the original' }).click(),
  ]);
  const place = path.join(mkdtempSync(path.join(os.tmpdir(), 'packhorse-original-')), 'original.pdf');
  await download.saveAs(place);
  expect(readFileSync(place).equals(Buffer.from(file))).toBe(true);
  await page.goBack();
});

test('a partly locked file is told of and left out by the officer’s choice', async () => {
  await attach(pdf('Barred.pdf', await lockedPdf({ ownerPassword: 'owner' })));
  await dialog().getByText('This file is partly locked').waitFor();
  expect(await faultsForAxe()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText('No files attached, 1 left out').waitFor();
  await page.getByText(/Barred\.pdf, because it is locked and was left so\./).waitFor();
});

test('a damaged file is repaired, or given up in words once pdfium too has failed, under the strict policy', async () => {
  const text = Buffer.from(makePdf({ pages: [{ text: 'Words of the page' }] })).toString('latin1');
  await attach(
    pdf('Broken index.pdf', latin1(text.replace(/startxref\n\d+/, 'startxref\n3'))),
    pdf('Hopeless.pdf', latin1('%PDF-1.7\nnothing of it is left')),
  );
  await page.getByText('1 file attached, 1 left out').waitFor();
  await page.getByText(/Broken index\.pdf was damaged and has been repaired/).waitFor();
  await page.getByText(/Hopeless\.pdf, because it is damaged beyond repair/).waitFor();
  expect(faults).toEqual([]);
});
