import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';
import { launchBrowser } from '#tests/support/browser.ts';

const folder = path.join(projectRoot, 'node_modules/.cache/ui-kit');
const policy = "default-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; img-src data:";
const html = `<!doctype html><html lang="en-GB"><head><title>Kit</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"></head><body><div id="root"></div>
<script type="module" src="/page.js"></script></body></html>`;

let browser: Browser;
let server: Server;
let address: string;
let axe: string;

beforeAll(async () => {
  await buildPage();
  server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (asked === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html);
      return;
    }
    const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
    readFile(path.join(folder, path.normalize(asked))).then(
      (bytes) => response.writeHead(200, { 'content-type': types[path.extname(asked)] ?? 'font/woff2' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`;
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** As for a release, for in a test React and its friends behave otherwise. */
async function buildPage(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      configFile: false,
      root: projectRoot,
      logLevel: 'error',
      plugins: [react()],
      build: {
        outDir: folder,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        cssCodeSplit: false,
        rolldownOptions: {
          input: fileURLToPath(import.meta.resolve('#tests/ui/ui/kit-page.tsx')),
          output: {
            entryFileNames: 'page.js',
            assetFileNames: ({ names }) =>
              names.some((name) => name.endsWith('.css')) ? 'page.css' : '[name][extname]',
          },
        },
      },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

interface Seen {
  readonly page: Page;
  readonly complaints: string[];
}

async function open(
  width: number,
  height: number,
  text = '100',
  forcedColors: 'active' | 'none' = 'none',
): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width, height }, forcedColors });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${address}?text=${text}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints };
}

async function violations(page: Page): Promise<ReadonlyArray<string>> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

const widths = [
  ['a small laptop', 1280, 640, '100'],
  ['large text', 1366, 768, '200'],
  ['the smallest window', 640, 480, '100'],
  ['400 per cent', 320, 256, '100'],
] as const;

describe('the kit in a browser', () => {
  test.each(widths)('has no fault for axe, and no style the policy forbids, on %s', async (_, width, height, text) => {
    const { page, complaints } = await open(width, height, text);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(widths)('scrolls nothing sideways on %s', async (_, width, height, text) => {
    const { page } = await open(width, height, text);
    const tooWide = await page.evaluate(() =>
      [document.documentElement, document.querySelector('main')].map(
        (element) => (element?.scrollWidth ?? 0) - (element?.clientWidth ?? 0),
      ),
    );
    expect(tooWide).toEqual([0, 0]);
    await page.close();
  });

  test('writes nothing below 12 px and makes nothing to press below 24 px', async () => {
    const { page } = await open(1280, 640);
    const small = await page.evaluate(() => {
      const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.checkVisibility());
      const texts = seen.filter(
        (element) =>
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '') &&
          Number.parseFloat(getComputedStyle(element).fontSize) < 12,
      );
      const targets = seen.filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return element.matches('button, input, select, nav li > a') && width > 1 && (height < 24 || width < 24);
      });
      return [...texts, ...targets].map((element) => element.outerHTML.slice(0, 120));
    });
    expect(small).toEqual([]);
    await page.close();
  });

  test('narrows the navigation to icons that keep their names, and shows a name on focus', async () => {
    const { page } = await open(1000, 700);
    const link = page.getByRole('link', { name: 'Papers', exact: true });
    const navigation = await page.getByRole('navigation', { name: 'Main' }).boundingBox();
    expect(navigation?.width).toBe(56);
    await page.getByRole('link', { name: 'Meetings', exact: true }).first().focus();
    await page.keyboard.press('Tab');
    const label = link.getByText('Papers');
    expect((await label.boundingBox())?.x).toBeGreaterThanOrEqual(48);
    await page.keyboard.press('Escape');
    expect((await label.boundingBox())?.width).toBeLessThanOrEqual(2);
    await page.close();
  });

  test('leads past the navigation with its first key', async () => {
    const { page } = await open(1280, 640);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(new URL(page.url()).hash).toBe('');
    await page.close();
  });

  test('puts rows in order by dragging and by keys', async () => {
    const { page } = await open(1280, 900);
    const rows = page.getByRole('grid', { name: 'Agenda' }).getByRole('row');
    const names = async () => (await rows.allInnerTexts()).map((text) => text.split(/\s/)[0]);
    await rows.nth(0).dragTo(rows.nth(2), { sourcePosition: { x: 20, y: 18 }, targetPosition: { x: 200, y: 34 } });
    await expect.poll(names).toEqual(['Finance', 'Transport', 'Welcome', 'Close']);
    await rows.nth(2).focus();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect.poll(names).toEqual(['Finance', 'Welcome', 'Transport', 'Close']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Welcome');
    await page.close();
  });

  test('gives the focus back from a dialog, which axe also finds in order', async () => {
    const { page } = await open(1280, 640);
    const opener = page.getByRole('button', { name: 'Plan a meeting' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Plan a meeting' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  test('keeps the focus in a long register wherever it is scrolled', async () => {
    const { page } = await open(1280, 640);
    const scroller = page.getByRole('region', { name: 'All actions' });
    await page.getByRole('link', { name: 'Action 3', exact: true }).focus();
    // As when another window comes to the front: the page tells of a lost focus, and keeps it.
    await page.evaluate(() => document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    // Rows are measured as they are drawn, so the end moves on while one scrolls to it.
    await expect
      .poll(
        async () => {
          await scroller.evaluate((element) => {
            element.scrollTop = element.scrollHeight;
          });
          return page.getByRole('row', { name: 'Action 1999' }).count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    expect(await page.getByRole('row', { name: 'Action 1999' }).getAttribute('aria-rowindex')).toBe('2001');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Action 3');
    expect(await page.getByRole('row').count()).toBeLessThan(120);
    await page.close();
  });

  test('shows what is chosen without colours of its own', async () => {
    const { page } = await open(1280, 640, '100', 'active');
    const current = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' });
    const other = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' });
    const border = (element: Element): string => getComputedStyle(element).borderInlineStartWidth;
    expect(await current.evaluate(border)).not.toBe(await other.evaluate(border));
    await page.close();
  });

  test('prints the page without its frame', async () => {
    const { page } = await open(1280, 640);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    await page.close();
  });
});
