import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { oneOf, type Decode } from '#shared/kernel/decode.ts';

/** The three parts of the United Kingdom that have bank holidays of their own. */
export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;

export type Nation = (typeof nations)[number];

export const aNation: Decode<Nation> = oneOf(nations);

const nationNames: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export function nationInWords(nation: Nation): string {
  return nationNames[nation];
}

export interface BankHoliday {
  readonly date: CivilDate;
  readonly name: string;
  /** Whether it stands in for a day that fell on a weekend. */
  readonly substitute: boolean;
  /** `published` by the government, or `expected` from the rules of the law as it stands. */
  readonly standing: 'published' | 'expected';
}
