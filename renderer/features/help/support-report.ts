/** What whoever helps needs to know, and nothing else: counts and versions, no names and no words of anybody's. */
import type { HostAbout } from '#shared/host/contract.ts';
import { readLogHeld, type Database } from '#renderer/data/database.ts';
import { readWaiting } from '#renderer/data/log.ts';
import { readRoom } from '#renderer/data/storage.ts';

export async function writeSupportReport(
  database: Database,
  tables: ReadonlyArray<{ readonly table: string; readonly label: string }>,
  about: HostAbout,
): Promise<string> {
  const [log, unread, waiting, files, bin, room] = await Promise.all([
    readLogHeld(database),
    database.unread.count(),
    readWaiting(database),
    database.files.count(),
    database.bin.count(),
    readRoom(),
  ]);
  const counts = await Promise.all(
    tables.map(async ({ table, label }) => `${label}: ${await database.table(table).count()}`),
  );
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
  return [
    'Packhorse support report',
    `Version: ${about.version}`,
    `Running: ${about.kind === 'electron' ? 'as an app of its own' : 'in a browser window'} on ${about.platform}`,
    `Engine: ${navigator.userAgent}`,
    `Window: ${window.innerWidth} by ${window.innerHeight}, scale ${window.devicePixelRatio}`,
    `Text size: ${document.documentElement.dataset['textSize'] ?? '100'}`,
    room === null ? 'Room: not known' : `Room: ${megabytes(room.usedBytes)} in use, ${megabytes(room.leftBytes)} left`,
    `Saves: ${Object.values(log?.held ?? {}).reduce((sum, held) => sum + held, 0)}`,
    `Edits this version cannot read: ${unread}`,
    `Saves waiting for others: ${waiting.length}`,
    `Files: ${files}`,
    `In the bin: ${bin}`,
    ...counts,
  ].join('\n');
}
