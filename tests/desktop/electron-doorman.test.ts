/** What the main process refuses, whoever asks. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostMethods, largestChunk } from '#shared/host/contract.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { bootElectron, type Booted } from '#tests/support/electron-double.ts';

const ours = { url: 'app://packhorse/', parent: null };
let browser: Browser;
let app: Booted;

beforeAll(async () => {
  browser = await launchBrowser();
  app = await bootElectron(browser);
});
afterAll(async () => {
  await app.quit();
  await browser.close();
});

describe('the window', () => {
  test('is sandboxed, isolated and without Node, web views or experiments', () => {
    expect(app.log).toContain('sandbox enabled');
    expect(app.window().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(app.window().options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  test('shows local content from the app scheme, which is standard and secure', () => {
    expect(app.window().webContents.getURL()).toBe('app://packhorse/');
    expect(app.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  test('is shown when its page is ready, and remembers where it stood', async () => {
    const userData = mkdtempSync(path.join(os.tmpdir(), 'packhorse-window-'));
    const first = await bootElectron(browser, { userData });
    expect(first.window().options).toMatchObject({
      show: false,
      width: 1280,
      height: 860,
      minWidth: 640,
      minHeight: 480,
    });
    expect(first.log).toContain('shown');
    first.window().close();
    await first.quit();
    const second = await bootElectron(browser, { userData });
    expect(second.window().options).toMatchObject({ x: 20, y: 30, width: 1000, height: 700 });
    await second.quit();
    writeFileSync(path.join(userData, 'window.json'), '{"x": 9000, "y": 9000, "width": 5, "height": "wide"}');
    const third = await bootElectron(browser, { userData });
    expect(third.window().options).toMatchObject({ width: 1280, height: 860 });
    await third.quit();
  });

  test('has a menu of plain words, with zoom under View', () => {
    const labels = app.menu().map(({ label }) => label?.replace('&', ''));
    expect(labels.filter((label) => label !== undefined)).toEqual(['File', 'Edit', 'View', 'Help']);
    const view = app.menu().find(({ label }) => label === '&View')?.submenu ?? [];
    expect(view.map(({ role }) => role)).toEqual(expect.arrayContaining(['zoomIn', 'zoomOut', 'resetZoom']));
  });
});

describe('calls', () => {
  const strangers = [
    ['another site', { url: 'https://example.com/', parent: null }],
    ['a name that looks like ours', { url: 'app://packhorse.example/', parent: null }],
    ['our name under another scheme', { url: 'https://packhorse/', parent: null }],
    ['a page printed', { url: 'app://print-1/', parent: null }],
    ['a frame within our page', { url: 'app://packhorse/', parent: {} }],
    ['a frame that is gone', null],
    ['no address at all', { url: 'about:blank', parent: null }],
  ] as const;

  test.each(strangers)('are refused to %s', async (_who, frame) => {
    for (const method of hostMethods) {
      await expect(app.invokeAs(frame, `packhorse:${method}`, null)).rejects.toThrow('not Packhorse');
    }
  });

  const badAsks = [
    ['about', { more: 1 }],
    ['printHtml', { html: 1, title: '' }],
    ['printHtml', { html: '', title: 'x'.repeat(501) }],
    ['beginSave', { suggestedName: 'x', format: 'exe' }],
    ['beginSave', { suggestedName: 'x'.repeat(301), format: 'pdf' }],
    ['writeSave', { save: 'x', bytes: [1, 2] }],
    ['writeSave', { save: 'x', bytes: new Uint8Array(largestChunk + 1) }],
    ['finishSave', {}],
    ['abandonSave', null],
  ] as const;

  test.each(badAsks)('%s refuses what it does not take', async (method, ask) => {
    await expect(app.invokeAs(ours, `packhorse:${method}`, ask)).rejects.toThrow('does not take');
  });

  test('refuse more than one argument', async () => {
    await expect(app.invokeAs(ours, 'packhorse:about', null, 'more')).rejects.toThrow('does not take');
  });

  test("one window cannot go on with another's save", async () => {
    expect(await app.invokeAs(ours, 'packhorse:finishSave', { save: 'guessed' })).toEqual({
      type: 'failed',
      because: 'gone',
    });
  });
});

describe('the app scheme', () => {
  test.each([
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
  ])('does not lead out of the page’s folder by %s', async (place) => {
    const answer = await app.session.serve(new Request(`app://packhorse${place}`));
    expect([403, 404]).toContain(answer.status);
    expect(await answer.text()).toBe('');
  });

  test('answers reading alone, and our own name alone', async () => {
    expect((await app.session.serve(new Request('app://packhorse/', { method: 'POST' }))).status).toBe(405);
    expect((await app.session.serve(new Request('app://other/'))).status).toBe(404);
  });

  test('sends the policy with every answer', async () => {
    for (const place of ['/', '/missing.js']) {
      const { headers } = await app.session.serve(new Request(`app://packhorse${place}`));
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('the outside', () => {
  test('is not navigated to, by the page or by a frame in it', async () => {
    await app.page().evaluate(() => {
      location.href = 'https://example.com/away';
    });
    await expect.poll(() => app.log).toContain('stayed instead of https://example.com/away');
    expect(app.window().webContents.getURL()).toBe('app://packhorse/');
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s is stopped for every address but ours',
    (name) => {
      const stops = (url: string): boolean => {
        let isStopped = false;
        app.window().webContents.events.emit(name, { url, preventDefault: () => (isStopped = true) });
        return isStopped;
      };
      expect(['https://example.com/', 'file:///etc/passwd', 'app://print-1/', 'data:text/html,x'].map(stops)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(stops('app://packhorse/')).toBe(false);
    },
  );

  test('web views are not attached', () => {
    let isStopped = false;
    app.window().webContents.events.emit('will-attach-webview', { preventDefault: () => (isStopped = true) });
    expect(isStopped).toBe(true);
  });

  test('windows are not opened, and a link leaves for the browser only after a click and only by https', async () => {
    const { webContents } = app.window();
    const click = (): unknown => webContents.events.emit('input-event', {}, { type: 'mouseDown' });
    await app.page().evaluate(() => void window.open('https://example.com/unasked'));
    await expect.poll(() => app.log).toContain('window deny https://example.com/unasked');
    for (const address of [
      'http://example.com/',
      'file:///etc/passwd',
      'https://name:word@example.com/',
      'javascript:1',
    ]) {
      click();
      expect(webContents.asksToOpen(address)).toEqual({ action: 'deny' });
    }
    expect(app.log.filter((line) => line.startsWith('opened outside'))).toEqual([]);
    click();
    expect(webContents.asksToOpen('https://www.gov.uk/guidance')).toEqual({ action: 'deny' });
    expect(webContents.asksToOpen('https://www.gov.uk/second')).toEqual({ action: 'deny' });
    expect(app.log.filter((line) => line.startsWith('opened outside'))).toEqual([
      'opened outside https://www.gov.uk/guidance',
    ]);
    expect(app.page().context().pages()).toHaveLength(1);
  });

  test('is not reached over the network', async () => {
    const outcome = await app.page().evaluate(async () => {
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      );
      return { fetched };
    });
    expect(outcome).toEqual({ fetched: 'refused' });
    expect(app.session.isCancelled('https://example.com/')).toBe(true);
    expect(app.session.isCancelled('http://127.0.0.1:47613/')).toBe(true);
    expect(app.session.isCancelled('file:///etc/passwd')).toBe(true);
    expect(app.session.isCancelled('wss://example.com/')).toBe(true);
    expect(app.session.isCancelled('app://packhorse/index.html')).toBe(false);
    expect(app.log).toContain('switch host-resolver-rules=MAP * ~NOTFOUND');
    expect(app.log.filter((line) => line.startsWith('network'))).toEqual([]);
  });

  test('gets no permission but the two our own page needs', () => {
    const own = { requestingUrl: 'app://packhorse/', isMainFrame: true };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
    ]) {
      expect(app.session.asksPermission(permission, own)).toBe(false);
      expect(app.session.checksPermission(permission, own)).toBe(false);
    }
    for (const permission of ['persistent-storage', 'clipboard-sanitized-write']) {
      expect(app.session.asksPermission(permission, own)).toBe(true);
      expect(app.session.checksPermission(permission, own)).toBe(true);
      expect(app.session.asksPermission(permission, { ...own, isMainFrame: false })).toBe(false);
      expect(app.session.asksPermission(permission, { ...own, requestingUrl: 'https://example.com/' })).toBe(false);
    }
    expect(app.session.asksDevice()).toBe(false);
    expect(app.session.startsDownload()).toEqual({ isPrevented: true });
  });

  test('is never trusted with a certificate the system does not trust', () => {
    let answered: boolean | null = null;
    let isStopped = false;
    const event = { preventDefault: () => (isStopped = true) };
    app.app.emit(
      'certificate-error',
      event,
      {},
      'https://example.com/',
      'ERR',
      {},
      (told: boolean) => (answered = told),
    );
    expect({ answered, isStopped }).toEqual({ answered: false, isStopped: true });
  });
});

describe('the policy', () => {
  test('stops foreign pictures, calls, frames, inline scripts and styles, and text made into markup', async () => {
    const seen = await app.page().evaluate(async () => {
      const stopped: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
      const add = (name: string, facts: Record<string, string>): void => {
        const element = Object.assign(document.createElement(name), facts);
        document.body.append(element);
      };
      const isThrown = (attempt: () => void): boolean => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      };
      add('img', { src: 'https://example.com/x.png' });
      add('style', { textContent: 'body { color: red }' });
      add('iframe', { src: 'https://example.com/' });
      await fetch('https://example.com/').catch(() => undefined);
      const thrown = {
        script: isThrown(() => add('script', { text: 'globalThis.isTaken = true' })),
        markup: isThrown(() => Object.assign(document.body, { innerHTML: '<b>x</b>' })),
        worker: isThrown(() => new Worker('data:text/javascript,1')),
        policy: isThrown(() => trusted().createPolicy('anything', {})),
      };
      const allowed = {
        worker: !isThrown(() => trusted().createPolicy('packhorse-worker', {})),
        clipboard: !isThrown(() => trusted().createPolicy('ProseMirrorClipboard', {})),
      };
      function trusted(): { createPolicy: (name: string, rules: object) => unknown } {
        return (globalThis as unknown as { trustedTypes: { createPolicy: (name: string) => unknown } }).trustedTypes;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { stopped, thrown, allowed, isTaken: 'isTaken' in globalThis };
    });
    expect(seen.stopped).toEqual(
      expect.arrayContaining(['img-src', 'style-src-elem', 'frame-src', 'connect-src', 'require-trusted-types-for']),
    );
    expect(seen.thrown).toEqual({ script: true, markup: true, worker: true, policy: true });
    expect(seen.isTaken).toBe(false);
    await app.page().reload();
  });

  test('lets the two named policies and WebAssembly be', async () => {
    const allowed = await app.page().evaluate(async () => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
      };
      trustedTypes.createPolicy('packhorse-worker', {});
      const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
      const module = await WebAssembly.compile(empty);
      return module instanceof WebAssembly.Module;
    });
    expect(allowed).toBe(true);
  });
});

describe('starting', () => {
  test('a second start brings the first window forward and a bundle opened with it is only looked at', () => {
    const before = app.log.length;
    app.app.emit('second-instance', {}, ['packhorse', '--help', '/nowhere/x.packhorse'], '/');
    expect(app.log.slice(before)).toEqual(['restored', 'shown', 'brought forward']);
    const afterwards = app.log.length;
    app.app.emit('open-file', { preventDefault: () => undefined }, '/etc/passwd');
    expect(app.log.slice(afterwards)).toEqual([]);
    const bundle = path.join(mkdtempSync(path.join(os.tmpdir(), 'packhorse-open-')), 'May.packhorse');
    writeFileSync(bundle, 'not a bundle');
    app.app.emit('open-file', { preventDefault: () => undefined }, bundle);
    expect(app.log.slice(afterwards)).toEqual(['restored', 'shown', 'brought forward']);
    expect(readFileSync(bundle, 'utf8')).toBe('not a bundle');
  });

  test('where it runs already, it ends without a window', async () => {
    const second = await bootElectron(browser, { isFirst: false });
    expect(second.windows).toHaveLength(0);
    expect(second.log).toContain('quit');
  });

  test('an installed app has no developer tools and refuses to be debugged', async () => {
    const packaged = await bootElectron(browser, { isPackaged: true });
    expect(packaged.window().options.webPreferences?.devTools).toBe(false);
    expect(JSON.stringify(packaged.menu())).not.toMatch(/DevTools|reload/i);
    await packaged.quit();
    for (const name of ['remote-debugging-port', 'inspect', 'ignore-certificate-errors']) {
      const debugged = await bootElectron(browser, { isPackaged: true, switches: [name] });
      expect(debugged.windows).toHaveLength(0);
      expect(debugged.log).toContain('quit');
    }
  });
});
