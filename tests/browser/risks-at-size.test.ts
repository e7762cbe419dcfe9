/** A register of 2,000 risks, taken in from a spreadsheet as an officer would, and worked in. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';

const count = 2000;
/** Milliseconds: what the customer asks for, and what fails the test on a busy machine. */
const goals = { screen: 200, edit: 50 } as const;
const patience = 8;

let app: OpenedApp;
let page: Page;
let registerPath = '';

function register(): string {
  const cells = ['A-I', 'B-II', 'C-III', 'D-III', 'D-IV', 'E-II', 'F-IV', 'C-II'];
  const lines = Array.from({ length: count }, (_, at) =>
    [
      at + 1,
      `Risk of kind ${at % 97} in place ${at}`,
      `"Something exposes place ${at}, as it has for ${at % 9} years"`,
      `"An event of sort ${at % 31} comes to pass"`,
      `"Harm one; harm two; harm ${at % 7}"`,
      `Category ${at % 12}`,
      `Theme ${at % 25}`,
      `Officer ${at % 60} Surname`,
      cells[at % cells.length],
      `"- Control ${at} a\n- Control ${at} b"`,
      `"- Action ${at} a\n- Action ${at} b\n- Action ${at} c"`,
      at % 3 === 0 ? '30/09/2026' : '30/09/2027',
    ].join(','),
  );
  return `Number,Short name,Vulnerability,Trigger,Consequences,Category,Cluster,Owner,Current,Controls,Actions,Due date\n${lines.join('\n')}\n`;
}

/** From the click until what is waited for is painted, the median of five. */
async function opened(path: string, shows: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await page.evaluate(() => {
      location.hash = '#/help';
    });
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    times.push(
      await page.evaluate(
        async ({ hash, selector }) => {
          const before = performance.now();
          location.hash = hash;
          while (document.querySelector(selector) === null) await new Promise((done) => requestAnimationFrame(done));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - before;
        },
        { hash: path, selector: shows },
      ),
    );
  }
  return times.toSorted((a, b) => a - b)[2] ?? 0;
}

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByRole('link', { name: 'Risks' }).click();
  await page.getByRole('grid').waitFor();
  // A register of its own beside the sample's.
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await page.getByRole('link', { name: 'Import from a spreadsheet' }).click();
  registerPath = (await page.evaluate(() => location.hash)).replace('/import', '');
  await page.locator('input[type=file]').setInputFiles({
    name: 'large.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(register().replaceAll(/^(\d+),/gm, (_, number: string) => `${Number(number) + 100},`)),
  });
  await page.getByRole('heading', { name: 'What would change' }).waitFor();
  await page.getByLabel('Open those that are whole scenarios with an owner').check();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('grid').waitFor({ timeout: 60_000 });
  await page.getByText(`${count + 6} open risks`).waitFor({ timeout: 60_000 });
}, 150_000);

afterAll(async () => app.close());

test('each screen of a register of 2,000 risks opens at once', { timeout: 120_000 }, async () => {
  const found = {
    overview: await opened(registerPath, 'table[role=grid] td'),
    register: await opened(`${registerPath}/register`, 'table[role=grid] tbody tr'),
    reviews: await opened(`${registerPath}/reviews`, 'table tbody tr'),
  };
  for (const [name, time] of Object.entries(found)) {
    console.log(`2,000 risks: ${name} opens in ${Math.round(time)} ms (goal ${goals.screen})`);
    expect(time).toBeLessThan(goals.screen * patience);
  }
});

test(
  'a cell that is edited is painted at once, and the cost does not grow with the register',
  { timeout: 60_000 },
  async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `${registerPath}/register`);
    await page.getByRole('grid').waitFor();
    const times: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      const cell = page
        .getByRole('grid')
        .getByRole('gridcell', { name: time === 0 ? /^Category \d+$/ : `Kind ${time - 1}`, exact: true })
        .first();
      await cell.dblclick();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(`Kind ${time}`);
      const painted = page.evaluate(async (wanted) => {
        const pressed = new Promise<number>((heard) => {
          window.addEventListener('keydown', () => heard(performance.now()), { capture: true, once: true });
        });
        const before = await pressed;
        const shown = () =>
          [...document.querySelectorAll('table[role=grid] td')].some((one) => one.textContent === wanted);
        while (!shown()) await new Promise((done) => setTimeout(done));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - before;
      }, `Kind ${time}`);
      // The listener is there before the key is pressed.
      await page.evaluate(() => undefined);
      await page.keyboard.press('Enter');
      times.push(await painted);
    }
    const median = times.toSorted((a, b) => a - b)[2] ?? 0;
    console.log(`2,000 risks: an edited cell is painted after ${Math.round(median)} ms (goal ${goals.edit})`);
    expect(median).toBeLessThan(goals.edit * patience);
  },
);
