/** A scan finer than print needs is made smaller in a real browser, looks the same, and can be had back as it came. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { extraNumber, makePdf } from '#tests/support/pdf-maker.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
});
afterAll(() => app.close());

const side = { width: 3508, height: 4961 };

/** A page of grainy lines at 600 dots to the inch of A5, as a scanner makes it; black above, red below. */
async function scannedPage(): Promise<Uint8Array> {
  const base64 = await page.evaluate(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const brush = canvas.getContext('2d');
    if (brush === null) throw new Error('No canvas');
    brush.fillStyle = '#f4f1e8';
    brush.fillRect(0, 0, width, height);
    brush.fillStyle = '#111';
    brush.font = '90px serif';
    for (let line = 1; line < 30; line++) brush.fillText('Minutes of the meeting, as scanned', 200, line * 120);
    for (let dot = 0; dot < 60_000; dot++) brush.fillRect((dot * 7919) % width, (dot * 104_729) % height, 3, 3);
    brush.fillStyle = '#d00';
    brush.fillRect(0, height - 800, width, 400);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  }, side);
  const picture = `/Type/XObject/Subtype/Image/Width ${side.width}/Height ${side.height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`;
  return makePdf({
    pages: [
      {
        width: 421,
        height: 595,
        content: 'q 421 0 0 595 0 0 cm /Im0 Do Q',
        resources: `<</XObject<</Im0 ${extraNumber(1, 0)} 0 R>>>>`,
      },
    ],
    extras: [{ entries: picture, content: Buffer.from(base64, 'base64') }],
  });
}

test('Make smaller makes a new version of the paper, at half its size or less, with the original beside it', async () => {
  const file = await scannedPage();
  await page
    .locator('main input[type="file"]')
    .first()
    .setInputFiles({ name: 'Old minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from(file) });
  await page.getByRole('link', { name: 'Old minutes', exact: true }).click();
  await page.getByRole('button', { name: 'Make smaller' }).click();
  await page.getByText(/^Made smaller: .* The original is kept\.$/).waitFor();
  await page.getByRole('list', { name: 'Versions, the latest first' }).getByText('Version 2').waitFor();
  await page.getByText(/Kept as it came .* this is a smaller copy\./).waitFor();
  expect(await page.getByRole('button', { name: 'Make smaller' }).count()).toBe(0);

  const sizes = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      void indexedDB.databases().then((all) => {
        const name =
          all.map((one) => one.name ?? '').find((one) => one.toLowerCase().includes('sample')) ?? all[0]?.name ?? '';
        const asking = indexedDB.open(name);
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(new Error('not opened'));
      });
    });
    const all = await new Promise<ReadonlyArray<{ size: number }>>((resolve) => {
      const asking = opened.transaction('files').objectStore('files').getAll();
      asking.onsuccess = () => resolve(asking.result as ReadonlyArray<{ size: number }>);
    });
    opened.close();
    return all.map(({ size }) => size).sort((first, second) => second - first);
  });
  expect(sizes).toContain(file.length);
  const smaller = sizes.find((size) => size < file.length) ?? 0;
  expect(smaller).toBeLessThan(file.length / 2);

  // what is shown is still the page: its red band stands where it stood
  await page.locator('canvas').first().waitFor();
  await expect
    .poll(async () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const brush = canvas?.getContext('2d');
        if (canvas === null || brush === null || brush === undefined || canvas.width < 50) return null;
        const at = (share: number): ReadonlyArray<number> =>
          Array.from(
            brush.getImageData(Math.round(canvas.width / 2), Math.round(canvas.height * share), 1, 1).data.slice(0, 3),
          );
        return { band: at(0.88).map((part) => part > 120), paper: at(0.98).map((part) => part > 120) };
      }),
    )
    .toEqual({ band: [true, false, false], paper: [true, true, true] });
});
