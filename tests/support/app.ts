/** The app in a real browser, served as `npm start` serves it where there is no Electron. */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';
import { openPrinter } from '#electron/local/pdf.ts';
import { codeLifetime, homePort, loopback, startLocalServer, type LocalServer } from '#electron/local/server.ts';
import { browserProgram, launchBrowser, launchWithProfile } from './browser.ts';

export interface OpenedApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  readonly server: LocalServer;
  readonly close: () => Promise<void>;
}

export interface OpenAppOptions {
  /** A folder for the browser's profile: what the app stores there is found again by the next `openApp` with it. */
  readonly dataDir?: string;
  /** The built page to serve; `dist/renderer` unless told. */
  readonly pageFolder?: string;
  /** By which the app tells whether its work still lies on the same laptop. */
  readonly machine?: string;
}

let shared: Promise<Browser> | null = null;

afterAll(async () => {
  const browser = await shared;
  shared = null;
  await browser?.close();
});

/** Starts the local server on a free port and opens the app in a fresh browser context. */
export async function openApp(options: OpenAppOptions = {}): Promise<OpenedApp> {
  const printer = openPrinter({ browser: await browserProgram() });
  const server = await startLocalServer({
    port: 0,
    pageFolder: options.pageFolder ?? path.join(projectRoot, 'dist/renderer'),
    calls: {
      about: () => ({
        kind: 'browser',
        version: '0.0.0-test',
        platform: process.platform,
        machine: options.machine ?? 'test',
      }),
      printHtml: printer.print,
    },
  });
  const context =
    options.dataDir === undefined ? await freshContext() : await keptContext(options.dataDir, server.port);
  const page = await context.newPage();
  const isKept = options.dataDir !== undefined;
  await page.goto(isKept ? server.homeAddress(codeLifetime.atOnce) : server.plainAddress(codeLifetime.atOnce));
  return {
    page,
    context,
    server,
    origin: new URL(page.url()).origin,
    close: async () => {
      await context.close();
      await printer.close();
      await server.close();
    },
  };
}

async function freshContext(): Promise<BrowserContext> {
  shared ??= launchBrowser();
  return (await shared).newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
}

async function keptContext(folder: string, port: number): Promise<BrowserContext> {
  return launchWithProfile(folder, [`--host-resolver-rules=MAP ${loopback}:${homePort} ${loopback}:${port}`]);
}
