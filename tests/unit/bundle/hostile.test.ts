/** Bundles that somebody damaged or made to do harm: each is refused whole, with its own reason. */
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockBundle, unlockBundle } from '#shared/bundle/lock.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import type { BundleRefusal } from '#shared/bundle/refusal.ts';
import { segmentMessage, type SealedSegment } from '#shared/bundle/segment.ts';
import { sha256, utf8 } from '#shared/bundle/web-crypto.ts';
import { bundleMark, signedHead, writeBundle } from '#shared/bundle/write-bundle.ts';
import type { Save } from '#shared/changes/save.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import {
  factsOf,
  fileOf,
  lockedWith,
  newLaptop,
  plainBundle,
  saveOf,
  savesOf,
  sealed,
  workspace,
  type Laptop,
} from './making.ts';

let helen: Laptop;
let priya: Laptop;
let plain: Uint8Array;

beforeAll(async () => {
  [helen, priya] = await Promise.all([newLaptop('helen-1'), newLaptop('priya-1')]);
  plain = await plainBundle(helen);
});

async function refusalOf(bytes: Uint8Array): Promise<BundleRefusal | 'taken'> {
  const result = await readBundle(bytes, workspace);
  return result.ok ? 'taken' : result.refusal;
}

function joined(...pieces: ReadonlyArray<Uint8Array>): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** A bundle whose list of contents is written by hand and signed all the same. */
async function withManifest(text: string, body: Uint8Array = new Uint8Array()): Promise<Uint8Array> {
  return joined(await signedHead(utf8(text), helen.sign), body);
}

async function plainManifest(more: Readonly<Record<string, unknown>> = {}): Promise<Readonly<Record<string, unknown>>> {
  const { devices, ...facts } = factsOf(helen);
  const named = devices.map(({ signKey, ...device }) => ({ ...device, signKey: bytesToBase64(signKey) }));
  return {
    ...facts,
    devices: named,
    segments: [],
    packed: { size: 0, sha256: await sha256(new Uint8Array()) },
    files: [],
    ...more,
  };
}

/** A segment of these exact bytes, with Helen's own signature. */
async function segmentOf(bytes: Uint8Array, to = 1): Promise<SealedSegment> {
  const hash = await sha256(bytes);
  const signature = await helen.sign(segmentMessage(workspace, hash));
  return { device: 'helen-1', from: 1, to, hash, signature, bytes };
}

async function bundleOf(...segments: ReadonlyArray<SealedSegment>): Promise<Uint8Array> {
  return writeBundle(factsOf(helen, [priya]), { segments, files: [] }, helen.sign);
}

function segmentText(saves: ReadonlyArray<unknown>, more: Readonly<Record<string, unknown>> = {}): string {
  const usual = { format: 1, workspace, device: 'helen-1', from: 1, to: saves.length, previous: null };
  return canonicalJson({ ...usual, saves, ...more });
}

const signedText = async (text: string, to = 1): Promise<Uint8Array> => bundleOf(await segmentOf(utf8(text), to));
const signedSaves = (saves: ReadonlyArray<Partial<Save> | object>): Promise<Uint8Array> =>
  signedText(segmentText(saves), saves.length);

describe('a file that is', () => {
  it('empty, or something else, is told from a damaged one', async () => {
    expect(await refusalOf(new Uint8Array())).toEqual({ type: 'Empty' });
    expect(await refusalOf(utf8('%PDF-1.7 and so on'))).toEqual({ type: 'NotABundle' });
    const unlock = async (bytes: Uint8Array) => unlockBundle(bytes, { keys: [priya.ageKey], passphrase: 'x' });
    expect(await unlock(new Uint8Array())).toEqual({ ok: false, refusal: { type: 'Empty' } });
    expect(await unlock(utf8('PK\u0003\u0004'))).toEqual({ ok: false, refusal: { type: 'NotABundle' } });
  });

  it('cut short anywhere', async () => {
    for (let length = 0; length < plain.length; length += 7) {
      expect(await refusalOf(plain.subarray(0, length))).not.toBe('taken');
    }
    const locked = await lockBundle(joined(plain, new Uint8Array(200_000)), { keys: [priya.facts.ageKey] });
    for (let length = 1; length < locked.length; length += 64 * 1024) {
      const result = await unlockBundle(locked.subarray(0, length), { keys: [priya.ageKey], passphrase: null });
      expect(result.ok).toBe(false);
    }
  });

  it('longer than it should be', async () => {
    expect(await refusalOf(joined(plain, new Uint8Array(1)))).toEqual({
      type: 'Damaged',
      what: 'more than it should be',
    });
    const locked = await lockBundle(plain, { keys: [priya.facts.ageKey] });
    const result = await unlockBundle(joined(locked, new Uint8Array(1)), { keys: [priya.ageKey], passphrase: null });
    expect(result).toEqual({ ok: false, refusal: { type: 'Damaged', what: 'changed on its way' } });
  });

  it('changed by one bit anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(plain.length - 1), fc.nat(7), async (at, bit) => {
        const changed = plain.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(await refusalOf(changed)).not.toBe('taken');
      }),
      { numRuns: 400 },
    );
  });

  it('locked at a cost nobody can pay, or for thousands', async () => {
    const locked = await lockedWith(plain, 'x');
    const costly = utf8(Buffer.from(locked).toString('latin1').slice(0, 150).replace(/ 10\n/, ' 30\n'));
    expect((await unlockBundle(costly, { keys: [], passphrase: 'x' })).ok).toBe(false);
    const many = utf8(`age-encryption.org/v1\n${'-> X25519 AAAA\nBBBB\n'.repeat(3000)}--- AAAA\n`);
    const result = await unlockBundle(many, { keys: [priya.ageKey], passphrase: null });
    expect(result).toEqual({ ok: false, refusal: { type: 'TooLarge', what: 'its lock' } });
  });
});

describe('a list of contents that', () => {
  it('is of a newer app', async () => {
    const text = canonicalJson(await plainManifest({ minReader: 2, app: '9.1', segments: 'in another way' }));
    expect(await refusalOf(await withManifest(text))).toEqual({ type: 'NewerApp', app: '9.1' });
  });

  it('is of a newer app and can be read all the same', async () => {
    const text = canonicalJson(await plainManifest({ format: 2, colour: 'blue' }));
    expect(await refusalOf(await withManifest(text, deflateSync(new Uint8Array())))).toEqual({
      type: 'Damaged',
      what: 'more than it should be',
    });
  });

  it('is for another workspace', async () => {
    const other = await plainBundle(helen, { workspace: { id: 'w-2', name: 'Haverdale' } });
    expect(await refusalOf(other)).toEqual({ type: 'OtherWorkspace', name: 'Haverdale' });
  });

  it('stands in front of another bundle’s contents', async () => {
    const segments = await sealed(helen, savesOf('helen-1', 1, 3));
    const other = await writeBundle(factsOf(helen), { segments, files: [await fileOf('Another')] }, helen.sign);
    const headOf = (bytes: Uint8Array): number => {
      const at = bundleMark.length;
      return at + 4 + new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0) + 64;
    };
    const mixed = joined(plain.subarray(0, headOf(plain)), other.subarray(headOf(other)));
    expect(await refusalOf(mixed)).not.toBe('taken');
  });

  it('is signed by somebody else, or names no author', async () => {
    const forged = await writeBundle(factsOf(helen), { segments: [], files: [] }, priya.sign);
    expect(await refusalOf(forged)).toEqual({ type: 'Forged', device: 'helen-1' });
    const unnamed = await writeBundle({ ...factsOf(helen), author: 'tom-1' }, { segments: [], files: [] }, helen.sign);
    expect(await refusalOf(unnamed)).toEqual({ type: 'Forged', device: 'tom-1' });
  });

  it.each([
    ['of order one', '0100000000000000000000000000000000000000000000000000000000000000'],
    ['of order eight', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
    ['not the one way to write it', 'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['not on the curve', '0200000000000000000000000000000000000000000000000000000000000000'],
  ])('holds a key %s', async (_, hex) => {
    const weak = { ...priya.facts, signKey: Uint8Array.from(Buffer.from(hex, 'hex')) };
    const bytes = await writeBundle(
      { ...factsOf(helen), devices: [helen.facts, weak] },
      { segments: [], files: [] },
      helen.sign,
    );
    expect(await refusalOf(bytes)).toEqual({ type: 'WeakKey', device: 'priya-1' });
  });

  it('claims more than there is, or less', async () => {
    const segments = await sealed(helen, savesOf('helen-1', 1, 1));
    const [segment] = segments;
    if (segment === undefined) throw new Error('no segment');
    const entry = { ...segment, bytes: undefined, signature: bytesToBase64(segment.signature) };
    const packed = deflateSync(segment.bytes);
    const listed = { size: packed.length, sha256: await sha256(packed) };
    for (const size of [segment.bytes.length - 1, segment.bytes.length + 1, 60_000_000]) {
      const text = canonicalJson(await plainManifest({ segments: [{ ...entry, size }], packed: listed }));
      expect(await refusalOf(await withManifest(text, packed))).not.toBe('taken');
    }
    for (const more of [
      { packed: { ...listed, size: packed.length + 1 } },
      { packed: { ...listed, size: 2 ** 53 } },
      { packed: { ...listed, size: -1 } },
      { packed: { ...listed, sha256: 'a'.repeat(64) } },
      { files: [{ sha256: segment.hash, size: 1e15, type: '', pieceOf: null }] },
    ]) {
      expect(await refusalOf(await withManifest(canonicalJson(await plainManifest(more)), packed))).not.toBe('taken');
    }
  });

  it('unpacks to far more than it says', async () => {
    const bomb = deflateSync(new Uint8Array(20_000_000));
    const segment = await segmentOf(new Uint8Array(1000).fill(32));
    const entry = { ...segment, bytes: undefined, signature: bytesToBase64(segment.signature), size: 1000 };
    const text = canonicalJson(
      await plainManifest({ segments: [entry], packed: { size: bomb.length, sha256: await sha256(bomb) } }),
    );
    expect(await refusalOf(await withManifest(text, bomb))).toEqual({ type: 'Damaged', what: 'what it holds' });
  });

  it('has a list of contents that unpacks to more than it says, or says it unpacks to more than anything could', async () => {
    const bomb = deflateSync(new Uint8Array(20_000_000));
    const lengths = new Uint8Array(8);
    new DataView(lengths.buffer).setUint32(0, bomb.length);
    for (const [size, refusal] of [
      [1000, { type: 'Damaged', what: 'its list of contents' }],
      [31_000_000, { type: 'TooLarge', what: 'its list of contents' }],
      [2 ** 32 - 1, { type: 'TooLarge', what: 'its list of contents' }],
    ] as const) {
      new DataView(lengths.buffer).setUint32(4, size);
      expect(await refusalOf(joined(bundleMark, lengths, bomb, new Uint8Array(64)))).toEqual(refusal);
    }
  });

  it('holds a piece that reaches beyond the file it is of', async () => {
    const file = await fileOf('the end of it');
    for (const [from, size, isTaken] of [
      [10, 23, true],
      [11, 23, false],
      [2 ** 53 - 1, 23, false],
    ] as const) {
      const piece = { ...file, pieceOf: { sha256: file.sha256, size, from } };
      const bytes = await writeBundle(factsOf(helen), { segments: [], files: [piece] }, helen.sign);
      const refusal = { type: 'Malformed', what: 'a piece that reaches beyond its file' };
      expect(await refusalOf(bytes)).toEqual(isTaken ? 'taken' : refusal);
    }
  });

  it('says a thing twice', async () => {
    const text = canonicalJson(await plainManifest());
    const twice = text.replace('"no":1', '"no":1,"no":2');
    expect(await refusalOf(await withManifest(twice))).toEqual({ type: 'Malformed', what: 'its list of contents' });
    const two = await writeBundle(
      { ...factsOf(helen), devices: [helen.facts, helen.facts] },
      { segments: [], files: [] },
      helen.sign,
    );
    expect(await refusalOf(two)).toEqual({ type: 'Malformed', what: 'a laptop twice' });
  });

  it('goes down without end', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await refusalOf(await withManifest(deep))).toEqual({ type: 'Malformed', what: 'its list of contents' });
  });
});

describe('saves that', () => {
  it('are in a third officer’s name', async () => {
    const [own] = await sealed(helen, [saveOf('priya-1', 1)]);
    if (own === undefined) throw new Error('no segment');
    expect(await refusalOf(await bundleOf({ ...own, device: 'priya-1' }))).toEqual({
      type: 'Forged',
      device: 'priya-1',
    });
    expect(await refusalOf(await bundleOf(own))).not.toBe('taken');
  });

  it('are others than those that were signed', async () => {
    const [signed, other] = await Promise.all(
      ['Agreed', 'Denied'].map((note) => sealed(helen, [saveOf('helen-1', 1, { note })])),
    );
    const [first, second] = [signed?.[0], other?.[0]];
    if (first === undefined || second === undefined) throw new Error('no segment');
    expect(await refusalOf(await bundleOf({ ...first, bytes: second.bytes }))).toEqual({
      type: 'Forged',
      device: 'helen-1',
    });
  });

  it('name another device, workspace or place in the row than their signature', async () => {
    const theirs = segmentText([saveOf('priya-1', 1)], { device: 'priya-1' });
    expect(await refusalOf(await signedText(theirs))).toMatchObject({ type: 'Malformed' });
    for (const more of [{ workspace: 'w-2' }, { previous: 'a'.repeat(64) }, { from: 2, to: 2 }]) {
      expect(await refusalOf(await signedText(segmentText([saveOf('helen-1', 1)], more)))).toMatchObject({
        type: 'Malformed',
      });
    }
  });

  it('replace what their author cannot have seen', async () => {
    const edit = { kind: 'meeting', record: 'm-1', path: 'title', value: 'T' };
    for (const over of [
      ['helen-1', 1],
      ['helen-1', 9],
      ['priya-1', 3],
      ['nobody', 1],
    ] as const) {
      const save = saveOf('helen-1', 1, { deps: { 'priya-1': 2 }, edits: [{ ...edit, over: [over] }] });
      expect(await refusalOf(await signedText(segmentText([save], {})))).toMatchObject({ type: 'Malformed' });
    }
    const seen = saveOf('helen-1', 1, { deps: { 'priya-1': 2 }, edits: [{ ...edit, over: [['priya-1', 2]] }] });
    expect(await refusalOf(await signedText(segmentText([seen], {})))).toBe('taken');
  });

  it('are of a laptop nobody vouches for', async () => {
    const segments = await sealed(priya, savesOf('priya-1', 1, 1));
    const bytes = await writeBundle(factsOf(helen), { segments, files: [] }, helen.sign);
    expect(await refusalOf(bytes)).toEqual({ type: 'Forged', device: 'priya-1' });
  });

  it.each([
    ['numbered 0', [saveOf('helen-1', 0)]],
    ['numbered below 0', [saveOf('helen-1', -1)]],
    ['numbered beyond counting', [saveOf('helen-1', 2 ** 53)]],
    ['numbered as nothing', [{ ...saveOf('helen-1', 1), seq: null }]],
    ['out of order', [saveOf('helen-1', 2), saveOf('helen-1', 1)]],
    ['with a gap', [saveOf('helen-1', 1), saveOf('helen-1', 3)]],
    ['of another device', [saveOf('priya-1', 1)]],
    ['leaning on themselves', [saveOf('helen-1', 1, { deps: { 'helen-1': 1 } })]],
    [
      'with a field that is none',
      [saveOf('helen-1', 1, { edits: [{ kind: 'meeting', record: 'm', path: 'constructor', value: 1, over: [] }] })],
    ],
    [
      'with a record that is none',
      [saveOf('helen-1', 1, { edits: [{ kind: 'meeting', record: '../../x', path: 'title', value: 1, over: [] }] })],
    ],
  ])('are %s', async (_, saves) => {
    expect(await refusalOf(await signedSaves(saves))).toMatchObject({ type: 'Malformed' });
  });

  it('are hidden in keys that objects inherit', async () => {
    const text = segmentText([saveOf('helen-1', 1)]).replace('"value":"Title 1"', '"value":{"__proto__":{"x":1}}');
    expect(await refusalOf(await signedText(text))).toMatchObject({ type: 'Malformed' });
  });

  it('say a thing twice, or in another way', async () => {
    const text = segmentText([saveOf('helen-1', 1)]);
    for (const other of [
      text.replace('"note":""', '"note":"","note":"x"'),
      ` ${text}`,
      text.replace('"from":1', '"from":1.0'),
      `\uFEFF${text}`,
    ]) {
      expect(await refusalOf(await signedText(other))).toMatchObject({ type: 'Malformed' });
    }
  });

  it('are no text, or brackets without end', async () => {
    expect(await refusalOf(await bundleOf(await segmentOf(Uint8Array.of(0x22, 0xff, 0x22))))).toMatchObject({
      type: 'Malformed',
    });
    const deep = segmentText([saveOf('helen-1', 1)]).replace(
      '"Title 1"',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    );
    expect(await refusalOf(await signedText(deep))).toEqual({ type: 'Malformed', what: 'too deep' });
  });

  it('hold what a newer app writes are taken, and keep it in their bytes', async () => {
    const text = segmentText([{ ...saveOf('helen-1', 1), mood: 'good' }]);
    const result = await readBundle(await signedText(text), workspace);
    expect(result.ok && Buffer.from(result.value.segments[0]?.sealed.bytes ?? []).toString()).toBe(text);
  });

  it('hold half a sign, an empty sign or turned writing are text like any other', async () => {
    const save = saveOf('helen-1', 1, { note: 'half \uD800 nothing \u0000 turned \u202E' });
    const result = await readBundle(await signedSaves([save]), workspace);
    expect(result.ok && result.value.segments[0]?.read.saves[0]?.note).toBe(save.note);
  });
});
