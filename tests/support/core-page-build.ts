/** Builds the data core's own page and opens it in a browser. */
import { mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { projectRoot } from '#electron/build/freshness.ts';

const folder = path.join(projectRoot, 'node_modules/.cache/core-page');
const ownAddress = 'http://localhost:4173/';

/** The page of the core, and that of the peers it is compared with. */
export type PageName = 'core' | 'peers';

const built = new Map<PageName, Promise<string>>();

async function script(name: PageName): Promise<string> {
  const building = built.get(name) ?? buildScript(name);
  built.set(name, building);
  return building;
}

async function buildScript(name: PageName): Promise<string> {
  const outDir = path.join(folder, String(process.pid), name);
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    root: projectRoot,
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome144',
      lib: { entry: path.join(projectRoot, `tests/support/${name}-page.ts`), formats: ['iife'], name: 'corePage' },
      rolldownOptions: { output: { entryFileNames: 'core-page.js' } },
    },
  });
  return readFileSync(path.join(outDir, 'core-page.js'), 'utf8');
}

/**
 * Opens the page in this browser, at the same address unless told, so that what is stored is found again. At an address of the
 * app it shares the app's own database.
 */
export async function openCorePage(
  context: BrowserContext,
  address: string = ownAddress,
  name: PageName = 'core',
): Promise<Page> {
  const body = await script(name);
  const page = await context.newPage();
  await page.route(`${address}**`, async (route) => {
    const isScript = route.request().url().endsWith('.js');
    await route.fulfill(
      isScript
        ? { contentType: 'text/javascript', body }
        : { contentType: 'text/html', body: '<!doctype html><title>Core</title><script src="core-page.js"></script>' },
    );
  });
  await page.goto(address);
  await page.waitForFunction((global) => global in window, name);
  return page;
}

export const corePageOrigin = new URL(ownAddress).origin;

/** The process number of the browser that holds a profile, from the lock it keeps there. */
export function processHolding(profile: string): number {
  const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
  if (!Number.isInteger(pid) || pid < 2) throw new Error('The profile names no browser');
  return pid;
}

/** Kills the browser that holds a profile, with every process it started (on Linux; elsewhere they end with it). */
export function killBrowserHolding(profile: string): void {
  const first = processHolding(profile);
  for (const pid of [first, ...startedBy(first)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone already, with the first
    }
  }
}

function startedBy(first: number): ReadonlyArray<number> {
  if (process.platform !== 'linux') return [];
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ').at(-1)?.split(' ');
      parents.set(Number(name), Number(fields?.[1]));
    } catch {
      // ended meanwhile
    }
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === first || isOurs(parent));
  };
  return [...parents.keys()].filter(isOurs);
}
