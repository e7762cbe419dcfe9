/** Packs made of what the app really feeds them: pages printed by the browser, with tags, outline and links. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { makePdf } from '#tests/support/pdf-maker.ts';
import { bookmarksIn, linksIn, packOf, pageTexts, partOf, read } from '#tests/unit/pdf/packing.ts';

let browser: Browser;
let agenda: Uint8Array;
let report: Uint8Array;

const agendaPage = `<!doctype html><html lang="en-GB"><title>Agenda</title><body><h1>Agenda</h1>
  <ol><li><a href="https://pack.invalid/item/report">Report on reviews</a></li>
  <li>Second <a href="https://pack.invalid/item/gone">paper</a><ul><li>Beneath it</li></ul></li></ol>
  <p><a href="https://example.org/">Elsewhere</a></p></body></html>`;

const reportPage = `<!doctype html><html lang="cy"><title>Report</title><body><h1>Purpose</h1><p>Text</p>
  <table><tr><th id="m">Measure</th><th>Now</th></tr><tr><td headers="m">Reviews</td><td>12</td></tr></table>
  <h2 style="break-before: page">Options</h2><p><a href="https://pack.invalid/agenda">Agenda</a> <a href="#top">Top</a></p>
  <h1 id="end">Recommendations</h1></body></html>`;

beforeAll(async () => {
  browser = await launchBrowser();
  const page = await browser.newPage();
  const print = async (html: string): Promise<Uint8Array> => {
    await page.setContent(html);
    return page.pdf({ format: 'A4', tagged: true, outline: true });
  };
  agenda = await print(agendaPage);
  report = await print(reportPage);
});

afterAll(() => browser?.close());

const packed = async (): Promise<Uint8Array> => {
  const { bytes } = await packOf([
    partOf('agenda', agenda, { ownPages: true, title: 'Agenda' }),
    partOf('scan', makePdf({ pages: [{}] })),
    partOf('report', report, { ownPages: true, title: 'Report on reviews' }),
  ]);
  return bytes;
};

it('are seen to be tagged, with text, on A4', () => {
  expect(inspectPdf(report, nodeCodec)).toMatchObject({
    ok: true,
    value: {
      pages: 2,
      tagged: true,
      hasText: true,
      scannedPages: [],
      repaired: false,
      pageSizes: [{ paper: 'A4' }, {}],
    },
  });
});

it('link from the agenda to the papers and back, with words for those who cannot see', async () => {
  const links = await linksIn(await packed());
  expect(links).toEqual(
    expect.arrayContaining([
      { page: 1, to: 3, words: 'Report on reviews' },
      { page: 1, to: 'https://example.org/', words: 'https://example.org/' },
      { page: 4, to: 1, words: 'Agenda' },
    ]),
  );
  expect(links.filter(({ to }) => typeof to === 'string' && to.includes('pack.invalid'))).toEqual([]);
});

it('keep their headings as bookmarks beneath their own', async () => {
  const bookmarks = await bookmarksIn(await packed());
  expect(bookmarks.map(({ title, page }) => [title, page])).toEqual([
    ['Agenda (page 1)', 1],
    ['Paper scan (page 2)', 2],
    ['Report on reviews (page 3)', 3],
  ]);
  const below = bookmarks[2]!.items;
  expect(below.map(({ title, page }) => [title, page])).toEqual([
    ['Purpose (page 3)', 3],
    ['Recommendations (page 4)', 4],
  ]);
  expect(below[0]!.items.map(({ title, page }) => [title, page])).toEqual([['Options (page 4)', 4]]);
});

it('bear their numbers and their text', async () => {
  const texts = await pageTexts(await packed());
  expect(texts.map((text) => /Page (\d+)/.exec(text)?.[1])).toEqual(['1', '2', '3', '4']);
  expect(texts[3]).toContain('Recommendations');
});

it('keep their tags, page by page, lists mended', async () => {
  const bytes = await packed();
  const trees = await read(bytes, async (pdf) => {
    const seen: string[] = [];
    for (let page = 1; page <= pdf.numPages; page++)
      seen.push(JSON.stringify(await (await pdf.getPage(page)).getStructTree()));
    return seen;
  });
  expect(trees[0]).toMatch(/"role":"LBody"/);
  expect(trees[0]).toMatch(/"role":"H1"/);
  expect(trees[2]).toMatch(/"role":"Table".*"role":"TH"/);
  expect(trees[3]).toMatch(/"role":"H2"/);
  expect(trees[3]).not.toMatch(/"role":"Table"/);
});
