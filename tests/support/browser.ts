/** The browser the tests run in: an installed Chromium, Chrome or Edge, else Playwright's own, else the one from npm. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';
import { projectRoot } from '#electron/build/freshness.ts';
import { findBrowser } from '#electron/local/browsers.ts';

const cache = path.join(projectRoot, 'node_modules/.cache/chromium');

/** Unpacks the npm browser once, before test files that run side by side could race to do it. */
export async function prepareBrowser(): Promise<void> {
  await browserOptions();
}

export async function launchBrowser(args: ReadonlyArray<string> = []): Promise<Browser> {
  return chromium.launch(await browserOptions(args));
}

/** A browser whose profile lives in `folder`, so that what a page stores is there again at the next start. */
export async function launchWithProfile(folder: string, args: ReadonlyArray<string> = []): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await browserOptions(args));
}

/** A program file that runs that browser, for what is started without Playwright. */
export async function browserProgram(): Promise<string> {
  const { executablePath = chromium.executablePath(), env } = await browserOptions();
  return env === undefined ? executablePath : wrapped(executablePath, env);
}

/** The npm browser needs its settings, so a script that gives them stands for it. */
function wrapped(
  program: string,
  { LD_LIBRARY_PATH = '', FONTCONFIG_FILE = '' }: LaunchOptions['env'] & object,
): string {
  const script = path.join(cache, 'run-chromium');
  const settings = `LD_LIBRARY_PATH="${LD_LIBRARY_PATH}" FONTCONFIG_FILE="${FONTCONFIG_FILE}"`;
  writeFileSync(script, `#!/bin/sh\n${settings} exec "${program}" --no-sandbox "$@"\n`, { mode: 0o755 });
  return script;
}

async function browserOptions(args: ReadonlyArray<string> = []): Promise<LaunchOptions> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const installed = findBrowser();
  if (installed !== null) return { executablePath: installed, args: [...asRoot, ...args] };
  if (existsSync(chromium.executablePath())) return { args: [...asRoot, ...args] };
  const { executablePath, env } = await npmBrowser();
  return { executablePath, env, args: ['--no-sandbox', ...args] };
}

interface NpmBrowser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/**
 * The package unpacks into the shared temporary folder and trusts what it finds there, so it is given a private one. It
 * brings NSS only when it believes itself in the cloud, and its font settings name a fixed folder: both are put right here.
 */
async function npmBrowser(): Promise<NpmBrowser> {
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const before = { ...process.env };
  let executablePath: string;
  try {
    process.env.TMPDIR = cache;
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
    const { default: pack } = await import('@sparticuz/chromium');
    executablePath = await pack.executablePath();
  } finally {
    process.env = before;
  }
  const fonts = path.join(cache, 'fonts.conf');
  const folders = ['/usr/share/fonts', path.join(cache, 'fonts')].map((folder) => `<dir>${folder}</dir>`).join('');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${cache}/fonts-cache</cachedir></fontconfig>`,
  );
  const libraries = [path.join(cache, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    executablePath,
    env: { ...Object.fromEntries(inherited), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts },
  };
}
