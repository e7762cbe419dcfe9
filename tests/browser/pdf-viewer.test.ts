/** The PDF viewer by itself in a real browser, under the headers the app is served with. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import type { ViewerPage } from '#tests/support/pdf-viewer-page/main.tsx';
import { serveViewer, type ViewerServer } from '#tests/support/pdf-viewer-server.ts';
import { lockedPdf, longPdf, packLikePdf } from '#tests/support/viewer-pdfs.ts';

type Shown = typeof globalThis & { viewerPage: ViewerPage; timesPrinted: number };

const pageCount = 2000;
let server: ViewerServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const long = await longPdf(pageCount);
  server = await serveViewer(
    new Map([
      ['long.pdf', long],
      ['pack.pdf', await packLikePdf()],
      ['locked.pdf', lockedPdf()],
      ['broken.pdf', new TextEncoder().encode('This is not a PDF at all.')],
    ]),
  );
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(server.address);
});

afterEach(async () => {
  const violations = await page.evaluate(() => (globalThis as Shown).viewerPage.violations);
  await page.close();
  expect(violations, 'what the page’s policy stopped').toEqual([]);
});

async function show(name: string, startPage?: number): Promise<void> {
  await page.evaluate(([file, start]) => (globalThis as Shown).viewerPage.show(file, start), [
    name,
    startPage,
  ] as const);
  await drawn();
}

/** Every page in view has its picture. */
async function drawn(): Promise<void> {
  await page.waitForFunction(() => {
    const scroller = document.querySelector('[role="group"][aria-label="Pages"]');
    if (scroller === null) return false;
    const view = scroller.getBoundingClientRect();
    const inView = [...scroller.querySelectorAll('[role="group"]')].filter((each) => {
      const box = each.getBoundingClientRect();
      return box.bottom > view.top && box.top < view.bottom;
    });
    return inView.length > 0 && inView.every((each) => each.querySelector('canvas') !== null);
  });
}

/** The machine may be busy with other tests. */
function eventually<Value>(ask: () => Promise<Value>) {
  return expect.poll(ask, { timeout: 15_000 });
}

/** The page on which the words found stand that are marked now. */
const pageOfMatch = () =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('pdf-found-now') ?? [])];
    const words = range instanceof Range ? range.startContainer.parentElement : null;
    const label = words?.closest('[role=group][aria-label^="Page "]')?.getAttribute('aria-label');
    return Number(label?.slice('Page '.length));
  });

const pageField = () => page.getByRole('textbox', { name: 'Page' });
const pages = () => page.getByRole('group', { name: 'Pages' });
const pageGroup = (label: string) => page.getByRole('group', { name: `Page ${label}`, exact: true });

async function isAtTop(label: string): Promise<void> {
  await eventually(async () => {
    const view = await pages().boundingBox();
    const box = await pageGroup(label).boundingBox();
    return view !== null && box !== null && Math.abs(box.y - view.y) < 20;
  }).toBe(true);
}

describe('a pack of 2,000 pages', () => {
  test('opens at once, and only the pages near the view are drawn', async () => {
    await show('long.pdf');
    const took = await page.evaluate(
      () => performance.now() - performance.getEntriesByName('viewer-asked')[0]!.startTime,
    );
    console.log(`first page of ${pageCount} drawn after ${Math.round(took)} ms`);

    await eventually(() => pageField().inputValue()).toBe('1');
    expect(await page.getByText(`of ${pageCount}`, { exact: true }).count()).toBe(1);
    expect(await pages().locator('canvas').count()).toBeLessThan(6);
    expect(await pages().evaluate((element) => element.scrollHeight)).toBeGreaterThan(pageCount * 500);

    await pageField().fill('1500');
    await pageField().press('Enter');
    await isAtTop('1500');
    await drawn();
    expect(await pages().locator('canvas').count()).toBeLessThan(6);
    expect(await pageGroup('1').count()).toBe(0);
    await page.getByText('This is page 1500 of the pack.').waitFor();
  });

  test('shows no empty page while it is scrolled slowly', async () => {
    await show('long.pdf', 700);
    const worst = await pages().evaluate(async (scroller) => {
      let blankSince: number | null = null;
      let longest = 0;
      for (let step = 0; step < 120; step += 1) {
        scroller.scrollTop += 40;
        await new Promise((resolve) => setTimeout(resolve, 16));
        const view = scroller.getBoundingClientRect();
        const isBlank = [...scroller.querySelectorAll('[role="group"]')].some((each) => {
          const box = each.getBoundingClientRect();
          return box.bottom > view.top && box.top < view.bottom && each.querySelector('canvas') === null;
        });
        if (!isBlank) blankSince = null;
        else blankSince ??= performance.now();
        if (blankSince !== null) longest = Math.max(longest, performance.now() - blankSince);
      }
      return longest;
    });
    console.log(`longest time with an empty page in view: ${Math.round(worst)} ms`);
    expect(Number(await pageField().inputValue())).toBeGreaterThan(701);
    await drawn();
  });

  test('finds words far off, counts them, and goes from one to the next', async () => {
    await show('long.pdf', 1990);
    await pages().focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('PAGE  1995 of');
    await eventually(() => pageField().inputValue()).toBe('1995');
    await page.getByRole('searchbox', { name: 'Find in this document' }).fill('Line 30:');
    await eventually(() => page.evaluate(() => CSS.highlights.get('pdf-found-now')?.size)).toBe(1);
    const found = await page.evaluate(() => [...CSS.highlights.get('pdf-found-now')!].map(String));
    expect(found).toEqual(['Line 30:']);
    const before = await pageOfMatch();
    await page.keyboard.press('Enter');
    await eventually(pageOfMatch).toBe(before + 1);
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('searchbox').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Pages');
  });
});

describe('a pack', () => {
  test('is called by the numbers its pages carry', async () => {
    await show('pack.pdf', 2);
    await eventually(() => pageField().inputValue()).toBe('R2');
    await isAtTop('R2');
    await pageField().fill('3');
    await pageField().press('Enter');
    await isAtTop('3');
    await eventually(() => page.evaluate(() => (globalThis as Shown).viewerPage.pagesTold.at(-1))).toBe(5);

    await pageField().fill('R9');
    await pageField().press('Enter');
    await page.getByText('No page “R9”. Pages go from R1 to 6.').waitFor();
  });

  test('is gone through by keys', async () => {
    await show('pack.pdf');
    await pages().focus();
    for (const [key, label] of [
      ['PageDown', 'R2'],
      ['PageDown', '1'],
      ['PageUp', 'R2'],
      ['End', '6'],
      ['Home', 'R1'],
    ] as const) {
      await page.keyboard.press(key);
      await eventually(() => pageField().inputValue()).toBe(label);
    }
    const zoom = page.getByRole('combobox', { name: 'Zoom' });
    await zoom.selectOption('100');
    await page.keyboard.press('Control+=');
    expect(await zoom.inputValue()).toBe('125');
    await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    expect(await zoom.inputValue()).toBe('75');
    await page.keyboard.press('Control+0');
    expect(await zoom.inputValue()).toBe('width');
  });

  test('keeps the place one is reading at every zoom', async () => {
    await show('pack.pdf', 5);
    await isAtTop('3');
    for (const zoom of ['200', 'page', '50', 'width']) {
      await page.getByRole('combobox', { name: 'Zoom' }).selectOption(zoom);
      // At 50 % the end of the document comes into view before the page reaches the top.
      if (zoom !== '50') await isAtTop('3');
      await drawn();
    }
  });

  test('has its tools in one stop for Tab, with arrows between them', async () => {
    await show('pack.pdf');
    await page.getByRole('button', { name: 'Bookmarks' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedName()).toBe('Small pages');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await pageField().evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focusedName()).toBe('Agenda');
    await page.keyboard.press('Shift+Tab');
    expect(await pageField().evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('has a tree of bookmarks that leads to pages and marks where one is', async () => {
    await show('pack.pdf');
    const bookmark = (name: RegExp) => page.getByRole('treeitem', { name });
    await eventually(() => bookmark(/Agenda/).getAttribute('aria-current')).toBe('location');
    await bookmark(/Appendix A/).click();
    await isAtTop('3');
    await eventually(() => bookmark(/Appendix A/).getAttribute('aria-current')).toBe('location');

    await bookmark(/Item 1/).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await bookmark(/Item 1/).getAttribute('aria-expanded')).toBe('false');
    expect(await bookmark(/Appendix A/).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await isAtTop('5');
    await eventually(() => bookmark(/Item 2/).getAttribute('aria-current')).toBe('location');
  });

  test('shows turned and landscape pages upright, their words where their pictures are', async () => {
    await show('pack.pdf');
    for (const [place, label] of ['R1', 'R2', '1', '2', '3', '4', '5', '6'].entries()) {
      await pageField().fill(label);
      await pageField().press('Enter');
      await isAtTop(label);
      const words = pageGroup(label).getByText(`Head of physical page ${place + 1}`);
      await words.waitFor();
      const box = (await words.boundingBox())!;
      const sheet = (await pageGroup(label).boundingBox())!;
      expect(sheet.width > sheet.height).toBe(['3', '4', '5'].includes(label));
      expect(box.width).toBeGreaterThan(box.height * 4);
      expect(box.x - sheet.x).toBeLessThan(sheet.width / 4);
      expect(box.y - sheet.y).toBeLessThan(sheet.height / 4);
      expect(await darkShare(label, box)).toBeGreaterThan(0.02);
    }
  });

  test('follows links within it, and shows where others lead before anything is opened', async () => {
    await show('pack.pdf', 3);
    await page.getByRole('link', { name: 'Go to page 3' }).click();
    await isAtTop('3');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await page.getByRole('link', { name: 'Link to https://www.example.org/report' }).click();
    const dialog = page.getByRole('dialog', { name: 'Leave this document?' });
    await dialog.getByText('https://www.example.org/report').waitFor();
    const link = dialog.getByRole('link', { name: 'Open in the browser' });
    expect(await link.getAttribute('href')).toBe('https://www.example.org/report');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    await eventually(() => dialog.count()).toBe(0);
  });

  test('has nothing axe finds fault with, large text and high contrast included', async () => {
    await show('pack.pdf', 3);
    await page.getByRole('link', { name: 'Go to page 3' }).waitFor();
    expect(await axeFaults()).toEqual([]);
    await page.keyboard.press('Control+f');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 640, height: 480 });
    await page.evaluate(() => document.documentElement.setAttribute('data-text-size', '200'));
    await page.waitForTimeout(300);
    expect(await axeFaults()).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  });
});

describe('a file that cannot be shown', () => {
  test.each([
    ['locked.pdf', 'This PDF is locked with a password'],
    ['broken.pdf', 'This PDF is damaged and cannot be shown'],
  ])('%s says so', async (name, words) => {
    await page.evaluate((file) => (globalThis as Shown).viewerPage.show(file), name);
    await page.getByRole('alert').getByText(words).waitFor();
  });
});

describe('printing', () => {
  beforeEach(async () => {
    await page.evaluate(() => {
      (globalThis as Shown).timesPrinted = 0;
      window.print = () => {
        (globalThis as Shown).timesPrinted += 1;
      };
    });
  });

  const images = () => page.locator('body > div:not(#root) img');

  test('puts each page of a range on a sheet of the first one’s size, and cleans up', async () => {
    await page.evaluate(() => {
      void (globalThis as Shown).viewerPage.print('pack.pdf', 4, 6);
    });
    await page.waitForFunction(() => (globalThis as Shown).timesPrinted === 1);
    expect(await images().evaluateAll((all) => all.map((image) => image.getAttribute('alt')))).toEqual([
      'Page 2',
      'Page 3',
      'Page 4',
    ]);
    // 200 dots per inch, and all upright: the landscape ones are turned.
    const shapes = await images().evaluateAll((all) =>
      all.map((image) => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight]),
    );
    expect(shapes).toEqual([
      [1654, 2339],
      [1654, 2339],
      [1654, 2339],
    ]);
    const paper = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    expect(paper.getPageCount()).toBe(3);
    for (const sheet of paper.getPages()) {
      expect(Math.round(sheet.getWidth())).toBe(595);
      expect(Math.round(sheet.getHeight())).toBe(842);
    }
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await eventually(() => images().count()).toBe(0);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  test('asks which pages, says how many sheets, and can be cancelled', async () => {
    await page.evaluate(() => (globalThis as Shown).viewerPage.printDialog('pack.pdf'));
    const dialog = page.getByRole('dialog', { name: 'Print Board pack' });
    await dialog.getByText('This takes 8 sheets of paper, or 4 printed on both sides.').waitFor();
    await dialog.getByRole('radio', { name: 'Some pages' }).check();
    await dialog.getByRole('textbox', { name: 'From page' }).fill('R2');
    await dialog.getByRole('textbox', { name: 'To page' }).fill('9');
    await dialog.getByRole('button', { name: 'Print' }).click();
    await dialog.getByText('There is no such page. Pages go from R1 to 6.').waitFor();
    await dialog.getByRole('textbox', { name: 'To page' }).fill('1');
    await dialog.getByText('This takes 2 sheets of paper, or 1 printed on both sides.').waitFor();
    await dialog.getByRole('button', { name: 'Print' }).click();
    await page.waitForFunction(() => (globalThis as Shown).timesPrinted === 1);
    expect(await images().count()).toBe(2);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.getByText('Closed').waitFor();

    await page.evaluate(() => (globalThis as Shown).viewerPage.printDialog('long.pdf'));
    await dialog.getByText('This takes 2000 sheets of paper', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Print' }).click();
    await dialog.getByText(/^\d+ of 2000$/).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Closed').waitFor();
    expect(await page.evaluate(() => (globalThis as Shown).timesPrinted)).toBe(1);
    expect(await images().count()).toBe(0);
  });
});

function focusedName(): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const title = activeElement?.querySelector('span:nth-child(2)')?.textContent;
    return activeElement?.getAttribute('aria-label') ?? title ?? '';
  });
}

/** How much of the page's picture is dark under a box on the screen. */
function darkShare(
  label: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<number> {
  return pageGroup(label)
    .locator('canvas')
    .evaluate((element, { x, y, width, height }) => {
      const canvas = element as HTMLCanvasElement;
      const shown = canvas.getBoundingClientRect();
      const scale = canvas.width / shown.width;
      const data = canvas
        .getContext('2d')!
        .getImageData((x - shown.x) * scale, (y - shown.y) * scale, width * scale, height * scale).data;
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 100) dark += 1;
      return dark / (data.length / 4);
    }, box);
}

async function axeFaults(): Promise<ReadonlyArray<string>> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}
