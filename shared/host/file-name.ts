/** File names that every machine accepts and that say what they are. */
import { formatFacts, type FileFormat } from './file-format.ts';

/** Most bytes of a name before its ending, so that with its temporary twin it stays below the 255 bytes of common file systems. */
const longestName = 120;

/** Windows keeps these names for devices, whatever ending follows. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Path separators and what Windows forbids in names. */
const forbidden = /[/\\:*?"<>|]/g;

/** Characters that do not show: controls, and those that turn the direction of writing, with which an ending can be faked. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/**
 * A safe name made of a suggested one, with the format's ending: without folders, unseen or forbidden characters, device
 * names, leading or trailing dots and spaces, and not too long. A suggestion of which nothing is left becomes `Packhorse`.
 */
export function safeFileName(suggested: string, format: FileFormat): string {
  const clean = suggested.normalize('NFC').replace(unseen, '').replace(forbidden, '-').replace(/\s+/g, ' ');
  const stem = tidyStem(withoutEnding(tidyStem(clean), format));
  const named = stem === '' ? 'Packhorse' : stem;
  const safe = reserved.test(named) ? `Packhorse ${named}` : named;
  return `${shortened(safe, longestName)}.${endingOf(clean, format)}`;
}

/** Whether a name ends as files of the format do. */
export function hasEndingOf(name: string, format: FileFormat): boolean {
  const lower = name.toLowerCase();
  return formatFacts[format].extensions.some((ending) => lower.endsWith(`.${ending}`));
}

function endingOf(name: string, format: FileFormat): string {
  const { extensions } = formatFacts[format];
  const lower = tidyStem(name).toLowerCase();
  return extensions.find((ending) => lower.endsWith(`.${ending}`)) ?? extensions[0];
}

function withoutEnding(name: string, format: FileFormat): string {
  const lower = name.toLowerCase();
  const found = formatFacts[format].extensions.find((ending) => lower.endsWith(`.${ending}`));
  return found === undefined ? name : name.slice(0, -found.length - 1);
}

function tidyStem(text: string): string {
  return text.replace(/^[\s.-]+|[\s.]+$/g, '');
}

/** Cut between whole characters, and told in bytes of UTF-8 so that a name in another script is not too long either. */
function shortened(text: string, mostBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > mostBytes) return tidyStem(kept);
    kept += character;
  }
  return kept;
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
