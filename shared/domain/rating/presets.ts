/**
 * Schemes to begin with. A board changes words, cells and line as it likes; what is agreed is kept as the register's own.
 *
 * Sources: the STORM line is the one Worcester City Council printed for 2012/13 (A1 to A4, B1 to B3, C1 to C3, D1 and D2 above);
 * its amber cells and all descriptions are ours, for no manual of the method was to hand.
 */
import { cellCode, priorities, type Band, type Level, type Scheme } from './scheme.ts';

const letters: Readonly<Record<string, Band>> = { r: 'red', a: 'amber', g: 'green' };

/** A scheme drawn as a picture: a row for each likelihood, a letter for each impact, likeliest and gravest first. Red is above. */
function drawn(
  name: string,
  likelihood: ReadonlyArray<Level>,
  impact: ReadonlyArray<Level>,
  picture: ReadonlyArray<string>,
): Scheme {
  const cells = likelihood.flatMap((row, y) =>
    impact.map((column, x) => {
      const band = letters[picture[y]?.[x] ?? ''];
      const cell = { likelihood: row.code, impact: column.code };
      if (band === undefined) throw new Error(`${name}: no colour is drawn for ${cellCode(cell)}`);
      return { ...cell, above: band === 'red', band };
    }),
  );
  return { name, likelihood, impact, cells: priorities({ likelihood, impact, cells }) };
}

function level(code: string, label: string, description: string): Level {
  return { code, label, description };
}

const stormLikelihood = [
  level('A', 'Very high', 'Expected; is happening or more than 90%'),
  level('B', 'High', 'More likely than not, 60 to 90%'),
  level('C', 'Significant', 'Realistic chance, 30 to 60%'),
  level('D', 'Low', 'Unlikely, 10 to 30%'),
  level('E', 'Very low', 'Very unlikely, 2 to 10%'),
  level('F', 'Almost impossible', 'Exceptional coincidence, less than 2%'),
];

const stormImpact = [
  level('I', 'Catastrophic', 'Vision unachievable; child death or serious harm linked to system failure; intervention'),
  level('II', 'Critical', 'A priority outcome lost; a partner withdraws; sustained adverse inspection or press'),
  level('III', 'Marginal', 'Delay or partial loss on one priority; recoverable in-year'),
  level('IV', 'Negligible', 'Inconvenience, absorbed by normal business'),
];

export const storm: Scheme = drawn('STORM 6x4', stormLikelihood, stormImpact, [
  'rrrr',
  'rrra',
  'rrra',
  'rrag',
  'aagg',
  'aggg',
]);

/** For boards that will not bear even a very low chance of a catastrophe to a child: E-I is above the line too. */
export const stormChildSafety: Scheme = drawn('STORM 6x4, cautious child safety', stormLikelihood, stormImpact, [
  'rrrr',
  'rrra',
  'rrra',
  'rrag',
  'ragg',
  'aggg',
]);

export const fiveByFive: Scheme = drawn(
  '5x5',
  [
    level('5', 'Almost certain', 'Will happen, or is happening already'),
    level('4', 'Likely', 'Will happen more often than not'),
    level('3', 'Possible', 'May well happen within the plan'),
    level('2', 'Unlikely', 'Could happen, and is not expected to'),
    level('1', 'Rare', 'Would happen in exceptional circumstances only'),
  ],
  [
    level('5', 'Very serious', 'The body cannot do what it is there for'),
    level('4', 'Major', 'A priority is lost, or trust in the body is'),
    level('3', 'Moderate', 'A priority is set back by more than a year'),
    level('2', 'Minor', 'A delay that is made up for within the year'),
    level('1', 'Slight', 'Hardly noticed outside the body'),
  ],
  ['rrrag', 'rraag', 'raagg', 'aaggg', 'ggggg'],
);

/** For local committees that want no more than red, amber and green. */
export const redAmberGreen: Scheme = drawn(
  'RAG 3x3',
  [
    level('H', 'High', 'More likely than not'),
    level('M', 'Medium', 'A realistic chance'),
    level('L', 'Low', 'Unlikely'),
  ],
  [
    level('H', 'High', 'Children, families or the committee’s standing are badly hurt'),
    level('M', 'Medium', 'Part of the plan is delayed or lost'),
    level('L', 'Low', 'Put right in the ordinary course of work'),
  ],
  ['rra', 'rag', 'agg'],
);

export const presets: ReadonlyArray<Scheme> = [storm, stormChildSafety, fiveByFive, redAmberGreen];
