/** The quick way to see that a text is canonical says what the slow way says, of whatever text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, isCanonicalText } from '#shared/kernel/json.ts';

const keys = fc.oneof(
  fc.string(),
  fc.constantFrom('10', '9', '1', '01', '-1', '__proto__', 'constructor', 'a', 'b', ''),
);
const { value: data } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, 0, -0, 1e21, 1.5, 'x', 'é', '\u2028', '\ud800', '"\\/'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));

/** Written otherwise: keys as they come, one of them twice, blanks, needless escapes. */
const ways: ReadonlyArray<(value: unknown) => string> = [
  canonicalJson,
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 1),
  (value) => canonicalJson(value).replace('{"a":', '{"a":1,"a":'),
  (value) => canonicalJson(value).replace('x', String.raw`\u0078`),
  (value) => canonicalJson(value).replace('1.5', '1.50'),
];

test('is canonical by the quick way exactly where it is by the slow one', () => {
  let [canonical, other] = [0, 0];
  fc.assert(
    fc.property(data, fc.constantFrom(...ways), (value, write) => {
      const text = write(value);
      const parsed: unknown = JSON.parse(text);
      const is = canonicalJson(parsed) === text;
      if (is) canonical += 1;
      else other += 1;
      expect(isCanonicalText(text, parsed), text).toBe(is);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(canonical, other)).toBeGreaterThan(100);
});
