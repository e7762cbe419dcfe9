/**
 * Bundles that somebody made to do harm, signed all the same, looked for by coverage: what makes the readers go a new way is kept and harmed
 * further. Whatever it is, it is read or refused with a reason, soon, and never throws. PACKHORSE_FUZZ_MINUTES says for how long; unless told, a
 * few seconds. PACKHORSE_FUZZ_SEED begins elsewhere.
 */
import { Session } from 'node:inspector/promises';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { segmentMessage } from '#shared/bundle/segment.ts';
import { sha256, utf8 } from '#shared/bundle/web-crypto.ts';
import { signedHead, writeBundle } from '#shared/bundle/write-bundle.ts';
import { isHonest } from '#shared/changes/save.ts';
import { withUpdates } from '#shared/changes/text.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import { chanceFrom } from '#tests/support/harm.ts';
import { factsOf, fileOf, newLaptop, saveOf, sealed, workspace, type Laptop } from './making.ts';

const minutes = process.env['PACKHORSE_FUZZ_MINUTES'];
const lasting = minutes === undefined ? 3000 : Number(minutes) * 60_000;
const chance = chanceFrom(Number(process.env['PACKHORSE_FUZZ_SEED'] ?? 4));

/** What a bundle is written from: its list of contents and its sealed parts, as plain data. */
interface Recipe {
  readonly manifest: unknown;
  readonly segments: ReadonlyArray<unknown>;
}

const odd: ReadonlyArray<unknown> = [
  null,
  true,
  0,
  -1,
  1,
  2 ** 53,
  2 ** 53 - 1,
  1e308,
  0.5,
  '',
  'a',
  '__proto__',
  'constructor',
  '../../x',
  'CON',
  '\uD800',
  '\u0000',
  '\u202Etxt',
  'x'.repeat(400),
  'A'.repeat(88),
  [],
  {},
  [[]],
  { __proto__: null, constructor: 1 },
];

const oddKeys = ['x', '', 'constructor', '__proto__', 'a/b', 'x'.repeat(300), '\u0000', 'newer'];

function pick<Value>(list: ReadonlyArray<Value>): Value | undefined {
  return list[Math.floor(chance() * list.length)];
}

/** The same data with something in it replaced, left out, doubled or put elsewhere. */
function harmed(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || chance() < 0.08 + depth * 0.04) return pick(odd);
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as unknown[])];
    const at = Math.floor(chance() * (list.length + 1));
    const way = chance();
    if (way < 0.15) list.splice(at, 1);
    else if (way < 0.3) list.splice(at, 0, list[at] ?? pick(odd));
    else if (way < 0.4) list.reverse();
    else if (at < list.length) list[at] = harmed(list[at], depth + 1);
    return list;
  }
  const entries = Object.entries(value);
  const entry = pick(entries);
  if (entry === undefined) return { x: pick(odd) };
  const [key, inside] = entry;
  const way = chance();
  if (way < 0.1) return Object.fromEntries(entries.filter(([other]) => other !== key));
  if (way < 0.18) return { ...value, [pick(oddKeys) ?? 'x']: inside };
  return { ...value, [key]: harmed(inside, depth + 1) };
}

async function written({ manifest, segments }: Recipe, by: Laptop): Promise<Uint8Array> {
  const parts = segments.map((segment) => utf8(canonicalJson(segment)));
  const packed = deflateSync(Uint8Array.from(parts.flatMap((part) => [...part])));
  const listed = await Promise.all(
    parts.map(async (bytes, at) => {
      const { device = 'helen-1', from = 1, to = 1 } = (segments[at] ?? {}) as Record<string, unknown>;
      const signature = bytesToBase64(await by.sign(segmentMessage(workspace, await sha256(bytes))));
      return { device, from, to, size: bytes.length, signature };
    }),
  );
  const plain = typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest) ? manifest : { manifest };
  const facts = {
    segments: listed,
    packed: { size: packed.length, sha256: await sha256(packed) },
    files: [],
    ...plain,
  };
  const head = await signedHead(utf8(canonicalJson(facts)), by.sign);
  return Uint8Array.from([...head, ...packed]);
}

async function seeds(by: Laptop): Promise<ReadonlyArray<Recipe>> {
  const { devices, ...facts } = factsOf(by, [], {
    recent: [{ no: 1, at: 1, from: {}, to: { 'helen-1': 2 } }],
    note: 'For the Board',
  });
  const manifest = {
    ...facts,
    devices: devices.map(({ signKey, ...device }) => ({ ...device, signKey: bytesToBase64(signKey) })),
  };
  const saves = [1, 2, 3].map((seq) =>
    saveOf('helen-1', seq, {
      deps: { 'priya-1': seq },
      reverts: seq === 3 ? { type: 'undo', seq: 2 } : null,
      edits: [
        { kind: 'meeting', record: 'm-1', path: 'roles/chair', value: true, over: [['priya-1', 1]] },
        { kind: 'paper', record: 'p-1', path: 'body', value: 'AAA=', over: [] },
      ],
    }),
  );
  const segments = (await sealed(by, saves)).map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  return [
    { manifest, segments },
    { manifest, segments: [] },
  ];
}

/** Which stretches of the readers have been run since the last time. */
async function coverageOf(session: Session): Promise<ReadonlySet<string>> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const found = new Set<string>();
  for (const { url, functions } of result) {
    if (!/shared\/(bundle|kernel|changes)\//.test(url)) continue;
    for (const { ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges)
        if (count > 0) found.add(`${url} ${startOffset} ${endOffset}`);
    }
  }
  return found;
}

test('whatever is signed, it is read or refused with a reason, and soon', { timeout: lasting + 60_000 }, async () => {
  const helen = await newLaptop('helen-1');
  const corpus = [...(await seeds(helen))];
  const plain = await writeBundle(
    factsOf(helen),
    { segments: await sealed(helen, [saveOf('helen-1', 1)]), files: [await fileOf('A file')] },
    helen.sign,
  );
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Set<string>();
  const reasons = new Map<string, number>();
  let [tried, slowest] = [0, 0];
  const until = performance.now() + lasting;
  while (performance.now() < until) {
    const batch: Recipe[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      const from = pick(corpus);
      if (from === undefined) continue;
      const isManifest = from.segments.length === 0 || chance() < 0.4;
      const recipe = isManifest
        ? { ...from, manifest: harmed(from.manifest) }
        : { ...from, segments: from.segments.map((segment) => (chance() < 0.7 ? harmed(segment) : segment)) };
      batch.push(recipe);
      const bytes = await written(recipe, helen);
      // Now and then a byte besides, or another bundle harmed as it travels.
      const raw = chance() < 0.2 ? plain.slice() : bytes;
      if (chance() < 0.2) raw[Math.floor(chance() * raw.length)] = Math.floor(chance() * 256);
      const began = performance.now();
      const result = await readBundle(raw, workspace);
      slowest = Math.max(slowest, performance.now() - began);
      tried += 1;
      const reason = result.ok ? 'read' : result.refusal.type;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (!result.ok) continue;
      for (const { read } of result.value.segments) {
        for (const save of read.saves) {
          expect(isHonest(save)).toBe(true);
          // Whatever passes for a text's update is taken into the text or refused, never thrown.
          withUpdates(
            null,
            save.edits.map(({ value }) => (typeof value === 'string' ? value : '')),
          );
        }
      }
    }
    const news = [...(await coverageOf(session))].filter((stretch) => !seen.has(stretch));
    for (const stretch of news) seen.add(stretch);
    if (news.length > 0 && corpus.length < 2000) corpus.push(...batch);
  }
  session.disconnect();
  if (minutes !== undefined)
    console.log(
      `${tried} bundles, ${seen.size} stretches, slowest ${slowest.toFixed(0)} ms`,
      Object.fromEntries(reasons),
    );
  expect(slowest).toBeLessThan(2000);
  expect(tried).toBeGreaterThan(50);
  // It gets past the signature, or it would find nothing out.
  expect([...reasons.keys()]).toEqual(expect.arrayContaining(['read', 'Malformed']));
  expect(Object.prototype).not.toHaveProperty('x');
});
