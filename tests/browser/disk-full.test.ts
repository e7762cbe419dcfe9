/**
 * A disk, not the browser's share of it, that runs full in the midst of a write: what was acknowledged stays, what was not says why, and once
 * there is room again work goes on. The disk is a small one in memory, which only an administrator of a Linux machine may mount.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { launchWithProfile } from '#tests/support/browser.ts';
import { openCorePage } from '#tests/support/core-page-build.ts';

const disk = mkdtempSync(path.join(tmpdir(), 'packhorse-small-disk-'));
const isMounted = mounted();
const rounds = Number(process.env['PACKHORSE_FULL_ROUNDS'] ?? 2);
const ballast = path.join(disk, 'ballast');

function mounted(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  rmSync(disk, { recursive: true, force: true });
});

function roomLeft(): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

/** Fills the disk until so many bytes are left, or fewer where the browser writes meanwhile. */
function leaveRoom(bytes: number): void {
  writeFileSync(ballast, '');
  const most = roomLeft() - bytes;
  try {
    if (most > 0) appendFileSync(ballast, Buffer.alloc(most, 'b'));
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')) throw fault;
  }
}

async function opened(): Promise<{ context: BrowserContext; page: Page; isThere: boolean }> {
  // Chromium's other stores are to stay out of the way: what is full is to be full for the log.
  const context = await launchWithProfile(path.join(disk, 'profile'), ['--disk-cache-size=1', '--media-cache-size=1']);
  const page = await openCorePage(context);
  return { context, page, isThere: await page.evaluate(() => window.core.openToFill()) };
}

/** Fills the disk and tries again and again, three times over. Ends early where Chromium itself does not survive it. */
async function worked(page: Page, round: number, kept: string[]): Promise<void> {
  const save = async (id: string): Promise<string> => {
    const told = await page.evaluate(([of, size]) => window.core.saveFilled(of, size), [id, 4000] as const);
    if (told === 'kept') kept.push(id);
    return told;
  };
  for (let time = 0; time < 3; time += 1) {
    let last = 'kept';
    for (let at = 0; at < 600 && last === 'kept'; at += 1) {
      // Now and then, for Chromium takes its time over giving back what it needs no more.
      if (at % 60 === 0) leaveRoom(90_000 + 20_000 * ((round * 3 + time) % 5));
      last = await save(`full-${round}-${time}-${at}`);
    }
    expect(last, 'what was said of the save that did not fit').toBe('noRoom');
    // Somebody who tries again, with a little room and without.
    for (const bytes of [0, 30_000, 60_000, 200_000]) {
      leaveRoom(bytes);
      expect(await save(`again-${round}-${time}-${bytes}`), `with ${bytes} bytes of room`).toBe('noRoom');
    }
    truncateSync(ballast, 0);
    await expect.poll(() => save(`room-${round}-${time}`), { timeout: 10_000 }).toBe('kept');
  }
}

test.runIf(isMounted)(
  'what was saved before a disk ran full is there, twice over, and saving goes on once there is room (needs the right to mount)',
  { timeout: 60_000 + rounds * 60_000 },
  async () => {
    const kept: string[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const { context, page, isThere } = await opened();
      expect(isThere, `the workspace before round ${round}`).toBe(round > 0);
      const { ids, check } = await page.evaluate(() => window.core.leftOfFilled());
      expect(ids, `before round ${round}`).toEqual(expect.arrayContaining(kept));
      expect(check.faults).toEqual([]);
      if (round === rounds) console.log(`${kept.length} saves were kept, ${ids.length} are there`);
      else {
        let isAlive = true;
        context.once('close', () => (isAlive = false));
        await worked(page, round, kept).catch((fault: unknown) => {
          if (isAlive) throw fault;
          console.log('Chromium ended by itself on the full disk');
        });
      }
      rmSync(ballast, { force: true });
      await context.close();
    }
  },
);
