import { bundleRefusalInWords } from '#shared/bundle/refusal-words.ts';
import type { BundleRefusal } from '#shared/bundle/refusal.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { clockTime, inWords as timeInWords } from '#shared/kernel/clock-time.ts';
import type { Gap, RecordChange } from '#renderer/data/exchange/bundle-report.ts';
import type { TakeRefusal } from '#renderer/data/exchange/take-bundle.ts';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import type { ExchangeAnswer } from './exchange.worker.ts';

/** Why a bundle is not taken, and what to do. Nothing has been changed. */
export function refusalInWords(refusal: BundleRefusal | TakeRefusal): string {
  switch (refusal.type) {
    case 'UnknownAuthor':
      return `This bundle is from a laptop you have not met: that of ${refusal.author.person}.`;
    case 'KeyChanged':
      return `The laptop of ${refusal.person} comes with another key than before. Ring ${refusal.person} before you take anything from it: somebody else may be using the name.`;
    case 'Revoked':
      return `You no longer take changes from the laptop of ${refusal.person}. To take them again, trust it again under Laptops.`;
    case 'CopiedLaptop':
      return 'This laptop is a copy of another, or was brought back from an older state. It has to take a new identity first.';
    case 'Forked':
      return `The laptop of ${refusal.person} has written its change ${refusal.seq} in two ways, as happens after a backup was brought back or the laptop copied. Ask ${refusal.person} to join the workspace anew on it.`;
    case 'Damaged':
    case 'Empty':
    case 'Forged':
    case 'Malformed':
    case 'NeedsPassphrase':
    case 'NewerApp':
    case 'NotABundle':
    case 'NotForThisLaptop':
    case 'OtherWorkspace':
    case 'TooLarge':
    case 'WeakKey':
    case 'WrongPassphrase':
      return bundleRefusalInWords(refusal);
  }
}

/** Why what was asked for was not done. Nothing has been changed. */
export function failureInWords(answer: ExchangeAnswer): string {
  if (answer.type === 'refused') return refusalInWords(answer.refusal);
  if (answer.type === 'outOfRoom') return 'This laptop is out of room. Free some space, then try again.';
  if (answer.type === 'fileGone')
    return 'The file could not be read to its end: it was changed, or its stick or folder was taken away. Put it back, then choose it again.';
  return 'Something unexpected happened. Your work is as it was. Try again.';
}

/** `26 November 2026, 10:57am` */
export function momentInWords(time: number): string {
  return `${withYear(civilDateOf(time))}, ${timeInWords(clockTime(clockTimeOf(time)))}`;
}

export function countOf(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

/** `Added by Priya Shah`, `Name and Chair changed by Tom Reid` */
export function changeInWords({ what, by, fields }: RecordChange): string {
  const people = by.join(' and ');
  switch (what) {
    case 'added':
      return `Added by ${people}`;
    case 'removed':
      return `Removed by ${people}`;
    case 'broughtBack':
      return `Brought back by ${people}`;
    case 'changed':
      return fields.length === 0 ? `Changed by ${people}` : `${fields.join(', ')}: changed by ${people}`;
  }
}

/** `Both of you edited this text: Priya Shah and you. Both are kept` */
export function alongsideInWords(here: ReadonlyArray<string>, there: ReadonlyArray<string>, me: string): string {
  const people = [...new Set([...there, ...here])].filter((name) => name !== me);
  const isMine = here.includes(me);
  if (isMine && people.length === 1) return `Both of you edited this text: ${people[0]} and you. Both are kept`;
  return `Edited side by side by ${[...people, ...(isMine ? ['you'] : [])].join(' and ')}. All of it is kept`;
}

/** `Waiting for bundle 6 of 18 November 2026 from Priya Shah: changes 41 to 57` */
export function gapInWords({ person, from, to, bundle }: Gap): string {
  const changes = from === to ? `change ${from}` : `changes ${from} to ${to}`;
  const whose = person === '' ? 'a laptop not met yet' : person;
  return bundle === null
    ? `Waiting for ${changes} of ${whose}`
    : `Waiting for bundle ${bundle.no} of ${withYear(civilDateOf(bundle.at))} from ${whose}: ${changes}`;
}

/** Sizes as an e-mail program tells them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Why a bundle could not be put into a folder, what is safe and what to do. */
export function folderFaultInWords(fault: unknown, folder: string): string {
  const name = fault instanceof Error ? fault.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'NoModificationAllowedError':
    case 'SecurityError':
      return `Packhorse may not write to “${folder}”. Nothing here has changed. Ask for the right to change files there, or choose another folder.`;
    case 'QuotaExceededError':
      return `There is no room left in “${folder}”. Nothing here has changed, and nothing half-written is left there. Make room, then try again.`;
    case 'NotFoundError':
      return `“${folder}” is no longer there. Nothing here has changed. Put the stick back or connect the folder, then try again, or choose another.`;
    default:
      return `“${folder}” could not be written to. It may be full, or no longer there. Nothing here has changed. Look whether it opens, then try again.`;
  }
}
