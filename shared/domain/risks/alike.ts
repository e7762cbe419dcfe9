/** Whether two risks may be one and the same, told by their names. */

/** A name without capitals, marks, small words, plurals and order: “Loss of school places” and “School places, loss of” are alike. */
export function bareName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !/^(?:a|an|and|for|in|of|on|or|the|to)$/.test(word));
  return telling
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''))
    .sort()
    .join(' ');
}

interface Named {
  readonly id: string;
  readonly number: number;
  readonly shortName: string;
}

/** The risk whose name says the same as this one; `null` where none does. */
export function alikeRisk<Risk extends Named>(name: string, risks: ReadonlyArray<Risk>): Risk | null {
  const wanted = bareName(name);
  return wanted === '' ? null : (risks.find(({ shortName }) => bareName(shortName) === wanted) ?? null);
}
