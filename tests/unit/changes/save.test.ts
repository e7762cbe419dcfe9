import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSave, type Save } from '#shared/changes/save.ts';

const good: Save = {
  device: 'laptop-1',
  seq: 2,
  at: 1024,
  deps: { 'laptop-2': 7 },
  by: 'Ada Fell',
  command: 'Planned a meeting',
  note: '',
  edits: [
    { kind: 'meeting', record: 'm-1', path: '$touch', value: true, over: [] },
    { kind: 'meeting', record: 'm-1', path: 'date', value: '2026-12-01', over: [['laptop-2', 7]] },
    { kind: 'seat', record: 's-1', path: 'roles/chair', value: false, over: [['laptop-1', 1]] },
  ],
  reverts: { type: 'undo', seq: 1 },
};

function withEdit(change: Readonly<Record<string, unknown>>): unknown {
  return { ...good, edits: [{ ...good.edits[1], ...change }] };
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** An object as JSON makes it, in which `__proto__` is a key like any other. */
function parsed(json: string): unknown {
  return JSON.parse(json);
}

test('reads a save as it was written', () => {
  expect(aSave(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, value: good });
  expect(aSave({ ...good, reverts: null, stray: 'kept out' })).toEqual({ ok: true, value: { ...good, reverts: null } });
});

const bad: ReadonlyArray<readonly [string, unknown]> = [
  ['nothing', null],
  ['a list', [good]],
  ['a text', 'save'],
  ['no device', { ...good, device: undefined }],
  ['a device with a capital', { ...good, device: 'Laptop' }],
  ['an endless device', { ...good, device: 'a'.repeat(65) }],
  ['sequence 0', { ...good, seq: 0 }],
  ['a negative sequence', { ...good, seq: -1 }],
  ['sequence 2^53', { ...good, seq: 2 ** 53 }],
  ['a sequence that is no number', { ...good, seq: Number.NaN }],
  ['half a sequence', { ...good, seq: 1.5 }],
  ['a sequence in words', { ...good, seq: '2' }],
  ['a stamp beyond all numbers', { ...good, at: Number.POSITIVE_INFINITY }],
  ['a stamp before 1970', { ...good, at: -1 }],
  ['dependencies as a list', { ...good, deps: [['laptop-2', 7]] }],
  ['a dependency on sequence 0', { ...good, deps: { 'laptop-2': 0 } }],
  ['a dependency on __proto__', { ...good, deps: parsed('{"__proto__": 3}') }],
  ['an endless author', { ...good, by: 'x'.repeat(301) }],
  ['an endless note', { ...good, note: 'x'.repeat(10_001) }],
  ['edits that are no list', { ...good, edits: { length: 1 } }],
  ['more edits than anyone can make', { ...good, edits: Array.from({ length: 100_001 }, () => good.edits[0]) }],
  ['a record called __proto__', withEdit({ record: '__proto__' })],
  ['a kind called __proto__', withEdit({ kind: '__proto__' })],
  ['a path called __proto__', withEdit({ path: '__proto__' })],
  ['a path called constructor', withEdit({ path: 'constructor' })],
  ['a path into a path', withEdit({ path: 'roles/chair/more' })],
  ['a path that climbs', withEdit({ path: '../title' })],
  ['an empty path', withEdit({ path: '' })],
  ['a path of our own marks', withEdit({ path: '_heads' })],
  ['a value with __proto__ in it', withEdit({ value: parsed('{"a": [{"__proto__": {"isAdmin": true}}]}') })],
  ['a value nested too deep', withEdit({ value: nested(66) })],
  ['a value nested beyond any stack', withEdit({ value: nested(100_000) })],
  ['a value that is not data', withEdit({ value: undefined })],
  ['a value that is no number', withEdit({ value: Number.NaN })],
  ['a dot of three parts', withEdit({ over: [['laptop-2', 7, 9]] })],
  ['a dot of one part', withEdit({ over: [['laptop-2']] })],
  ['a dot the wrong way round', withEdit({ over: [[7, 'laptop-2']] })],
  ['a dot with sequence 0', withEdit({ over: [['laptop-2', 0]] })],
  ['too many dots', withEdit({ over: Array.from({ length: 1001 }, () => ['laptop-2', 7]) })],
  ['a reverting of sequence 0', { ...good, reverts: { type: 'undo', seq: 0 } }],
  ['a reverting of another type', { ...good, reverts: { type: 'erase', seq: 1 } }],
];

test.each(bad)('refuses %s', (_what, value) => {
  expect(aSave(value)).toMatchObject({ ok: false, refusal: { type: 'NotAsExpected' } });
});

test('never throws, and what it lets in can be told again in JSON', () => {
  const anyShape = fc.record(
    {
      device: fc.oneof(fc.constant('laptop-1'), fc.anything()),
      seq: fc.oneof(fc.constant(2), fc.anything()),
      at: fc.oneof(fc.constant(9), fc.anything()),
      deps: fc.oneof(fc.constant({}), fc.anything()),
      by: fc.oneof(fc.constant('x'), fc.anything()),
      command: fc.constant('x'),
      note: fc.constant('x'),
      edits: fc.array(
        fc.record({
          kind: fc.oneof(fc.constant('meeting'), fc.anything()),
          record: fc.oneof(fc.constant('m-1'), fc.anything()),
          path: fc.oneof(fc.constant('title'), fc.string()),
          value: fc.anything(),
          over: fc.oneof(fc.constant([]), fc.anything()),
        }),
      ),
      reverts: fc.oneof(fc.constant(null), fc.anything()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anyShape, fc.anything()), (value) => {
      const result = aSave(value);
      if (result.ok) expect(aSave(JSON.parse(JSON.stringify(result.value))).ok).toBe(true);
    }),
  );
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});
