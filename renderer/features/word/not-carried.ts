/**
 * What a Word file holds that a paper cannot: found in the file itself, so that the officer is told before anything is taken
 * in. Nothing in it is run, and nothing it points at is fetched.
 */
import { strFromU8, unzip } from 'fflate';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export type WordRefusal =
  | { readonly type: 'TooLarge' }
  /** Word's old format, or one locked with a password: both come in the same wrapping. */
  | { readonly type: 'OldOrLocked' }
  | { readonly type: 'NotWord' };

/** The largest file taken, and the most it may unfold to, in bytes. */
export const largestWord = 100_000_000;
const mostUnfolded = 400_000_000;

export interface NotCarried {
  readonly what: string;
  readonly count: number;
  readonly fate: string;
}

/** Endings of parts that are looked through; others (pictures, fonts) only count by their size. */
const looked = /^(word\/(document|footnotes|endnotes|comments)\.xml|word\/(header|footer)\d*\.xml|.*\.rels)$/;

export async function lookIntoWord(bytes: Uint8Array): Promise<Result<ReadonlyArray<NotCarried>, WordRefusal>> {
  if (bytes.length > largestWord) return refuse({ type: 'TooLarge' });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return refuse({ type: 'OldOrLocked' });
  const names: string[] = [];
  let unfolded = 0;
  const parts = await unfold(bytes, (name, size) => {
    names.push(name);
    unfolded += size;
    return unfolded <= mostUnfolded && looked.test(name);
  });
  if (parts === null) return refuse({ type: 'NotWord' });
  if (unfolded > mostUnfolded) return refuse({ type: 'TooLarge' });
  const text = parts['word/document.xml'];
  if (text === undefined) return refuse({ type: 'NotWord' });
  return ok(found(strFromU8(text), names, parts));
}

async function unfold(
  bytes: Uint8Array,
  wanted: (name: string, size: number) => boolean,
): Promise<Record<string, Uint8Array> | null> {
  return new Promise((resolve) => {
    try {
      unzip(bytes, { filter: ({ name, originalSize }) => wanted(name, originalSize) }, (fault, parts) =>
        resolve(fault === null ? parts : null),
      );
    } catch {
      resolve(null);
    }
  });
}

function found(
  text: string,
  names: ReadonlyArray<string>,
  parts: Record<string, Uint8Array>,
): ReadonlyArray<NotCarried> {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const named = (pattern: RegExp): number => names.filter((name) => pattern.test(name)).length;
  const links = Object.entries(parts)
    .filter(([name]) => name.endsWith('.rels'))
    .map(([, part]) => strFromU8(part))
    .join('');
  const outside = (links.match(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g) ?? []).filter(
    (relationship) => !/\/hyperlink"/.test(relationship),
  ).length;
  const all: ReadonlyArray<NotCarried> = [
    { what: 'tracked insertion', count: count(/<w:ins\b/g), fate: 'taken in as if accepted' },
    { what: 'tracked deletion', count: count(/<w:del\b/g), fate: 'left out as if accepted' },
    { what: 'comment', count: count(/<w:commentReference\b/g), fate: 'left out' },
    {
      what: 'text box',
      count: count(/<w:txbxContent\b/g) / (text.includes('mc:AlternateContent') ? 2 : 1),
      fate: 'its words stand in the text where it was',
    },
    { what: 'chart', count: count(/<c:chart\b/g), fate: 'left out: save it as a picture in Word first' },
    { what: 'equation', count: count(/<m:oMath\b/g), fate: 'left out' },
    { what: 'drawing', count: count(/<wps:wsp\b|<wpg:wgp\b/g), fate: 'left out' },
    { what: 'object of another program', count: named(/^word\/embeddings\//), fate: 'left out' },
    { what: 'macro project', count: named(/vbaProject\.bin$/), fate: 'left out, and never run' },
    { what: 'link to a file elsewhere', count: outside, fate: 'left out: nothing is fetched' },
    {
      what: 'header or footer',
      count: named(/^word\/(header|footer)\d*\.xml$/),
      fate: 'left out: the pack prints its own',
    },
    {
      what: 'table of contents',
      count: count(/<w:instrText[^>]*>\s*TOC\b/g),
      fate: 'taken in as plain words: take it out by hand',
    },
    {
      what: 'page or section break',
      count: count(/<w:br\b[^>]*w:type="page"/g) + Math.max(0, count(/<w:sectPr\b/g) - 1),
      fate: 'left out',
    },
    { what: 'footnote with formatting', count: shapedNotes(parts), fate: 'taken in as plain words' },
  ];
  return all.filter((one) => one.count >= 1);
}

/** How many footnotes and endnotes have bold, italic, links or the like in their words. */
function shapedNotes(parts: Record<string, Uint8Array>): number {
  const notes = ['word/footnotes.xml', 'word/endnotes.xml']
    .map((name) => parts[name])
    .filter((part) => part !== undefined)
    .flatMap((part) => strFromU8(part).match(/<w:(footnote|endnote)\b[^>]*>.*?<\/w:\1>/gs) ?? []);
  return notes.filter((note) => hasFormatting(note)).length;
}

/** The note's own number is raised in every note: only runs that hold words count. */
function hasFormatting(note: string): boolean {
  const runs = note.match(/<w:r\b[^>]*>.*?<\/w:r>/gs) ?? [];
  return /<w:hyperlink\b/.test(note) || runs.some((run) => /<w:t\b/.test(run) && isFormatted(run));
}

function isFormatted(run: string): boolean {
  const marks = run.match(/<w:(b|i|u|strike|vertAlign)(\s[^>]*)?\/>/g) ?? [];
  return marks.some((mark) => !/w:val="(0|false|none|off|baseline)"/.test(mark));
}

export function notCarriedInWords({ what, count, fate }: NotCarried): string {
  const whole = Math.ceil(count);
  return `${whole} ${whole === 1 ? what : plural(what)}: ${fate}.`;
}

function plural(what: string): string {
  const known: Readonly<Record<string, string>> = {
    'text box': 'text boxes',
    'object of another program': 'objects of other programs',
    'link to a file elsewhere': 'links to files elsewhere',
    'header or footer': 'headers and footers',
    'table of contents': 'tables of contents',
    'page or section break': 'page and section breaks',
    'footnote with formatting': 'footnotes with formatting',
  };
  return known[what] ?? `${what}s`;
}
