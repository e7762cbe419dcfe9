/** A bundle in parts, and one that is cancelled: in a real browser, by what stands on the screen. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { scanPdf } from '#tests/support/pdf-maker.ts';
import { faultsForAxe, startWorkspace } from '#tests/support/written-paper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-volumes-'));
const passphrase = 'six ponies cross the fell';
const limit = 1_000_000;
let helen: OpenedApp;
let priya: OpenedApp;

async function opened(): Promise<OpenedApp> {
  const app = await openApp();
  await app.page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await app.page.reload();
  return app;
}

beforeAll(async () => {
  [helen, priya] = [await opened(), await opened()];
  await startWorkspace(helen.page);
  await goTo(helen.page, 'Papers');
  await helen.page
    .locator('main input[type="file"]')
    .first()
    .setInputFiles([
      { name: 'Survey.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scanPdf(1, 2_600_000)) },
      { name: 'Map.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scanPdf(1, 300_000)) },
    ]);
  await helen.page.getByText('2 files attached').waitFor();
});
afterAll(async () => {
  await helen.close();
  await priya.close();
  rmSync(folder, { recursive: true, force: true });
});

async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: section }).click();
  await page.getByRole('heading', { name: section, level: 1 }).waitFor();
}

async function askForParts(page: Page): Promise<void> {
  await goTo(page, 'Share and receive');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat passphrase').fill(passphrase);
  await page.getByLabel('Largest file size').fill('1');
  await page.getByRole('button', { name: 'Make a bundle' }).click();
}

const files: string[] = [];

test('a bundle larger than an e-mail takes is saved in parts, each below the size', async () => {
  const { page } = helen;
  await goTo(page, 'Share and receive');
  await page.getByLabel('Largest file size').fill('nought');
  await page.getByRole('button', { name: 'Make a bundle' }).click();
  await page.getByText('is not a whole number').waitFor();
  expect(await faultsForAxe(page)).toEqual([]);
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await askForParts(page);
  await page.getByText(/^Saved \d+ parts, the first .* part 1 of \d+\.packhorse: /).waitFor();
  for (const [at, download] of downloads.entries()) {
    const file = path.join(folder, `${at + 1}.packhorse`);
    writeFileSync(file, readFileSync(await download.path()));
    expect(download.suggestedFilename()).toContain(`part ${at + 1} of ${downloads.length}`);
    expect(statSync(file).size).toBeLessThanOrEqual(limit);
    files.push(file);
  }
  expect(files.length).toBeGreaterThanOrEqual(3);
});

test('whoever gets the parts in another order has everything in the end', async () => {
  const { page } = priya;
  const choose = async (button: string, chosen: ReadonlyArray<string>): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button }).click(),
    ]);
    await chooser.setFiles([...chosen]);
  };
  const [first = '', ...others] = files;
  await choose('Join with a bundle', [first]);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your name').fill('Priya Shah');
  await dialog.getByLabel('Your role').fill('Partnership manager');
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByRole('button', { name: 'The words are the same: join' }).click();
  await goTo(page, 'Share and receive');
  await choose('Open a bundle', others.toReversed());
  for (const at of others.keys()) {
    await page.getByLabel('Passphrase', { exact: true }).first().waitFor();
    await page.getByLabel('Passphrase', { exact: true }).first().fill(passphrase);
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^(Apply changes|Not now)$/ })
      .first()
      .waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
    const apply = page.getByRole('button', { name: 'Apply changes' });
    if (await apply.isVisible()) await apply.click();
    else await page.getByRole('button', { name: 'Not now' }).click();
    if (at < others.length - 1) await page.getByRole('button', { name: /^Open the next: / }).click();
  }
  await page
    .getByText(/^Applied /)
    .first()
    .waitFor();
  const kept = (): Promise<unknown> =>
    page.evaluate(async () => {
      const name = 'packhorse';
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('not opened'));
      });
      const count = async (table: string): Promise<number> =>
        new Promise((resolve, reject) => {
          const asked = database.transaction(table).objectStore(table).count();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error ?? new Error('not read'));
        });
      return { files: await count('files'), pieces: await count('pieces') };
    });
  await expect.poll(kept, { timeout: 20_000 }).toEqual({ files: 2, pieces: 0 });
});

test('making one can be cancelled, and done again', async () => {
  const { page } = helen;
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await askForParts(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Make a bundle', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
  expect(downloads).toEqual([]);
  await page.getByRole('button', { name: 'Make a bundle' }).click();
  await expect.poll(() => downloads.length, { timeout: 20_000 }).toBe(files.length);
});
