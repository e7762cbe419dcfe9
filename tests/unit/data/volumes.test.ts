/** What is spread over several bundles comes in whole, in whatever order they are opened. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { makeVolumes, type MadeVolumes } from '#renderer/data/exchange/make-bundle.ts';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { keepFiles } from '#renderer/data/exchange/pieces.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { hashOf, keepFile, readFile } from '#renderer/data/files.ts';
import type { Session } from '#renderer/data/session.ts';
import { create } from '#shared/changes/draft.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { act, testMachine, testSession } from '#tests/support/workspace.ts';

const passphrase = 'six ponies cross the fell';
const largest = 1_000_000;
let count = 0;

function noise(size: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length: size }, () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 24);
}

async function author(fileSizes: ReadonlyArray<number>, notes: number): Promise<Session> {
  const session = await testSession(testMachine('ada'));
  for (const [at, size] of fileSizes.entries()) {
    const sha256 = await keepFile(session.database, new Blob([noise(size, at + 1)], { type: 'application/pdf' }));
    const version = { file: sha256, fileName: `${at}.pdf`, size, type: 'application/pdf' };
    await act(session, 'Added', create(paperKind, `paper-${at}`, { title: JSON.stringify(version) }));
  }
  for (let at = 0; at < notes; at += 1) {
    const jobTitle = Buffer.from(noise(150, at + 99))
      .toString('hex')
      .slice(0, 190);
    await act(session, 'Added', create(personKind, `p${at}`, { name: `P${at}`, jobTitle }));
  }
  return session;
}

async function volumesOf(session: Session): Promise<MadeVolumes> {
  return makeVolumes(session, { recipients: [], passphrase, cost: 10, app: 'test', note: null }, largest);
}

async function joinedWith(file: Uint8Array): Promise<Session> {
  const opened = await openInvitation(file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  count += 1;
  const order = { opened: opened.value, fileName: '' };
  const founder = { name: 'Ben', role: '' };
  const name = `volumes-${process.pid}-${count}`;
  const result = await joinWorkspace(name, kinds, testMachine('ben'), founder, order);
  if (!result.ok) throw new Error(result.refusal.type);
  return result.value;
}

async function take(session: Session, file: Uint8Array): Promise<void> {
  const opened = await openBundle(session, file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const taken = await takeBundle(session, { opened: opened.value, fileName: '', isAuthorChecked: true });
  expect(taken.ok).toBe(true);
}

async function rowsOf({ database }: Session): Promise<unknown> {
  return Promise.all(kinds.map(({ table }) => database.table(table).toArray()));
}

describe('volumes', () => {
  it('opened in any order, with repeats, make the same as one bundle, and none is too large', async () => {
    const ada = await author([2_300_000, 10, 0, 900_000, 40_000], 300);
    const { parts, isOneTooLarge, row, files } = await volumesOf(ada);
    expect(isOneTooLarge).toBe(false);
    expect(parts.length).toBeGreaterThan(3);
    expect(files).toBe(5);
    expect(row.size).toBe(parts.reduce((sum, { file }) => sum + file.length, 0));
    expect(parts.map(({ fileName }) => fileName)[1]).toMatch(/ part 2 of \d+\.packhorse$/);
    for (const { file } of parts) expect(file.length).toBeLessThanOrEqual(largest);
    const wanted = await rowsOf(ada);
    const hashes = await ada.database.files.toCollection().primaryKeys();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(parts.map((_part, at) => at)), async (some) => {
        const order = [...some, ...parts.keys()];
        const [first = 0, ...others] = order;
        const ben = await joinedWith(parts[first]?.file ?? new Uint8Array());
        for (const at of others) await take(ben, parts[at]?.file ?? new Uint8Array());
        expect(await rowsOf(ben)).toEqual(wanted);
        expect(await ben.database.files.toCollection().primaryKeys()).toEqual(hashes);
        for (const hash of hashes) {
          expect(await hashOf(await ((await readFile(ben.database, hash)) ?? new Blob()).arrayBuffer())).toBe(hash);
        }
        expect(await ben.database.pieces.count()).toBe(0);
        await ben.database.delete();
      }),
      { numRuns: 4 },
    );
  });

  it('of which one is lacking leave what leans on it waiting, and the file lacking', async () => {
    const ada = await author([2_300_000], 0);
    const { parts } = await volumesOf(ada);
    const ben = await joinedWith(parts[0]?.file ?? new Uint8Array());
    for (const { file } of parts.slice(2)) await take(ben, file);
    expect(await ben.database.files.count()).toBe(0);
    expect(await ben.database.pieces.count()).toBe(parts.length - 1);
    await take(ben, parts[1]?.file ?? new Uint8Array());
    expect(await ben.database.files.count()).toBe(1);
  });
});

describe('pieces', () => {
  it('that make another file than they say are thrown away, and the right ones are taken afterwards', async () => {
    const { database } = await testSession();
    const whole = noise(90, 7);
    const sha256 = await hashOf(whole.buffer);
    const piece = (bytes: Uint8Array, from: number, size = 90) => ({
      sha256: '',
      type: 'text/plain',
      bytes,
      pieceOf: { sha256, size, from },
    });
    await keepFiles(database, [piece(whole.slice(0, 50), 0), piece(noise(50, 8), 40)]);
    expect(await database.files.count()).toBe(0);
    expect(await database.pieces.count()).toBe(0);
    // Overlapping, out of order, one of another length of the whole.
    await keepFiles(database, [
      piece(whole.slice(60, 90), 60),
      piece(whole.slice(0, 30), 0),
      piece(whole.slice(20, 70), 20, 91),
    ]);
    expect(await database.files.count()).toBe(0);
    await keepFiles(database, [piece(whole.slice(20, 70), 20)]);
    expect(new Uint8Array(await ((await readFile(database, sha256)) ?? new Blob()).arrayBuffer())).toEqual(whole);
    expect(await database.pieces.count()).toBe(0);
  });
});
