/** The app itself with ten years of work in it, against an empty one: first screen, every list and record, and typing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '#electron/build/freshness.ts';
import { codeLifetime, startLocalServer } from '#electron/local/server.ts';
import { launchWithProfile } from '#tests/support/browser.ts';
import { openCorePage } from '#tests/support/core-page-build.ts';
import type { Measured } from './run.ts';

const saves = Number(process.env['PACKHORSE_BENCH_SAVES'] ?? 100_000);
const rounds = 5;

function middle(values: ReadonlyArray<number>): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Milliseconds from the start of loading until the first screen has its heading and its content. */
async function firstScreen(page: Page, origin: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('about:blank');
    await page.goto(`${origin}/#/`, { waitUntil: 'commit' });
    times.push(await page.evaluate(shownAt, { place: null, mark: 'main ul li p' }));
  }
  return middle(times);
}

interface Going {
  /** Where to go; `null` stays where the page is loading. */
  readonly place: string | null;
  /** What is there once the screen is. */
  readonly mark: string;
}

/** Runs in the page: goes to a place and answers when it is there, painted. */
async function shownAt({ place, mark }: Going): Promise<number> {
  const start = place === null ? 0 : performance.now();
  if (place !== null) location.hash = place;
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (performance.now() - start > 20_000) reject(new Error(`${place ?? 'the first screen'} never showed ${mark}`));
      else if (document.querySelector(mark) === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve());
    };
    requestAnimationFrame(look);
  });
  return performance.now() - start;
}

async function going(page: Page, place: string, mark: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(shownAt, { place: '/help', mark: 'main [role=tablist]' });
    times.push(await page.evaluate(shownAt, { place, mark }));
  }
  return middle(times);
}

async function firstHref(page: Page, pattern: RegExp): Promise<string> {
  const hrefs = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.find((href) => pattern.test(href))?.slice(1) ?? '';
}

/** Remembers how long each key press took from pressing to paint; those under 16 ms are not told by the browser. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const took: number[] = [];
    Reflect.set(window, 'took', took);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') took.push(entry.duration);
    }).observe({ type: 'event', buffered: false, durationThreshold: 16 } as PerformanceObserverInit);
  });
}

async function keysTook(page: Page): Promise<ReadonlyArray<number>> {
  return page.evaluate(() => Reflect.get(window, 'took') as number[]);
}

/** The slowest key press while the register is narrowed by typing. */
async function narrowing(page: Page): Promise<number> {
  await page.evaluate(shownAt, { place: '/papers', mark: 'main [role=grid]' });
  // Until the thousands beyond the first screenful are there.
  await page.waitForFunction(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > 1000);
  const field = page.getByLabel('Search papers');
  await field.click();
  await watchKeys(page);
  await field.pressSequentially('paper 7 partnership', { delay: 60 });
  await page.waitForTimeout(400);
  const took = await keysTook(page);
  await field.fill('');
  return Math.max(8, ...took);
}

/** The slowest 5 % of key presses, from pressing to paint, while every pause saves. */
async function typing(page: Page): Promise<number> {
  const field = page.getByLabel('Place', { exact: true });
  await field.click();
  await watchKeys(page);
  for (let burst = 0; burst < 4; burst += 1) {
    await field.pressSequentially('Village hall, ', { delay: 40 });
    // Long enough for the pause after which it is saved, so that the next keys fall into the saving.
    await page.waitForTimeout(560);
  }
  const took = await keysTook(page);
  const all = [...Array.from({ length: Math.max(0, 56 - took.length) }, () => 8), ...took].toSorted((a, b) => a - b);
  return all[Math.floor(all.length * 0.95)] ?? 0;
}

export async function run(): Promise<ReadonlyArray<Measured>> {
  // Both kept on disk: a browser without a profile keeps its database in memory.
  const [profile, emptyProfile] = ['full', 'empty'].map((name) =>
    mkdtempSync(path.join(tmpdir(), `packhorse-${name}-`)),
  );
  if (profile === undefined || emptyProfile === undefined) throw new Error('No room for a profile');
  const server = await startLocalServer({
    port: 0,
    pageFolder: path.join(projectRoot, 'dist/renderer'),
    calls: {
      about: () => ({ kind: 'browser', version: '0.0.0-bench', platform: process.platform, machine: 'bench' }),
      printHtml: async () => ({ type: 'unavailable', because: 'nothing is printed here' }),
    },
  });
  const boot = (): string => server.plainAddress(codeLifetime.atOnce);
  const { origin } = new URL(boot());
  const empty = await launchWithProfile(emptyProfile);
  const full = await launchWithProfile(profile);
  try {
    const emptyPage = await empty.newPage();
    await emptyPage.goto(boot());
    for (const [label, text] of [
      ['Your name', 'Ada Fell'],
      ['Your role', 'Clerk'],
      ['Organisation', 'Council'],
      ['Workspace name', 'Ours'],
    ] as const) {
      await emptyPage.getByLabel(label).fill(text);
    }
    await emptyPage.getByRole('button', { name: 'Start a new workspace' }).click();
    await emptyPage.locator('#main h1').waitFor();

    const page = await full.newPage();
    await page.goto(boot());
    const core = await openCorePage(full, `${origin}/core-page/`);
    await core.evaluate((count) => window.core.fillWithTenYears('packhorse', count), saves);
    await core.close();

    const first = { empty: await firstScreen(emptyPage, origin), full: await firstScreen(page, origin) };
    const meetings = await going(page, '/meetings', 'main table tbody tr, main h2');
    await page.evaluate(shownAt, { place: '/papers', mark: 'main table tbody tr' });
    const paperPath = await firstHref(page, /^#\/papers\/paper-/);
    await page.evaluate(shownAt, { place: paperPath, mark: 'main a[href^="#/meetings/"]' });
    const meetingPath = await firstHref(page, /^#\/meetings\//);
    const meeting = await going(page, meetingPath, 'main [role=row] [role=gridcell]');
    const papers = await going(page, '/papers', 'main table tbody tr');
    const plan = await going(page, '/papers/forward-plan', 'main table tbody tr');
    const lateness = await going(page, '/papers/lateness', 'main table tbody tr');
    const filtering = await narrowing(page);
    const paper = await going(page, paperPath, 'main .ProseMirror');
    const partners = await going(page, '/partners', 'main table tbody tr');
    const history = await going(page, '/history', 'main li');
    await page.evaluate(shownAt, { place: meetingPath, mark: 'main [role=tab]' });
    await page.getByRole('tab', { name: 'Details' }).click();
    const slowest = await typing(page);

    const line = (what: string, time: number): Measured => ({
      what,
      figure: `${time.toFixed(0)} ms`,
      ratio: time / 200,
      against: '200 ms',
      goal: 1,
    });
    return [
      {
        what: 'first screen with ten years of work',
        figure: `${first.full.toFixed(0)} ms`,
        ratio: first.full / first.empty,
        against: `an empty workspace (${first.empty.toFixed(0)} ms)`,
        goal: 1.2,
      },
      line('list of meetings (500)', meetings),
      line('one meeting', meeting),
      line('register of papers (5,000)', papers),
      line('forward plan', plan),
      line('lateness per author (5,000 papers)', lateness),
      {
        what: 'key press to paint while narrowing 5,000 papers, slowest',
        figure: `${filtering.toFixed(0)} ms`,
        ratio: filtering / 50,
        against: '50 ms',
        goal: 1,
      },
      line('one paper in the editor', paper),
      line('partners and bodies', partners),
      line('history (100,000 saves)', history),
      {
        what: 'key press to paint while saving, slowest 5 %',
        figure: `${slowest.toFixed(0)} ms`,
        ratio: slowest / 50,
        against: '50 ms',
        goal: 1,
      },
    ];
  } finally {
    await full.close();
    await empty.close();
    await server.close();
    for (const folder of [profile, emptyProfile]) rmSync(folder, { recursive: true, force: true });
  }
}
