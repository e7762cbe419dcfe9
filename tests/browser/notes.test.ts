/** A reader's notes on a pack, in a real browser: they stay with their words, whatever becomes of the pages. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { read } from '#tests/unit/pdf/packing.ts';

let app: OpenedApp;
let page: Page;
let packHome = '';

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByText('Sample: nothing here is real').waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
  await page
    .getByRole('link', { name: /^Partnership Board/ })
    .first()
    .click();
  await build();
  packHome = page.url();
});
afterAll(() => app.close());

async function build(): Promise<void> {
  await page.getByRole('button', { name: 'Build pack' }).click();
  await page.getByRole('progressbar', { name: 'Building the pack' }).waitFor();
  await page.getByRole('progressbar', { name: 'Building the pack' }).waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByRole('group', { name: 'Pages' }).waitFor();
}

async function turnTo(number: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Page', exact: true });
  await field.fill(number);
  await field.press('Enter');
  await page
    .getByRole('group', { name: `Page ${number}`, exact: true })
    .locator('span', { hasText: /\w/ })
    .first()
    .waitFor();
}

/** Selects words on a page as a mouse would. */
async function select(number: string, words: string): Promise<void> {
  const place = page
    .getByRole('group', { name: `Page ${number}`, exact: true })
    .locator('span', { hasText: words })
    .last();
  await place.waitFor();
  await place.evaluate((span) => {
    const range = document.createRange();
    range.selectNodeContents(span);
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  });
}

const notes = () => page.getByRole('list', { name: 'Notes on these pages' });
const drawn = () => page.evaluate(() => [...(CSS.highlights.get('pdf-note') ?? [])].map(String));

test('words are noted, for oneself or for all, and are there again tomorrow', async () => {
  await turnTo('6');
  await select('6', 'Reason for the late action');
  await page.getByRole('button', { name: 'Add note' }).click();
  const form = page.getByRole('form', { name: 'New note' });
  await form.getByText('On page 6').waitFor();
  await form.getByLabel('Note', { exact: true }).fill('Ask Mo about this');
  await form.getByRole('button', { name: 'Keep note' }).click();
  await notes().locator('p', { hasText: 'Ask Mo about this' }).waitFor();
  await expect.poll(drawn).toEqual(['Reason for the late action']);

  await select('6', 'Timetable and next steps');
  await page.getByRole('button', { name: 'Add note' }).click();
  await form.getByLabel('Note', { exact: true }).fill('For everybody');
  await form.getByText('For me alone: it never leaves this laptop').click();
  await form.getByRole('button', { name: 'Keep note' }).click();
  await notes().locator('p', { hasText: 'For everybody' }).waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'Notes: 2' }).click();
  await notes().locator('p', { hasText: 'Ask Mo about this' }).waitFor();
  // and the pack opens where it was left
  expect(await page.getByRole('textbox', { name: 'Page', exact: true }).inputValue()).toBe('6');
});

test('a private note is in no save', async () => {
  const found = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const seen: string[] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('not opened'));
      });
      if (database.objectStoreNames.contains('saves')) {
        const saves = await new Promise<unknown[]>((resolve, reject) => {
          const asked = database.transaction('saves').objectStore('saves').getAll();
          asked.onsuccess = () => resolve(asked.result as unknown[]);
          asked.onerror = () => reject(asked.error ?? new Error('not read'));
        });
        seen.push(JSON.stringify(saves));
      }
      database.close();
    }
    return { shared: seen.join('').includes('For everybody'), own: seen.join('').includes('Ask Mo about this') };
  });
  expect(found).toEqual({ shared: true, own: false });
});

test('notes go with their words into a new version, and are listed where those are gone', async () => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await page.getByRole('link', { name: 'Action log', exact: true }).first().click();
  const text = page.getByRole('textbox', { name: 'Text of the paper' });
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+h');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('Timetable and next steps');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('What comes after');
  await page.getByRole('search', { name: 'Find and replace' }).getByText('1 of 1').waitFor();
  await page.getByRole('button', { name: 'Replace all' }).click();
  await page.getByText('1 replaced').waitFor();
  await page.waitForTimeout(1500);
  await page.goto(packHome);
  await build();
  await page.getByRole('button', { name: 'Notes: 2' }).click();
  await notes().locator('p', { hasText: 'Ask Mo about this' }).waitFor();
  const unplaced = page.getByRole('list', { name: 'Unplaced' });
  await unplaced.locator('p', { hasText: 'For everybody' }).waitFor();
  await unplaced.locator('blockquote', { hasText: 'Timetable and next steps' }).waitFor();
  expect(await notes().locator('p', { hasText: 'For everybody' }).count()).toBe(0);

  await turnTo('6');
  await select('6', 'What comes after');
  await unplaced.getByRole('button', { name: /^Place here/ }).click();
  await notes().locator('p', { hasText: 'For everybody' }).waitFor();
});

test('notes are edited, removed and brought back, and axe finds no fault', async () => {
  await notes().getByRole('button', { name: 'Edit For everybody' }).click();
  await notes().getByRole('textbox', { name: 'Note' }).fill('For all of you');
  await notes().getByRole('button', { name: 'Keep note' }).click();
  await notes().locator('p', { hasText: 'For all of you' }).waitFor();
  await notes().getByRole('button', { name: 'Remove For all of you' }).click();
  await expect.poll(() => notes().getByRole('listitem').count()).toBe(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await notes().locator('p', { hasText: 'For all of you' }).waitFor();
  await notes().getByRole('button', { name: 'Remove Ask Mo about this' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Remove your private note?' });
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => notes().getByRole('listitem').count()).toBe(2);
  const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const { axe: checks } = window as unknown as {
      axe: { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checks.run({ include: [['main']] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(faults).toEqual([]);
});

test('a copy with notes holds the shared ones as comments, and private ones only where that is wished', async () => {
  const copy = async (isPrivateToo: boolean): Promise<ReadonlyArray<string>> => {
    await page.getByRole('button', { name: 'Save a copy with notes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save a copy with notes' });
    if (isPrivateToo) await dialog.getByText(/^With my private notes too/).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save the copy' }).click(),
    ]);
    const bytes = new Uint8Array(await readFile(await download.path()));
    return read(bytes, async (pdf) => {
      const told: string[] = [];
      for (let at = 1; at <= pdf.numPages; at++) {
        const found = await (await pdf.getPage(at)).getAnnotations();
        for (const one of found as ReadonlyArray<{ subtype: string; contentsObj?: { str: string } }>) {
          if (one.subtype === 'Highlight') told.push(`${at} ${one.contentsObj?.str ?? ''}`);
        }
      }
      return told;
    });
  };
  expect(await copy(false)).toEqual(['6 For all of you']);
  expect((await copy(true)).toSorted()).toEqual(['6 Ask Mo about this', '6 For all of you']);
});

test('small pages lead to large ones', async () => {
  await page.getByRole('button', { name: 'Small pages' }).click();
  const small = page.getByRole('list', { name: 'Pages, small' });
  await small.getByRole('button', { name: 'Page 6' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('textbox', { name: 'Page', exact: true }).inputValue()).toBe('7');
  await expect.poll(() => small.locator('canvas').count()).toBeGreaterThan(3);
});

test('one paper is printed by itself', async () => {
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Print/ });
  await dialog.getByText('One item or paper').click();
  await dialog.getByRole('combobox', { name: 'Item or paper' }).selectOption({ label: '4 Action log' });
  await dialog.getByText('This takes 2 sheets of paper, or 1 printed on both sides.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});
