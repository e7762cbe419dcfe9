/** The browser host as an officer has it: the page in a real browser, the local server behind it. */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';
import { openPrinter } from '#electron/local/pdf.ts';
import type { Host } from '#shared/host/contract.ts';
import { openApp } from '#tests/support/app.ts';
import { browserProgram } from '#tests/support/browser.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';

declare global {
  var hostOfPage: Host;
}

/** A page of our own with nothing on it but the host. */
let pageFolder: string;

beforeAll(async () => {
  const source = mkdtempSync(path.join(projectRoot, 'node_modules/.cache/host-page-'));
  pageFolder = path.join(source, 'built');
  const host = path.join(projectRoot, 'renderer/host/browser-host.ts');
  writeFileSync(
    path.join(source, 'index.html'),
    '<!doctype html><html lang="en-GB"><title>Host</title><script type="module" src="./page.ts"></script></html>',
  );
  writeFileSync(
    path.join(source, 'page.ts'),
    `import { browserHost } from ${JSON.stringify(host)};\nObject.assign(globalThis, { hostOfPage: browserHost });\n`,
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    root: source,
    base: './',
    build: { outDir: pageFolder, emptyOutDir: true, target: 'chrome144', modulePreload: { polyfill: false } },
  });
});

async function begin(page: Page, name = 'Pack'): Promise<Awaited<ReturnType<Host['beginSave']>>> {
  return page.evaluate(async (name) => globalThis.hostOfPage.beginSave({ suggestedName: name, format: 'pdf' }), name);
}

async function write(page: Page, save: string, text: string): Promise<unknown> {
  return page.evaluate(
    async ([save = '', text = '']) => globalThis.hostOfPage.writeSave({ save, bytes: new TextEncoder().encode(text) }),
    [save, text],
  );
}

async function finish(page: Page, save: string): Promise<unknown> {
  return page.evaluate(async (save) => globalThis.hostOfPage.finishSave({ save }), save);
}

/** A save dialog that chooses a file of the browser's private store, or fails as told. */
async function scriptPicker(page: Page, failsWith: string | null): Promise<void> {
  await page.evaluate((failsWith) => {
    const picker = async (options: { suggestedName: string }): Promise<FileSystemFileHandle> => {
      Object.assign(globalThis, { asked: options });
      if (failsWith !== null) throw new DOMException('as told', failsWith);
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(options.suggestedName, { create: true });
    };
    Object.assign(globalThis, { showSaveFilePicker: picker });
  }, failsWith);
}

async function storedText(page: Page, name: string): Promise<string> {
  return page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, name);
}

test('shows the built page at an address of this computer, under the policy', async () => {
  const app = await openApp();
  expect(await app.page.title()).toContain('Packhorse');
  expect(app.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const isStopped = await app.page.evaluate(async () =>
    fetch('https://example.com/').then(
      () => false,
      () => true,
    ),
  );
  expect(isStopped).toBe(true);
  await app.close();
});

test('what is stored is there at the next start, on whatever port', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'packhorse-profile-'));
  const first = await openApp({ dataDir, pageFolder });
  await first.page.evaluate(async () => {
    const opening = indexedDB.open('kept', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'));
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const change = opening.result.transaction('rows', 'readwrite');
    change.objectStore('rows').put('work', 1);
    await new Promise((resolve) => change.addEventListener('complete', resolve));
  });
  await first.close();

  const second = await openApp({ dataDir, pageFolder });
  expect(second.server.port).not.toBe(first.server.port);
  expect(second.origin).toBe(first.origin);
  const found = await second.page.evaluate(async () => {
    const opening = indexedDB.open('kept', 1);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const asking = opening.result.transaction('rows').objectStore('rows').get(1);
    await new Promise((resolve) => asking.addEventListener('success', resolve));
    return asking.result as unknown;
  });
  expect(found).toBe('work');
  await second.close();
});

describe('the calls', () => {
  test('about and printing are answered by the server', async () => {
    const app = await openApp({ pageFolder });
    expect(await app.page.evaluate(async () => globalThis.hostOfPage.about(null))).toEqual({
      kind: 'browser',
      version: '0.0.0-test',
      platform: process.platform,
      machine: 'test',
    });
    const printed = await app.page.evaluate(async () =>
      globalThis.hostOfPage.printHtml({ html: '<html lang="en-GB"><h1>Pack</h1>', title: 'Pack' }),
    );
    if (printed.type !== 'printed') throw new Error(printed.because);
    expect(Buffer.from(printed.pdf).toString('latin1')).toMatch(/^%PDF-[^]*\/StructTreeRoot/);
    await app.close();
  });

  test('a server that has gone is told in plain words', async () => {
    const app = await openApp({ pageFolder });
    await app.server.close();
    await expect(app.page.evaluate(async () => globalThis.hostOfPage.about(null))).rejects.toThrow(
      "Packhorse's window has lost touch with the program that serves it",
    );
    await app.close();
  });

  test('a file is written by the browser’s dialog and appears when it is finished', async () => {
    const app = await openApp({ pageFolder });
    await scriptPicker(app.page, null);
    const begun = await begin(app.page, '../Pack');
    if (begun.type !== 'begun') throw new Error('not begun');
    expect(await write(app.page, begun.save, 'one ')).toEqual({ type: 'written' });
    expect(await write(app.page, begun.save, 'two')).toEqual({ type: 'written' });
    expect(await storedText(app.page, 'Pack.pdf')).toBe('');
    expect(await finish(app.page, begun.save)).toEqual({ type: 'saved', name: 'Pack.pdf' });
    expect(await storedText(app.page, 'Pack.pdf')).toBe('one two');
    expect(await finish(app.page, begun.save)).toEqual({ type: 'failed', because: 'gone' });
    expect(await app.page.evaluate(() => Reflect.get(globalThis, 'asked') as unknown)).toEqual({
      suggestedName: 'Pack.pdf',
      types: [{ description: 'PDF document', accept: { 'application/pdf': ['.pdf'] } }],
    });
    await app.close();
  });

  test('an abandoned save leaves the file as it was', async () => {
    const app = await openApp({ pageFolder });
    await scriptPicker(app.page, null);
    const begun = await begin(app.page);
    if (begun.type !== 'begun') throw new Error('not begun');
    await write(app.page, begun.save, 'half');
    await app.page.evaluate(async (save) => globalThis.hostOfPage.abandonSave({ save }), begun.save);
    expect(await storedText(app.page, 'Pack.pdf')).toBe('');
    expect(await write(app.page, begun.save, 'more')).toEqual({ type: 'failed', because: 'gone' });
    await app.close();
  });

  test('a full disk is told, and the file left as it was', async () => {
    const app = await openApp({ pageFolder });
    await app.page.evaluate(() => {
      const stream = {
        write: async () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
        abort: async () => undefined,
      };
      const handle = { name: 'Pack.pdf', createWritable: async () => stream };
      Object.assign(globalThis, { showSaveFilePicker: async () => handle });
    });
    const begun = await begin(app.page);
    if (begun.type !== 'begun') throw new Error('not begun');
    const diskFull = { type: 'failed', because: 'diskFull' };
    expect(await write(app.page, begun.save, 'x')).toEqual(diskFull);
    expect(await finish(app.page, begun.save)).toEqual(diskFull);
    await app.close();
  });

  test('Cancel is an answer', async () => {
    const app = await openApp({ pageFolder });
    await scriptPicker(app.page, 'AbortError');
    expect(await begin(app.page)).toEqual({ type: 'cancelled' });
    await app.close();
  });

  test.each(['SecurityError', 'none'])(
    'where the dialog is refused (%s) the file comes as a download',
    async (fault) => {
      const app = await openApp({ pageFolder });
      if (fault === 'none') await app.page.evaluate(() => Object.assign(globalThis, { showSaveFilePicker: undefined }));
      else await scriptPicker(app.page, fault);
      const begun = await begin(app.page, 'Pack');
      if (begun.type !== 'begun') throw new Error('not begun');
      await write(app.page, begun.save, 'one ');
      await write(app.page, begun.save, 'two');
      const [download] = await Promise.all([app.page.waitForEvent('download'), finish(app.page, begun.save)]);
      expect(download.suggestedFilename()).toBe('Pack.pdf');
      expect(readFileSync(await download.path(), 'utf8')).toBe('one two');
      await app.close();
    },
  );
});

describe('printing without a window', () => {
  const html = `<!doctype html><html lang="en-GB"><head><style>@page { size: A5 } @font-face { font-family: Own;
    src: url(data:font/ttf;base64,FONT) } body { font-family: Own }</style></head><body><h1>Board pack</h1>
    <h2>Item one</h2><p>Text of the paper.</p><img src="https://example.com/x.png" alt=""><img src="file:///etc/passwd" alt="">
    <script>document.querySelector('p').textContent = 'changed';</script></body></html>`;
  const font = readFileSync(
    path.join(projectRoot, 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-BoldItalic.ttf'),
  ).toString('base64');

  test('makes tagged pages with bookmarks, warm the second time, and leaves no files', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-print-'));
    const printer = openPrinter({ browser: await browserProgram(), folder });
    const job = { html: html.replace('FONT', font), title: 'Pack of <12> May' };
    const answers = [await printer.print(job), ...(await Promise.all([printer.print(job), printer.print(job)]))];
    for (const answer of answers) {
      if (answer.type !== 'printed') throw new Error(answer.because);
      const pdf = Buffer.from(answer.pdf).toString('latin1');
      for (const mark of ['/StructTreeRoot', '/Outlines', '/Lang (en-GB)', 'Pack of <12> May']) {
        expect(pdf).toContain(mark);
      }
    }
    expect(readdirSync(folder)).toHaveLength(1);
    await printer.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(outsideTool('pdftotext') === null || outsideTool('pdffonts') === null)(
    'outside readers find the font, the paper and the text (needs pdffonts, pdfinfo and pdftotext)',
    async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-print-'));
      const printer = openPrinter({ browser: await browserProgram(), folder });
      const answer = await printer.print({ html: html.replace('FONT', font), title: 'Pack' });
      await printer.close();
      if (answer.type !== 'printed') throw new Error(answer.because);
      const file = path.join(folder, 'printed.pdf');
      writeFileSync(file, answer.pdf);
      expect(await runOutside('pdffonts', [file])).toMatch(/LiberationSans-BoldItalic/);
      expect(await runOutside('pdfinfo', [file])).toMatch(/Page size:\s+(419|420)\S* x 59[45]/);
      const text = await runOutside('pdftotext', [file, '-']);
      expect(text).toContain('Text of the paper.');
      expect(text).not.toContain('changed');
    },
  );

  test('a job that takes too long is given up and its browser closed', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-print-'));
    const printer = openPrinter({ browser: await browserProgram(), folder, timeLimit: 1 });
    expect(await printer.print({ html: '<p>x', title: 'x' })).toMatchObject({ type: 'unavailable' });
    await printer.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('without a browser, or with one that does not start, it says so', async () => {
    const none = await openPrinter({ browser: null }).print({ html: '', title: '' });
    expect(none).toMatchObject({
      type: 'unavailable',
      because: expect.stringContaining('No Edge, Chrome or Chromium'),
    });
    const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-print-'));
    for (const browser of [path.join(folder, 'missing'), process.execPath]) {
      const printer = openPrinter({ browser, folder });
      expect(await printer.print({ html: '', title: '' })).toMatchObject({ type: 'unavailable' });
      await printer.close();
    }
  });
});
