/** Comments and suggested changes in a written paper, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { faultsForAxe, newReport, startWorkspace, textOf, writeIn } from '#tests/support/written-paper.ts';

let app: OpenedApp;
let page: Page;
const complaints: string[] = [];
/** A moment longer than the pause after which writing is saved. */
const untilSaved = 1200;

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await startWorkspace(page);
});
afterAll(async () => {
  expect(complaints).toEqual([]);
  await app.close();
});

const comments = () => page.getByRole('list', { name: 'Comments' });
const suggested = () => page.getByRole('list', { name: 'Suggested changes' });

async function chooseWords(words: string): Promise<void> {
  await textOf(page).focus();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(words);
  await page.keyboard.press('Escape');
  await expect.poll(() => textOf(page).evaluate((it) => it === document.activeElement)).toBe(true);
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe(words);
}

async function wordsOfPaper(): Promise<string> {
  return (await textOf(page).innerText()).replaceAll(/\s+/g, ' ');
}

describe('comments', () => {
  test('are on words, answered, resolved and opened again, by keyboard alone', async () => {
    await newReport(page, 'Commented');
    await writeIn(page, 'Background', 'The footbridge costs 40,000 pounds. ');
    await chooseWords('40,000 pounds');
    await page.keyboard.press('Control+Alt+m');
    await page.getByRole('dialog', { name: 'Comment' }).waitFor();
    await page.keyboard.type('Is this with tax?');
    expect(await faultsForAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep comment' }).press('Enter');
    await comments().getByText('Is this with tax?').waitFor();
    await textOf(page).locator('[data-comment]', { hasText: '40,000 pounds' }).waitFor();
    await page.keyboard.press('Control+z');
    await comments().waitFor({ state: 'detached' });
    expect(await wordsOfPaper()).toContain('The footbridge costs 40,000 pounds.');
    await page.keyboard.press('Control+y');
    await textOf(page).locator('[data-comment]', { hasText: '40,000 pounds' }).waitFor();
    await comments().getByRole('button', { name: 'Answer' }).press('Enter');
    await page.keyboard.type('Without.');
    await page.getByRole('button', { name: 'Keep answer' }).press('Enter');
    await comments().getByText('Without.').waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
    await comments().getByRole('button', { name: 'Resolve' }).press('Enter');
    await expect.poll(() => textOf(page).locator('[data-comment]').count()).toBe(0);
    await page.getByRole('switch', { name: 'Show 1 resolved' }).press('Space');
    await comments().getByText('Resolved by Helen Marsh').waitFor();
    await comments().getByRole('button', { name: 'Reopen' }).press('Enter');
    await textOf(page).locator('[data-comment]').waitFor();
  });

  test('lead to their words, stay with them through writing and a restart, and count as no words', async () => {
    await page.waitForTimeout(untilSaved);
    await page.reload();
    await comments().getByText('Without.').waitFor();
    const count = page.getByText(/^\d+ words, about/);
    const before = await count.innerText();
    await chooseWords('The footbridge');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('In all, ');
    await expect.poll(() => textOf(page).locator('[data-comment]').innerText()).toBe('40,000 pounds');
    await expect.poll(() => count.innerText()).not.toBe(before);
    await comments().getByRole('button', { name: '“40,000 pounds”', exact: true }).click();
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('40,000 pounds');
  });

  test('whose words are gone say so, and can be removed', async () => {
    await chooseWords('40,000 pounds');
    await page.keyboard.press('Delete');
    await comments().getByText('On words that are gone: “40,000 pounds”').waitFor();
    await comments().getByRole('button', { name: 'More for the comment on “40,000 pounds”' }).click();
    await page.getByRole('menuitem', { name: 'Remove comment' }).click();
    await comments().waitFor({ state: 'detached' });
  });

  test('are taken back alone, however soon they were made after the words', async () => {
    // The clock stands still from the first word to the comment, as for somebody very quick.
    await page.addInitScript(() => {
      const { now } = Date;
      Date.now = () => {
        const stopped = Number(document.documentElement?.dataset['stoppedAt']);
        return Number.isFinite(stopped) ? stopped : now();
      };
    });
    await page.reload();
    await newReport(page, 'Quickly commented');
    await page.evaluate(() => {
      document.documentElement.dataset['stoppedAt'] = String(Date.now());
    });
    await writeIn(page, 'Background', 'The footbridge costs 40,000 pounds. ');
    await chooseWords('40,000 pounds');
    await page.keyboard.press('Control+Alt+m');
    await page.getByRole('dialog', { name: 'Comment' }).waitFor();
    await page.keyboard.type('Is this with tax?');
    await page.getByRole('button', { name: 'Keep comment' }).press('Enter');
    await comments().getByText('Is this with tax?').waitFor();
    await page.evaluate(() => delete document.documentElement.dataset['stoppedAt']);
    await page.keyboard.press('Control+z');
    await comments().waitFor({ state: 'detached' });
    expect(await wordsOfPaper()).toContain('The footbridge costs 40,000 pounds.');
  });
});

describe('suggested changes', () => {
  test('keep what was there, and show what would come', async () => {
    await newReport(page, 'Suggested');
    await writeIn(page, 'Background', 'The bridge is old. ');
    await page.getByRole('button', { name: 'Suggest changes' }).click();
    expect(await page.getByRole('button', { name: 'Suggest changes' }).getAttribute('aria-pressed')).toBe('true');
    await chooseWords('bridge');
    await page.keyboard.type('footbridge');
    await textOf(page)
      .locator('del', { hasText: /^bridge$/ })
      .waitFor();
    await textOf(page)
      .locator('ins', { hasText: /^footbridge$/ })
      .waitFor();
    await suggested().getByText('would add').waitFor();
    await suggested().getByText('would remove').waitFor();
    expect(await suggested().getByText('Helen Marsh').count()).toBe(2);
    expect(await faultsForAxe(page)).toEqual([]);
  });

  test('what was only suggested goes for good, what was there is struck through letter by letter', async () => {
    await page.keyboard.press('Backspace');
    await expect.poll(() => textOf(page).locator('ins').innerText()).toBe('footbridg');
    await page.keyboard.type('e');
    await chooseWords('old');
    await page.keyboard.press('ArrowRight');
    for (let letter = 0; letter < 3; letter++) await page.keyboard.press('Backspace');
    await expect.poll(() => textOf(page).locator('del').allInnerTexts()).toEqual(['bridge', 'old']);
    expect(await wordsOfPaper()).toContain('is old.');
  });

  test('survive a restart, and are counted in no version of the paper', async () => {
    await page.waitForTimeout(untilSaved);
    await page.reload();
    await expect.poll(() => textOf(page).locator('del').allInnerTexts()).toEqual(['bridge', 'old']);
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.locator('ins', { hasText: 'The bridge is old' }).waitFor();
    expect(await page.locator('ins', { hasText: 'footbridge' }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Text' }).click();
    await textOf(page).waitFor();
  });

  test('are accepted or rejected one by one or together', async () => {
    const of = (words: string) =>
      suggested()
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: words, exact: true }) });
    await of('footbridge').getByRole('button', { name: 'Accept' }).click();
    await of('bridge').getByRole('button', { name: 'Accept' }).click();
    await expect.poll(wordsOfPaper).toContain('The footbridge is old.');
    await of('old').getByRole('button', { name: 'Reject' }).click();
    await suggested().waitFor({ state: 'detached' });
    await expect.poll(() => textOf(page).locator('ins, del').count()).toBe(0);
    expect(await wordsOfPaper()).toContain('The footbridge is old.');

    await page.getByRole('button', { name: 'Suggest changes' }).click();
    await chooseWords('footbridge');
    await page.keyboard.type('viaduct');
    await chooseWords('old');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Reject all' }).click();
    await suggested().waitFor({ state: 'detached' });
    expect(await wordsOfPaper()).toContain('The footbridge is old.');
    await chooseWords('footbridge');
    await page.keyboard.type('viaduct');
    await page.getByRole('button', { name: 'Accept all' }).click();
    await expect.poll(wordsOfPaper).toContain('The viaduct is old.');
  });
});

test('while changes are suggested, words go by no other way either: Enter, Find and replace, the browser’s own deleting', async () => {
  await newReport(page, 'By every way');
  await writeIn(page, 'Background', 'One two three four five. ');
  await page.getByRole('button', { name: 'Suggest changes' }).click();
  const struck = () => textOf(page).locator('del').allInnerTexts();
  await chooseWords('two');
  await page.keyboard.press('Enter');
  await expect.poll(struck).toEqual(['two']);
  await chooseWords('three');
  await page.keyboard.press('ArrowRight');
  for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Shift+Backspace');
  await expect.poll(struck).toEqual(['two', 'three']);
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('four');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('4');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(struck).toEqual(['two', 'three', 'four']);
  expect(await textOf(page).locator('ins').allInnerTexts()).toEqual(['4']);
  await chooseWords('five');
  await page.evaluate(() => document.execCommand('delete'));
  await expect.poll(struck).toEqual(['two', 'three', 'four', 'five']);
  await page.getByRole('button', { name: 'Reject all' }).click();
  await suggested().waitFor({ state: 'detached' });
  expect(await wordsOfPaper()).toMatch(/One two\s+three four five\./);
  await page.getByRole('button', { name: 'Suggest changes' }).click();
});

describe('named versions', () => {
  const versions = () => page.getByRole('button', { pressed: true });

  test('are kept apart from what is written after, found by their name, and compared with any other', async () => {
    await newReport(page, 'Cleared');
    await writeIn(page, 'Background', 'First words. ');
    await page.waitForTimeout(untilSaved);
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Name this version' }).click();
    expect(await faultsForAxe(page)).toEqual([]);
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('As cleared by the Director');
    await page.getByRole('button', { name: 'Keep name' }).click();
    await page.getByRole('heading', { name: 'As cleared by the Director' }).waitFor();

    await page.getByRole('tab', { name: 'Text' }).click();
    await writeIn(page, 'Summary', 'Second words. ');
    await page.waitForTimeout(untilSaved);
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.locator('ins', { hasText: 'Second words' }).waitFor();
    await page.getByRole('switch', { name: 'Named versions only' }).click();
    await page.getByRole('button', { name: /^As cleared by the Director/ }).click();
    expect(await versions().innerText()).toContain('As cleared by the Director');
    await page.locator('ins', { hasText: 'First words' }).waitFor();
    const others = page.getByLabel('Compare with');
    const latest = await others.locator('option').allInnerTexts();
    await others.selectOption({ label: latest.find((words) => !words.includes('Nothing')) ?? '' });
    await page.locator('ins', { hasText: 'Second words' }).waitFor();
    expect(await page.locator('ins', { hasText: 'First words' }).count()).toBe(0);
    expect(await faultsForAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Restore this version' }).click();
    await page.getByText('The earlier version is back.').waitFor();
    await page.getByRole('tab', { name: 'Text' }).click();
    await expect.poll(wordsOfPaper).not.toContain('Second words');
    expect(await wordsOfPaper()).toContain('First words');
  });
});
