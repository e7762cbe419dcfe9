/** Bundles in a real browser: making them, taking them in, their size, beside a bare Yjs document and bare age. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

function fastest(peers: ReadonlyArray<{ readonly name: PeerName; readonly times: PeerTimes }>): PeerName | undefined {
  return peers.toSorted((one, other) => one.times.rows - other.times.rows)[0]?.name;
}

export async function run(): Promise<ReadonlyArray<Measured>> {
  const profile = mkdtempSync(path.join(tmpdir(), 'packhorse-bench-'));
  const context = await launchWithProfile(profile);
  try {
    const page = await openCorePage(context);
    const times = await page.evaluate((count) => window.core.timeExchange('many', count), changes);
    const sizes = await page.evaluate((all) => window.core.bundleSizes('small', all), [...counts]);
    const files = await page.evaluate((bytes) => window.core.timeFiles('files', bytes), fileBytes);
    const others = await openCorePage(context, undefined, 'peers');
    const peers: { readonly name: PeerName; readonly times: PeerTimes }[] = [];
    for (const name of ['yjs', 'loro', 'automerge'] as const) {
      const times = await others.evaluate(([peer, saves]) => window.peers.time(peer, saves, 3), [
        name,
        changes / 10,
      ] as const);
      peers.push({ name, times });
    }
    return [
      ...peers.map(({ name, times: peer }) => ({
        what: `the same by ${name}: its bytes in, the same rows onto the disk`,
        figure: `${seconds(peer.rows)}, in memory ${seconds(peer.bare)}, ${Math.round(peer.packed / 1000)} kB packed`,
        ratio: times.take / peer.rows,
        against: 'ours, which unlocks and verifies too',
        goal: name === fastest(peers) ? 1 : null,
      })),
      {
        what: `take in a bundle of ${changes} field changes: unlock, verify, merge, rows, disk`,
        figure: seconds(times.take),
        ratio: times.take / times.yjs,
        against: `one bare Yjs map in memory (${seconds(times.yjs)})`,
        goal: 2,
      },
      {
        what: 'take it in once more',
        figure: seconds(times.again),
        ratio: times.again / times.take,
        against: 'the first time',
        goal: 0.1,
      },
      {
        what: 'make it',
        figure: seconds(times.make),
        ratio: times.make / times.take,
        against: 'taking it in',
        goal: null,
      },
      {
        what: 'its size',
        figure: `${(times.bundleBytes / 1000).toFixed(0)} kB`,
        ratio: times.bundleBytes / times.yjsBytes,
        against: `the Yjs map, packed by gzip (${(times.yjsBytes / 1000).toFixed(0)} kB)`,
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
