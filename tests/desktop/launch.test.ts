/** `npm start` as an officer meets it on a laptop where Electron cannot be fetched. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';
import { findBrowser } from '#electron/local/browsers.ts';
import { homePort } from '#electron/local/server.ts';
import { browserProgram } from '#tests/support/browser.ts';
import { outsideTool } from '#tests/support/outside-tools.ts';

const ownAddress = `http://127.0.0.1:${homePort}`;
const screenProgram = outsideTool('Xvfb');
const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

interface Start {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function newFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'packhorse-start-'));
}

/** The installed browser without a screen, opened for the test to look into; the program itself opens no such door. */
async function headlessBrowser(): Promise<string> {
  return browserWith('--headless=new --remote-debugging-port=0');
}

async function browserWith(switches: string): Promise<string> {
  const script = path.join(newFolder(), 'browser');
  const program = await browserProgram();
  writeFileSync(script, `#!/bin/sh\nexec "${program}" ${switches} "$@"\n`, { mode: 0o755 });
  return script;
}

/** Starts the program where no Electron is on the disk and its download leads nowhere. */
function start(
  data: string,
  words: ReadonlyArray<string>,
  env: Readonly<Record<string, string | undefined>> = {},
): Start {
  const child = spawn(process.execPath, [path.join(projectRoot, 'electron/launch.ts'), ...words], {
    cwd: projectRoot,
    stdio: 'pipe',
    env: {
      ...process.env,
      PACKHORSE_DATA_DIR: data,
      PACKHORSE_HOST: undefined,
      PACKHORSE_PORT: undefined,
      DISPLAY: ':0',
      ELECTRON_OVERRIDE_DIST_PATH: path.join(data, 'no-electron'),
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: path.join(data, 'no-cache'),
      ...env,
    },
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  cleanUps.push(async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  });
  return { child, said: () => said, ended };
}

/** The name of a screen that nobody sees. */
async function pretendedScreen(): Promise<string> {
  const screen = spawn(screenProgram ?? '', ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  cleanUps.push(async () => void screen.kill());
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function stop({ child, ended }: Start): Promise<number | null> {
  child.kill('SIGTERM');
  return ended;
}

async function untilSaid({ said }: Start, words: string | RegExp): Promise<void> {
  await expect.poll(said, { timeout: 30_000 }).toMatch(words);
}

/** Looks into the window that was opened. */
async function openedWindow(data: string): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const note = path.join(data, 'profile/DevToolsActivePort');
  await expect
    .poll(() => existsSync(note) && readFileSync(note, 'utf8').includes('\n'), { timeout: 30_000 })
    .toBe(true);
  const [port] = readFileSync(note, 'utf8').split('\n');
  const connect = async (): Promise<Browser> =>
    chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 15_000 });
  // A browser that is still starting on a busy machine may miss the first knock.
  const browser = await connect().catch(connect);
  const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages());
  const find = (): Page | undefined => pages().find((page) => page.url() === `${ownAddress}/`);
  await expect.poll(() => find() !== undefined, { timeout: 30_000 }).toBe(true);
  return { browser, page: find()! };
}

async function takePort(): Promise<void> {
  const server: Server = createServer((_request, response) => response.end('another program'));
  await new Promise<void>((resolve) => {
    // Where somebody has it already, it is taken all the same.
    server.once('error', () => resolve());
    server.listen(homePort, '127.0.0.1', resolve);
  });
  cleanUps.push(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
}

const hasNoBrowser = findBrowser() === null || process.platform === 'win32';

describe.skipIf(hasNoBrowser)('with an installed browser (not run without one, nor on Windows)', () => {
  test('falls back by itself, says so, and ends clean when told to', async () => {
    const data = newFolder();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    cleanUps.push(async () => void bystander.kill());
    const started = start(data, [], { PACKHORSE_BROWSER: await headlessBrowser() });
    await untilSaid(started, /Electron [\d.]+ is not on this computer and cannot be fetched here \(no route to it/);
    await untilSaid(started, 'running in a browser on this computer instead');
    const { browser, page } = await openedWindow(data);
    expect(await page.title()).toContain('Packhorse');
    await browser.close();
    expect(await stop(started)).toBe(0);
    expect(existsSync(path.join(data, 'running.json'))).toBe(false);
    expect(bystander.exitCode).toBe(null);
  });

  test('work is found again when the port is taken by another program', async () => {
    const data = newFolder();
    const env = { PACKHORSE_BROWSER: await headlessBrowser() };
    const first = start(data, ['--browser', '--port', '47899'], env);
    const before = await openedWindow(data);
    await before.page.evaluate(() => localStorage.setItem('kept', 'work'));
    await before.page.evaluate(async () => {
      const opening = indexedDB.open('kept', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'));
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const change = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
      change.objectStore('rows').put('work', 1);
      await new Promise((resolve) => change.addEventListener('complete', resolve));
    });
    await before.browser.close();
    expect(await stop(first)).toBe(0);

    await takePort();
    writeFileSync(path.join(data, 'profile/DevToolsActivePort'), '');
    const second = start(data, ['--browser'], env);
    await untilSaid(second, `another program uses port ${homePort}`);
    const after = await openedWindow(data);
    expect(await after.page.evaluate(() => location.origin)).toBe(ownAddress);
    const found = await after.page.evaluate(async () => {
      const opening = indexedDB.open('kept', 1);
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const asking = opening.result.transaction('rows').objectStore('rows').get(1);
      await new Promise((resolve) => asking.addEventListener('success', resolve));
      return asking.result as unknown;
    });
    expect(found).toBe('work');
    await after.browser.close();
  });
});

// A browser without a screen does not hand over to another of its kind, so this needs a screen, if only a pretended one.
test.skipIf(hasNoBrowser || screenProgram === null)(
  'a second start opens another window of the first (needs an installed browser and Xvfb)',
  async () => {
    const data = newFolder();
    const env = { PACKHORSE_BROWSER: await browserWith('--remote-debugging-port=0'), DISPLAY: await pretendedScreen() };
    const first = start(data, ['--browser', '--port', '47898'], env);
    const { browser } = await openedWindow(data);
    const pages = (): number =>
      browser
        .contexts()
        .flatMap((context) => context.pages())
        .filter((page) => page.url() === `${ownAddress}/`).length;
    expect(pages()).toBe(1);
    const second = start(data, ['--browser'], env);
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain('another window of it is opening');
    await expect.poll(pages, { timeout: 20_000 }).toBe(2);
    expect(first.child.exitCode).toBe(null);
    await browser.close();
  },
);

describe('without a window', () => {
  test('--no-open prints the address, good once', async () => {
    const data = newFolder();
    const started = start(data, ['--no-open', '--port', '47897']);
    await untilSaid(started, /http:\/\/127\.0\.0\.1:47897\/boot\?code=[\w-]+\n/);
    expect(started.said()).toContain('good once, for 10 minutes');
    expect(started.said()).toContain('start with --port 47897 again');
    const address = /http:\S+boot\S+/.exec(started.said())?.[0] ?? '';
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(403);

    const second = start(data, ['--no-open']);
    expect(await second.ended).toBe(0);
    const fresh = /http:\S+boot\S+/.exec(second.said())?.[0] ?? '';
    expect((await fetch(fresh, { redirect: 'manual' })).status).toBe(303);
    expect(await stop(started)).toBe(0);
  });

  test.skipIf(process.platform !== 'linux')(
    'without a screen it says so and prints the address (run on Linux)',
    async () => {
      const started = start(newFolder(), ['--port', '47896'], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
      await untilSaid(started, /there is no screen here[^]*http:\/\/127\.0\.0\.1:47896\/boot/);
      expect(started.said()).not.toContain('Electron');
      expect(await stop(started)).toBe(0);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'a browser that does not start is told, with the address (not on Windows)',
    async () => {
      const broken = path.join(newFolder(), 'browser');
      writeFileSync(broken, '#!/bin/sh\nexit 7\n', { mode: 0o755 });
      const started = start(newFolder(), ['--browser', '--port', '47895'], { PACKHORSE_BROWSER: broken });
      await untilSaid(started, /browser could not be started\.[^]*http:\/\/127\.0\.0\.1:47895\/boot/);
      expect(await stop(started)).toBe(0);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'an Electron that does not start gives way to the browser (not on Windows)',
    async () => {
      const folder = newFolder();
      const name = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
      if (process.platform === 'darwin') return;
      writeFileSync(path.join(folder, name), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
      const started = start(newFolder(), ['--port', '47894'], {
        ELECTRON_OVERRIDE_DIST_PATH: folder,
        PACKHORSE_BROWSER: await headlessBrowser(),
      });
      await untilSaid(started, 'Electron is here but does not start (it ended with 127)');
      await untilSaid(started, 'opening in a window of');
      expect(await stop(started)).toBe(0);
    },
  );

  test('a port that is none is refused in words', async () => {
    const started = start(newFolder(), ['--port', 'http']);
    expect(await started.ended).toBe(2);
    expect(started.said().trim()).toBe(
      'Packhorse cannot start. "http" is not a port. Give a whole number from 1024 to 65535, such as --port 47614.',
    );
  });
});
