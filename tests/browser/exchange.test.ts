/** Two officers, each with a laptop of their own, agree by files alone: in a real browser, by what stands on the screen. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { faultsForAxe, startWorkspace } from '#tests/support/written-paper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-exchange-'));
const passphrase = 'six ponies cross the fell';
let helen: OpenedApp;
let priya: OpenedApp;
const complaints: string[] = [];

async function opened(): Promise<OpenedApp> {
  const app = await openApp();
  app.page.on('pageerror', (fault) => complaints.push(fault.message));
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await app.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    // The officer's choice of a folder: a real one of the browser's, in place of one on the disk.
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Board share', { create: true }),
    });
  });
  await app.page.reload();
  return app;
}

beforeAll(async () => {
  [helen, priya] = [await opened(), await opened()];
  await startWorkspace(helen.page);
});
afterAll(async () => {
  expect(complaints).toEqual([]);
  await helen.close();
  await priya.close();
  rmSync(folder, { recursive: true, force: true });
});

async function goToShare(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Share and receive' }).click();
  await page.getByRole('heading', { name: 'Share and receive', level: 1 }).waitFor();
}

let count = 0;

async function bundleFrom(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make a bundle' }).click(),
  ]);
  count += 1;
  const file = path.join(folder, `${count}.packhorse`);
  writeFileSync(file, readFileSync(await download.path()));
  await page
    .getByText(/^Saved .*\.packhorse: /)
    .first()
    .waitFor();
  return file;
}

async function choose(page: Page, button: string, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}

async function addBody(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners and bodies' }).click();
  await page.getByRole('button', { name: 'Add body' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add body' }).click();
  await page.getByRole('heading', { name }).first().waitFor();
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners and bodies' }).click();
  await page.getByRole('link', { name: from, exact: true }).click();
  await page.getByRole('tab', { name: 'Name and purpose' }).click();
  await page.getByLabel('Name', { exact: true }).fill(to);
  await page.keyboard.press('Tab');
  await page.getByRole('heading', { name: to, level: 1 }).waitFor();
}

test('an invitation asks for a passphrase both times, and is opened by it alone', async () => {
  await addBody(helen.page, 'Partnership Board');
  await goToShare(helen.page);
  expect(await faultsForAxe(helen.page)).toEqual([]);
  await helen.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await helen.page.getByLabel('Repeat passphrase').fill('six ponies');
  await helen.page.getByRole('button', { name: 'Make a bundle' }).click();
  await helen.page.getByText('The two are not the same').waitFor();
  await helen.page.getByLabel('Repeat passphrase').fill(passphrase);
  const file = await bundleFrom(helen.page);

  await choose(priya.page, 'Join with a bundle', file);
  const dialog = priya.page.getByRole('dialog', { name: 'Join with a bundle' });
  await dialog.getByLabel('Your name').fill('Priya Shah');
  await dialog.getByLabel('Your role').fill('Partnership manager');
  await dialog.getByLabel('Passphrase').fill('something else altogether');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByText('The passphrase is not the one').waitFor();
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByText(/from Helen Marsh/).waitFor();
  const wordsOf = (page: Page) =>
    page.getByRole('list', { name: 'Safety words' }).first().getByRole('listitem').allInnerTexts();
  expect(await wordsOf(priya.page)).toEqual(await wordsOf(helen.page));
  expect(await faultsForAxe(priya.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'The words are the same: join' }).click();
  await priya.page.getByRole('navigation', { name: 'Main' }).waitFor();
  await priya.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners and bodies' }).click();
  await priya.page.getByRole('link', { name: 'Partnership Board', exact: true }).waitFor();
});

test('a laptop not met before is stopped until its words are compared, and what comes is seen before it is taken', async () => {
  await addBody(priya.page, 'Health Panel');
  await goToShare(priya.page);
  const file = await bundleFrom(priya.page);
  await goToShare(helen.page);
  await choose(helen.page, 'Open a bundle', file);
  await helen.page.getByText('A laptop you have not met: that of Priya Shah').waitFor();
  expect(await faultsForAxe(helen.page)).toEqual([]);
  await helen.page.getByRole('button', { name: 'The words are the same' }).click();
  const changes = helen.page.getByRole('list', { name: 'What will change' });
  await changes.getByText('Health Panel', { exact: true }).waitFor();
  await helen.page.getByText('Nothing has changed yet.').waitFor();
  expect(await faultsForAxe(helen.page)).toEqual([]);
  await helen.page.getByRole('button', { name: 'Apply changes' }).click();
  await helen.page
    .getByText(/^Applied \d+ change/)
    .first()
    .waitFor();
  await helen.page.getByRole('list', { name: 'Received' }).getByText('Priya Shah').first().waitFor();
  await helen.page.getByText('Words compared').waitFor();
});

test('the same bundle again is nothing new', async () => {
  await choose(helen.page, 'Open a bundle', path.join(folder, '2.packhorse'));
  await helen.page.getByText('Nothing new in this bundle').waitFor();
  await helen.page.getByRole('button', { name: 'Not now' }).click();
});

test('what is missing is asked for by a small file, which tells what its author lacks', async () => {
  const [download] = await Promise.all([
    priya.page.waitForEvent('download'),
    priya.page.getByRole('button', { name: 'Ask for what is missing' }).click(),
  ]);
  const file = path.join(folder, 'request.packhorse');
  writeFileSync(file, readFileSync(await download.path()));
  await choose(helen.page, 'Open a bundle', file);
  await helen.page.getByText('What Priya Shah lacks is known now').waitFor();
  await helen.page.getByRole('button', { name: 'Not now' }).click();
  await helen.page.getByText('Holds everything you have').waitFor();
});

test('whoever opens a request answers it with one press', async () => {
  await addBody(helen.page, 'Rivers Panel');
  await goToShare(priya.page);
  const [asked] = await Promise.all([
    priya.page.waitForEvent('download'),
    priya.page.getByRole('button', { name: 'Ask for what is missing' }).click(),
  ]);
  const request = path.join(folder, 'request-2.packhorse');
  writeFileSync(request, readFileSync(await asked.path()));
  await goToShare(helen.page);
  await choose(helen.page, 'Open a bundle', request);
  const [answered] = await Promise.all([
    helen.page.waitForEvent('download'),
    helen.page.getByRole('button', { name: /^Send Priya Shah what is missing there: \d+ change/ }).click(),
  ]);
  const answer = path.join(folder, 'answer.packhorse');
  writeFileSync(answer, readFileSync(await answered.path()));
  await choose(priya.page, 'Open a bundle', answer);
  await priya.page.getByRole('list', { name: 'What will change' }).getByText('Rivers Panel', { exact: true }).waitFor();
  await priya.page.getByRole('button', { name: 'Apply changes' }).click();
  await priya.page
    .getByText(/^Applied \d+ change/)
    .first()
    .waitFor();
});

test('what both changed is shown side by side, decided once, and stands on both laptops', async () => {
  await rename(helen.page, 'Partnership Board', 'Westmere Board');
  await rename(priya.page, 'Partnership Board', 'Partnership Council');
  await goToShare(priya.page);
  const file = await bundleFrom(priya.page);
  await goToShare(helen.page);
  await choose(helen.page, 'Open a bundle', file);
  await helen.page.getByText('To decide: both of you changed it').waitFor();
  await helen.page.getByRole('button', { name: 'Apply changes' }).click();
  const decisions = helen.page.getByRole('list', { name: 'Decisions to make' });
  await decisions.getByRole('button', { name: /^Keep yours/ }).waitFor();
  expect(await faultsForAxe(helen.page)).toEqual([]);

  // Whoever comes to the record by another way is told there, and by keyboard led to where it is decided.
  const main = helen.page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Partners and bodies' }).click();
  await helen.page.getByRole('link', { name: /^(Westmere Board|Partnership Council)$/ }).click();
  await helen.page.getByText('Something here is to be decided').waitFor();
  await helen.page.getByText(/: two people wrote different things under Name$/).waitFor();
  expect(await faultsForAxe(helen.page)).toEqual([]);
  await main.getByRole('link', { name: 'Today' }).click();
  await helen.page.getByText('Two people wrote different things', { exact: true }).waitFor();
  await helen.page.getByText('Something here is to be decided').waitFor({ state: 'detached' });
  await helen.page.goBack();
  await helen.page.getByRole('link', { name: 'Decide', exact: true }).focus();
  await helen.page.keyboard.press('Enter');
  await decisions.waitFor();
  await decisions.getByRole('button', { name: /^Write my own/ }).click();
  await decisions.getByRole('textbox', { name: 'Name' }).fill('Westmere Partnership Council');
  await decisions.getByRole('button', { name: 'Keep this' }).click();
  await decisions.waitFor({ state: 'detached' });
  expect(await helen.page.evaluate(() => document.activeElement?.id)).toBe('main');
  await main.getByRole('link', { name: 'Partners and bodies' }).click();
  await helen.page.getByRole('link', { name: 'Westmere Partnership Council', exact: true }).click();
  await helen.page.getByRole('heading', { name: 'Westmere Partnership Council', level: 1 }).waitFor();
  await helen.page.getByText('Something here is to be decided').waitFor({ state: 'detached' });
  await goToShare(helen.page);

  const back = await bundleFrom(helen.page);
  await choose(priya.page, 'Open a bundle', back);
  await priya.page.getByRole('button', { name: 'Apply changes' }).click();
  await priya.page
    .getByText(/^Applied \d+ change/)
    .first()
    .waitFor();
  expect(await priya.page.getByRole('list', { name: 'Decisions to make' }).count()).toBe(0);
  for (const { page } of [helen, priya]) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners and bodies' }).click();
    await page.getByRole('link', { name: 'Westmere Partnership Council', exact: true }).waitFor();
  }
});

test('what both changed can be decided before it is taken in, and is not asked about again', async () => {
  await rename(helen.page, 'Westmere Partnership Council', 'Council for Westmere');
  await rename(priya.page, 'Westmere Partnership Council', 'Westmere Council of Partners');
  await goToShare(priya.page);
  const file = await bundleFrom(priya.page);
  await goToShare(helen.page);
  await choose(helen.page, 'Open a bundle', file);
  const here = helen.page.getByRole('list', { name: 'Decide now or later' });
  await here.getByRole('button', { name: /^Keep yours/ }).waitFor();
  await helen.page.locator('summary').first().click();
  expect(await faultsForAxe(helen.page)).toEqual([]);
  // By keyboard alone: the focus stays with what is being decided.
  const focused = () => helen.page.evaluate(() => document.activeElement?.textContent ?? '');
  await here.getByRole('button', { name: /^Write my own/ }).focus();
  await helen.page.keyboard.press('Enter');
  await here.getByRole('textbox', { name: 'Name' }).waitFor();
  await here.getByRole('button', { name: 'Cancel' }).focus();
  await helen.page.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/^Write my own/);
  await here.getByRole('button', { name: /^Keep yours/ }).focus();
  await helen.page.keyboard.press('Enter');
  await here.getByText('Council for Westmere').first().waitFor();
  await expect.poll(focused).toMatch(/^Choose again/);
  await helen.page.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/^Keep yours/);
  await here.getByRole('button', { name: /^Keep theirs/ }).click();
  await here.getByText('Westmere Council of Partners').first().waitFor();
  await helen.page.getByRole('button', { name: 'Apply changes' }).click();
  await helen.page
    .getByText(/^Applied \d+ change/)
    .first()
    .waitFor();
  expect(await helen.page.getByRole('list', { name: 'Decisions to make' }).count()).toBe(0);
  await helen.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners and bodies' }).click();
  await helen.page.getByRole('link', { name: 'Westmere Council of Partners', exact: true }).waitFor();
});

test('History says who signed each change, and the whole of it can be checked again', async () => {
  const { page } = helen;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'History' }).click();
  await page.getByText('Verified: signed by the laptop of Priya Shah').first().waitFor();
  await page.getByText('On this laptop, not handed on yet').first().waitFor();
  await page.getByRole('button', { name: 'Check the whole history' }).click();
  await page.getByText('The history is whole, and as it was signed').waitFor();
  expect(await faultsForAxe(page)).toEqual([]);
});

test('a whole import is undone', async () => {
  await addBody(priya.page, 'Transport Forum');
  await goToShare(priya.page);
  const file = await bundleFrom(priya.page);
  await goToShare(helen.page);
  await choose(helen.page, 'Open a bundle', file);
  const received = helen.page.getByRole('list', { name: 'Received' }).getByRole('button', { name: /^Undo import/ });
  const apply = helen.page.getByRole('button', { name: 'Apply changes' });
  await apply.waitFor();
  await received.first().waitFor();
  const before = await received.count();
  await apply.click();
  await helen.page
    .getByText(/^Applied \d+ change/)
    .first()
    .waitFor();
  await expect.poll(() => received.count()).toBe(before + 1);
  await received.first().click();
  await helen.page.getByText('The whole import is undone.').waitFor();
  await helen.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners and bodies' }).click();
  await helen.page.getByRole('link', { name: 'Health Panel', exact: true }).waitFor();
  expect(await helen.page.getByRole('link', { name: 'Transport Forum', exact: true }).count()).toBe(0);
});

test('a shared folder gives what others put there, and takes what is new here', async () => {
  const inFolder = (page: Page) =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Board share', { create: true });
      const files: Array<{ readonly name: string; readonly bytes: number[] }> = [];
      for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
        files.push({ name: handle.name, bytes: [...new Uint8Array(await (await handle.getFile()).arrayBuffer())] });
      }
      return files;
    });
  for (const { page } of [helen, priya]) {
    await goToShare(page);
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await page.getByRole('button', { name: /^Put .* there$/ }).waitFor();
  }
  await addBody(priya.page, 'Youth Council');
  await goToShare(priya.page);
  await priya.page.getByRole('button', { name: /^Put \d+ change/ }).click();
  await priya.page.getByText(/^Put \d+ changes? into “Board share”/).waitFor();
  const [put, ...more] = await inFolder(priya.page);
  if (put === undefined) throw new Error('nothing was put there');
  expect(more).toEqual([]);

  // What a sync program does: the file, and beside it a half-copied one and a conflict copy.
  await helen.page.evaluate(async ({ name, bytes }) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Board share', { create: true });
    for (const [as, content] of [
      [name, bytes],
      [`~syncthing~${name}.tmp`, bytes.slice(0, 100)],
      [name.replace('.packhorse', '.sync-conflict-20261126-101010-ABCDEFG.packhorse'), bytes],
      [name.replace(/^[^.]+/, 'another-laptop'), []],
    ] as const) {
      const stream = await (await folder.getFileHandle(as, { create: true })).createWritable();
      await stream.write(Uint8Array.from(content));
      await stream.close();
    }
  }, put);
  await goToShare(helen.page);
  await helen.page.reload();
  const offered = helen.page.getByRole('list', { name: 'In the shared folder' }).getByRole('listitem');
  await offered.first().waitFor();
  expect(await offered.count()).toBe(1);
  expect(await offered.first().innerText()).toContain('Priya Shah');
  expect(await faultsForAxe(helen.page)).toEqual([]);
  await offered
    .first()
    .getByRole('button', { name: /^Look through/ })
    .click();
  await helen.page
    .getByRole('list', { name: 'What will change' })
    .getByText('Youth Council', { exact: true })
    .waitFor();
  await helen.page.getByRole('button', { name: 'Apply changes' }).click();
  await helen.page
    .getByText(/^Applied \d+ change/)
    .first()
    .waitFor();
  await offered.first().waitFor({ state: 'detached' });
  // Nobody's file is touched but one's own.
  expect((await inFolder(helen.page)).map(({ name }) => name)).toContain(put.name);
});

test('a damaged file, and one that is none, are refused in words', async () => {
  const whole = readFileSync(path.join(folder, '2.packhorse'));
  const cut = path.join(folder, 'cut.packhorse');
  writeFileSync(cut, whole.subarray(0, whole.length - 40));
  const other = path.join(folder, 'other.packhorse');
  writeFileSync(other, 'hello');
  await goToShare(helen.page);
  await choose(helen.page, 'Open a bundle', cut);
  await helen.page.getByText('The file is damaged').waitFor();
  await choose(helen.page, 'Open a bundle', other);
  await helen.page.getByText('This is not a Packhorse bundle').waitFor();
});

test('a backup is made, proved by a rehearsal, and restored on a new laptop', async () => {
  const { page } = helen;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings and backup' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat passphrase').fill(passphrase);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Back up now' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\d{4}-\d\d-\d\d\.packhorse-backup$/);
  const file = path.join(folder, 'kept.packhorse-backup');
  writeFileSync(file, readFileSync(await download.path()));
  await page.getByText(/^Backed up to /).waitFor();
  await choose(page, 'Rehearse restore', file);
  await page.getByLabel('Passphrase of the backup').fill('something else');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText('This is not the passphrase.').waitFor();
  expect(await faultsForAxe(page)).toEqual([]);
  await page.getByLabel('Passphrase of the backup').fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText('This backup can be restored').waitFor();
  await page.getByRole('button', { name: 'Rebuild from log' }).click();
  await page.getByText('Every record has been worked out anew from the log.').waitFor();

  const other = await opened();
  try {
    await choose(other.page, 'Restore', file);
    const dialog = other.page.getByRole('dialog', { name: 'Restore' });
    await dialog.getByLabel('Your name').fill('Helen Marsh');
    await dialog.getByLabel('Your role').fill('Clerk');
    await dialog.getByLabel('Passphrase').fill(passphrase);
    await dialog.getByRole('button', { name: 'Unlock' }).click();
    await dialog.getByRole('button', { name: 'Restore it' }).click();
    await other.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Partners and bodies' })
      .click();
    for (const body of ['Westmere Council of Partners', 'Health Panel']) {
      await other.page.getByRole('link', { name: body, exact: true }).waitFor();
    }
  } finally {
    await other.close();
  }
});
