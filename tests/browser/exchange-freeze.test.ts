/**
 * The window never stands still: while 100,000 field changes in 20,000 records and 22 MB of files are looked through, applied, made into a
 * bundle, backed up, rehearsed and taken back, on the real screens in a real browser. What the longest gap was is printed for each act.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { openCorePage } from '#tests/support/core-page-build.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-freeze-'));
const passphrase = 'six ponies cross the fell';
const changes = 100_000;
const records = changes / 5;
const fileBytes = 22_000_000;
let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  const core = await openCorePage(app.context);
  const given = [changes, fileBytes] as const;
  const made = await core.evaluate(([count, bytes]) => window.core.muchToSend('author', count, bytes), given);
  for (const [name, address] of Object.entries(made)) await keep(core, name, address);
  await core.close();
  await choose('Join with a bundle', 'invitation');
  const dialog = page.getByRole('dialog', { name: 'Join with a bundle' });
  await dialog.getByLabel('Your name').fill('Helen Marsh');
  await dialog.getByLabel('Your role').fill('Clerk');
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByRole('button', { name: 'The words are the same: join' }).click();
  await goTo('Share and receive');
}, 300_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The file at an address of that page, put where the officer has her files. */
async function keep(from: Page, name: string, address: string): Promise<void> {
  const [download] = await Promise.all([
    from.waitForEvent('download'),
    from.evaluate((href) => Object.assign(document.createElement('a'), { href, download: '' }).click(), address),
  ]);
  await download.saveAs(fileOf(name));
}

function fileOf(name: string): string {
  return path.join(folder, `${name}.packhorse`);
}

async function choose(button: string, name: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(fileOf(name));
}

async function goTo(section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: section }).click();
  await page.getByRole('heading', { name: section, level: 1 }).waitFor();
}

interface Standstill {
  /** Between two frames, in milliseconds. */
  readonly frame: number;
  /** Of one piece of work, in milliseconds; below 50 is told as 0. */
  readonly task: number;
  readonly frames: number;
}

/** What is wanted is 100 ms; a test machine has other work too. */
const longest = 250;

/** How long the window stood still at the longest meanwhile, and for half a second after, for screens are drawn anew then. */
async function standstillDuring(act: string, does: () => Promise<void>): Promise<Standstill> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)));
    observer.observe({ type: 'longtask' });
    let [before, frame, frames, isOver] = [performance.now(), 0, 0, false];
    const look = (): void => {
      const now = performance.now();
      frame = Math.max(frame, now - before);
      before = now;
      frames += 1;
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const stop = (): Standstill => {
      isOver = true;
      tasks.push(...observer.takeRecords().map((one) => one.duration));
      observer.disconnect();
      return { frame, task: Math.max(0, ...tasks), frames };
    };
    Object.assign(window, { stop });
  });
  const began = Date.now();
  await does();
  const took = Date.now() - began;
  await page.waitForTimeout(500);
  const found = await page.evaluate(() => (window as unknown as { readonly stop: () => Standstill }).stop());
  const [frame, task] = [Math.round(found.frame), Math.round(found.task)];
  console.log(`${act}: ${took} ms, longest frame ${frame} ms, longest task ${task} ms, ${found.frames} frames`);
  return found;
}

async function neverStill(act: string, does: () => Promise<void>): Promise<void> {
  const { frame, task, frames } = await standstillDuring(act, does);
  expect(frames).toBeGreaterThan(10);
  expect(frame).toBeLessThan(longest);
  expect(task).toBeLessThan(longest);
}

const long = { timeout: 120_000 };

test('while a bundle is opened to be checked', async () => {
  await choose('Open a bundle', 'bundle');
  await page.getByLabel('Passphrase', { exact: true }).last().fill(passphrase);
  await neverStill('opening to check', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'What will change' }).waitFor(long);
  });
  await page.getByText(new RegExp(`changes to ${records + 22} records, 22 files`)).waitFor();
}, 150_000);

test('while it is applied, with the backup before it', async () => {
  await neverStill('applying', async () => {
    await page.getByRole('button', { name: 'Apply changes' }).click();
    await page
      .getByText(/^Applied [\d,]+ changes/)
      .first()
      .waitFor(long);
  });
}, 150_000);

test('while a bundle of all that is made for somebody new', async () => {
  await page.getByRole('radio', { name: /^Somebody new/ }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat passphrase').fill(passphrase);
  await neverStill('making a bundle', async () => {
    await Promise.all([
      page.waitForEvent('download', long),
      page.getByRole('button', { name: 'Make a bundle' }).click(),
    ]);
    await page
      .getByText(/^Saved .*\.packhorse: .*22 files/)
      .first()
      .waitFor(long);
  });
}, 150_000);

test('while all of it is backed up', async () => {
  await goTo('Settings and backup');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat passphrase').fill(passphrase);
  let backup: Download | null = null;
  await neverStill('backing up', async () => {
    [backup] = await Promise.all([
      page.waitForEvent('download', long),
      page.getByRole('button', { name: 'Back up now' }).click(),
    ]);
    await page.getByText(/^Backed up to /).waitFor(long);
  });
  await (backup as Download | null)?.saveAs(fileOf('backup'));
}, 150_000);

test('while the restore of that backup is rehearsed', async () => {
  await choose('Rehearse restore', 'backup');
  await page.getByLabel('Passphrase of the backup').fill(passphrase);
  await neverStill('rehearsing a restore', async () => {
    await page.keyboard.press('Enter');
    await page.getByText('This backup can be restored').waitFor(long);
  });
}, 150_000);

test('while the whole import is undone', async () => {
  await goTo('Share and receive');
  await neverStill('undoing the import', async () => {
    await page
      .getByRole('button', { name: /^Undo import/ })
      .first()
      .click();
    await page.getByText(/^The (whole )?import is undone/).waitFor(long);
  });
}, 150_000);
