/** Reloads, closed windows, a killed browser, a full disk, two windows at once: what was typed is there. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { processHolding } from '#tests/support/core-page-build.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await startWorkspace(page);
  await newReport(page, 'Rural transport');
});
afterAll(() => app.close());

async function startWorkspace(on: Page): Promise<void> {
  await on.getByLabel('Your name').fill('Asha Rowe');
  await on.getByLabel('Your role').fill('Clerk');
  await on.getByLabel('Organisation').fill('Northmoor Council');
  await on.getByLabel('Workspace name').fill('Northmoor');
  await on.getByRole('button', { name: 'Start a new workspace' }).click();
  await on.getByText('Asha Rowe, Clerk').waitFor();
}

async function newReport(on: Page, title: string): Promise<void> {
  await on.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await on.getByRole('button', { name: 'Add paper' }).click();
  await on.getByRole('dialog').getByLabel('Title').fill(title);
  await on.getByRole('dialog').getByRole('button', { name: 'Add paper' }).click();
  await textOf(on).waitFor();
}

/** As patient as everything else here: the machine may be busy. */
const poll = <Value>(read: () => Value | Promise<Value>): ReturnType<typeof expect.poll<Value>> =>
  expect.poll(read, { timeout: 20_000 });

const textOf = (on: Page): Locator => on.getByRole('textbox', { name: 'Text of the paper' });
const field = (on: Page, name: string): Locator => on.getByLabel(name, { exact: true });
const saved = (on: Page): Locator => on.getByText(/^Saved on this laptop, /);

/** The app promises a second after the last key; the machine of a test may be slow, the promise is not. */
const promised = 1000;

async function typeInText(on: Page, words: string): Promise<void> {
  await textOf(on).locator('p').first().click();
  await on.keyboard.press('Control+End');
  await on.keyboard.type(words, { delay: 15 });
}

describe('a window reloaded or closed', () => {
  test('a second after the last key, a title and a text are there again, at the same place', async () => {
    await field(page, 'Author').fill('Dele Okoro');
    await typeInText(page, ' One bus an hour.');
    await page.waitForTimeout(promised);
    const place = page.url();
    await page.reload();
    await textOf(page).getByText('One bus an hour.').waitFor();
    expect(await field(page, 'Author').inputValue()).toBe('Dele Okoro');
    expect(page.url()).toBe(place);
    await saved(page).waitFor();
  });

  test('closed in the middle of a word, at most the last second is missing', async () => {
    const other = await app.context.newPage();
    await other.goto(page.url());
    await typeInText(other, ' Settled words.');
    await field(other, 'Reference').fill('NM/27');
    await other.waitForTimeout(promised);
    await field(other, 'Report of').pressSequentially('Director of Pl');
    await other.close({ runBeforeUnload: true });
    await textOf(page).getByText('Settled words.').waitFor();
    await poll(() => field(page, 'Reference').inputValue()).toBe('NM/27');
    const kept = await field(page, 'Report of').inputValue();
    expect('Director of Pl'.startsWith(kept)).toBe(true);
  });
});

test('the save state says when it is saving and when it was saved', async () => {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const words = document.querySelector('header')?.innerText ?? '';
      const state = /Saving…|Saved on this laptop, \d{1,2}(:\d\d)?[ap]m|Saved on this laptop, (noon|midnight)/.exec(
        words,
      );
      if (state !== null && seen.at(-1) !== state[0]) seen.push(state[0]);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await field(page, 'Contact').fill('asha@example.org');
  await poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen.join(' > '))).toMatch(
    /Saving… > Saved on this laptop, [\d:]+[ap]m$/,
  );
});

describe('two windows', () => {
  test('what changes in one appears in the other, and typing in both loses nothing', async () => {
    const other = await app.context.newPage();
    await other.goto(page.url());
    await textOf(other).waitFor();
    await page.bringToFront();
    await field(page, 'Author').fill('Asha Rowe');
    await poll(() => field(other, 'Author').inputValue()).toBe('Asha Rowe');
    // Letter by letter in turns, each window in a paragraph of its own.
    await page.getByRole('button', { name: 'Write “Background”' }).click();
    await poll(() => textOf(page).evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await other.getByRole('button', { name: 'Write “Legal”' }).click();
    await poll(() => textOf(other).evaluate((it) => it.contains(document.activeElement))).toBe(true);
    const [first, second] = ['Written in the first window while', 'the second was written in as well'];
    for (let at = 0; at < first.length; at += 1) {
      await page.keyboard.type(first.charAt(at), { delay: 10 });
      await other.keyboard.type(second.charAt(at), { delay: 10 });
    }
    await other.bringToFront();
    await field(other, 'Report of').fill('Director of Places');
    for (const on of [page, other]) {
      await textOf(on).getByText(first).waitFor();
      await textOf(on).getByText(second).waitFor();
      await poll(() => field(on, 'Report of').inputValue()).toBe('Director of Places');
    }
    await other.close();
    await page.bringToFront();
  });
});

test('more than a field holds is told, not lost', async () => {
  await field(page, 'Reference').fill('NM/27 '.repeat(20));
  await page.getByText(/Not saved: write at most 60 characters here\. What was here before is safe\./).waitFor();
  expect(await field(page, 'Reference').inputValue()).toBe('NM/27 '.repeat(20));
  await field(page, 'Reference').fill('NM/28');
  await page.getByText(/Not saved: write at most/).waitFor({ state: 'detached' });
  await page.waitForTimeout(promised);
  await page.reload();
  await poll(() => field(page, 'Reference').inputValue()).toBe('NM/28');
});

test('a full disk is told in a plain sentence; the words stay on the screen, and are kept once there is room', async () => {
  const small = await openApp();
  const on = small.page;
  const cdp = await small.context.newCDPSession(on);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: small.origin, quotaSize: 600_000 });
  await startWorkspace(on);
  await newReport(on, 'Full');
  // The browser remembers for a while how much room it found, so what is written must be larger than that.
  const words = `No room for this ${'and this '.repeat(60_000)}`;
  await textOf(on).evaluate((it, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    it.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, words);
  await on.getByText(/^Not saved: this laptop is out of room\. Free some room, then try again\./).waitFor();
  await textOf(on).getByText('No room for this').waitFor();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: small.origin });
  await on.getByRole('button', { name: 'Try again' }).click();
  await saved(on).waitFor();
  await on.reload();
  await textOf(on).getByText('No room for this').waitFor();
  await small.close();
});

test('killed in the middle of a word, the workspace is whole, at the same place', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'packhorse-kill-'));
  try {
    const first = await openApp({ dataDir });
    await startWorkspace(first.page);
    await newReport(first.page, 'Killed');
    await typeInText(first.page, ' Kept, for a second had passed.');
    await first.page.waitForTimeout(promised);
    await typeInText(first.page, ' And in the middle of a wo');
    const gone = new Promise<void>((resolve) => {
      first.context.once('close', () => resolve());
    });
    process.kill(processHolding(dataDir), 'SIGKILL');
    await gone;
    await first.server.close();
    const second = await openApp({ dataDir });
    await second.page.getByRole('heading', { name: 'Killed', level: 1 }).waitFor();
    await textOf(second.page).getByText('Kept, for a second had passed.').waitFor();
    await saved(second.page).waitFor();
    await second.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'History' }).click();
    await second.page
      .getByRole('main')
      .getByText(/Wrote in “Killed”/)
      .first()
      .waitFor();
    await second.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
