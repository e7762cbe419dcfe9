/** What a council wrote for a likelihood or an impact, and which level of ours is meant: said by the officer, never guessed from an order. */
import type { Axis, Scheme } from '#shared/domain/rating/scheme.ts';

/** The code of a level for each value found, `''` for “leave it unrated”. A value without an entry has not been decided. */
export type LevelMapping = Readonly<Record<string, string>>;

export function levelKey(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/**
 * The level that a value names by its own code or label: `C`, `Significant`, `C Significant`, `C - Significant`. A figure is a level only where
 * the scheme's codes are figures: of 1 to 5 nobody can tell from the sheet which end is the grave one.
 */
export function levelNamed(scheme: Scheme, axis: Axis, text: string): string | null {
  const said = levelKey(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const found = scheme[axis].filter(({ code, label }) => {
    const [small, word] = [code.toLowerCase(), levelKey(label)];
    return said === small || said === word || said === `${small} ${word}` || said === `${word} ${small}`;
  });
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

/** Every value of an axis that its own words do not decide, in the order of the sheet. */
export function undecidedValues(scheme: Scheme, axis: Axis, values: Iterable<string>): ReadonlyArray<string> {
  const found = new Map<string, string>();
  for (const value of values) {
    const key = levelKey(value);
    if (key !== '' && !found.has(key) && levelNamed(scheme, axis, value) === null) found.set(key, value.trim());
  }
  return [...found.values()];
}

/** `undefined` where nobody has said what is meant, `null` where it is to be left unrated. */
export function levelOf(scheme: Scheme, axis: Axis, text: string, mapping: LevelMapping): string | null | undefined {
  const decided = mapping[levelKey(text)];
  if (decided !== undefined) return decided === '' ? null : decided;
  return levelNamed(scheme, axis, text) ?? undefined;
}
