/** What papers have to say, in the officers' words. */
import type { UseVersionRefusal } from '#shared/domain/papers/paper-version.commands.ts';
import type { FileFacts } from '#shared/domain/papers/paper-version.ts';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import type { PaperStatus } from '#shared/domain/papers/paper.ts';
import { changeRefusalInWords } from '#shared/domain/papers/refusal-words.ts';
import type { PaperChangeRefusal } from '#shared/domain/papers/register.commands.ts';
import { inShortWords, withYear, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { noRoomWords, type StorageFull } from '#renderer/data/run.ts';
import type { Tone } from '#renderer/ui/tone.ts';

export type PaperRefusal = PaperChangeRefusal | UseVersionRefusal | StorageFull;

export function paperRefusalInWords(refusal: PaperRefusal): string {
  if (refusal.type === 'StorageFull') return noRoomWords;
  if (refusal.type === 'NotOfThisPaper') return 'That version belongs to another paper.';
  return changeRefusalInWords(refusal);
}

export const statusTones: Readonly<Record<PaperStatus, Tone>> = {
  draft: 'grey',
  ready: 'green',
  cleared: 'green',
  issued: 'blue',
};

/** What each status means, for the menu in which it is chosen. */
export const statusMeanings: Readonly<Record<PaperStatus, string>> = {
  draft: `${statusWords.draft}: still being written`,
  ready: `${statusWords.ready}: finished, to be cleared`,
  cleared: `${statusWords.cleared}: agreed, to go out`,
  issued: `${statusWords.issued}: given to members`,
};

export function accessInWords(access: FileFacts['access']): string {
  switch (access) {
    case 'tagged':
      return 'Tagged: a screen reader can follow it';
    case 'words':
      return 'Words without tags: a screen reader reads it, but not its structure';
    case 'scan':
      return 'Scanned pages: a screen reader cannot read them';
    default:
      return unreachable(access);
  }
}

export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count === 1 ? '1' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** `1.2 MB`, `340 KB` */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(bytes >= 10_000_000 ? 0 : 1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} KB`;
}

/** `Thu 10 Dec` this year, `10 December 2025` else. */
export function dayInWords(day: CivilDate, today: CivilDate): string {
  return yearOf(day) === yearOf(today) ? inShortWords(day) : withYear(day);
}
