/**
 * Has no two transactions write to a database at the same time, in whatever windows and workers.
 *
 * Chromium lets transactions over different tables write side by side. Where it is killed while one of them writes a file and another
 * writes too, it finds at the next start that it cannot take both back, calls the database corrupt and throws all of it away. Every
 * transaction that writes therefore claims one table in common, and the browser has them wait for one another.
 */
import type { Dexie } from 'dexie';

/** Small, and there in every version. */
const claimed = 'meta';

export function oneWriterAtATime(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'oneWriterAtATime',
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) =>
        core.transaction(
          mode === 'readwrite' && !tables.includes(claimed) ? [...tables, claimed] : tables,
          mode,
          options,
        ),
    }),
  });
}
