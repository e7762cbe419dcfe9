/** Papers in a real browser, under the page's own policy: writing, pasting, leaving by keyboard, attaching, being killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { processHolding } from '#tests/support/core-page-build.ts';
import { pngOf } from '#tests/unit/papers/pictures.ts';
import { lockedPdf, smallPdf } from '#tests/unit/papers/small-pdfs.ts';

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

async function startWorkspace(on: Page): Promise<void> {
  await on.getByLabel('Your name').fill('Helen Marsh');
  await on.getByLabel('Your role').fill('Clerk');
  await on.getByLabel('Organisation').fill('Westmere Council');
  await on.getByLabel('Workspace name').fill('Westmere');
  await on.getByRole('button', { name: 'Start a new workspace' }).click();
  await on.getByRole('link', { name: 'Papers' }).waitFor();
}

function textOf(on: Page): Locator {
  return on.getByRole('textbox', { name: 'Text of the paper' });
}

async function goToPapers(on: Page): Promise<void> {
  await on.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await on.getByRole('heading', { name: 'Papers', level: 1 }).waitFor();
}

async function newReport(on: Page, title: string): Promise<void> {
  await goToPapers(on);
  await on.getByRole('button', { name: 'Add paper' }).click();
  const dialog = on.getByRole('dialog');
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('button', { name: 'Add paper' }).click();
  await textOf(on).waitFor();
}

async function writeIn(on: Page, section: string, words: string): Promise<void> {
  await on.getByRole('button', { name: `Write “${section}”` }).click();
  await on.keyboard.type(words);
}

/** A moment longer than the pause after which writing is saved. */
const untilSaved = 1200;

async function faultsForAxe(on: Page): Promise<ReadonlyArray<string>> {
  // By the debugger's own door: the page's policy lets no script in.
  const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  await on.evaluate(axe);
  return on.evaluate(async () => {
    const { axe: checks } = window as unknown as {
      axe: { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // What is read out stays for seconds, naming things that have gone from the screen meanwhile.
    const { violations } = await checks.run({ exclude: ['[data-live-announcer]'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

async function paste(on: Page, html: string): Promise<void> {
  await textOf(on).evaluate((element, markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', markup);
    clipboardData.setData('text/plain', 'plain words');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

describe('writing a report', () => {
  test('starts from the template, says what is missing, and keeps what is typed over a reload', async () => {
    await newReport(page, 'Rural transport pilot');
    await writeIn(page, 'Summary', 'The pilot runs in three parishes.');
    await page.waitForTimeout(untilSaved);
    await page.reload();
    await textOf(page).getByText('The pilot runs in three parishes.').waitFor();
    expect(await page.getByRole('button', { name: 'Write “Summary”' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Write “Legal”' }).count()).toBe(1);
  });

  test('has no fault for axe, and nothing the page’s policy forbids', async () => {
    expect(await faultsForAxe(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('heading', { name: /^As of/ }).waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Text' }).click();
    await textOf(page).waitFor();
    expect(complaints).toEqual([]);
  });

  test('pasted headings, lists and tables stay; scripts, styles, handlers and pictures from elsewhere do not', async () => {
    await newReport(page, 'Pasted');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'Write “Background”' }).click();
    await paste(
      page,
      `<p>Start</p><h1 style="color:red">Top</h1><h2>Second</h2><script>window.wasRun = true</script>
       <p class="x" onclick="window.wasRun = true">Some <b>bold</b> words, a <a href="javascript:window.wasRun = true">bad</a>
       and a <a href="https://example.org/">good</a> link</p>
       <img src="https://example.org/tracker.png" onerror="window.wasRun = true">
       <ul><li>one</li><li>two</li></ul><table><tr><th>Year</th><td style="width:9px">2027</td></tr></table>`,
    );
    const html = await textOf(page).innerHTML();
    expect(html).toMatch(/<h2>Top<\/h2>\s*<h3>Second<\/h3>/);
    expect(html).toContain('<strong>bold</strong>');
    expect(html).toMatch(/<li><p>one<\/p><\/li><li><p>two/);
    expect(html).toMatch(/<th[^>]*><p>Year<\/p><\/th><td[^>]*><p>2027/);
    expect(
      await textOf(page)
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['https://example.org/']);
    expect(html).not.toMatch(/script|style=|onclick|onerror|tracker|javascript/);
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
    expect(asked.filter((url) => url.includes('example.org'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a table is filled with Tab, and Escape then Tab leaves the text either way', async () => {
    await newReport(page, 'By keyboard');
    await page.getByRole('button', { name: 'Write “Background”' }).click();
    await page.keyboard.press('Alt+F10');
    const toolbar = page.getByRole('toolbar', { name: 'Formatting' });
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowRight');
    expect(await toolbar.getByRole('button', { name: 'Table' }).evaluate((it) => it === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Add a table' }).waitFor();
    await page.keyboard.press('Enter');
    await textOf(page).locator('table').waitFor();
    await page.keyboard.type('Year');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Cost');
    expect(await textOf(page).locator('th').allTextContents()).toEqual(['Year', 'Cost', '']);
    const isInside = (): Promise<boolean> => textOf(page).evaluate((it) => it.contains(document.activeElement));
    await page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByText('Press Tab to leave the text.').waitFor();
    await page.keyboard.press('Tab');
    expect(await isInside()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await isInside()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    expect(await isInside()).toBe(false);
  });

  test('a picture is asked what it shows, and too large a one is told in words', async () => {
    await newReport(page, 'With a picture');
    await page.getByRole('button', { name: 'Write “Background”' }).click();
    await page.getByRole('button', { name: 'Picture' }).click();
    const dialog = page.getByRole('dialog');
    const large = Buffer.concat([pngOf({ width: 10, height: 10 }), Buffer.alloc(20_000_001)]);
    const choose = (name: string, buffer: Buffer): Promise<void> =>
      dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
    await choose('large.png', large);
    await dialog.getByRole('button', { name: 'Add picture' }).click();
    await dialog.getByText('a paper takes up to 20 MB').waitFor();
    await choose('map.png', Buffer.from(pngOf({ width: 60, height: 30 })));
    await dialog.getByLabel('What it shows').fill('Map of the three parishes');
    await dialog.getByRole('button', { name: 'Add picture' }).click();
    const picture = page.getByRole('img', { name: 'Map of the three parishes' });
    await picture.waitFor();
    await page.waitForTimeout(untilSaved);
    await page.reload();
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(60);
    expect(await picture.getAttribute('src')).toMatch(/^blob:/);
  });

  test('two windows write in one paper, the caret stays, and Ctrl+Z takes back one’s own words alone', async () => {
    await newReport(page, 'Two windows');
    await page.waitForTimeout(untilSaved);
    const other = await app.context.newPage();
    await other.goto(page.url());
    await textOf(other).waitFor();
    await page.bringToFront();
    await writeIn(page, 'Background', 'Written here ');
    await other.bringToFront();
    await writeIn(other, 'Summary', 'from the other window');
    await textOf(page).getByText('from the other window').waitFor();
    await page.bringToFront();
    await page.keyboard.type('and goes on');
    await textOf(page).getByText('Written here and goes on').waitFor();
    await textOf(other).getByText('Written here and goes on').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page).innerText()).not.toContain('goes on');
    expect(await textOf(page).innerText()).toContain('from the other window');
    await expect.poll(() => textOf(other).innerText()).not.toContain('goes on');
    await other.close();
  });

  test('an earlier version is compared and brought back', async () => {
    await newReport(page, 'Versions');
    await writeIn(page, 'Summary', 'Written later');
    await page.waitForTimeout(untilSaved);
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.locator('ins', { hasText: 'Written later' }).waitFor();
    await page.getByRole('button', { name: /Added the paper/ }).click();
    await page.getByRole('button', { name: 'Restore this version' }).click();
    await page.getByText('The earlier version is back.').waitFor();
    await page.getByRole('tab', { name: 'Text' }).click();
    await textOf(page).waitFor();
    await expect.poll(() => textOf(page).innerText()).not.toContain('Written later');
  });
});

describe('attaching files', () => {
  test('several at once: what will not do is named with its cause, the others are there', async () => {
    await goToPapers(page);
    const pdf = (name: string, buffer: Uint8Array) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(buffer),
    });
    await page.locator('input[type=file]').setInputFiles([
      pdf('Finance_report.pdf', await smallPdf(3)),
      pdf('empty.pdf', new Uint8Array()),
      pdf('locked.pdf', await lockedPdf({ userPassword: 'secret', ownerPassword: 'owner' })),
      {
        name: 'Logo.png',
        mimeType: 'image/png',
        buffer: Buffer.from(pngOf({ width: 40, height: 20, colourType: 6 })),
      },
    ]);
    await page.getByRole('dialog').getByRole('button', { name: 'Leave it out' }).click();
    await page.getByText('2 files attached, 2 left out').waitFor();
    await page.getByText('empty.pdf, because it is empty').waitFor();
    await page.getByText('locked.pdf, because it is locked and was left so').waitFor();
    await page.getByRole('link', { name: 'Logo' }).waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
  });

  test('a new version replaces the one in use, which can be gone back to', async () => {
    await page.getByRole('link', { name: 'Finance report' }).click();
    await page.getByText('3 pages', { exact: true }).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'v2.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await smallPdf(5)) });
    await page.getByText('5 pages', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Use version 1' }).click();
    await page.getByText('3 pages', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Use version 2' }).waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('killed a second after the last key, the words are there at the next start', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'packhorse-papers-'));
  try {
    const first = await openApp({ dataDir });
    await startWorkspace(first.page);
    await newReport(first.page, 'Killed');
    await writeIn(first.page, 'Summary', 'Kept though the power went');
    await first.page.waitForTimeout(untilSaved);
    const gone = new Promise<void>((resolve) => {
      first.context.once('close', () => resolve());
    });
    process.kill(processHolding(dataDir), 'SIGKILL');
    await gone;
    await first.server.close();
    const second = await openApp({ dataDir });
    await goToPapers(second.page);
    await second.page.getByRole('link', { name: 'Killed' }).click();
    await textOf(second.page).getByText('Kept though the power went').waitFor();
    await second.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
