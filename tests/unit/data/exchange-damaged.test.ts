/**
 * A bundle damaged on its way, taken to a laptop as the app takes it: one bit of any byte, cut short anywhere, longer, or another file while
 * it is read. It is refused, and not a row of the laptop has changed.
 *
 * PACKHORSE_FAULTS=all harms every byte; unless told, one of eight.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockBundle, unlockBundle } from '#shared/bundle/lock.ts';
import { openBundle } from '#renderer/data/exchange/open-bundle.ts';
import { ownIdentity } from '#renderer/data/exchange/identity.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { keepFile } from '#renderer/data/files.ts';
import { create } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { chanceFrom } from '#tests/support/harm.ts';
import { added, bundleOf, founded, joined, take, type Laptop } from '#tests/support/laptops.ts';
import { wholeDatabase, type WholeDatabase } from '#tests/support/whole-database.ts';
import { act } from '#tests/support/workspace.ts';

const stride = process.env['PACKHORSE_FAULTS'] === 'all' ? 1 : 8;
const chance = chanceFrom(2);
const chunk = 65_536;

let helen: Laptop;
let priya: Laptop;
/** Joined before anything was added since. */
let tom: Laptop;
let before: WholeDatabase;
/** A few changes, and a small file. */
let small: Uint8Array;
/** With a file of several of age's pieces of 64 KiB. */
let large: Uint8Array;

async function withFile(on: Laptop, record: string, bytes: Uint8Array): Promise<void> {
  const sha256 = await keepFile(on.session.database, new Blob([bytes.slice()]));
  await act(on.session, 'Added', create(bodyKind, record, { name: `See ${sha256}` }));
}

beforeAll(async () => {
  helen = await founded('helen');
  await added(helen, 'board');
  priya = await joined(helen, 'priya');
  tom = await joined(helen, 'tom');
  await ownIdentity(priya.session);
  expect(await take(helen, await bundleOf(priya), true)).toBe('taken');
  await withFile(helen, 'note', new TextEncoder().encode('A note of two lines'));
  small = await bundleOf(helen, [priya]);
  const noise = Uint8Array.from({ length: 4 * chunk }, () => Math.floor(chance() * 256));
  await withFile(helen, 'survey', noise);
  large = await bundleOf(helen, [priya]);
  before = await wholeDatabase(priya.session.database);
});
afterAll(async () => {
  expect(await take(priya, large), 'unharmed it is taken').toBe('taken');
});

/** What a laptop answers, or `taken`. It never throws. */
async function answerTo(file: Uint8Array): Promise<string> {
  const opened = await openBundle(priya.session, file, null);
  if (!opened.ok) return opened.refusal.type;
  const taken = await takeBundle(priya.session, { opened: opened.value, fileName: 'x', isAuthorChecked: false });
  return taken.ok ? 'taken' : taken.refusal.type;
}

async function expectUntouched(): Promise<void> {
  expect(await wholeDatabase(priya.session.database)).toEqual(before);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const harmed = bytes.slice();
  harmed[at] = (harmed[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
  return harmed;
}

test('one bit of any byte as it travels', { timeout: 120_000 }, async () => {
  for (let at = Math.floor(chance() * stride); at < small.length; at += stride) {
    expect(await answerTo(flipped(small, at)), `byte ${at}`).not.toBe('taken');
  }
  await expectUntouched();
});

test('one bit of any byte inside, by somebody who may open it and locks it again', { timeout: 120_000 }, async () => {
  const keys = (await priya.session.database.keys.toArray()).map(({ age }) => age.privateKey);
  const plain = await unlockBundle(small, { keys, passphrase: null });
  if (!plain.ok) throw new Error(plain.refusal.type);
  const { ageKey } = (await ownIdentity(priya.session)).facts;
  const locked = (bytes: Uint8Array): Promise<Uint8Array> => lockBundle(bytes, { keys: [ageKey] });
  for (let at = Math.floor(chance() * stride); at < plain.value.length; at += stride) {
    expect(await answerTo(await locked(flipped(plain.value, at))), `byte ${at}`).not.toBe('taken');
  }
  await expectUntouched();
});

test('cut short at each of its pieces of 64 KiB, and just before and after', async () => {
  const starts = large.length - Math.floor(large.length / chunk) * chunk;
  const ends = Array.from({ length: Math.ceil(large.length / chunk) }, (_, at) => [at * chunk, starts + at * chunk]);
  const places = ends.flat().flatMap((at) => [at - 17, at - 1, at, at + 1, at + 16]);
  for (const at of new Set(places.filter((place) => place >= 0 && place < large.length))) {
    expect(await answerTo(large.subarray(0, at)), `cut at ${at}`).not.toBe('taken');
  }
  await expectUntouched();
});

test('longer than it was, or with nothing in it', async () => {
  const tails = [new Uint8Array([0]), new Uint8Array(chunk), small, new TextEncoder().encode('\n')];
  for (const tail of tails) {
    const longer = new Uint8Array(large.length + tail.length);
    longer.set(large);
    longer.set(tail, large.length);
    expect(await answerTo(longer), `${tail.length} bytes more`).not.toBe('taken');
  }
  expect(await answerTo(new Uint8Array())).toBe('Empty');
  await expectUntouched();
});

test('another file by the time it is applied: what was looked through is what is taken', async () => {
  const read = small.slice();
  const opened = await openBundle(priya.session, read, null);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const looked = opened.value.segments.flatMap(({ read: { saves } }) => saves.map(({ seq }) => seq));
  // The very bytes that were read are overwritten, as a second reading of a file replaced meanwhile would find them.
  read.fill(0);
  expect(await tom.session.database.table('bodies').get('note')).toBeUndefined();
  const order = { opened: opened.value, fileName: 'x', isAuthorChecked: true };
  const taken = await takeBundle(tom.session, order);
  expect(taken.ok).toBe(true);
  expect(looked.length).toBeGreaterThan(0);
  const note = await tom.session.database.table('bodies').get('note');
  expect(note).toMatchObject({ id: 'note' });
  await tom.session.database.delete();
  await expectUntouched();
});
