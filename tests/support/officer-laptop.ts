/**
 * A laptop of one officer: a browser profile of its own with the real app in it, which is shut and opened again, and a clock that is moved
 * by days. What it hands on and takes in goes by the screens alone.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '#electron/build/freshness.ts';
import { openApp, type OpenedApp } from './app.ts';

export const passphrase = 'six ponies cross the fell';

export interface OfficerLaptop {
  readonly name: string;
  /** Where its profile lies, and where its bundles are saved. */
  readonly place: string;
  /** Opens it, or opens it again with all that it holds. */
  open(): Promise<Page>;
  shut(): Promise<void>;
  /** Of the open laptop. */
  page(): Page;
  /** Moves the clock of the page and of what it has working for it, in milliseconds. */
  pass(milliseconds: number): Promise<void>;
  /** Errors of its page, and addresses beyond this machine that it asked for. */
  readonly complaints: ReadonlyArray<string>;
}

export function officerLaptop(name: string, within: string): OfficerLaptop {
  const place = path.join(within, name);
  mkdirSync(place, { recursive: true });
  const complaints: string[] = [];
  let app: OpenedApp | null = null;
  let shift = 0;
  const page = (): Page => {
    if (app === null) throw new Error(`${name}’s laptop is shut`);
    return app.page;
  };
  return {
    name,
    place,
    page,
    complaints,
    open: async () => {
      app = await openApp({ dataDir: path.join(place, 'profile'), machine: name });
      await prepared(app.context, () => shift);
      app.page.on('pageerror', (fault) => complaints.push(`${name}: ${fault.message}`));
      app.context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') complaints.push(`${name}: ${request.url()}`);
      });
      await app.page.evaluate((by) => sessionStorage.setItem('clock-ahead-by', String(by)), shift);
      await app.page.reload();
      return app.page;
    },
    shut: async () => {
      const closing = app;
      app = null;
      await closing?.close();
    },
    pass: async (milliseconds) => {
      shift += milliseconds;
      if (app === null) return;
      await app.page.evaluate((by) => {
        sessionStorage.setItem('clock-ahead-by', String(by));
        Reflect.set(globalThis, 'clockAheadBy', by);
      }, shift);
    },
  };
}

async function prepared(context: BrowserContext, aheadBy: () => number): Promise<void> {
  await context.addInitScript(clockMoved, null);
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    // A browser driven from outside gives no page the right to write to the disk, so its folder is one of the browser's own.
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Board share', { create: true }),
    });
  });
  // A worker runs no such script: its own is given it to begin with.
  await context.route(/\/exchange\.worker[^/]*\.js$/, async (route) => {
    const file = path.join(projectRoot, 'dist/renderer', new URL(route.request().url()).pathname);
    await route.fulfill({
      contentType: 'text/javascript',
      body: `(${clockMoved.toString()})(${aheadBy()});\n${readFileSync(file, 'utf8')}`,
    });
  });
}

/** Runs in a page or in a worker. `by`: how far its clock is ahead, in milliseconds; `null` in a page, which keeps that by itself. */
function clockMoved(by: number | null): void {
  const real = Date;
  const kept = by === null && location.protocol.startsWith('http') ? sessionStorage.getItem('clock-ahead-by') : null;
  Reflect.set(globalThis, 'clockAheadBy', by ?? Number(kept ?? 0));
  const now = (): number => real.now() + Number(Reflect.get(globalThis, 'clockAheadBy'));
  const moved = new Proxy(real, {
    construct: (date, given, as) => Reflect.construct(date, given.length === 0 ? [now()] : given, as) as object,
    get: (date, key) => (key === 'now' ? now : (Reflect.get(date, key) as unknown)),
  });
  Reflect.set(globalThis, 'Date', moved);
}

export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function choose(page: Page, button: string, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await chooser.setFiles(file);
}

let bundles = 0;

async function saved(laptop: OfficerLaptop): Promise<string> {
  const page = laptop.page();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make a bundle' }).click(),
  ]);
  bundles += 1;
  const file = path.join(laptop.place, `${bundles}.packhorse`);
  await download.saveAs(file);
  await page.getByRole('button', { name: 'Making the bundle' }).waitFor({ state: 'detached' });
  return file;
}

/** For somebody who joins: locked by a passphrase, with everything in it. */
export async function invitationFrom(laptop: OfficerLaptop): Promise<string> {
  const page = laptop.page();
  await goTo(page, 'Share and receive');
  const somebodyNew = page.getByRole('radio', { name: 'Somebody new, with a passphrase' });
  if (await somebodyNew.isVisible()) await somebodyNew.check({ force: true });
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat passphrase').fill(passphrase);
  return saved(laptop);
}

/** For everybody who shares the workspace: what they have not been seen to hold. */
export async function bundleFrom(laptop: OfficerLaptop): Promise<string> {
  await goTo(laptop.page(), 'Share and receive');
  return saved(laptop);
}

export async function join(page: Page, file: string, name: string, role: string): Promise<void> {
  await choose(page, 'Join with a bundle', file);
  const dialog = page.getByRole('dialog', { name: 'Join with a bundle' });
  await dialog.getByLabel('Your name').fill(name);
  await dialog.getByLabel('Your role').fill(role);
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByRole('button', { name: 'The words are the same: join' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

/** What opening a bundle came to. Differences are told by all that their place on the screen says. */
export interface Taken {
  readonly isNew: boolean;
  readonly decided: ReadonlyArray<string>;
  readonly left: ReadonlyArray<string>;
}

/** Looks at a difference and decides it; answers whether it did, or left it. */
export type Decide = (difference: Locator) => Promise<boolean>;
type Locator = ReturnType<Page['locator']>;

export const leaveIt: Decide = async () => false;

/** Opens a bundle on the page *Share and receive*, looks it through and applies it. */
export async function take(page: Page, file: string, decide: Decide = leaveIt): Promise<Taken> {
  await goTo(page, 'Share and receive');
  await choose(page, 'Open a bundle', file);
  return lookedThrough(page, decide);
}

/** From where a bundle has been opened, however that was. */
export async function lookedThrough(page: Page, decide: Decide): Promise<Taken> {
  const stranger = page.getByRole('button', { name: 'The words are the same', exact: true });
  const apply = page.getByRole('button', { name: 'Apply changes' });
  await stranger.or(apply).first().waitFor();
  if (await stranger.isVisible()) {
    await stranger.click();
    await apply.waitFor();
  }
  if (await page.getByText('Nothing new in this bundle').isVisible()) {
    await page.getByRole('button', { name: 'Not now' }).click();
    return { isNew: false, decided: [], left: [] };
  }
  const decided: string[] = [];
  const left: string[] = [];
  const differences = page.getByRole('list', { name: 'Decide now or later' }).locator(':scope > li');
  for (const difference of await differences.all()) {
    const words = await difference.innerText();
    if (!(await decide(difference))) {
      left.push(words);
      continue;
    }
    await difference.getByRole('button', { name: /^Choose again/ }).waitFor();
    decided.push(words);
  }
  await apply.click();
  await page
    .getByText(/^Applied \d+ (change|file)/)
    .first()
    .waitFor();
  return { isNew: true, decided, left };
}

const openDifferences = (page: Page): Locator =>
  page.getByRole('list', { name: 'Decisions to make' }).locator(':scope > li');

/** What waits to be decided, by all that is said of each. */
export async function differencesOn(page: Page): Promise<ReadonlyArray<string>> {
  await goTo(page, 'Share and receive');
  await page.getByRole('heading', { name: 'Make a bundle' }).waitFor();
  // The list is looked up by itself and is not there where it is empty: not to be there yet must not pass for that.
  const isAny = (await openRecordsOf(page)) > 0;
  await openDifferences(page)
    .first()
    .waitFor({ state: isAny ? 'visible' : 'detached' });
  return openDifferences(page).allInnerTexts();
}

/** How many records the laptop holds with something to decide, counted by the browser's own means. */
async function openRecordsOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answered = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error ?? new Error('It cannot be read')));
      });
    let count = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      if (!/^packhorse(-sample)?$/.test(name)) continue;
      const open = await answered(indexedDB.open(name));
      const tables = [...open.objectStoreNames];
      const inOne = open.transaction(tables);
      const counts = tables
        .map((table) => inOne.objectStore(table))
        .filter(({ indexNames }) => indexNames.contains('_open'))
        .map((table) => answered(table.index('_open').count(1)));
      for (const found of await Promise.all(counts)) count += found;
      open.close();
    }
    return count;
  });
}

/** Decides all that waits, one after the other; answers what each said. */
export async function allDecided(page: Page, decide: Decide): Promise<ReadonlyArray<string>> {
  const waiting = await differencesOn(page);
  for (const words of waiting) {
    const before = await openDifferences(page).count();
    const difference = openDifferences(page).first();
    if ((await difference.innerText()) !== words) throw new Error(`Another stands where this stood: ${words}`);
    if (!(await decide(difference))) throw new Error(`Left, though it had to be decided: ${words}`);
    await difference
      .page()
      .waitForFunction(
        ([list, most]) => (document.querySelectorAll(`ul[aria-label="${list}"] > li`).length ?? 0) < most,
        ['Decisions to make', before] as const,
      );
  }
  return waiting;
}
