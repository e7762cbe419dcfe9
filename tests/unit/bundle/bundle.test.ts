import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockBundle, lockOf, unlockBundle } from '#shared/bundle/lock.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { mostSavesInSegment, readSegment } from '#shared/bundle/segment.ts';
import { safetyWords } from '#shared/bundle/safety-words.ts';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import { factsOf, newLaptop, plainBundle, savesOf, sealed, workspace, type Laptop } from './making.ts';

let helen: Laptop;
let priya: Laptop;
let tom: Laptop;

beforeAll(async () => {
  [helen, priya, tom] = await Promise.all([newLaptop('helen-1'), newLaptop('priya-1'), newLaptop('tom-1')]);
});

describe('a bundle', () => {
  it('gives what was put in: saves, files, and who vouches for them', async () => {
    const opened = await readBundle(await plainBundle(helen), workspace);
    if (!opened.ok) throw new Error(opened.refusal.type);
    const { manifest, author, segments, files } = opened.value;
    expect(segments.flatMap(({ read }) => read.saves)).toEqual(savesOf('helen-1', 1, 3));
    // A view would be kept with all that it looks into.
    for (const { sealed: part } of segments) expect(part.bytes.buffer.byteLength).toBe(part.bytes.length);
    expect(files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['A kept file']);
    expect([manifest.workspace.name, author.person]).toEqual(['Westmere', 'Officer helen-1']);
  });

  it('carries saves of others as their own laptop sealed them', async () => {
    const own = await sealed(priya, savesOf('priya-1', 1, 2));
    const theirs = await sealed(tom, savesOf('tom-1', 1, 1));
    const plain = await writeBundle(factsOf(priya, [tom]), { segments: [...own, ...theirs], files: [] }, priya.sign);
    const opened = await readBundle(plain, workspace);
    expect(opened.ok && opened.value.segments.map(({ read }) => [read.device, read.to])).toEqual([
      ['priya-1', 2],
      ['tom-1', 1],
    ]);
  });

  it('is opened by the laptops it is locked for and by no other', async () => {
    const plain = await plainBundle(helen);
    const locked = await lockBundle(plain, { keys: [priya.facts.ageKey, tom.facts.ageKey] });
    expect(lockOf(locked)).toEqual({ ok: true, value: 'keys' });
    for (const { ageKey } of [priya, tom]) {
      expect(await unlockBundle(locked, { keys: [ageKey], passphrase: null })).toEqual({ ok: true, value: plain });
    }
    const other = await unlockBundle(locked, { keys: [helen.ageKey], passphrase: 'anything' });
    expect(other).toEqual({ ok: false, refusal: { type: 'NotForThisLaptop' } });
  });

  it('is opened by its passphrase alone', async () => {
    const plain = await plainBundle(helen);
    const locked = await lockBundle(plain, { passphrase: 'six ponies cross the fell' }, 10);
    const open = (passphrase: string | null) => unlockBundle(locked, { keys: [priya.ageKey], passphrase });
    expect(await open('six ponies cross the fell')).toEqual({ ok: true, value: plain });
    expect(await open('six ponies cross the fel')).toEqual({ ok: false, refusal: { type: 'WrongPassphrase' } });
    expect(await open(null)).toEqual({ ok: false, refusal: { type: 'NeedsPassphrase' } });
  });

  it('of few saves is small', async () => {
    const sizes: number[] = [];
    for (const count of [1, 20, 200]) {
      const segments = await sealed(helen, savesOf('helen-1', 1, count));
      const plain = await writeBundle(factsOf(helen, [priya]), { segments, files: [] }, helen.sign);
      sizes.push((await lockBundle(plain, { keys: [priya.facts.ageKey] })).length);
    }
    expect(sizes[0]).toBeLessThanOrEqual(2000);
    expect(sizes[1]).toBeLessThanOrEqual(4000);
    expect(sizes[2]).toBeLessThanOrEqual(12_000);
  });

  it('of a relay still shows who made what is in it', async () => {
    const segments = await sealed(helen, savesOf('helen-1', 1, 3));
    const plain = await writeBundle(factsOf(priya, [helen]), { segments, files: [] }, priya.sign);
    const opened = await readBundle(plain, workspace);
    expect(opened.ok && opened.value.author.device).toBe('priya-1');
    expect(opened.ok && opened.value.segments[0]?.read.device).toBe('helen-1');
  });
});

describe('a segment', () => {
  it('ends after so many saves, and the next names it', async () => {
    const [first, second] = await sealed(helen, savesOf('helen-1', 1, mostSavesInSegment + 5));
    expect([first?.to, second?.from, second?.to]).toEqual([
      mostSavesInSegment,
      mostSavesInSegment + 1,
      mostSavesInSegment + 5,
    ]);
    const read = second === undefined ? null : readSegment(second.bytes, workspace);
    expect(read?.ok === true && read.value.previous).toBe(first?.hash);
  });

  it('gives back any saves', async () => {
    const value = fc
      .jsonValue({ maxDepth: 5 })
      .map((json) => JSON.parse(JSON.stringify(json).replaceAll('"__proto__"', '"p"')) as never);
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 6 }), async (values) => {
        const saves = values.map((one, at) => ({
          ...(savesOf('helen-1', at + 1, at + 1)[0] as never as object),
          edits: [{ kind: 'meeting', record: 'm-1', path: 'title', value: one, over: [] }],
        })) as never;
        const segments = await sealed(helen, saves);
        const read = segments.flatMap(({ bytes }) => {
          const result = readSegment(bytes, workspace);
          if (!result.ok) throw new Error(result.refusal.what);
          return result.value.saves;
        });
        expect(read).toEqual(saves);
      }),
      { numRuns: 60 },
    );
  });
});

describe('safety words', () => {
  it('are six, the same on both laptops, and others for every other key or device', async () => {
    const words = await safetyWords(workspace, 'helen-1', helen.facts.signKey);
    expect(words).toHaveLength(6);
    expect(words.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
    expect(await safetyWords(workspace, 'helen-1', helen.facts.signKey.slice())).toEqual(words);
    for (const other of [
      await safetyWords(workspace, 'helen-1', priya.facts.signKey),
      await safetyWords(workspace, 'helen-2', helen.facts.signKey),
      await safetyWords('w-2', 'helen-1', helen.facts.signKey),
    ]) {
      expect(other).not.toEqual(words);
    }
  });
});
