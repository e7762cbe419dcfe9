/** The one thing no double can tell: that the real Electron runs the app, encloses its page and prints. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';
import { installedElectron } from '#electron/launch/electron-here.ts';
import { hasDisplay } from '#electron/launch/app-window.ts';
import type { Host } from '#shared/host/contract.ts';

declare global {
  var packhorseHost: Host;
}

const program = installedElectron();
const obstacle = program === null ? 'its program is not on this machine' : hasDisplay() ? null : 'there is no screen';
const name = obstacle === null ? 'the real Electron' : `the real Electron (NOT RUN: ${obstacle})`;

describe.skipIf(obstacle !== null)(name, () => {
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    app = await _electron.launch({
      executablePath: program ?? '',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), projectRoot],
      env: { ...environment(), PACKHORSE_DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'packhorse-smoke-')) },
    });
    page = await app.firstWindow();
    await page.waitForLoadState('load');
  });
  afterAll(async () => app.close());

  test('shows the page under its own scheme, enclosed and with storage', async () => {
    expect(page.url()).toBe('app://packhorse/');
    const seen = await page.evaluate(async () => ({
      isSecure: isSecureContext,
      node: ['require', 'process', 'module'].filter((name) => name in globalThis),
      databases: await indexedDB.databases().then((found) => Array.isArray(found)),
    }));
    expect(seen).toEqual({ isSecure: true, node: [], databases: true });
  });

  test('answers the calls of the contract', async () => {
    const about = await page.evaluate(async () => globalThis.packhorseHost.about(null));
    expect(about).toMatchObject({ kind: 'electron', platform: process.platform });
    const printed = await page.evaluate(async () =>
      globalThis.packhorseHost.printHtml({ html: '<html lang="en-GB"><h1>Pack</h1>', title: 'Pack' }),
    );
    if (printed.type !== 'printed') throw new Error(printed.because);
    expect(Buffer.from(printed.pdf).toString('latin1')).toMatch(/^%PDF-[^]*\/StructTreeRoot/);
  });

  test('does not let the page out', async () => {
    const outcome = await page.evaluate(async () =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });
});

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
