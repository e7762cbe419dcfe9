/** Bundles in a real browser: making them, taking them in, their size, beside a bare Yjs document and bare age. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchWithProfile } from '#tests/support/browser.ts';
import { openCorePage } from '#tests/support/core-page-build.ts';
import type { PeerName, PeerTimes } from '#tests/support/peers-page.ts';
import type { Measured } from './run.ts';

const changes = 100_000;
const counts = [1, 20, 200] as const;
const sizeGoals = [2000, 4000, 12_000] as const;
const fileBytes = 22_000_000;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function middle(times: ReadonlyArray<number>): number {
  return times.toSorted((one, other) => one - other)[times.length >> 1] ?? Number.NaN;
}

interface Peer {
  readonly name: PeerName;
  readonly packed: number;
  readonly times: PeerTimes[];
}

const rounds = 3;

/** Milliseconds for one save of one field where 1,000 and where 1,000,000 field changes have been made before. */
async function timeSaves(page: Page): Promise<{ readonly few: number; readonly many: number }> {
  for (const held of [1000, 1_000_000]) {
    const given = [`among-${held}`, held] as const;
    await page.evaluate(([name, count]) => window.core.fillWithChanges(name, count), given);
  }
  const times: Record<number, number[]> = { 1000: [], 1_000_000: [] };
  // Turn and turn about, so that what else the machine does falls on both.
  for (let turn = 0; turn < 3; turn += 1) {
    for (const [held, took] of Object.entries(times)) {
      took.push(await page.evaluate((name) => window.core.timeOneSave(name, 65), `among-${held}`));
    }
  }
  return { few: Math.min(...(times[1000] ?? [])), many: Math.min(...(times[1_000_000] ?? [])) };
}

export async function run(): Promise<ReadonlyArray<Measured>> {
  const profile = mkdtempSync(path.join(tmpdir(), 'packhorse-bench-'));
  const context = await launchWithProfile(profile);
  try {
    const page = await openCorePage(context);
    const making = await page.evaluate((count) => window.core.timeMaking('many', count), changes);
    const others = await openCorePage(context, undefined, 'peers');
    const peers: Peer[] = [];
    for (const name of ['yjs', 'loro', 'loroSnapshot', 'automerge'] as const) {
      const { packed } = await others.evaluate(([peer, count]) => window.peers.write(peer, count), [
        name,
        changes / 10,
      ] as const);
      peers.push({ name, packed, times: [] });
    }
    const ours: { readonly take: number; readonly again: number }[] = [];
    // Turn and turn about, so that what else the machine does falls on all.
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await page.evaluate((name) => window.core.timeTaking(name), `reader-${round}`));
      for (const { name, times } of peers) times.push(await others.evaluate((peer) => window.peers.time(peer), name));
    }
    const [take, again] = [middle(ours.map((one) => one.take)), middle(ours.map((one) => one.again))];
    const rowsOf = ({ times }: Peer): number => middle(times.map(({ rows }) => rows));
    const [fastest] = peers.toSorted((one, other) => rowsOf(one) - rowsOf(other));
    const sizes = await page.evaluate((all) => window.core.bundleSizes('small', all), [...counts]);
    const files = await page.evaluate((bytes) => window.core.timeFiles('files', bytes), fileBytes);
    const { few, many } = await timeSaves(page);
    return [
      ...peers.map((peer) => ({
        what: `the same by ${peer.name}: its bytes in, the same rows onto the disk`,
        figure: `${seconds(rowsOf(peer))}, in memory ${seconds(middle(peer.times.map(({ bare }) => bare)))}, ${Math.round(peer.packed / 1000)} kB packed`,
        ratio: take / rowsOf(peer),
        against: 'ours, which unlocks and verifies too',
        goal: peer === fastest ? 1 : null,
      })),
      {
        what: `take in a bundle of ${changes} field changes: unlock, verify, merge, rows, disk`,
        figure: seconds(take),
        ratio: take / making.yjs,
        against: `one bare Yjs map in memory (${seconds(making.yjs)})`,
        goal: 2,
      },
      {
        what: 'take it in once more',
        figure: seconds(again),
        ratio: again / take,
        against: 'the first time',
        goal: 0.1,
      },
      {
        what: 'make it',
        figure: seconds(making.make),
        ratio: making.make / take,
        against: 'taking it in',
        goal: null,
      },
      {
        what: 'its size',
        figure: `${(making.bundleBytes / 1000).toFixed(0)} kB`,
        ratio: making.bundleBytes / making.yjsBytes,
        against: `the Yjs map, packed by gzip (${(making.yjsBytes / 1000).toFixed(0)} kB)`,
        goal: 1,
      },
      ...counts.map((count, at) => ({
        what: `bundle of ${count} saves`,
        figure: `${sizes[at]} bytes`,
        ratio: (sizes[at] ?? Number.NaN) / (sizeGoals[at] ?? Number.NaN),
        against: `${sizeGoals[at]} bytes`,
        goal: 1,
      })),
      {
        what: 'one save with 1,000,000 changes in the log',
        figure: `${many.toFixed(1)} ms`,
        ratio: many / few,
        against: `with 1,000 (${few.toFixed(1)} ms)`,
        goal: 1.2,
      },
      {
        what: 'take in 22 MB of files',
        figure: seconds(files.take),
        ratio: files.take / files.unlock,
        against: `unlocking as many bytes with age (${seconds(files.unlock)})`,
        goal: 3,
      },
      {
        what: 'make the bundle with them',
        figure: seconds(files.make),
        ratio: files.make / files.take,
        against: 'taking it in',
        goal: 0.5,
      },
    ];
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
