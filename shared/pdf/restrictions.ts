/** What the author of a file did not want done with it, for whoever opens it without the author's own password. */
export type Restriction = 'printing' | 'changing' | 'copying';

/** From the permissions a lock carries (PDF 32000-1, table 22): a bit that is not set bars something. */
export function restrictionsOf(permissions: number): ReadonlyArray<Restriction> {
  const bits: ReadonlyArray<readonly [number, Restriction]> = [
    [4, 'printing'],
    [8, 'changing'],
    [16, 'copying'],
  ];
  return bits.filter(([bit]) => (permissions & bit) === 0).map(([, restriction]) => restriction);
}
