/**
 * Keeps short what is told of a large change to everything that follows the database, in this window and in the others.
 *
 * Dexie tells which keys were touched, key by key, and whoever hears of it copies and walks through them on the thread that draws: for an
 * import of 20,000 records that is taken back, the window stood still for a fifth of a second. From some hundred keys on it is told that
 * anything in that table or index may have changed: what is shown of it is read again, which it would have been anyway.
 */
import { RangeSet, type Dexie, type ObservabilitySet } from 'dexie';

/** Of the tree in which the keys are told: some 150 to 500 of them. */
const deepest = 9;

export function tellInRanges(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'tellInRanges',
    // Below Dexie's own that tells of changes, which is at 0: it has written down the keys and not told them yet.
    level: -1,
    create: (core) => {
      const shorten = (parts: ObservabilitySet): void => {
        for (const [part, { d: depth }] of Object.entries(parts))
          if (depth > deepest) parts[part] = new RangeSet(core.MIN_KEY, core.MAX_KEY);
      };
      return {
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (asked) => {
              if (asked.mutatedParts !== undefined) shorten(asked.mutatedParts);
              return table.mutate(asked);
            },
          };
        },
      };
    },
  });
}
