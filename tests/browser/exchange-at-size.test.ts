/** The check of a bundle of 20,000 changed records, and 2,000 open decisions: in a real browser, by what stands on the screen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { openCorePage } from '#tests/support/core-page-build.ts';
import { faultsForAxe } from '#tests/support/written-paper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-at-size-'));
const passphrase = 'six ponies cross the fell';
const records = 20_000;
const disputed = 2_000;
let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  const core = await openCorePage(app.context);
  const made = await core.evaluate((count) => window.core.manyRecords('author', count), records);
  await core.close();
  for (const [name, bytes] of Object.entries(made))
    writeFileSync(path.join(folder, `${name}.packhorse`), Uint8Array.from(bytes));
  await choose('Join with a bundle', 'invitation');
  const dialog = page.getByRole('dialog', { name: 'Join with a bundle' });
  await dialog.getByLabel('Your name').fill('Helen Marsh');
  await dialog.getByLabel('Your role').fill('Clerk');
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByRole('button', { name: 'The words are the same: join' }).click();
  await goTo('Share and receive');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function choose(button: string, name: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(path.join(folder, `${name}.packhorse`));
}

async function goTo(section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: section }).click();
  await page.getByRole('heading', { name: section, level: 1 }).waitFor();
}

/** How long the window was kept from its work meanwhile at the longest, in milliseconds; below 50 is told as 0. */
async function longestBlock(act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    Object.assign(window, {
      blocks: () => [...seen, ...observer.takeRecords().map(({ duration }) => duration)],
    });
  });
  await act();
  return page.evaluate(() =>
    Math.max(0, ...(window as unknown as { readonly blocks: () => ReadonlyArray<number> }).blocks()),
  );
}

/** Scrolls the list's box by 100 px a frame (6,000 px a second) for 90 frames from its midst; the longest frame, in milliseconds. */
async function slowestFrame(list: string): Promise<number> {
  return page.getByRole('list', { name: list }).evaluate(async (element) => {
    const box = element.parentElement;
    if (box === null) throw new Error('The list has no box');
    const frame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    box.scrollTop = box.scrollHeight / 2;
    for (let settling = 0; settling < 10; settling += 1) await frame();
    let [slowest, before] = [0, await frame()];
    for (let step = 0; step < 90; step += 1) {
      box.scrollTop += 100;
      const now = await frame();
      slowest = Math.max(slowest, now - before);
      before = now;
    }
    box.scrollTop = 0;
    return slowest;
  });
}

/** Twice what is wanted (50 and 100 ms): a test machine has other work too. Figures stand in the README. */
const longestFrame = 100;
const longestBlocked = 200;

const changes = () => page.getByRole('list', { name: 'What will change' });

test('the check of 20,000 changes opens without keeping the window from its work', async () => {
  await choose('Open a bundle', 'bundle');
  await page.getByLabel('Passphrase', { exact: true }).last().fill(passphrase);
  const blocked = await longestBlock(async () => {
    await page.keyboard.press('Enter');
    await changes().waitFor({ timeout: 60_000 });
  });
  expect(blocked).toBeLessThan(longestBlocked);
  const items = changes().getByRole('listitem');
  expect(await items.count()).toBeLessThan(60);
  expect(await items.first().getAttribute('aria-setsize')).toBe(String(records));
  expect(await items.first().getAttribute('aria-posinset')).toBe('1');
  expect(await faultsForAxe(page)).toEqual([]);
});

test('a frame of scrolling through them is short', async () => {
  expect(await slowestFrame('What will change')).toBeLessThan(longestFrame);
});

test('the item with the focus stays when the list is scrolled away from it, and so does the way on', async () => {
  await changes().locator('[aria-posinset="1"] summary').focus();
  await changes().evaluate((element) => element.parentElement?.scrollTo(0, 900_000));
  await page.waitForFunction(() => document.querySelector('li[aria-posinset="5"]') === null);
  expect(await focusedPlace()).toBe('1');
  await page.keyboard.press('Tab');
  expect(await focusedPlace()).toBe('2');
});

async function focusedPlace(): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? null);
}

test('what changes in a record far down is worked out when it is opened, and stays open out of sight', async () => {
  await changes().evaluate((element) => element.parentElement?.scrollTo(0, element.parentElement.scrollHeight));
  const last = changes().locator(`[aria-posinset="${records}"]`);
  await last.locator('summary').click();
  await last.getByText(`Purpose ${records - 1}`).waitFor({ timeout: 30_000 });
  await changes().evaluate((element) => element.parentElement?.scrollTo(0, 0));
  await page.getByRole('heading', { name: 'Share and receive', level: 1 }).click();
  await last.waitFor({ state: 'detached' });
  await changes().evaluate((element) => element.parentElement?.scrollTo(0, element.parentElement.scrollHeight));
  await last.getByText(`Purpose ${records - 1}`).waitFor();
  expect(await page.getByText('Nothing has changed yet.').count()).toBe(1);
});

test('the keyboard passes the list by one press', async () => {
  await page.getByRole('button', { name: 'Skip the list What will change' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Apply changes');
});

test('of 2,000 decisions, the line at the head of a record leads to its own, and the next takes the focus', async () => {
  await page.getByRole('button', { name: 'Not now' }).click();
  const core = await openCorePage(app.context, `${app.origin}/core-page/`);
  await core.evaluate((count) => window.core.dispute('packhorse', count), disputed);
  await core.close();
  const list = page.getByRole('list', { name: 'Decisions to make' });
  await list.waitFor();
  expect(await list.getByRole('listitem').count()).toBeLessThan(40);
  expect(await slowestFrame('Decisions to make')).toBeLessThan(longestFrame);
  await page.evaluate(() => {
    location.hash = '#/partners/bodies/disputed-1500';
  });
  await page.getByRole('heading', { name: /^Panel 1500 /, level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Decide', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('for Panel 1500 ') === true);
  const decision = list.getByRole('listitem').filter({ hasText: /Panel 1500 / });
  const place = Number(await focusedPlace());
  expect(await decision.getByRole('button').first().isVisible()).toBe(true);
  const isInside = async (): Promise<boolean> => {
    const [inside, around] = [await decision.boundingBox(), await list.locator('..').boundingBox()];
    return inside !== null && around !== null && inside.y >= around.y - 1 && inside.y < around.y + around.height;
  };
  await expect.poll(isInside).toBe(true);
  await page.keyboard.press('Enter');
  await page
    .getByText(`${(disputed - 1).toLocaleString('en-GB')} decisions`)
    .or(page.getByText(`${disputed - 1} decisions`))
    .first()
    .waitFor();
  await page.waitForFunction((before) => {
    const item = document.activeElement?.closest('li');
    return item?.getAttribute('aria-posinset') === before && !item.textContent.includes('Panel 1500 ');
  }, String(place));
  expect(await faultsForAxe(page)).toEqual([]);
});

test('a notice covers nothing of the page', async () => {
  await page.keyboard.press('Control+z');
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('listitem').first();
  await notice.waitFor();
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1280, height: 640 },
  ]) {
    await page.setViewportSize(viewport);
    const [its, mains] = [await notice.boundingBox(), await page.locator('#main').boundingBox()];
    expect(its!.y).toBeGreaterThanOrEqual(mains!.y + mains!.height);
    expect(its!.y + its!.height).toBeLessThanOrEqual(viewport.height);
  }
});
