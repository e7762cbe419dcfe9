/** Two real Syncthing instances carry the shared folder of two officers, one of them stopped meanwhile. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { outsideTool } from '#tests/support/outside-tools.ts';
import { carriers, type Carrier } from '#tests/support/syncthing.ts';
import { startWorkspace } from '#tests/support/written-paper.ts';

const place = mkdtempSync(path.join(tmpdir(), 'packhorse-syncthing-'));
const passphrase = 'six ponies cross the fell';
const endings: Array<() => Promise<void>> = [];
afterAll(async () => {
  for (const end of endings) await end();
  rmSync(place, { recursive: true, force: true });
});

/** A browser driven from outside gives no page the right to write to the disk, so its folder is one of the browser's own. */
async function opened(): Promise<OpenedApp> {
  const app = await openApp();
  endings.push(app.close);
  await app.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Board share', { create: true }),
    });
  });
  await app.page.reload();
  return app;
}

/** What the page has and the directory has not, byte by byte; then the other way round, whatever the file is. */
async function bridge(page: Page, folder: string): Promise<void> {
  const here = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const files = here.map(({ name }) => ({ name, bytes: [...readFileSync(path.join(folder, name))] }));
  const out = await page.evaluate(async (given) => {
    const share = await (await navigator.storage.getDirectory()).getDirectoryHandle('Board share', { create: true });
    const found: Array<{ readonly name: string; readonly bytes: number[] }> = [];
    for await (const handle of (share as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
      found.push({ name: handle.name, bytes: [...new Uint8Array(await (await handle.getFile()).arrayBuffer())] });
    }
    for (const { name, bytes } of given) {
      const stream = await (await share.getFileHandle(name, { create: true })).createWritable();
      await stream.write(Uint8Array.from(bytes));
      await stream.close();
    }
    return found;
  }, files);
  for (const { name, bytes } of out) {
    const file = path.join(folder, name);
    if (!existsSync(file)) writeFileSync(file, Uint8Array.from(bytes));
  }
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function addBody(page: Page, name: string): Promise<void> {
  await goTo(page, 'Partners and bodies');
  await page.getByRole('button', { name: 'Add body' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add body' }).click();
  await page.getByRole('heading', { name }).first().waitFor();
  await goTo(page, 'Share and receive');
}

async function choose(page: Page, button: string, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}

async function join(helen: Page, priya: Page): Promise<void> {
  await goTo(helen, 'Share and receive');
  await helen.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await helen.getByLabel('Repeat passphrase').fill(passphrase);
  const [download] = await Promise.all([
    helen.waitForEvent('download'),
    helen.getByRole('button', { name: 'Make a bundle' }).click(),
  ]);
  const file = path.join(place, 'invitation.packhorse');
  await download.saveAs(file);
  await choose(priya, 'Join with a bundle', file);
  const dialog = priya.getByRole('dialog', { name: 'Join with a bundle' });
  await dialog.getByLabel('Your name').fill('Priya Shah');
  await dialog.getByLabel('Your role').fill('Partnership manager');
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByRole('button', { name: 'The words are the same: join' }).click();
  await priya.getByRole('navigation', { name: 'Main' }).waitFor();
}

async function put(page: Page, folder: string): Promise<void> {
  await page.getByRole('button', { name: /^Put .* there$/ }).click();
  await page
    .getByText(/^Put \d+ changes? into “Board share”/)
    .first()
    .waitFor();
  await bridge(page, folder);
}

/** Waits until Syncthing has brought so many whole bundles, then applies all that the page offers. */
async function takeAll(page: Page, by: Carrier, bundles: number): Promise<void> {
  const whole = () => readdirSync(by.folder).filter((name) => /^[^.~]+\.\d+\.[^.]+\.packhorse$/.test(name)).length;
  await expect.poll(whole, { timeout: 30_000 }).toBe(bundles);
  await bridge(page, by.folder);
  await page.reload();
  const offered = page.getByRole('list', { name: 'In the shared folder' }).getByRole('listitem');
  await offered.first().waitFor();
  expect(await offered.count()).toBe(1);
  await offered.getByRole('button', { name: /^Look through/ }).click();
  const met = page.getByRole('button', { name: 'The words are the same' });
  const apply = page.getByRole('button', { name: 'Apply changes' });
  await met.or(apply).first().waitFor();
  if (await met.isVisible()) await met.click();
  await apply.click();
  await page
    .getByText(/^Applied \d+ change/)
    .first()
    .waitFor();
  await offered.first().waitFor({ state: 'detached' });
}

test.runIf(outsideTool('syncthing') !== null)(
  'what two officers put into their folders while one Syncthing was stopped stands on both laptops in the end (needs syncthing)',
  async () => {
    const [one, two] = await carriers(place, 2);
    if (one === undefined || two === undefined) throw new Error('two are needed');
    endings.push(one.stop, two.stop);
    const [helen, priya] = [(await opened()).page, (await opened()).page];
    await startWorkspace(helen);
    await join(helen, priya);
    await addBody(priya, 'Health Panel');
    await goTo(helen, 'Share and receive');
    const invited = path.join(place, 'back.packhorse');
    const [back] = await Promise.all([
      priya.waitForEvent('download'),
      priya.getByRole('button', { name: 'Make a bundle' }).click(),
    ]);
    await back.saveAs(invited);
    await choose(helen, 'Open a bundle', invited);
    await helen.getByRole('button', { name: 'The words are the same' }).click();
    await helen.getByRole('button', { name: 'Apply changes' }).click();
    await helen
      .getByText(/^Applied \d+ change/)
      .first()
      .waitFor();
    for (const page of [helen, priya]) {
      await page.getByRole('button', { name: 'Choose a folder' }).click();
      await page.getByRole('button', { name: /^Put .* there$/ }).waitFor();
    }

    await one.start();
    await addBody(helen, 'Transport Forum');
    await put(helen, one.folder);
    await one.look();
    await addBody(priya, 'Youth Council');
    await put(priya, two.folder);
    // Another program's files, a copy half there and a copy made of a conflict lie in the folder too.
    const [name = ''] = readdirSync(one.folder).filter((file) => file.endsWith('.packhorse'));
    const bytes = readFileSync(path.join(one.folder, name));
    writeFileSync(path.join(two.folder, `.syncthing.${name}.tmp`), bytes.subarray(0, 100));
    writeFileSync(
      path.join(two.folder, name.replace('.packhorse', '.sync-conflict-20261126-101010-ABCDEFG.packhorse')),
      bytes,
    );
    writeFileSync(path.join(two.folder, 'Thumbs.db'), 'not ours');
    await two.start();
    await two.look();
    await takeAll(helen, one, 2);
    await takeAll(priya, two, 2);

    for (const page of [helen, priya]) {
      await goTo(page, 'Partners and bodies');
      for (const body of ['Health Panel', 'Transport Forum', 'Youth Council'])
        await page.getByRole('link', { name: body, exact: true }).waitFor();
    }
  },
  120_000,
);
