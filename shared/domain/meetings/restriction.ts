/**
 * Items kept from the public: on which ground, and what is still wanting.
 *
 * Source: Local Government Act 1972, Schedule 12A, Part 1, paragraphs 1 to 7 (as it stands for England since 2006), each
 * subject to the public-interest test of paragraph 10; and, for a body that the Act does not bind, its own Chair's ruling.
 */
/** The paragraphs, and confidentiality ruled by the body's own Chair where the Act does not bind it. */
export const restrictionGrounds = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'ruling'] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

interface GroundWords {
  /** Short, for lists: `Paragraph 3: financial or business affairs`. */
  readonly name: string;
  /** What the ground covers, as the agenda states it. */
  readonly text: string;
}

const words: Readonly<Record<RestrictionGround, GroundWords>> = {
  p1: { name: 'Paragraph 1: an individual', text: 'Information relating to any individual.' },
  p2: {
    name: 'Paragraph 2: identity of an individual',
    text: 'Information which is likely to reveal the identity of an individual.',
  },
  p3: {
    name: 'Paragraph 3: financial or business affairs',
    text: 'Information relating to the financial or business affairs of any particular person, including the authority holding it.',
  },
  p4: {
    name: 'Paragraph 4: labour relations',
    text: 'Information relating to consultations or negotiations on a labour relations matter.',
  },
  p5: {
    name: 'Paragraph 5: legal privilege',
    text: 'Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.',
  },
  p6: {
    name: 'Paragraph 6: proposed notices or orders',
    text: 'Information which reveals that the authority proposes to give a notice, or to make an order or direction, under an enactment.',
  },
  p7: {
    name: 'Paragraph 7: crime',
    text: 'Information relating to action taken in connection with the prevention, investigation or prosecution of crime.',
  },
  ruling: {
    name: 'Ruling of the Chair',
    text: 'Ruled confidential by the Chair under the body’s own rules.',
  },
};

export function groundInWords(ground: RestrictionGround): string {
  return words[ground].name;
}

/** The ground in full, as it is printed on an agenda. */
export function groundInFull(ground: RestrictionGround): string {
  return words[ground].text;
}

export type MissingFromRestriction = 'ground' | 'reason' | 'both';

/** What an agenda item says about its restriction. */
export interface Restriction {
  readonly isRestricted: boolean;
  readonly ground: RestrictionGround | null;
  readonly groundReason: string;
}

/** What a restricted item still wants before its pack can be issued; `null` when nothing does or it is not restricted. */
export function missingFromRestriction(item: Restriction): MissingFromRestriction | null {
  if (!item.isRestricted) return null;
  const hasReason = item.groundReason.trim() !== '';
  if (item.ground === null) return hasReason ? 'ground' : 'both';
  return hasReason ? null : 'reason';
}

/** A sentence: `It needs a ground and a reason before the pack is issued.` */
export function missingInWords(missing: MissingFromRestriction): string {
  const what = missing === 'both' ? 'a ground and a reason' : `a ${missing}`;
  return `It needs ${what} before the pack is issued.`;
}

/** For a tag: `Ground and reason missing`. */
export function missingTag(missing: MissingFromRestriction): string {
  return missing === 'both' ? 'Ground and reason missing' : missing === 'ground' ? 'Ground missing' : 'Reason missing';
}
