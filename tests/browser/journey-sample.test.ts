/** The sample is tried, changed and left: nothing of it stays on the laptop, and the officer's own work is as it was. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
});
afterAll(() => app.close());

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });

interface Left {
  readonly databases: ReadonlyArray<string>;
  /** Workspaces of which it is known where the officer was. */
  readonly places: ReadonlyArray<string>;
  readonly files: ReadonlyArray<string>;
  readonly notes: Readonly<Record<string, string>>;
}

/** Everything that stands on the laptop: databases, files and small notes. */
async function standing(): Promise<Left> {
  return page.evaluate(async () => {
    const files: string[] = [];
    const look = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle instanceof FileSystemDirectoryHandle) await look(handle, `${path}${handle.name}/`);
        else files.push(`${path}${handle.name}`);
      }
    };
    await look(await navigator.storage.getDirectory(), '/');
    // The officer's own stands empty until it is founded, and where people were in it is kept beside it. The fresh
    // log's scratch holds nothing but noughts.
    const own = ['packhorse', 'packhorse-places', 'packhorse-fresh-log'];
    const databases = (await indexedDB.databases()).flatMap(({ name = '' }) => (own.includes(name) ? [] : [name]));
    const places = await new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('packhorse-places');
      opening.addEventListener('error', () => reject(opening.error ?? new Error('It cannot be opened')));
      opening.addEventListener('success', () => {
        const asked = opening.result.transaction('places').objectStore('places').getAllKeys();
        asked.addEventListener('success', () => {
          opening.result.close();
          resolve(asked.result.map(String));
        });
      });
    });
    return { databases, places, files, notes: Object.fromEntries(Object.entries(localStorage)) };
  });
}

async function openSample(): Promise<void> {
  await button('Try the sample').click();
  await page.getByText('Sample: nothing here is real').waitFor();
}

async function changeSomething(): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
  await page
    .getByRole('link', { name: /^Partnership Board/ })
    .first()
    .click();
  await button('Add item').click();
  await page.getByLabel('Title', { exact: true }).fill('Flood report');
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Flood report/ }).waitFor();
}

async function leave(): Promise<void> {
  await button('Leave the sample').first().click();
}

const nothing: Left = { databases: [], places: [], files: [], notes: {} };

test('changed and built in, then left: no database, no pack, no printed page, no note of it', async () => {
  await openSample();
  await changeSomething();
  await button('Build pack').click();
  await page.getByRole('region', { name: /board pack/ }).waitFor();
  const before = await standing();
  expect(before.databases).toEqual(['packhorse-sample']);
  expect(before.files.length).toBeGreaterThan(3);
  await leave();
  await button('Try the sample').waitFor();
  await expect.poll(standing).toEqual(nothing);
  await page.reload();
  await button('Try the sample').waitFor();
  expect(await standing()).toEqual(nothing);
});

test('left while a pack is being built, nothing is written afterwards', async () => {
  await openSample();
  await changeSomething();
  await button('Build pack').click();
  await page.getByText('Building the pack').first().waitFor();
  await leave();
  await button('Try the sample').waitFor();
  await expect.poll(standing).toEqual(nothing);
});

test('left while words are being typed, nothing complains and nothing comes back', async () => {
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await openSample();
  await changeSomething();
  await button('Add item').click();
  await page.getByLabel('Title', { exact: true }).pressSequentially('Half a ti');
  await leave();
  await button('Try the sample').waitFor();
  await expect.poll(standing).toEqual(nothing);
  expect(complaints).toEqual([]);
});

test('the officer’s own workspace, with its pack, is as it was', async () => {
  const own = await app.context.newPage();
  await own.goto(page.url());
  await own.getByLabel('Your name').fill('Asha Rowe');
  await own.getByLabel('Your role').fill('Clerk');
  await own.getByLabel('Organisation').fill('Northmoor Council');
  await own.getByLabel('Workspace name').fill('Northmoor');
  await page.bringToFront();
  await openSample();
  await own.bringToFront();
  await own.getByRole('button', { name: 'Start a new workspace' }).click();
  await own.getByText('Asha Rowe, Clerk').waitFor();
  await own.evaluate(async () => {
    const packs = await (await navigator.storage.getDirectory()).getDirectoryHandle('packs', { create: true });
    const stream = await (await packs.getFileHandle('packhorse-own-public.pdf', { create: true })).createWritable();
    await stream.write('A pack of one’s own');
    await stream.close();
  });
  await page.bringToFront();
  await changeSomething();
  await leave();
  await page.getByText('Asha Rowe, Clerk').waitFor();
  await page.locator('a[aria-current=page]', { hasText: 'Today' }).waitFor();
  expect(await standing()).toMatchObject({ databases: [], files: ['/packs/packhorse-own-public.pdf'] });
  await own.close();
});
