/**
 * Hears when the disk fails in the midst of a write, and has nothing written behind half an entry (fresh-log.ts says why).
 *
 * A browser that could not write lets the transaction go with an error of its own, and closes every connection, in whatever
 * windows and workers; both are listened to.
 */
import type { Dexie } from 'dexie';
import { hearDiskFault, logMayBeTorn, refuseTornLog } from './fresh-log.ts';

export function writeBehindNoTornLog(database: Dexie): void {
  // Dexie tells of its own closing too; only the browser's counts. Opened again, it is another connection.
  const listen = (): void => database.backendDB().addEventListener('close', logMayBeTorn);
  database.on('ready', listen, true);
  database.use({
    stack: 'dbcore',
    name: 'writeBehindNoTornLog',
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) => {
        if (mode === 'readonly') return core.transaction(tables, mode, options);
        refuseTornLog();
        const transaction = core.transaction(tables, mode, options);
        hearDiskFault(transaction);
        return transaction;
      },
    }),
  });
}
