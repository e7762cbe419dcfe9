/**
 * A pack's whole life as officers live it: checked, issued, a late paper in supplement 1, a replaced one in supplement 2, and
 * all of it consolidated. The numbers are judged by other people's readers, the restricted pack byte by byte.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { bookmarksIn, linksIn, read } from '#tests/unit/pdf/packing.ts';

let app: OpenedApp;
let page: Page;
let packHome = '';
const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-issue-'));
const files = new Map<string, string>();

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByText('Sample: nothing here is real').waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
  await page
    .getByRole('link', { name: /^Partnership Board/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Open the pack' }).click();
  await page.getByRole('heading', { name: 'Board pack', level: 1 }).waitFor();
  packHome = page.url();
});
afterAll(() => app.close());

async function goHome(): Promise<void> {
  await page.goto(packHome);
  await page.getByRole('heading', { name: /^(Board|Restricted) pack$/, level: 1 }).waitFor();
}

async function saved(name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save PDF' }).click(),
  ]);
  const file = path.join(folder, `${name}.pdf`);
  await download.saveAs(file);
  files.set(name, file);
  return file;
}

async function clearEverything(): Promise<void> {
  for (;;) {
    const next = page.getByRole('button', { name: /^Mark as cleared/ }).first();
    await page.getByRole('region', { name: 'Missing' }).waitFor();
    if ((await next.count()) === 0) return;
    const left = await page.getByRole('button', { name: /^Mark as cleared/ }).count();
    await next.click();
    await expect.poll(() => page.getByRole('button', { name: /^Mark as cleared/ }).count()).toBeLessThan(left);
  }
}

/** Issues what is being checked and saves it. */
async function issue(button: 'Issue pack' | 'Make supplement', heading: RegExp, name: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor({ timeout: 60_000 });
  return saved(name);
}

async function labelsOf(file: string): Promise<ReadonlyArray<string>> {
  return read(new Uint8Array(readFileSync(file)), async (pdf) => {
    const labels = await pdf.getPageLabels();
    return labels ?? Array.from({ length: pdf.numPages }, (_, at) => String(at + 1));
  });
}

async function wordsOn(file: string, at: number): Promise<string> {
  return runOutside('pdftotext', ['-layout', '-f', String(at), '-l', String(at), file, '-']);
}

/** Label, printed number and (in whole packs) the page's place agree, on every page. */
async function numbersAgree(file: string, first: number): Promise<void> {
  const labels = await labelsOf(file);
  for (const [at, label] of labels.entries()) {
    expect(label).toBe(String(first + at));
    expect(await wordsOn(file, at + 1)).toMatch(new RegExp(`Page ${label}(?!\\d)`));
  }
}

async function faultless(file: string): Promise<void> {
  expect(await runOutside('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  expect((await runOutside('pdfinfo', ['-struct', file])).match(/^Document/gm)).toHaveLength(1);
}

const hasTools = ['qpdf', 'pdfinfo', 'pdftotext'].every((tool) => outsideTool(tool) !== null);

describe.skipIf(!hasTools)('a pack through its issues (not run without qpdf and poppler)', () => {
  test('the check names what stands in the way, and what is dropped and by whom it can be read', async () => {
    await page.getByRole('link', { name: 'Check before issue' }).click();
    await page.getByRole('heading', { name: 'Check before issue: board pack' }).waitFor();
    await expect.poll(() => page.getByRole('list', { name: 'Missing' }).getByText('Not cleared').count()).toBe(8);
    await page.getByRole('list', { name: 'Missing' }).getByText('No paper').waitFor();
    const access = page.getByRole('list', { name: 'Accessibility' });
    await access.getByText('Tagged by Packhorse').first().waitFor({ timeout: 60_000 });
    expect(await page.getByRole('region', { name: 'Will be dropped' }).count()).toBe(1);
    await page
      .getByRole('region', { name: 'Length' })
      .getByText(/pages, .* to read/)
      .waitFor();
    const button = page.getByRole('button', { name: 'Issue pack' });
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
  });

  test('issued, it is kept with its manifest as a page and as data', async () => {
    await clearEverything();
    const file = await issue('Issue pack', /^Issue 1: board pack/, 'main');
    await faultless(file);
    await numbersAgree(file, 1);
    const pages = (await labelsOf(file)).length;
    const manifest: unknown = JSON.parse(await runOutside('qpdf', ['--show-attachment=manifest.json', file]));
    expect(manifest).toMatchObject({ format: 'packhorse-manifest', issue: 1, form: 'main', edition: 'public' });
    const { parts } = manifest as { parts: ReadonlyArray<{ first: string; last: string; sha256: string }> };
    expect(parts[0]?.first).toBe('1');
    parts.forEach(({ first, sha256 }, at) => {
      if (at > 0) expect(Number(first)).toBe(Number(parts[at - 1]?.last) + 1);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(parts.filter((part) => part.sha256 === sha256)).toHaveLength(1);
    });
    expect(await wordsOn(file, pages)).toMatch(/What is in this pack/);
  });

  test('a late paper makes supplement 1, numbered on, on an agenda that says what is new', async () => {
    await goHome();
    await page.getByRole('link', { name: 'Make supplement' }).click();
    await page.getByText('Nothing has changed since issue 1', { exact: true }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
    await page.getByRole('button', { name: 'Add paper' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Library hours: late report');
    await dialog.getByLabel('Agenda item').selectOption({ label: 'Library hours: rural proofing' });
    await dialog.getByRole('button', { name: 'Add paper' }).click();
    await page.getByRole('textbox', { name: 'Text of the paper' }).waitFor();
    await markCleared();
    await goHome();
    await page.getByRole('link', { name: 'Make supplement' }).click();
    const file = await issue('Make supplement', /^Issue 2: supplement 1/, 'supplement 1');
    await faultless(file);
    await numbersAgree(file, (await labelsOf(files.get('main') ?? '')).length + 1);
    const agenda = await wordsOn(file, 2);
    expect(agenda).toMatch(/Library hours: late report\s+page \d+\s+New/);
    expect(agenda).toMatch(/Issued again with supplement 1/);
  });

  test('a replaced paper makes supplement 2, which says which pages it supersedes', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
    await page.getByRole('link', { name: 'Action log' }).first().click();
    await page.getByRole('button', { name: 'Begin a new version' }).click();
    const text = page.getByRole('textbox', { name: 'Text of the paper' });
    await expect.poll(() => text.getAttribute('contenteditable')).toBe('true');
    await text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Corrected after issue. ');
    await page.waitForTimeout(1500);
    await markCleared();
    await goHome();
    await page.getByRole('link', { name: 'Make supplement' }).click();
    const file = await issue('Make supplement', /^Issue 3: supplement 2/, 'supplement 2');
    await faultless(file);
    const before = await labelsOf(files.get('supplement 1') ?? '');
    await numbersAgree(file, Number(before.at(-1)) + 1);
    expect(await wordsOn(file, 2)).toMatch(/Replaces pages? \d+(–\d+)?, superseded/);
  });

  test('consolidated, every number still agrees, and the superseded pages say so', async () => {
    await goHome();
    await page.getByRole('button', { name: 'Make consolidated pack' }).click();
    await page.getByRole('heading', { name: /^Issue 3: consolidated pack/, level: 1 }).waitFor({ timeout: 60_000 });
    const file = await saved('consolidated');
    await faultless(file);
    await numbersAgree(file, 1);
    const last = Number((await labelsOf(files.get('supplement 2') ?? '')).at(-1));
    expect(await labelsOf(file)).toHaveLength(last);
    const words = await runOutside('pdftotext', ['-layout', file, '-']);
    expect(words).toMatch(/Item 4 · \S+ v1 · superseded, see pages? \d+(–\d+)? · 1 of \d+/);
    const bookmarks = await bookmarksIn(new Uint8Array(readFileSync(file)));
    expect(bookmarks.map(({ title }) => title)).toContainEqual(expect.stringMatching(/^Superseded and withdrawn/));
    // The newest agenda leads to papers of the main pack, which its supplement alone could not.
    const links = await linksIn(new Uint8Array(readFileSync(file)));
    const agendaPage = Number(/\d+/.exec(/\(page \d+\)$/.exec(bookmarks[0]?.title ?? '')?.[0] ?? '')?.[0]);
    expect(links.filter(({ page: on }) => on === agendaPage).length).toBeGreaterThan(5);
  });

  test('what has been issued cannot be undone, and stands beside what came after it', async () => {
    await goHome();
    const list = page.getByRole('list', { name: 'Issued packs' });
    expect(await list.getByRole('link').allTextContents()).toEqual([
      'Issue 3: consolidated pack',
      'Issue 3: supplement 2',
      'Issue 2: supplement 1',
      'Issue 1: board pack',
    ]);
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(300);
    expect(await list.getByRole('link').count()).toBe(4);
    await list.getByRole('link', { name: 'Issue 1: board pack' }).click();
    const again = await saved('main again');
    expect(readFileSync(again).equals(readFileSync(files.get('main') ?? ''))).toBe(true);
  });
});

describe.skipIf(!hasTools)('the restricted pack (not run without qpdf and poppler)', () => {
  test('has numbers, an agenda and an access list of its own', async () => {
    await goHome();
    await page.getByRole('tab', { name: 'Restricted pack' }).click();
    await page.getByRole('combobox', { name: 'Add somebody' }).fill('Ruth Tideswell');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Who may have the restricted pack' }).getByText('Ruth Tideswell').waitFor();
    await page.getByRole('link', { name: 'Check before issue' }).click();
    await page.getByRole('heading', { name: 'Check before issue: restricted pack' }).waitFor();
    await clearEverything();
    const file = await issue('Issue pack', /^Issue 1: restricted pack/, 'restricted');
    await faultless(file);
    const labels = await labelsOf(file);
    expect(labels).toEqual(labels.map((_, at) => `R${at + 1}`));
    const cover = await wordsOn(file, 1);
    expect(cover).toMatch(/Access list/);
    expect(cover).toMatch(/Ruth Tideswell/);
    expect(await wordsOn(file, 2)).toMatch(/Harrow Lane depot: lease terms/);
  });

  test('does not show in the public pack even by its length: that is the same to the byte whatever is restricted', async () => {
    const other = await openApp();
    try {
      const at = other.page;
      await at.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
      await at.reload();
      await at.getByRole('button', { name: 'Try the sample' }).click();
      const inNavigation = (name: string) =>
        at.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
      const build = async (): Promise<Buffer> => {
        await inNavigation('Meetings');
        await at
          .getByRole('link', { name: /^Partnership Board/ })
          .first()
          .click();
        await at.getByRole('button', { name: 'Build pack' }).click();
        await at.getByRole('progressbar', { name: 'Building the pack' }).waitFor();
        await at
          .getByRole('progressbar', { name: 'Building the pack' })
          .waitFor({ state: 'detached', timeout: 60_000 });
        const [download] = await Promise.all([
          at.waitForEvent('download'),
          at.getByRole('button', { name: 'Save PDF' }).click(),
        ]);
        return readFileSync(await download.path());
      };
      const before = await build();
      await inNavigation('Papers');
      await at.getByRole('button', { name: 'Add paper' }).click();
      await at.getByRole('dialog').getByLabel('Title').fill('Harrow Lane depot: survey');
      await at.getByRole('dialog').getByLabel('Agenda item').selectOption({ label: 'Harrow Lane depot: lease terms' });
      await at.getByRole('dialog').getByRole('button', { name: 'Add paper' }).click();
      await at.getByRole('textbox', { name: 'Text of the paper' }).waitFor();
      expect((await build()).equals(before)).toBe(true);
    } finally {
      await other.close();
    }
  });

  test('leaves nothing of itself in the public ones, byte by byte', async () => {
    const restricted = readFileSync(files.get('restricted') ?? '');
    const secrets = ['Harrow Lane', 'lease terms', 'Arkwell', 'Ruth Tideswell'];
    // The oracle can find them where they are.
    expect(secrets.filter((secret) => isIn(restricted, secret))).toContain('Harrow Lane');
    for (const name of ['main', 'supplement 1', 'supplement 2', 'consolidated']) {
      const bytes = readFileSync(files.get(name) ?? '');
      const words = await runOutside('pdftotext', ['-raw', files.get(name) ?? '', '-']);
      for (const secret of secrets.slice(0, 2)) {
        expect(isIn(bytes, secret), `${secret} in ${name}`).toBe(false);
        expect(words).not.toContain(secret);
      }
      for (const hash of await hashesOf(files.get('restricted') ?? '')) expect(isIn(bytes, hash)).toBe(false);
    }
  });
});

async function hashesOf(file: string): Promise<ReadonlyArray<string>> {
  const manifest = JSON.parse(await runOutside('qpdf', ['--show-attachment=manifest.json', file])) as {
    parts: ReadonlyArray<{ sha256: string }>;
  };
  return manifest.parts.map(({ sha256 }) => sha256);
}

/** Whether words stand in a PDF's bytes or in any stream of it once inflated, as plain letters, UTF-16 or hex. */
function isIn(pdf: Buffer, words: string): boolean {
  const utf16 = Buffer.from(words, 'utf16le').swap16();
  const forms = [
    Buffer.from(words, 'latin1'),
    utf16,
    Buffer.from(utf16.toString('hex')),
    Buffer.from(utf16.toString('hex').toUpperCase()),
  ];
  return [pdf, ...inflated(pdf)].some((bytes) => forms.some((form) => bytes.includes(form)));
}

/** Every run of bytes between `stream` and `endstream` that inflates. */
function inflated(pdf: Buffer): ReadonlyArray<Buffer> {
  const found: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at + 7);
    if (end < 0) break;
    try {
      found.push(inflateSync(pdf.subarray(at + 7, end)));
    } catch {
      // a picture or a font in a form of its own
    }
  }
  return found;
}

async function markCleared(): Promise<void> {
  await page.getByRole('button', { name: /^Status:/ }).click();
  await page.getByRole('menuitem', { name: /^Cleared/ }).click();
  await page.getByRole('button', { name: 'Status: Cleared' }).waitFor();
}
