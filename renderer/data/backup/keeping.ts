/** Which backups stay: the newest, one for each day of a week, one for each week of a month, as far as there is room. */
import type { Shelved } from './shelf.ts';

const day = 24 * 60 * 60 * 1000;
const daysKept = 7;
const weeksKept = 5;
const alwaysKept = 2;

/** Together they take no more than this, in bytes; the newest two stay whatever their size. */
export const mostOnShelf = 500 * 1024 * 1024;

/** How old a backup may be before another is due, in milliseconds: less than a day, for nobody sits down at the same minute. */
export const dueAfter = 20 * 60 * 60 * 1000;

/** The names of those to be let go. */
export function toLetGo(backups: ReadonlyArray<Shelved>, most = mostOnShelf): ReadonlyArray<string> {
  const newestFirst = [...backups].sort((one, other) => other.at - one.at);
  const kept = new Set(newestFirst.slice(0, alwaysKept));
  const spans = [
    { length: day, count: daysKept },
    { length: 7 * day, count: weeksKept },
  ];
  for (const { length, count } of spans) {
    const seen = new Set<number>();
    for (const backup of newestFirst) {
      const span = Math.floor(backup.at / length);
      if (seen.has(span) || seen.size === count) continue;
      seen.add(span);
      kept.add(backup);
    }
  }
  let room = most;
  return newestFirst.flatMap((backup, at) => {
    room -= kept.has(backup) ? backup.size : 0;
    return kept.has(backup) && (at < alwaysKept || room >= 0) ? [] : [backup.name];
  });
}
