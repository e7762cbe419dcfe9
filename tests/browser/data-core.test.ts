/**
 * The data core on a real disk: killed without warning, out of room, and opened by a newer app.
 *
 * PACKHORSE_KILLS sets how often the browser is killed (10 unless told).
 */
import { appendFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { launchBrowser, launchWithProfile } from '#tests/support/browser.ts';
import { corePageOrigin, openCorePage, processHolding } from '#tests/support/core-page-build.ts';
import { asUpgraded } from '#tests/support/upgrade.ts';

const kills = Number(process.env['PACKHORSE_KILLS'] ?? 10);
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function newProfile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-core-'));
  folders.push(folder);
  return folder;
}

/** Lets the page save and save, kills its browser after a while, and answers with what had been acknowledged by then. */
async function saveUntilKilled(
  page: Page,
  profile: string,
  milliseconds: number,
  workspace = 'crashes',
): Promise<ReadonlyMap<number, string>> {
  const acknowledged = new Map<number, string>();
  const first = new Promise<void>((resolve) => {
    void page
      .exposeFunction('acknowledged', (seq: number, told: string) => {
        acknowledged.set(seq, told);
        resolve();
      })
      .then(() => page.evaluate((name) => window.core.saveWithoutEnd(name), workspace))
      // The page dies with its browser.
      .catch(() => undefined);
  });
  await first;
  await pause(milliseconds);
  const gone = new Promise<void>((resolve) => {
    page.context().once('close', () => resolve());
  });
  process.kill(processHolding(profile), 'SIGKILL');
  await gone;
  return acknowledged;
}

test(
  'killed in mid-save, it keeps every save it acknowledged and stays whole',
  { timeout: 60_000 + kills * 30_000 },
  async () => {
    const profile = newProfile();
    const acknowledged = new Map<number, string>();
    for (let kill = 0; kill <= kills; kill += 1) {
      const context = await launchWithProfile(profile);
      const page = await openCorePage(context);
      const { saves, isSound, held } = await page.evaluate(() => window.core.inspect('crashes'));
      const seqs = saves.map((told) => (JSON.parse(told) as { readonly seq: number }).seq);
      expect(seqs).toEqual(Array.from(seqs, (_seq, index) => index + 1));
      expect(held).toBe(seqs.length);
      const kept = new Set(saves);
      expect([...acknowledged.values()].filter((told) => !kept.has(told))).toEqual([]);
      // Of each round at most the one in flight was kept without a word.
      expect(seqs.length - Math.max(0, ...acknowledged.keys())).toBeLessThanOrEqual(1);
      expect(isSound).toBe(true);
      if (kill === kills) {
        await context.close();
        return;
      }
      const milliseconds = Math.floor(Math.random() * 400);
      for (const [seq, told] of await saveUntilKilled(page, profile, milliseconds)) acknowledged.set(seq, told);
    }
  },
);

test(
  'a write torn by a crash costs nothing, neither at the next start nor at those after it',
  { timeout: 120_000 },
  async () => {
    const profile = newProfile();
    const acknowledged = new Set<string>();
    for (let start = 0; start < 4; start += 1) {
      const context = await launchWithProfile(profile);
      const page = await openCorePage(context);
      const kept = new Set((await page.evaluate(() => window.core.inspect('torn'))).saves);
      expect([...acknowledged].filter((told) => !kept.has(told))).toEqual([]);
      for (const told of (await saveUntilKilled(page, profile, 300, 'torn')).values()) acknowledged.add(told);
      const logs = globSync('Default/IndexedDB/*.leveldb/*.log', { cwd: profile });
      expect(logs.length).toBeGreaterThan(0);
      // The head of an entry of 1,024 bytes, and nothing of the entry.
      for (const log of logs) appendFileSync(path.join(profile, log), Buffer.from([1, 2, 3, 4, 0, 4, 1]));
    }
    expect(acknowledged.size).toBeGreaterThan(4);
  },
);

test('out of room, it says so, loses nothing, and works again once there is room', async () => {
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const page = await openCorePage(context);
  const much = (characters: number): Promise<string> =>
    page.evaluate((length) => window.core.saveMuch('crashes', length), characters);
  const chrome = await context.newCDPSession(page);
  // Before the first write: the browser remembers for a while how much room it found.
  await chrome.send('Storage.overrideQuotaForOrigin', { origin: corePageOrigin, quotaSize: 3_000_000 });
  const answers: string[] = [];
  for (let turn = 0; turn < 40 && answers.at(-1) !== 'StorageFull'; turn += 1) answers.push(await much(400_000));
  expect(answers.at(-1)).toBe('StorageFull');
  const kept = answers.filter((answer) => answer === 'kept').length;
  expect(kept).toBeGreaterThan(0);
  expect(await much(400_000)).toBe('StorageFull');

  await chrome.send('Storage.overrideQuotaForOrigin', { origin: corePageOrigin });
  expect(await much(400_000)).toBe('kept');
  const found = await page.evaluate(() => window.core.inspect('crashes'));
  expect(found.saves).toHaveLength(kept + 1);
  expect(found.held).toBe(kept + 1);
  expect(found.isSound).toBe(true);
  await browser.close();
});

test('a newer app finds everything, and what only it can read', async () => {
  const browser = await launchBrowser();
  const page = await openCorePage(await browser.newContext());
  const stages = await page.evaluate(() => window.core.upgraded('upgrade'));
  // What is not there does not come through from the page as `undefined`.
  expect(JSON.parse(JSON.stringify(stages))).toEqual(JSON.parse(JSON.stringify(asUpgraded)));
  await browser.close();
});
