import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeInWords, mappedCell, mappingBySameCodes, movementOf } from '#shared/domain/rating/position.ts';
import { fiveByFive, presets, storm, stormChildSafety } from '#shared/domain/rating/presets.ts';
import type { Cell, Scheme } from '#shared/domain/rating/scheme.ts';

const cell = (code: string): Cell => {
  const [likelihood = '', impact = ''] = code.split('-');
  return { likelihood, impact };
};
const move = (from: string, to: string, scheme: Scheme = storm) => movementOf(scheme, cell(from), cell(to));
const brief = (from: string, to: string, scheme?: Scheme) => {
  const movement = move(from, to, scheme);
  if (!('crossed' in movement)) return movement.type;
  return [movement.type, ...movement.changes.map(changeInWords), movement.crossed].join(' | ');
};

describe('the movement of a risk', () => {
  test.each([
    ['C-II', 'B-II', 'up | C to B | '],
    ['C-I', 'D-I', 'down | C to D | '],
    ['B-II', 'B-II', 'unchanged | '],
    ['D-III', 'C-II', 'up | D to C | III to II | above'],
    ['C-III', 'D-III', 'down | C to D | below'],
    // Mixed: the colour decides, and where it is the same the risk went across.
    ['B-IV', 'D-II', 'up | B to D | IV to II | above'],
    ['D-II', 'B-IV', 'down | D to B | II to IV | below'],
    ['A-II', 'B-I', 'across | A to B | II to I | '],
    ['E-II', 'D-III', 'across | E to D | II to III | '],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(brief(from, to)).toBe(words);
  });

  test('says which side was not rated, and does not compare what no scheme places', () => {
    expect(movementOf(storm, null, cell('B-II'))).toEqual({ type: 'notRated', missing: 'previous' });
    expect(movementOf(storm, cell('B-II'), null)).toEqual({ type: 'notRated', missing: 'current' });
    expect(movementOf(storm, 'elsewhere', null)).toEqual({ type: 'notRated', missing: 'current' });
    expect(movementOf(storm, null, null)).toEqual({ type: 'notRated', missing: 'both' });
    expect(movementOf(storm, 'elsewhere', cell('B-II'))).toEqual({ type: 'notComparable' });
    expect(brief('4-3', 'B-II')).toBe('notComparable');
  });

  test('agrees, for any two cells, with the numbers of their levels', () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), fc.nat(), fc.nat(), (scheme, one, other) => {
        const from = scheme.cells[one % scheme.cells.length]!;
        const to = scheme.cells[other % scheme.cells.length]!;
        const place = ({ likelihood, impact }: Cell) => [
          scheme.likelihood.map(({ code }) => code).indexOf(likelihood),
          scheme.impact.map(({ code }) => code).indexOf(impact),
        ];
        // Index 0 is the worst, so less is up.
        const [[l0 = 0, i0 = 0], [l1 = 0, i1 = 0]] = [place(from), place(to)];
        const colour = 'green amber red'.indexOf(to.band) - 'green amber red'.indexOf(from.band);
        let wanted = 'across';
        if (l0 === l1 && i0 === i1) wanted = 'unchanged';
        else if (l1 <= l0 && i1 <= i0) wanted = 'up';
        else if (l1 >= l0 && i1 >= i0) wanted = 'down';
        else if (colour !== 0) wanted = colour > 0 ? 'up' : 'down';
        const movement = movementOf(scheme, from, to);
        expect(movement.type).toBe(wanted);
        if (!('crossed' in movement)) throw new Error('both cells are of the scheme');
        expect(movement.crossed === 'above').toBe(!from.above && to.above);
        expect(movement.crossed === 'below').toBe(from.above && !to.above);
        expect(movement.changes.reduce((sum, { steps }) => sum + steps, 0)).toBe(l0 - l1 + i0 - i1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a mapping between schemes', () => {
  test('of each cell to itself holds where the levels are the same, whatever the line', () => {
    const mapping = mappingBySameCodes(storm, stormChildSafety) ?? [];
    expect(mapping).toHaveLength(24);
    expect(mappedCell(mapping, cell('E-I'))).toEqual(cell('E-I'));
    expect(mappedCell(mapping, cell('G-I'))).toBeNull();
  });

  test('is not made up where a level differs or the order does', () => {
    expect(mappingBySameCodes(storm, fiveByFive)).toBeNull();
    expect(mappingBySameCodes(storm, { ...storm, likelihood: storm.likelihood.toReversed() })).toBeNull();
  });
});
