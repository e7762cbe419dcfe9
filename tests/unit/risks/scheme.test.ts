import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fiveByFive, presets, redAmberGreen, storm, stormChildSafety } from '#shared/domain/rating/presets.ts';
import {
  bandOf,
  bands,
  cellCode,
  cellName,
  cellOf,
  isAboveLine,
  lineEdges,
  priorities,
  readCellCode,
  type Band,
  type Cell,
  type Level,
  type Scheme,
} from '#shared/domain/rating/scheme.ts';
import { schemeFaults } from '#shared/domain/rating/scheme-faults.ts';

const cell = (code: string): Cell => {
  const [likelihood = '', impact = ''] = code.split('-');
  return { likelihood, impact };
};
const counts = ({ cells }: Scheme) => bands.map((band) => cells.filter((one) => one.band === band).length).reverse();
const levels = (codes: string): Level[] => Array.from(codes, (code) => ({ code, label: '', description: '' }));

/** Schemes with any line and colours whatever, most of them faulty. */
const someScheme: fc.Arbitrary<Scheme> = fc
  .record({
    rows: fc.integer({ min: 2, max: 5 }),
    columns: fc.integer({ min: 2, max: 5 }),
    dice: fc.infiniteStream(fc.nat(5)),
  })
  .map(({ rows, columns, dice }) => {
    const likelihood = levels('ABCDE').slice(0, rows);
    const impact = levels('VWXYZ').slice(0, columns);
    const cells = likelihood.flatMap((row) =>
      impact.map((column) => {
        const die = dice.next().value as number;
        return { likelihood: row.code, impact: column.code, above: die % 2 === 0, band: bands[die % 3] as Band };
      }),
    );
    return { name: 'Drawn by lot', likelihood, impact, cells: priorities({ likelihood, impact, cells }) };
  });

/** Schemes whose line and colours follow from one mark a cell, which rises with both axes. */
const evenScheme: fc.Arbitrary<Scheme> = fc
  .record({
    rows: fc.integer({ min: 2, max: 10 }),
    columns: fc.integer({ min: 2, max: 10 }),
    amber: fc.integer({ min: 0, max: 20 }),
    red: fc.integer({ min: 0, max: 20 }),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ rows, columns, amber, red, weight }) => {
    const likelihood = levels('ABCDEFGHIJ').slice(0, rows);
    const impact = levels('KLMNOPQRST').slice(0, columns);
    const cells = likelihood.flatMap((row, y) =>
      impact.map((column, x) => {
        const mark = weight * (rows - y) + (columns - x);
        const band: Band = mark > amber + red ? 'red' : mark > amber ? 'amber' : 'green';
        return { likelihood: row.code, impact: column.code, above: mark > amber + red, band };
      }),
    );
    return { name: 'Even', likelihood, impact, cells: priorities({ likelihood, impact, cells }) };
  });

describe('the presets', () => {
  test('have as many red, amber and green cells as agreed', () => {
    expect(counts(storm)).toEqual([12, 6, 6]);
    expect(counts(stormChildSafety)).toEqual([13, 5, 6]);
    expect(counts(fiveByFive)).toEqual([6, 7, 12]);
    expect(counts(redAmberGreen)).toEqual([3, 3, 3]);
  });

  test('draw the line of Worcester 2012/13, and one cell further to keep children safe', () => {
    const above = (scheme: Scheme) => scheme.cells.filter((one) => one.above).map(cellCode);
    const worcester = 'A-I A-II A-III A-IV B-I B-II B-III C-I C-II C-III D-I D-II'.split(' ');
    expect(above(storm)).toEqual(worcester);
    expect(above(stormChildSafety)).toEqual([...worcester, 'E-I']);
    expect(storm.cells.filter(({ band }) => band === 'amber').map(cellCode)).toEqual(
      'B-IV C-IV D-III E-I E-II F-I'.split(' '),
    );
  });

  test('colour the 5x5 grid by the product of both levels', () => {
    for (const { likelihood, impact, band, above } of fiveByFive.cells) {
      const product = Number(likelihood) * Number(impact);
      expect([likelihood, impact, band]).toEqual([
        likelihood,
        impact,
        product >= 15 ? 'red' : product >= 8 ? 'amber' : 'green',
      ]);
      expect(above).toBe(product >= 15);
    }
  });

  test.each(presets.map((scheme) => [scheme.name, scheme] as const))('%s has no fault', (_, scheme) => {
    expect(schemeFaults(scheme)).toEqual({ blocks: [], warns: [] });
    expect(scheme.cells.map(({ priority }) => priority).sort((a, b) => a - b)).toEqual(
      scheme.cells.map((_, place) => place + 1),
    );
    for (const { code, label, description } of [...scheme.likelihood, ...scheme.impact]) {
      expect([code, label, description].every((words) => words !== '')).toBe(true);
    }
  });

  test('say in words what a cell is', () => {
    expect(cellName(storm, cell('C-II'))).toBe('C Significant, II Critical');
    expect(bandOf(storm, cell('D-III'))).toBe('amber');
    expect(isAboveLine(storm, cell('D-III'))).toBe(false);
    expect(cellOf(storm, cell('G-II'))).toBeNull();
    expect(() => isAboveLine(storm, cell('G-II'))).toThrow('no cell G-II');
  });
});

describe('the tolerance line', () => {
  test('runs along every edge between a cell above and one that is not, once', () => {
    fc.assert(
      fc.property(someScheme, (scheme) => {
        const rows = scheme.likelihood.map(({ code }) => code);
        const columns = scheme.impact.map(({ code }) => code);
        const wanted: string[] = [];
        for (const a of scheme.cells) {
          for (const b of scheme.cells) {
            const far = rows.indexOf(b.likelihood) - rows.indexOf(a.likelihood);
            const wide = columns.indexOf(b.impact) - columns.indexOf(a.impact);
            if (a.above && !b.above && Math.abs(far) + Math.abs(wide) === 1) {
              wanted.push(`${far === 0 ? 'impact' : 'likelihood'} ${cellCode(a)} ${cellCode(b)}`);
            }
          }
        }
        const drawn = lineEdges(scheme).map(
          ({ along, above, below }) => `${along} ${cellCode(above)} ${cellCode(below)}`,
        );
        expect(drawn.sort()).toEqual(wanted.sort());
      }),
    );
  });

  test('is the staircase of seven edges that Worcester drew on the STORM grid', () => {
    expect(lineEdges(storm).map(({ above, below }) => `${cellCode(above)}|${cellCode(below)}`)).toEqual([
      'A-IV|B-IV',
      'B-III|B-IV',
      'C-III|C-IV',
      'C-III|D-III',
      'D-I|E-I',
      'D-II|D-III',
      'D-II|E-II',
    ]);
  });
});

describe('faults of a scheme', () => {
  test('are found by the line and the colours as a look at all pairs finds them', () => {
    fc.assert(
      fc.property(someScheme, (scheme) => {
        const rows = scheme.likelihood.map(({ code }) => code);
        const columns = scheme.impact.map(({ code }) => code);
        const isUnder = (a: Cell, b: Cell) =>
          rows.indexOf(a.likelihood) >= rows.indexOf(b.likelihood) &&
          columns.indexOf(a.impact) >= columns.indexOf(b.impact);
        const pairs = scheme.cells.flatMap((a) =>
          scheme.cells.filter((b) => isUnder(a, b)).map((b) => [a, b] as const),
        );
        const types = new Set(schemeFaults(scheme).blocks.map(({ type }) => type));
        expect(types.has('LineNotMonotone')).toBe(pairs.some(([a, b]) => a.above && !b.above));
        const weight = { green: 0, amber: 1, red: 2 };
        expect(types.has('BandsNotMonotone')).toBe(pairs.some(([a, b]) => weight[a.band] > weight[b.band]));
        const parted = scheme.cells.some((a) => a.above && a.band === 'green');
        const redBelow = scheme.cells.some((a) => !a.above && a.band === 'red');
        const isUpsideDown = pairs.some(([a, b]) => a.band === 'red' && b.band === 'green') || (parted && redBelow);
        expect(types.has('RedBelowGreen')).toBe(isUpsideDown);
        for (const fault of schemeFaults(scheme).blocks) {
          if (fault.type === 'LineNotMonotone') {
            expect([cellOf(scheme, fault.lower)?.above, cellOf(scheme, fault.higher)?.above]).toEqual([true, false]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are none where line and colours rise with both axes', () => {
    fc.assert(
      fc.property(evenScheme, (scheme) => {
        expect(schemeFaults(scheme).blocks).toEqual([]);
      }),
    );
  });

  test('name the line that parts nothing, without stopping it', () => {
    const all = (above: boolean): Scheme => ({ ...storm, cells: storm.cells.map((one) => ({ ...one, above })) });
    expect(schemeFaults(all(true)).warns).toEqual([{ type: 'AllAbove' }]);
    expect(schemeFaults(all(false)).warns).toEqual([{ type: 'NoneAbove' }]);
    expect(schemeFaults(all(true)).blocks).toEqual([]);
  });

  test('name codes given twice, codes unfit, gaps and too few or many levels', () => {
    const types = (scheme: Scheme) => schemeFaults(scheme).blocks.map(({ type }) => type);
    const [first, ...others] = storm.likelihood;
    expect(types({ ...storm, likelihood: [first!, { ...first!, code: 'a' }, ...others] })).toEqual(['CodeTwice']);
    expect(types({ ...storm, likelihood: [{ ...first!, code: 'A-1' }, ...others] })).toEqual(['CodeUnfit']);
    expect(types({ ...storm, cells: storm.cells.slice(1) })).toEqual(['CellMissing']);
    expect(types({ ...storm, cells: [...storm.cells, storm.cells[0]!] })).toEqual(['CellTwice']);
    expect(types({ ...storm, cells: [...storm.cells, { ...storm.cells[0]!, impact: 'V' }] })).toEqual(['CellUnknown']);
    const oneRow = { ...storm, likelihood: [first!], cells: storm.cells.slice(0, 4) };
    expect(types(oneRow)).toEqual(['LevelCount']);
    const eleven = Array.from({ length: 11 }, (_, at): Level => ({ code: `L${at}`, label: '', description: '' }));
    const cells = eleven.flatMap(({ code }) =>
      storm.impact.map((column) => ({ ...storm.cells[0]!, likelihood: code, impact: column.code })),
    );
    expect(types({ ...storm, likelihood: eleven, cells })).toEqual(['LevelCount']);
  });
});

describe('priorities', () => {
  test('put a likelier or graver cell after a milder one, and no two on one place', () => {
    fc.assert(
      fc.property(evenScheme, ({ likelihood, impact, cells }) => {
        const place = new Map(cells.map((one) => [cellCode(one), one.priority]));
        expect(new Set(place.values()).size).toBe(cells.length);
        expect(Math.max(...place.values())).toBe(cells.length);
        for (const [y, row] of likelihood.entries()) {
          for (const [x, column] of impact.entries()) {
            const here = place.get(`${row.code}-${column.code}`)!;
            const right = place.get(`${row.code}-${impact[x + 1]?.code}`);
            const down = place.get(`${likelihood[y + 1]?.code}-${column.code}`);
            if (right !== undefined) expect(right).toBeLessThan(here);
            if (down !== undefined) expect(down).toBeLessThan(here);
          }
        }
      }),
    );
  });

  test('go by colour first, then by the product, then by the impact', () => {
    const order = storm.cells.toSorted((a, b) => b.priority - a.priority).map(cellCode);
    expect(order.join(' ')).toBe(
      'A-I B-I A-II C-I B-II D-I C-II A-III B-III D-II C-III A-IV E-I E-II D-III B-IV F-I C-IV E-III F-II D-IV F-III E-IV F-IV',
    );
  });
});

describe('codes from other people’s files', () => {
  const read = (text: string, scheme = storm) => {
    const result = readCellCode(scheme, text);
    return result.ok ? cellCode(result.value) : result.refusal.type;
  };

  test.each(['C-II', 'c-ii', ' C II ', 'CII', 'C2', 'C-2', 'c–2', 'C - II', 'CⅡ'])('%s is C-II', (text) => {
    expect(read(text)).toBe('C-II');
  });

  test.each(['G2', '2C', 'II-C', 'Likely', '', 'C', 'C5', 'C-V', 'CIIII', 'C2 high', '12'])('%s is refused', (text) => {
    expect(read(text)).toBe('UnknownCell');
  });

  test('the refusal lists what would do', () => {
    const result = readCellCode(storm, '2C');
    expect(result.ok ? [] : result.refusal.permitted).toEqual(
      ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((row) => ['I', 'II', 'III', 'IV'].map((column) => `${row}-${column}`)),
    );
  });

  test('a score is no cell, and a text for two cells is none', () => {
    expect(read('12', fiveByFive)).toBe('UnknownCell');
    expect(read('4-3', fiveByFive)).toBe('4-3');
    const level = (code: string): Level => ({ code, label: '', description: '' });
    const double = { name: '', likelihood: ['A', 'AB'].map(level), impact: ['BC', 'C'].map(level), cells: [] };
    expect(read('ABC', double)).toBe('UnknownCell');
    expect(read('AB-C', double)).toBe('AB-C');
  });

  test('reads back every code it writes, and nothing turned round', () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), fc.nat(), fc.constantFrom('-', ' ', ' – '), (scheme, pick, between) => {
        const one = scheme.cells[pick % scheme.cells.length]!;
        expect(read(`${one.likelihood}${between}${one.impact}`.toLowerCase(), scheme)).toBe(cellCode(one));
        const isLettered = scheme === storm || scheme === stormChildSafety;
        if (isLettered) expect(read(`${one.impact}${between}${one.likelihood}`, scheme)).toBe('UnknownCell');
      }),
    );
  });
});
