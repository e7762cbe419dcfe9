/**
 * A bundle being taken in when the browser is killed, or out of room: all of it is there afterwards, or none.
 *
 * PACKHORSE_KILLS sets how often the browser is killed (6 unless told).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser, launchWithProfile } from '#tests/support/browser.ts';
import { corePageOrigin, openCorePage, processHolding } from '#tests/support/core-page-build.ts';

const kills = Number(process.env['PACKHORSE_KILLS'] ?? 6);
const saves = 300;
const profile = mkdtempSync(path.join(tmpdir(), 'packhorse-exchange-'));

afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

const nothing = { saves: 0, segments: 0, imports: 0, devices: 0, peers: 0, people: 0, meetings: 0, parked: 0 };

async function bundle(): Promise<number[]> {
  const browser = await launchBrowser();
  const page = await openCorePage(await browser.newContext());
  const bytes = await page.evaluate((count) => window.core.bundleOf('author', count), saves);
  await browser.close();
  return bytes;
}

test(
  'killed while a bundle is taken in, all of it is there or none',
  { timeout: 90_000 + kills * 30_000 },
  async () => {
    const bytes = await bundle();
    let whole = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const name = `reader-${kill}`;
      const context = await launchWithProfile(profile);
      const page = await openCorePage(context);
      await page.evaluate((of) => window.core.inspectTaken(of), name);
      const taking = page
        .evaluate(([of, what]) => window.core.takeIn(of, what), [name, bytes] as const)
        .catch(() => null);
      await pause(Math.floor(Math.random() * 1200));
      const gone = new Promise<void>((resolve) => {
        context.once('close', () => resolve());
      });
      process.kill(processHolding(profile), 'SIGKILL');
      await gone;
      const told = await taking;

      const again = await launchWithProfile(profile);
      const found = await (await openCorePage(again)).evaluate((of) => window.core.inspectTaken(of), name);
      if (found.counts.saves === 0) {
        expect(found).toEqual({ counts: nothing, held: 0 });
        // What was told to be in must be in.
        expect(told).toBeNull();
      } else {
        whole += 1;
        expect(found.held).toBe(saves);
        expect(found.counts).toMatchObject({
          saves,
          people: saves,
          meetings: saves,
          imports: 1,
          devices: 1,
          peers: 1,
          parked: 0,
        });
        expect(found.counts.segments).toBeGreaterThan(0);
      }
      // Once more, undisturbed: as though nothing had happened.
      const page2 = await openCorePage(again);
      await page2.evaluate(([of, what]) => window.core.takeIn(of, what), [name, bytes] as const);
      expect((await page2.evaluate((of) => window.core.inspectTaken(of), name)).held).toBe(saves);
      await again.close();
    }
    // Told, so that one sees that the kills came at all moments.
    console.log(`${whole} of ${kills} times the whole bundle was in`);
  },
);

test('out of room, a bundle is refused whole, and taken in once there is room', { timeout: 120_000 }, async () => {
  const bytes = await bundle();
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const page = await openCorePage(context);
  const chrome = await context.newCDPSession(page);
  await chrome.send('Storage.overrideQuotaForOrigin', { origin: corePageOrigin, quotaSize: 150_000 });
  const take = () => page.evaluate((what) => window.core.takeIn('reader', what), bytes);
  await page.evaluate(() => window.core.inspectTaken('reader'));
  await expect(take()).rejects.toThrow();
  await chrome.send('Storage.overrideQuotaForOrigin', { origin: corePageOrigin });
  expect(await page.evaluate(() => window.core.inspectTaken('reader'))).toEqual({ counts: nothing, held: 0 });
  expect(await take()).toBe(saves);
  await browser.close();
});
