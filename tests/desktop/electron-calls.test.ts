/** Every call of the contract, from a page through the built preload script and main process to the disk and back. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hostMethods, type Host } from '#shared/host/contract.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { bootElectron, type Booted } from '#tests/support/electron-double.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';

declare global {
  var packhorseHost: Host;
}

let browser: Browser;
let app: Booted;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-saves-'));
  app = await bootElectron(browser);
});
afterEach(async () => app.quit());

async function begin(suggestedName: string): Promise<string> {
  const begun = await app
    .page()
    .evaluate(
      async (name) => globalThis.packhorseHost.beginSave({ suggestedName: name, format: 'pdf' }),
      suggestedName,
    );
  if (begun.type !== 'begun') throw new Error(`not begun: ${JSON.stringify(begun)}`);
  return begun.save;
}

async function write(save: string, text: string): Promise<unknown> {
  return app
    .page()
    .evaluate(
      async ([save, text]) =>
        globalThis.packhorseHost.writeSave({ save: save ?? '', bytes: new TextEncoder().encode(text) }),
      [save, text],
    );
}

async function finish(save: string): Promise<unknown> {
  return app.page().evaluate(async (save) => globalThis.packhorseHost.finishSave({ save }), save);
}

test('the page finds exactly the calls of the contract, in an object it cannot change', async () => {
  const found = await app.page().evaluate(() => ({
    names: Object.keys(globalThis.packhorseHost),
    kinds: Object.values(globalThis.packhorseHost).map((value) => typeof value),
    isFrozen: Object.isFrozen(globalThis.packhorseHost),
    others: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
  }));
  expect(found.names.toSorted()).toEqual(hostMethods.toSorted());
  expect(new Set(found.kinds)).toEqual(new Set(['function']));
  expect(found).toMatchObject({ isFrozen: true, others: [] });
  expect(Object.keys(app.exposed())).toEqual(['packhorseHost']);
});

test('about tells the host, the version and the platform', async () => {
  const about = await app.page().evaluate(async () => globalThis.packhorseHost.about(null));
  expect(about).toMatchObject({ kind: 'electron', version: '0.0.0-double', platform: process.platform });
  expect(Reflect.get(Object(about), 'machine')).toMatch(/^[0-9a-f]{64}$/);
});

describe('saving', () => {
  test('writes the parts in order and shows the file under its name only when it is finished', async () => {
    const target = path.join(folder, 'Pack.pdf');
    app.saveDialogs.push(target);
    const save = await begin('Pack.pdf');
    const steps = ['one ', 'two ', 'three'].map(async (text) => write(save, text));
    expect(await Promise.all(steps)).toEqual(Array.from({ length: 3 }, () => ({ type: 'written' })));
    expect(readdirSync(folder)).not.toContain('Pack.pdf');
    expect(await finish(save)).toEqual({ type: 'saved', name: 'Pack.pdf' });
    expect(readdirSync(folder)).toEqual(['Pack.pdf']);
    expect(readFileSync(target, 'utf8')).toHaveLength('one two three'.length);
  });

  test('carries bytes unchanged, megabytes of them', async () => {
    const target = path.join(folder, 'Large.pdf');
    app.saveDialogs.push(target);
    const save = await begin('Large.pdf');
    await app.page().evaluate(async (save) => {
      const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7) % 256);
      await globalThis.packhorseHost.writeSave({ save, bytes });
    }, save);
    await finish(save);
    expect(readFileSync(target).equals(Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * 7) % 256)))).toBe(
      true,
    );
  });

  test('offers a safe name in the dialog, with a filter for the kind of file', async () => {
    app.saveDialogs.push(null);
    await app
      .page()
      .evaluate(async () =>
        globalThis.packhorseHost.beginSave({ suggestedName: '../../etc/pass\u202Ewd: "board"', format: 'pdf' }),
      );
    const shown = app.dialogsShown[0];
    expect(path.basename(String(shown?.defaultPath))).toBe('etc-passwd- -board-.pdf');
    expect(path.dirname(String(shown?.defaultPath))).toBe(path.join(app.userData, 'documents'));
    expect(shown?.filters).toEqual([{ name: 'PDF document', extensions: ['pdf'] }]);
  });

  test('Cancel is an answer, and nothing is written', async () => {
    app.saveDialogs.push(null);
    const begun = await app
      .page()
      .evaluate(async () => globalThis.packhorseHost.beginSave({ suggestedName: 'Pack', format: 'pdf' }));
    expect(begun).toEqual({ type: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('adds a missing ending and never overwrites a file that was not asked about', async () => {
    writeFileSync(path.join(folder, 'Pack.pdf'), 'older');
    app.saveDialogs.push(path.join(folder, 'Pack'));
    const save = await begin('Pack');
    await write(save, 'newer');
    expect(await finish(save)).toEqual({ type: 'saved', name: 'Pack (2).pdf' });
    expect(readFileSync(path.join(folder, 'Pack.pdf'), 'utf8')).toBe('older');
  });

  test('abandoning leaves what stood there before, and no passing file', async () => {
    const target = path.join(folder, 'Pack.pdf');
    writeFileSync(target, 'older');
    app.saveDialogs.push(target);
    const save = await begin('Pack.pdf');
    await write(save, 'half');
    expect(await app.page().evaluate(async (save) => globalThis.packhorseHost.abandonSave({ save }), save)).toEqual({
      type: 'abandoned',
    });
    expect(readdirSync(folder)).toEqual(['Pack.pdf']);
    expect(readFileSync(target, 'utf8')).toBe('older');
    expect(await write(save, 'more')).toEqual({ type: 'failed', because: 'gone' });
  });

  test('a folder that cannot be written to is told in the answer', async () => {
    app.saveDialogs.push(path.join(folder, 'not there', 'Pack.pdf'));
    const begun = await app
      .page()
      .evaluate(async () => globalThis.packhorseHost.beginSave({ suggestedName: 'Pack', format: 'pdf' }));
    expect(begun).toEqual({ type: 'failed', because: 'gone' });
  });

  test('a page that is loaded anew leaves no save behind', async () => {
    app.saveDialogs.push(path.join(folder, 'Pack.pdf'));
    await write(await begin('Pack.pdf'), 'half');
    await app.page().reload();
    await expect.poll(() => readdirSync(folder)).toEqual([]);
  });

  test('quitting removes passing files, and the next start those of a power cut', async () => {
    app.saveDialogs.push(path.join(folder, 'Pack.pdf'));
    await write(await begin('Pack.pdf'), 'half');
    const left = readdirSync(folder).map((name) => path.join(folder, name));
    expect(left).toHaveLength(1);
    const noted = readFileSync(path.join(app.userData, 'unfinished-saves.json'), 'utf8');
    await app.quit();
    expect(readdirSync(folder)).toEqual([]);

    writeFileSync(left[0]!, 'half');
    writeFileSync(path.join(folder, 'Kept.pdf'), 'whole');
    writeFileSync(path.join(app.userData, 'unfinished-saves.json'), noted);
    app = await bootElectron(browser, { userData: app.userData });
    expect(readdirSync(folder)).toEqual(['Kept.pdf']);
  });
});

describe('printing', () => {
  const html = `<!doctype html><html lang="en-GB"><head><style>@page { size: A5 }</style></head><body>
    <h1>Board pack</h1><h2>Item one</h2><p>Text of the paper.</p>
    <img src="https://example.com/picture.png" alt=""><script>document.querySelector('p').textContent = 'changed';</script>
    <table><tr><th scope="col">Name</th></tr><tr><td>Ann</td></tr></table></body></html>`;

  async function print(html: string): Promise<string> {
    const answer = await app
      .page()
      .evaluate(async (html) => globalThis.packhorseHost.printHtml({ html, title: 'Pack of <12> May' }), html);
    if (answer.type !== 'printed') throw new Error(answer.because);
    const file = path.join(folder, 'printed.pdf');
    writeFileSync(file, answer.pdf);
    return file;
  }

  test('makes a tagged PDF with bookmarks and a title, on its own paper, without running scripts or fetching', async () => {
    const pdf = readFileSync(await print(html), 'latin1');
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Outlines', '/Lang (en-GB)', 'Pack of <12> May']) {
      expect(pdf).toContain(mark);
    }
    expect(app.sessionOf('packhorse-print').isCancelled('https://example.com/picture.png')).toBe(true);
    expect(app.log.filter((line) => line.startsWith('network'))).toEqual([]);
    expect(app.log).toContain('destroyed a window');
    expect(app.windows).toHaveLength(1);
  });

  test.skipIf(outsideTool('pdfinfo') === null || outsideTool('pdftotext') === null)(
    'outside readers agree (needs pdfinfo and pdftotext)',
    async () => {
      const file = await print(html);
      const facts = await runOutside('pdfinfo', [file]);
      expect(facts).toMatch(/Tagged:\s+yes/);
      expect(facts).toMatch(/JavaScript:\s+no/);
      expect(facts).toMatch(/Page size:\s+(419|420)\S* x 59[45]/);
      const text = await runOutside('pdftotext', [file, '-']);
      expect(text).toContain('Text of the paper.');
      expect(text).not.toContain('changed');
    },
  );

  test('the window it is printed in has no preload script, no JavaScript and a session of its own', async () => {
    let seen: unknown = null;
    app.app.on('web-contents-created', () => {
      queueMicrotask(() => (seen = app.windows.at(-1)?.options));
    });
    await print('<p>Short</p>');
    expect(seen).toMatchObject({
      show: false,
      webPreferences: { javascript: false, sandbox: true, contextIsolation: true },
    });
    expect(seen).not.toHaveProperty('webPreferences.preload');
    const printing = app.sessionOf('packhorse-print');
    expect(
      printing.asksPermission('persistent-storage', { requestingUrl: 'app://packhorse/', isMainFrame: true }),
    ).toBe(false);
    expect(printing.isCancelled('app://packhorse/index.html')).toBe(true);
    expect(printing.isCancelled('file:///etc/passwd')).toBe(true);
    expect((await printing.serve(new Request('app://packhorse/index.html'))).status).toBe(404);
  });
});
