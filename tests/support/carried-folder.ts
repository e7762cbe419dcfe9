/** The folder of a page, and the directory that Syncthing carries for it: kept alike by hand, for a page driven from outside may write to no disk. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { goTo, leaveIt, lookedThrough, type Taken } from './officer-laptop.ts';
import type { Carrier } from './syncthing.ts';

/** What the page has and the directory has not, byte by byte, and how many files that was; then the other way round, whatever the file is. */
export async function bridge(page: Page, directory: string): Promise<number> {
  const here = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile());
  const files = here.flatMap(({ name }) => {
    const bytes = bytesNow(path.join(directory, name));
    return bytes === null ? [] : [{ name, bytes: [...bytes] }];
  });
  const out = await page.evaluate(async (given) => {
    const share = await (await navigator.storage.getDirectory()).getDirectoryHandle('Board share', { create: true });
    const found: Array<{ readonly name: string; readonly bytes: number[] }> = [];
    for await (const handle of share.values()) {
      if (handle instanceof FileSystemFileHandle)
        found.push({ name: handle.name, bytes: [...new Uint8Array(await (await handle.getFile()).arrayBuffer())] });
    }
    for (const { name, bytes } of given) {
      if (found.some((one) => one.name === name)) continue;
      const stream = await (await share.getFileHandle(name, { create: true })).createWritable();
      await stream.write(Uint8Array.from(bytes));
      await stream.close();
    }
    return found;
  }, files);
  const lacking = out.filter(({ name }) => !existsSync(path.join(directory, name)));
  for (const { name, bytes } of lacking) writeFileSync(path.join(directory, name), Uint8Array.from(bytes));
  return lacking.length;
}

/** `null` of what has gone since it was listed: the carrier gives a file that is arriving its name once it is whole. */
function bytesNow(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

const bundlesIn = (directory: string): number =>
  readdirSync(directory).filter((name) => /^[^.~]+\.\d+\.[^.]+\.packhorse$/.test(name)).length;

/** Waits until so many whole bundles lie in a directory. */
export async function arrived(directory: string, bundles: number): Promise<void> {
  await expect.poll(() => bundlesIn(directory), { timeout: 40_000 }).toBe(bundles);
}

/** Puts what others lack into the folder, and has it carried where the carrier is up. */
export async function putThere(page: Page, by: Carrier, isUp: boolean): Promise<void> {
  await goTo(page, 'Share and receive');
  await bridge(page, by.folder);
  await page.getByRole('button', { name: /^Put .* there$/ }).click();
  // From the press on it says that it is at it, until all of it is there and noted.
  await page.getByRole('button', { name: /^Put .* there$/ }).waitFor();
  expect(await bridge(page, by.folder)).toBe(1);
  if (isUp) await by.look();
}

/** Takes in all that the folder offers, which are so many bundles, the last first; `then` hears of each. */
export async function takeFromFolder(
  page: Page,
  directory: string,
  bundles: number,
  then: (taken: Taken) => Promise<void> = async () => undefined,
): Promise<void> {
  await bridge(page, directory);
  for (let left = bundles; left > 0; left -= 1) {
    // The folder is looked at when the page is come to, and else every quarter of a minute.
    await goTo(page, 'Papers');
    await goTo(page, 'Share and receive');
    const offered = page.getByRole('list', { name: 'In the shared folder' }).getByRole('listitem');
    await expect.poll(() => offered.count(), { timeout: 20_000 }).toBe(left);
    await offered
      .last()
      .getByRole('button', { name: /^Look through/ })
      .click();
    await then(await lookedThrough(page, leaveIt));
  }
  await page.getByRole('list', { name: 'In the shared folder' }).waitFor({ state: 'detached' });
}
