/** What is told of a change to whoever follows the database: see told-in-ranges.ts. */
import { Dexie, liveQuery, type ObservabilitySet } from 'dexie';
import { expect, test } from 'vitest';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { create, draft, remove } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

/** So many ranges are told of this part at the most, each a node of a tree. */
function rangesIn(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return 0;
  const { l, r } = tree as { readonly l?: unknown; readonly r?: unknown };
  return 1 + rangesIn(l) + rangesIn(r);
}

async function toldOf(act: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const told = new Map<string, number>();
  const hear = (parts: ObservabilitySet): void => {
    for (const [part, tree] of Object.entries(parts)) told.set(part, Math.max(told.get(part) ?? 0, rangesIn(tree)));
  };
  Dexie.on.storagemutated.subscribe(hear);
  try {
    await act();
  } finally {
    Dexie.on.storagemutated.unsubscribe(hear);
  }
  return told;
}

async function added(session: Session, from: number, count: number): Promise<void> {
  const changes = Array.from({ length: count }, (_nothing, at) =>
    create(bodyKind, `body-${from + at}`, { name: `Body ${from + at}` }),
  );
  await run(session, () => ok(draft('Added', '', changes)), null);
}

async function removed(session: Session, from: number, count: number): Promise<void> {
  const changes = Array.from({ length: count }, (_nothing, at) => remove(bodyKind, `body-${from + at}`));
  await run(session, () => ok(draft('Deleted', '', changes)), null);
}

test('of thousands of records that are deleted at once nothing long is told, and whoever follows one of them hears of it', async () => {
  const session = await testSession();
  const { database } = session;
  await added(session, 0, 3000);
  const seen: boolean[] = [];
  const following = liveQuery(async () => (await database.table('bodies').get('body-7')) !== undefined).subscribe(
    (isThere) => seen.push(isThere),
  );
  await expect.poll(() => seen).toEqual([true]);
  const told = await toldOf(() => removed(session, 0, 2500));
  expect([...told.keys()].filter((part) => part.includes('/bodies/'))).not.toEqual([]);
  for (const ranges of told.values()) expect(ranges).toBeLessThan(512);
  await expect.poll(() => seen).toEqual([true, false]);
  following.unsubscribe();
  database.close();
});

test('of a few it is told which, and nobody else reads again', async () => {
  const session = await testSession();
  const { database } = session;
  await added(session, 0, 300);
  let reads = 0;
  const following = liveQuery(async () => {
    reads += 1;
    return database.table('bodies').get('body-299');
  }).subscribe(() => undefined);
  await expect.poll(() => reads).toBe(1);
  const told = await toldOf(() => removed(session, 0, 5));
  expect(told.get(`idb://${database.name}/bodies/`)).toBe(5);
  await removed(session, 299, 1);
  await expect.poll(() => reads).toBe(2);
  following.unsubscribe();
  database.close();
});
