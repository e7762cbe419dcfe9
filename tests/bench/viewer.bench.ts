/** The viewer in a real browser with a pack of 2,000 pages: until the first page is read, and how long any page stays blank. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { serveViewer } from '#tests/support/pdf-viewer-server.ts';
import type { ViewerPage } from '#tests/support/pdf-viewer-page/main.tsx';
import { longPdf } from '#tests/support/viewer-pdfs.ts';
import type { Measured } from './run.ts';

type Shown = typeof globalThis & { viewerPage: ViewerPage };

const pageCount = 2000;
const rounds = 5;
/** Milliseconds that the purpose of the viewer allows. */
const firstPageGoal = 1000;
const blankGoal = 200;

function middle(values: ReadonlyArray<number>): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Runs in the page: shows the pack and answers when the first page has its picture, painted. */
async function firstPageShown(): Promise<number> {
  void (globalThis as Shown).viewerPage.show('long.pdf');
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const look = (): void => {
      const [asked] = performance.getEntriesByName('viewer-asked');
      if (performance.now() - begun > 20_000) reject(new Error('the first page never showed'));
      else if (document.querySelector('[role="group"][aria-label="Page 1"] canvas') === null) {
        requestAnimationFrame(look);
      } else requestAnimationFrame(() => resolve(performance.now() - (asked?.startTime ?? begun)));
    };
    requestAnimationFrame(look);
  });
}

interface Scrolling {
  /** In px a second. */
  readonly speed: number;
  /** In ms. */
  readonly lasts: number;
}

/** Runs in the page: scrolls evenly, whatever its frames take, and answers for how long a page in view was blank at most. */
async function longestBlank({ speed, lasts }: Scrolling): Promise<number> {
  const scroller = document.querySelector('[role="group"][aria-label="Pages"]');
  if (scroller === null) throw new Error('no pages');
  const top = scroller.scrollTop;
  const begun = performance.now();
  const blankSince = new Map<string, number>();
  let longest = 0;
  return new Promise((resolve) => {
    const step = (): void => {
      const now = performance.now();
      const view = scroller.getBoundingClientRect();
      const blank = new Set<string>();
      for (const page of scroller.querySelectorAll('[role="group"]')) {
        const { top: head, bottom: foot } = page.getBoundingClientRect();
        if (foot <= view.top || head >= view.bottom || page.querySelector('canvas') !== null) continue;
        const name = page.getAttribute('aria-label') ?? '';
        blank.add(name);
        const since = blankSince.get(name) ?? now;
        blankSince.set(name, since);
        longest = Math.max(longest, now - since);
      }
      for (const name of blankSince.keys()) if (!blank.has(name)) blankSince.delete(name);
      if (now - begun > lasts && blank.size === 0) {
        resolve(longest);
        return;
      }
      scroller.scrollTop = top + (Math.min(now - begun, lasts) * speed) / 1000;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

async function openedPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  return page;
}

async function blankLine(page: Page, what: string, speed: number): Promise<Measured> {
  await page.evaluate(() => document.querySelector('[role="group"][aria-label="Pages"]')?.scrollTo(0, 0));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await page.evaluate(longestBlank, { speed, lasts: 4000 }));
  }
  const worst = Math.max(...times);
  return { what, figure: `${worst.toFixed(0)} ms`, ratio: worst / blankGoal, against: `${blankGoal} ms`, goal: 1 };
}

export async function run(): Promise<ReadonlyArray<Measured>> {
  const server = await serveViewer(new Map([['long.pdf', await longPdf(pageCount)]]));
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await openedPage(browser, server.address);
      times.push(await page.evaluate(firstPageShown));
      await page.close();
    }
    const first = middle(times);
    const page = await openedPage(browser, server.address);
    await page.evaluate(firstPageShown);
    const slowly = await blankLine(page, 'longest blank page, scrolling 1,500 px a second', 1500);
    const fast = await blankLine(page, 'longest blank page, scrolling 6,000 px a second', 6000);
    await page.getByRole('button', { name: 'Small pages' }).click();
    const beside = await blankLine(page, 'the same at 1,500 with small pages beside', 1500);
    return [
      {
        what: `first of ${pageCount} pages (middle of ${rounds})`,
        figure: `${first.toFixed(0)} ms`,
        ratio: first / firstPageGoal,
        against: `${firstPageGoal} ms`,
        goal: 1,
      },
      slowly,
      fast,
      beside,
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
