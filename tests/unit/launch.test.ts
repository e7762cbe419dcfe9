import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isBuildFresh, projectRoot, stampFile } from '#electron/build/freshness.ts';
import { hasDisplay, windowArguments } from '#electron/launch/app-window.ts';
import { downloadAddress, downloadObstacle, runInstaller } from '#electron/launch/electron-download.ts';
import { electronVersion, hasKeptDownload, installedElectron } from '#electron/launch/electron-here.ts';
import { optionsRefusalWords, readOptions } from '#electron/launch/options.ts';
import { findBrowser } from '#electron/local/browsers.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function mirror(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '';
}

function emptyFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'packhorse-launch-'));
}

describe('what is asked for', () => {
  const usual = { inBrowser: false, opens: true, port: null };
  test.each([
    [[], {}, usual],
    [['--browser'], {}, { ...usual, inBrowser: true }],
    [['--no-open', '--port', '47700'], {}, { ...usual, opens: false, port: 47700 }],
    [['--port=1024'], { PACKHORSE_PORT: '5000' }, { ...usual, port: 1024 }],
    [[], { PACKHORSE_HOST: 'browser', PACKHORSE_PORT: '65535' }, { inBrowser: true, opens: true, port: 65535 }],
  ])('%j with %j is %j', (words, env, options) => {
    expect(readOptions(words, env)).toEqual({ ok: true, value: options });
  });

  test.each(['', '80', '65536', '-1', '47613x', '1e4', ' 5000', '999999'])('%j is no port, and it says so', (given) => {
    const options = readOptions(['--port', given], {});
    if (options.ok) throw new Error('it was taken');
    expect(optionsRefusalWords(options.refusal)).toContain(`"${given}" is not a port`);
  });

  test('an option that does not exist is told, with those that do', () => {
    const options = readOptions(['--open'], {});
    if (options.ok) throw new Error('it was taken');
    expect(optionsRefusalWords(options.refusal)).toMatch(/"--open" is not an option.*--no-open/);
  });
});

describe('Electron', () => {
  test('is here when its program and version are', () => {
    const folder = emptyFolder();
    expect(installedElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(null);
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
    if (process.platform === 'darwin') return;
    writeFileSync(path.join(folder, name), '');
    expect(installedElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(path.join(folder, name));
  });

  test('can be had again from a download kept on the disk, of the right version', () => {
    const cache = emptyFolder();
    mkdirSync(path.join(cache, 'abc'));
    const name = (version: string): string =>
      path.join(cache, 'abc', `electron-v${version}-${process.platform}-${process.arch}.zip`);
    writeFileSync(name('1.0.0'), '');
    expect(hasKeptDownload({ electron_config_cache: cache })).toBe(false);
    writeFileSync(name(electronVersion()), '');
    expect(hasKeptDownload({ electron_config_cache: cache })).toBe(true);
  });

  test('is asked for by one byte of the very file, redirects followed', async () => {
    const asked: string[] = [];
    const base = await mirror((request, response) => {
      asked.push(`${request.url} ${request.headers.range}`);
      if (request.url?.startsWith('/far/') === true) response.writeHead(206).end('x');
      else response.writeHead(302, { Location: `/far${request.url}` }).end();
    });
    expect(await downloadObstacle({ ELECTRON_MIRROR: base })).toBe(null);
    const file = `electron-v${electronVersion()}-${process.platform}-${process.arch}.zip`;
    expect(asked).toEqual([`/v${electronVersion()}/${file} bytes=0-0`, `/far/v${electronVersion()}/${file} bytes=0-0`]);
  });

  test('cannot be had where nobody listens, where a page says no, or where nothing is answered', async () => {
    expect(await downloadObstacle({ ELECTRON_MIRROR: 'http://127.0.0.1:9/' })).toMatch(/^no route to it/);
    const closed = await mirror((_request, response) => response.writeHead(403).end());
    expect(await downloadObstacle({ ELECTRON_MIRROR: closed })).toBe('the server answered 403');
    const silent = await mirror(() => undefined);
    expect(await downloadObstacle({ ELECTRON_MIRROR: silent }, 200)).toBe('no answer within 4 seconds');
  });

  test('comes from the same address as its own installer takes', () => {
    expect(downloadAddress({})).toMatch(/^https:\/\/github\.com\/electron\/electron\/releases\/download\/v[\d.]+\//);
    expect(
      downloadAddress({ npm_config_electron_mirror: 'http://m/', ELECTRON_CUSTOM_DIR: 'x-{{ version }}' }),
    ).toContain(`http://m/x-${electronVersion()}/electron-v`);
  });

  test('a download that stands still is ended, one that grows is not', async () => {
    const folder = emptyFolder();
    const script = (source: string): string => {
      const file = path.join(folder, `${source.length}.cjs`);
      writeFileSync(file, source);
      return file;
    };
    const env = { ...process.env, electron_config_cache: folder };
    const standing = script('setInterval(() => undefined, 1000);');
    expect(await runInstaller({ env, script: standing, stall: 600 })).toBe(false);
    const growing = script(
      `const file = require('node:path').join(require('node:os').tmpdir(), 'part');
       let left = 15;
       const timer = setInterval(() => {
         require('node:fs').appendFileSync(file, 'more');
         if ((left -= 1) === 0) clearInterval(timer);
       }, 100);`,
    );
    expect(await runInstaller({ env, script: growing, stall: 600 })).toBe(true);
  });
});

describe('the browser', () => {
  test('is the one named, then the one that has the profile, then the usual ones', () => {
    const folder = emptyFolder();
    const [named, kept] = [path.join(folder, 'named'), path.join(folder, 'kept')];
    writeFileSync(named, '');
    writeFileSync(kept, '');
    expect(findBrowser(kept, { PACKHORSE_BROWSER: named, PATH: '' })).toBe(named);
    expect(findBrowser(kept, { PACKHORSE_BROWSER: path.join(folder, 'gone'), PATH: '' })).toBe(kept);
    expect(findBrowser(kept, { PATH: '' })).toBe(kept);
  });

  test.skipIf(process.platform !== 'linux')('is looked for on the path (run on Linux alone)', () => {
    const folder = emptyFolder();
    writeFileSync(path.join(folder, 'google-chrome'), '');
    expect(findBrowser(null, { PATH: `relative:${folder}` })).toBe(path.join(folder, 'google-chrome'));
  });

  test('is told where to find the unchanging address when its port is not ours', () => {
    const window = { profile: '/data/profile', address: 'http://127.0.0.1:47613/boot?code=x' };
    const mapping = (port: number): string[] =>
      windowArguments({ ...window, port }).filter((word) => word.startsWith('--host-resolver-rules'));
    expect(mapping(47613)).toEqual([]);
    expect(mapping(5000)).toEqual(['--host-resolver-rules=MAP 127.0.0.1:47613 127.0.0.1:5000']);
    const words = windowArguments({ ...window, port: 47613 });
    expect(words).toContain('--user-data-dir=/data/profile');
    expect(words.join(' ')).not.toMatch(/remote-debugging|disable-web-security|test-type/);
    expect(words.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  test.skipIf(process.platform !== 'linux')('needs a screen (run on Linux alone)', () => {
    expect(hasDisplay({})).toBe(false);
    expect(hasDisplay({ DISPLAY: '' })).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  });
});

describe('what was built', () => {
  test('is fresh until a source is changed, added or taken away', () => {
    const root = emptyFolder();
    for (const folder of ['shared', 'renderer', 'electron', 'dist']) mkdirSync(path.join(root, folder));
    for (const file of ['package.json', 'package-lock.json', 'shared/a.ts']) writeFileSync(path.join(root, file), '');
    expect(isBuildFresh(root)).toBe(false);
    const built = new Date(Date.now() + 60_000);
    writeFileSync(path.join(root, 'dist', stampFile), built.toISOString());
    expect(isBuildFresh(root)).toBe(true);
    const later = new Date(built.getTime() + 1000);
    utimesSync(path.join(root, 'shared/a.ts'), later, later);
    expect(isBuildFresh(root)).toBe(false);
    utimesSync(path.join(root, 'shared/a.ts'), new Date(), new Date());
    utimesSync(path.join(root, 'renderer'), later, later);
    expect(isBuildFresh(root)).toBe(false);
  });
});

describe('a start that cannot go on', () => {
  async function start(
    root: string,
    ...words: string[]
  ): Promise<{ readonly code: number | null; readonly words: string }> {
    const child = spawn(process.execPath, [...words, path.join(root, 'electron/start.mjs')], { stdio: 'pipe' });
    let told = '';
    child.stderr.on('data', (part: Buffer) => (told += part.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, words: told };
  }

  test('without the installed parts it says to install them', async () => {
    const root = emptyFolder();
    mkdirSync(path.join(root, 'electron'));
    cpSync(path.join(projectRoot, 'electron/start.mjs'), path.join(root, 'electron/start.mjs'));
    const { code, words } = await start(root);
    expect(code).toBe(1);
    expect(words).toContain('run "npm ci" once');
    expect(words.split('\n').filter((line) => line !== '')).toHaveLength(1);
  });

  test('with a Node that is too old it says which and what to do', async () => {
    const file = path.join(emptyFolder(), 'older.cjs');
    writeFileSync(file, "Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } });");
    const { code, words } = await start(projectRoot, '--require', file);
    expect(code).toBe(1);
    expect(words).toContain('This is Node 20.20.2, which is too old.');
  });
});
