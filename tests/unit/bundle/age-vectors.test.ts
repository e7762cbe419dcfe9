/** The lock against the vectors for age by C2SP (npm `cctv-age`): what age takes is taken, what it refuses is refused. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { expect, test } from 'vitest';
import { unlockBundle } from '#shared/bundle/lock.ts';

interface Vector {
  readonly facts: ReadonlyMap<string, ReadonlyArray<string>>;
  readonly file: Uint8Array;
}

/** Lines of `key: value`, an empty line, the file. */
function vectorIn(bytes: Uint8Array): Vector {
  const whole = Buffer.from(bytes);
  const end = whole.indexOf('\n\n');
  const facts = new Map<string, string[]>();
  for (const line of whole.subarray(0, end).toString().split('\n')) {
    const [key = '', value = ''] = line.split(/: (.*)/s);
    facts.set(key, [...(facts.get(key) ?? []), value]);
  }
  const file = whole.subarray(end + 2);
  return { facts, file: new Uint8Array(facts.get('compressed')?.[0] === 'zlib' ? inflateSync(file) : file) };
}

const all = Object.entries(vectors as unknown as Readonly<Record<string, Uint8Array>>)
  .filter(([, bytes]) => bytes instanceof Uint8Array)
  .map(([name, bytes]) => ({ name, ...vectorIn(bytes) }));

/** Files written as text are age too; our bundles are not, so that there is one way to write each. */
const asText = all.filter(({ facts }) => facts.get('armored')?.[0] === 'yes');

test('all vectors are there', () => {
  expect(all).toHaveLength(143);
  expect(asText.length).toBeLessThan(40);
});

test.each(all)('$name', async ({ facts, file, name }) => {
  const keys = facts.get('identity') ?? [];
  const [passphrase = null] = facts.get('passphrase') ?? [];
  const result = await unlockBundle(file, { keys, passphrase });
  const [expected] = facts.get('expect') ?? [];
  if (expected === 'success' && !asText.some((one) => one.name === name)) {
    expect(result.ok).toBe(true);
    const plain = result.ok ? result.value : new Uint8Array();
    expect(createHash('sha256').update(plain).digest('hex')).toBe(facts.get('payload')?.[0]);
  } else {
    expect(result.ok).toBe(false);
    if (!result.ok && asText.some((one) => one.name === name)) expect(result.refusal.type).toBe('NotABundle');
  }
});
