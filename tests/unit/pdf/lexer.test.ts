import { expect, it } from 'vitest';
import { Keyword, Lexer } from '#shared/pdf/lexer.ts';
import { Name, Ref, Verbatim, type PdfValue } from '#shared/pdf/objects.ts';
import { latin1 } from '#tests/support/pdf-maker.ts';

function readAll(text: string): Array<PdfValue | Keyword> {
  const lexer = new Lexer(latin1(text));
  const values: Array<PdfValue | Keyword> = [];
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) values.push(value);
  return values;
}

function written(value: PdfValue | Keyword | undefined): string {
  if (!(value instanceof Verbatim)) throw new Error('not kept byte for byte');
  return Buffer.from(value.bytes.subarray(value.start, value.end)).toString('latin1');
}

it('reads whole numbers, references and the end of a token', () => {
  expect(readAll('12 -7 12 0 R 12 0 obj 5 0 Rx')).toEqual([
    12,
    -7,
    new Ref(12),
    12,
    0,
    new Keyword('obj'),
    5,
    0,
    new Keyword('Rx'),
  ]);
});

it('keeps strings and reals byte for byte', () => {
  const values = readAll('(a\\)(b)\r\n) <48 65> 0.500 -.5 +7');
  expect(values.map(written)).toEqual(['(a\\)(b)\r\n)', '<48 65>', '0.500', '-.5', '+7']);
});

it('sees through escapes in names', () => {
  expect(readAll('/J#61vaScript /A#20B')).toEqual([new Name('JavaScript'), new Name('A B')]);
});

it('makes of muddled numbers what other readers make of them', () => {
  expect(readAll('--5 1.2.3 12-34 .').map((value) => (value instanceof Verbatim ? written(value) : value))).toEqual([
    '-5.000000',
    '1.200000',
    '12.000000',
    0,
  ]);
});

it('leaves an unclosed string empty, for what follows is not part of it', () => {
  expect(readAll('(never closed').map(written)).toEqual(['()']);
  expect(readAll('<4865').map(written)).toEqual(['()']);
  expect(readAll('<48zz65>').map(written)).toEqual(['<4865>']);
});

it('reads dictionaries with comments, nulls, missing values and missing ends', () => {
  expect(readAll('<</A 1%no\n/B[1 2/C]/D null>>')).toEqual([
    new Map<string, PdfValue>([
      ['A', 1],
      ['B', [1, 2, new Name('C')]],
    ]),
  ]);
  expect(readAll('<</A>> 3')).toEqual([new Map(), 3]);
  expect(new Lexer(latin1('<</A 1 endobj 2')).next()).toEqual(new Map([['A', 1]]));
});

it('ends on nesting without end', () => {
  expect(readAll('['.repeat(100_000))).toHaveLength(1);
  expect(readAll('<</A'.repeat(100_000))).toHaveLength(1);
});
