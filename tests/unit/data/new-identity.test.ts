/** A laptop that was copied, or brought back from an older state: it is recognised, and nothing of either copy is lost. */
import { describe, expect, it } from 'vitest';
import { declareDatabase, readLogHeld } from '#renderer/data/database.ts';
import { readDecisions } from '#renderer/data/exchange/decisions.ts';
import { commonUpTo, isCopyTold, takeNewIdentity } from '#renderer/data/exchange/new-identity.ts';
import { openBundle } from '#renderer/data/exchange/open-bundle.ts';
import { readWholeLog } from '#renderer/data/log.ts';
import { reverse } from '#renderer/data/undo.ts';
import { isRenewedElsewhere } from '#renderer/features/exchange/own-machine.ts';
import { create } from '#shared/changes/draft.ts';
import { isHonest } from '#shared/changes/save.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { personKind } from '#shared/domain/people/person.ts';
import {
  added,
  agreed,
  bodies,
  bundleOf,
  everything,
  founded,
  passphrase,
  renamed,
  reopened,
  take,
  three,
  type Laptop,
} from '#tests/support/laptops.ts';
import { act, testMachine } from '#tests/support/workspace.ts';

let count = 0;

/** What the app does when a bundle tells that this laptop is a copy. */
async function renewed(laptop: Laptop, file: Uint8Array): Promise<Laptop> {
  const opened = await openBundle(laptop.session, file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const { database } = laptop.session;
  expect(await isCopyTold(database, opened.value)).toBe(true);
  await takeNewIdentity(laptop.session, await commonUpTo(database, opened.value));
  return reopened(laptop);
}

/** The same laptop a second time, byte for byte. */
async function copyOf({ session }: Laptop): Promise<Laptop> {
  count += 1;
  const database = declareDatabase(`identity-${process.pid}-${count}`, kinds);
  for (const { name } of session.database.tables) {
    await database.table(name).bulkPut(await session.database.table(name).toArray());
  }
  return reopened({ session: { ...session, database }, machine: testMachine(`copy${count}`) });
}

/** What officers see of it. */
async function shown({ session }: Laptop): Promise<unknown> {
  const rows = await Promise.all(kinds.map(({ table }) => session.database.table(table).toArray()));
  return rows.flat().map((row: Record<string, unknown>) => ({ ...row, _heads: null, _deletions: null, _others: null }));
}

describe('a laptop brought back from an older state', () => {
  it('is recognised by what others hold of it, goes on under a new name, and loses nothing', async () => {
    const [helen, priya] = await three();
    const copy = await copyOf(helen);
    await added(helen, 'panel');
    await renamed(helen, 'board', 'Partnership Board');
    await take(priya, await bundleOf(helen));
    await added(copy, 'forum');
    await renamed(copy, 'forum', 'Parish Forum');
    await renamed(copy, 'board', 'The Board');
    await act(copy.session, 'Added', create(personKind, 'p', { name: 'Ann' }));

    const fromPriya = await bundleOf(priya, [helen]);
    const before = await shown(copy);
    expect(await take(copy, fromPriya)).toBe('CopiedLaptop');
    expect(await shown(copy)).toEqual(before);
    const again = await renewed(copy, fromPriya);
    expect(again.session.device).not.toBe(helen.session.device);
    expect(await shown(again)).toEqual(before);
    expect(await take(again, fromPriya)).toBe('taken');
    expect(await bodies(again)).toContain('Parish Forum');
    // What went to the old name is not in it: the next exchange brings that.

    // The new name is vouched for by the old key: nobody need compare words again.
    expect(await take(priya, await bundleOf(again))).toBe('taken');
    expect(await priya.session.database.devices.get(again.session.device)).toMatchObject({
      trust: 'introduced',
      introducedBy: helen.session.device,
    });
    await agreed(helen, priya, again);
    expect(await everything(again)).toEqual(await everything(priya));
    expect(await everything(helen)).toEqual(await everything(priya));
    const decisions = await readDecisions(priya.session, priya.session.database);
    expect(decisions.map(({ choices }) => choices.map(({ words }) => words).toSorted())).toEqual([
      ['Partnership Board', 'The Board'],
    ]);
    for (const save of await readWholeLog(priya.session.database)) expect(isHonest(save)).toBe(true);
  });

  it('can still undo what it did, and open what was locked for its old name', async () => {
    const [helen, priya] = await three();
    const copy = await copyOf(helen);
    await added(helen, 'panel');
    await take(priya, await bundleOf(helen));
    await added(copy, 'forum');
    await renamed(copy, 'forum', 'Parish Forum');
    await reverse(copy.session, 'undo');
    const again = await renewed(copy, await bundleOf(priya, [helen]));
    await reverse(again.session, 'redo');
    expect(await bodies(again)).toContain('Parish Forum');
    await reverse(again.session, 'undo');
    await reverse(again.session, 'undo');
    expect(await bodies(again)).not.toContain('forum');
    expect(await take(again, await bundleOf(priya, [helen]))).toBe('taken');
    await agreed(priya, again);
    expect(await everything(again)).toEqual(await everything(priya));
  });

  it('that had sealed something for nobody yet writes that anew too', async () => {
    const [helen, priya, tom] = await three();
    const copy = await copyOf(helen);
    await added(helen, 'panel');
    await take(priya, await bundleOf(helen));
    await added(copy, 'forum');
    await bundleOf(copy, [tom]); // never arrives
    await renamed(copy, 'forum', 'Parish Forum');
    const again = await renewed(copy, await bundleOf(priya));
    expect(await bodies(again)).toContain('Parish Forum');
    await take(again, await bundleOf(priya));
    await agreed(helen, priya, again, tom);
    expect(await everything(again)).toEqual(await everything(tom));
    expect(await everything(again)).toEqual(await everything(helen));
    expect(await bodies(tom)).toEqual(['Parish Forum', 'board', 'panel'].toSorted());
  });

  it('takes a new name once, in whatever window', async () => {
    const [helen] = await three();
    await added(helen, 'panel');
    const { database, device } = helen.session;
    await takeNewIdentity(helen.session, 2);
    const held = (await readLogHeld(database))?.held;
    await takeNewIdentity({ ...helen.session, device }, 2);
    const later = await readLogHeld(database);
    expect(Object.keys(later?.held ?? {}).length).toBeLessThanOrEqual(Object.keys(held ?? {}).length + 1);
    expect(await bodies(helen)).toContain('panel');
  });
});

describe('a workspace that lies in another place than before', () => {
  it('takes a new identity where somebody else has a part of it, and only then', async () => {
    const [helen] = await three();
    let times = 0;
    const renew = async (): Promise<boolean> => {
      times += 1;
      await takeNewIdentity(helen.session, await commonUpTo(helen.session.database, null));
      return true;
    };
    expect(await isRenewedElsewhere(helen.session, 'here', renew)).toBe(false);
    expect(await isRenewedElsewhere(helen.session, 'here', renew)).toBe(false);
    expect(await isRenewedElsewhere(helen.session, 'there', async () => false)).toBe(false);
    expect(await isRenewedElsewhere(helen.session, 'there', renew)).toBe(true);
    expect(await isRenewedElsewhere(helen.session, 'there', renew)).toBe(false);
    expect(times).toBe(1);
    const alone = await founded('alone');
    await isRenewedElsewhere(alone.session, 'here', renew);
    expect(await isRenewedElsewhere(alone.session, 'there', renew)).toBe(false);
    expect(times).toBe(1);
  });
});

describe('the word of an old identity for a new one', () => {
  it('is taken only from its own key, and not from a laptop that is trusted no longer', async () => {
    const [helen, priya] = await three();
    const { device } = helen.session;
    await takeNewIdentity(helen.session, await commonUpTo(helen.session.database, null));
    const again = await reopened(helen);
    const { database } = again.session;
    const before = await database.devices.get(device);
    const [succession] = before?.successions ?? [];
    if (before === undefined || succession === undefined) throw new Error('nothing said');
    const file = await bundleOf(again);
    await database.devices.put({ ...before, successions: [{ ...succession, after: succession.after + 1 }] });
    const forged = await openBundle(priya.session, await bundleOf(again), passphrase);
    expect(forged).toMatchObject({ ok: false, refusal: { type: 'Forged', device } });
    await priya.session.database.devices.update(device, { revokedAfter: 1000 });
    expect(await take(priya, file)).toBe('UnknownAuthor');
    await priya.session.database.devices.update(device, { revokedAfter: null });
    expect(await take(priya, file)).toBe('taken');
  });
});
