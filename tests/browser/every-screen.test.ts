/** Every screen of the sample: judged by axe, at every size an officer's laptop has, by keyboard, and in high contrast. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';

let app: OpenedApp;
const violations: string[] = [];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: ReadonlyArray<{ readonly id: string; readonly nodes: ReadonlyArray<{ readonly html: string }> }>;
}

async function axeFindings(page: Page): Promise<ReadonlyArray<string>> {
  await page.evaluate(axe);
  // What the component library has just read out lingers for seconds in a region nobody sees, naming what is gone by then.
  const result = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(where: object): Promise<AxeResult> } };
    return axe.run({ exclude: [['[data-live-announcer]']] });
  });
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

async function goTo(page: Page, place: string): Promise<void> {
  // What the pointer happens to rest on would show its tooltip.
  await page.mouse.move(0, 0);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForTimeout(600);
}

async function firstPlace(page: Page, list: string, name: RegExp): Promise<string> {
  await goTo(page, list);
  const link = page.getByRole('main').getByRole('link', { name }).first();
  await link.waitFor();
  return (await link.getAttribute('href'))?.slice(1) ?? '';
}

/** Issues the sample's pack, once, and finds it. */
async function issuedPlace(page: Page): Promise<string> {
  const meeting = await firstPlace(page, '/meetings', /^Partnership Board/);
  await goTo(page, `${meeting}/pack`);
  const issued = page.getByRole('list', { name: 'Issued packs' }).getByRole('link').first();
  if ((await issued.count()) === 0) {
    await goTo(page, `${meeting}/check/public`);
    const uncleared = page.getByRole('button', { name: /^Mark as cleared/ });
    for (let left = await uncleared.count(); left > 0; left = await uncleared.count()) {
      await uncleared.first().click();
      await expect.poll(() => uncleared.count()).toBeLessThan(left);
    }
    await page.getByRole('button', { name: 'Issue pack' }).click({ timeout: 60_000 });
    await page.getByRole('alertdialog').getByRole('button', { name: 'Issue pack' }).click();
    await page.getByRole('heading', { name: /^Issue 1/, level: 1 }).waitFor({ timeout: 60_000 });
    await goTo(page, `${meeting}/pack`);
  }
  return (await issued.getAttribute('href'))?.slice(1) ?? '';
}

/** A page of the sample's risk register, by the link that leads there from the overview. */
async function riskPlace(page: Page, name: RegExp): Promise<string> {
  await goTo(page, '/risks');
  const link = page.getByRole('link', { name }).first();
  await link.waitFor();
  return (await link.getAttribute('href'))?.slice(1) ?? '';
}

const places: [name: string, find: (page: Page) => Promise<string>][] = [
  ['Today', async () => '/'],
  ['Meetings', async () => '/meetings'],
  ['a meeting', (page) => firstPlace(page, '/meetings', /^Partnership Board/)],
  ['its pack', async (page) => `${await firstPlace(page, '/meetings', /^Partnership Board/)}/pack`],
  [
    'the check before issue',
    async (page) => `${await firstPlace(page, '/meetings', /^Partnership Board/)}/check/public`,
  ],
  ['a pack as issued', issuedPlace],
  ['its pack once issued', async (page) => (await issuedPlace(page)).replace(/issued\/.*/, 'pack')],
  ['Papers', async () => '/papers'],
  ['the forward plan', async () => '/papers/forward-plan'],
  ['lateness per author', async () => '/papers/lateness'],
  ['a written paper', (page) => firstPlace(page, '/papers', /Rural transport pilot/)],
  ['a paper that came as a file', (page) => firstPlace(page, '/papers', /Routes, timetable and cost/)],
  ['the overview of risks', async () => '/risks'],
  ['the risk register', (page) => riskPlace(page, /^Register$/)],
  ['importing a register', async (page) => (await riskPlace(page, /^Register$/)).replace(/register$/, 'import')],
  ['the reviews of risks', (page) => riskPlace(page, /^Reviews$/)],
  ['the risk report', (page) => riskPlace(page, /^Report$/)],
  ['a workshop', (page) => riskPlace(page, /^Workshop$/)],
  ['the annual assessment', (page) => riskPlace(page, /^Annual assessment$/)],
  ['the rating scheme', (page) => riskPlace(page, /^Scheme$/)],
  ['about the register', (page) => riskPlace(page, /^About$/)],
  ['a risk', (page) => riskPlace(page, /^Bus operator/)],
  ['a review of risks at work', (page) => riskPlace(page, /^Continue review$/)],
  ['checking a review', async (page) => `${await riskPlace(page, /^Continue review$/)}/check`],
  ['a frozen review', async (page) => firstPlace(page, await riskPlace(page, /^Reviews$/), /Q\d$/)],
  ['what changed between reviews', async (page) => firstPlace(page, await riskPlace(page, /^Reviews$/), /^Compare$/)],
  ['Partners and bodies', async () => '/partners'],
  ['a body', (page) => firstPlace(page, '/partners', /^Partnership Board/)],
  ['Share and receive', async () => '/share'],
  ['History', async () => '/history'],
  ['Settings and backup', async () => '/settings'],
  ['Help', async () => '/help'],
];

beforeAll(async () => {
  app = await openApp();
  app.page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
  });
  app.page.on('pageerror', (fault) => violations.push(fault.message));
});
afterAll(() => app.close());

test('the first run has no fault that axe can find', async () => {
  await app.page.getByRole('button', { name: 'Try the sample' }).waitFor();
  expect(await axeFindings(app.page)).toEqual([]);
  await app.page.getByRole('button', { name: 'Try the sample' }).click();
  await app.page.getByText('Sample: nothing here is real').waitFor();
});

describe.each(places)('%s', (_name, find) => {
  test('has no fault that axe can find', async () => {
    await goTo(app.page, await find(app.page));
    expect(await axeFindings(app.page)).toEqual([]);
  });

  test.each([
    { width: 1366, height: 768, text: '100' },
    { width: 1280, height: 640, text: '100' },
    { width: 1366, height: 768, text: '200' },
    { width: 640, height: 480, text: '100' },
  ])('does not scroll sideways at $width x $height with text at $text %', async ({ width, height, text }) => {
    const { page } = app;
    await page.setViewportSize({ width, height });
    await page.evaluate((size) => {
      document.documentElement.dataset['textSize'] = size;
    }, text);
    await page.waitForTimeout(250);
    const over = await page.evaluate(() => {
      const main = document.querySelector('#main');
      return Math.max(
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
      );
    });
    await page.evaluate(() => {
      document.documentElement.dataset['textSize'] = '100';
    });
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(over).toBeLessThanOrEqual(0);
  });
});

test('the menu of an agenda item has no fault that axe can find', async () => {
  const { page } = app;
  await goTo(page, await firstPlace(page, '/meetings', /^Partnership Board/));
  await page
    .getByRole('row', { name: /Rural transport pilot/ })
    .getByRole('button')
    .last()
    .click();
  await page.getByRole('menuitem').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('the command palette has no fault that axe can find, and goes where it is told', async () => {
  const { page } = app;
  await goTo(page, '/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type('Strategic risks');
  await page.getByRole('menuitem', { name: /Strategic risks.*Paper/ }).waitFor();
  await page.keyboard.press('Escape');
});

test('nothing on any screen broke the content policy or threw a fault', () => {
  expect(violations).toEqual([]);
});
