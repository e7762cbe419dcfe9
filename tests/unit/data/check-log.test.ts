/** Looking through the whole history again finds what was changed behind the app's back, and nothing else. */
import { describe, expect, it } from 'vitest';
import { checkLog } from '#renderer/data/check-log.ts';
import { readHistory } from '#renderer/features/history/history.queries.ts';
import { added, agreed, renamed, three, type Laptop } from '#tests/support/laptops.ts';

async function shared(): Promise<readonly [Laptop, Laptop, Laptop]> {
  const laptops = await three();
  const [helen, priya, tom] = laptops;
  for (const laptop of laptops) await renamed(laptop, 'board', `Board of ${laptop.session.me.name}`);
  await agreed(helen, priya, tom);
  await added(helen, 'forum');
  return laptops;
}

describe('the whole history', () => {
  it('is found right where it is, on every laptop', async () => {
    const [helen, priya] = await shared();
    const told: number[] = [];
    const checked = await checkLog(helen.session.database, (done, of) => told.push(done / of));
    expect(checked).toMatchObject({ faults: [], laptops: 3, loose: 1 });
    expect(checked.parts).toBe(await helen.session.database.segments.count());
    expect(told.at(-1)).toBe(1);
    expect(await checkLog(priya.session.database)).toMatchObject({ faults: [], laptops: 3, loose: 0 });
  });

  it('is found wrong where a byte, a signature, an order or a part is', async () => {
    const [helen, priya] = await shared();
    const { database } = helen.session;
    const [part] = (await database.segments.toArray()).filter(({ device }) => device === priya.session.device);
    if (part === undefined) throw new Error('nothing sealed');
    const key: [string, number] = [part.device, part.from];
    const faultsWith = async (change: Partial<typeof part>): Promise<ReadonlyArray<string>> => {
      await database.segments.put({ ...part, ...change });
      const { faults } = await checkLog(database);
      await database.segments.put(part);
      expect(faults.every(({ person }) => person === 'priya')).toBe(true);
      return faults.map(({ fault }) => fault);
    };
    const bytes = part.bytes.slice();
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    expect(await faultsWith({ bytes })).toEqual(['changed']);
    expect(await faultsWith({ hash: 'f'.repeat(64) })).toEqual(['changed']);
    const signature = part.signature.slice();
    signature[7] = (signature[7] ?? 0) ^ 1;
    expect(await faultsWith({ signature })).toEqual(['notSigned']);
    await database.segments.delete(key);
    expect((await checkLog(database)).faults).toMatchObject([{ fault: 'missing', from: part.from, to: part.to }]);
    await database.segments.put(part);
    const entry = await database.contents.get(key);
    await database.contents.delete(key);
    expect((await checkLog(database)).faults.map(({ fault }) => fault)).toEqual(['missing']);
    if (entry !== undefined) await database.contents.put(entry);
    expect((await checkLog(database)).faults).toEqual([]);
  });

  it('says of each save which laptop signed it, and whether its words were compared', async () => {
    const [helen, priya, tom] = await shared();
    const proofs = new Set(
      (await readHistory(helen.session.database, helen.session.kinds, 100)).map(
        ({ proof }) => `${proof?.person} ${proof?.type}`,
      ),
    );
    expect(proofs).toEqual(new Set(['helen loose', 'helen signed', 'priya signed', 'tom signed']));
    const seenByTom = await readHistory(tom.session.database, tom.session.kinds, 100);
    const ofPriya = seenByTom.find(({ device }) => device === priya.session.device);
    expect(ofPriya?.proof).toEqual({ person: 'priya', type: 'introduced' });
  });
});
