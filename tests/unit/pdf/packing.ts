/** Makes packs from test PDFs and reads them with a reader that is not ours. */
import { getDocument, Util, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { stampFont } from '#electron/pack-command/stamp-font.ts';
import { assemblePack } from '#shared/pdf/assemble.ts';
import type { PackMade, PackPart, PackPlan, PackRefusal } from '#shared/pdf/pack-plan.ts';
import type { Result } from '#shared/kernel/result.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { joined } from '#tests/support/pdf-maker.ts';

export interface Packed {
  readonly made: PackMade;
  readonly bytes: Uint8Array;
}

export function partOf(id: string, bytes: Uint8Array, more: Partial<PackPart> = {}): PackPart {
  return { id, title: `Paper ${id}`, read: () => bytes, stamp: { line: `Item ${id}` }, ownPages: false, ...more };
}

export async function tryPack(
  parts: ReadonlyArray<PackPart>,
  more: Partial<PackPlan> = {},
  cancelled: () => boolean = () => false,
  write?: (bytes: Uint8Array) => Promise<void>,
): Promise<{ readonly result: Result<PackMade, PackRefusal>; readonly pieces: ReadonlyArray<Uint8Array> }> {
  const pieces: Uint8Array[] = [];
  const result = await assemblePack(
    {
      title: 'Board pack',
      language: 'en-GB',
      parts,
      outline: parts.map(({ id, title }) => ({ title, part: id, page: 1, inherit: true, children: [] })),
      labels: { prefix: '', first: 1 },
      marking: null,
      watermark: null,
      made: { producer: 'Packhorse' },
      documentId: '0123456789abcdef0123456789abcdef',
      ...more,
    },
    {
      sink: { write: write ?? ((bytes) => void pieces.push(bytes)) },
      codec: nodeCodec,
      font: stampFont(),
      progress: () => {},
      cancelled,
    },
  );
  return { result, pieces };
}

export async function packOf(parts: ReadonlyArray<PackPart>, more: Partial<PackPlan> = {}): Promise<Packed> {
  const { result, pieces } = await tryPack(parts, more);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return { made: result.value, bytes: joined(pieces) };
}

export async function read<Answer>(
  bytes: Uint8Array,
  look: (pdf: PDFDocumentProxy) => Promise<Answer>,
): Promise<Answer> {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: true });
  try {
    return await look(await task.promise);
  } finally {
    await task.destroy();
  }
}

export interface SeenText {
  readonly text: string;
  /** Degrees clockwise from upright, as a reader shows the page. */
  readonly turned: number;
  /** Where it begins and ends across the page and how far it stands above its lower edge, in shares of the page. */
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly size: number;
}

/** The words on a page, placed as a reader shows it. */
export async function textsOn(bytes: Uint8Array, page: number): Promise<SeenText[]> {
  return read(bytes, async (pdf) => {
    const shown = await pdf.getPage(page);
    const view = shown.getViewport({ scale: 1 });
    const { items } = await shown.getTextContent();
    return items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 0, b = 0, , , e = 0, f = 0] = Util.transform(view.transform, item.transform as number[]) as number[];
      const along = Math.hypot(a, b);
      const unit = (item.width * view.userUnit * view.scale) / along;
      return [
        {
          text: item.str,
          turned: Math.round((Math.atan2(b, a) * 180) / Math.PI) + 0,
          left: e / view.width,
          right: (e + a * unit) / view.width,
          above: 1 - f / view.height,
          size: along,
        },
      ];
    });
  });
}

export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  return read(bytes, async (pdf) => {
    const texts: string[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }
    return texts;
  });
}

/** The page, from 1, that a destination leads to; null where it leads nowhere. */
export async function pageOfDestination(pdf: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) return null;
  return (await pdf.getPageIndex(explicit[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
}

export interface SeenLink {
  readonly page: number;
  readonly to: number | string | null;
  readonly words: string;
}

export async function linksIn(bytes: Uint8Array): Promise<SeenLink[]> {
  return read(bytes, async (pdf) => {
    const links: SeenLink[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      const annotations = (await (await pdf.getPage(page)).getAnnotations()) as ReadonlyArray<Record<string, unknown>>;
      for (const annotation of annotations.filter((one) => one.subtype === 'Link')) {
        const inside = await pageOfDestination(pdf, annotation.dest);
        const outside = typeof annotation.unsafeUrl === 'string' ? annotation.unsafeUrl : null;
        const contents = annotation.contentsObj as { readonly str?: string } | undefined;
        links.push({ page, to: inside ?? outside, words: contents?.str ?? '' });
      }
    }
    return links;
  });
}

export interface SeenBookmark {
  readonly title: string;
  readonly page: number | null;
  readonly items: ReadonlyArray<SeenBookmark>;
}

export async function bookmarksIn(bytes: Uint8Array): Promise<SeenBookmark[]> {
  type Items = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>;
  return read(bytes, async (pdf) => {
    const level = async (items: Items): Promise<SeenBookmark[]> => {
      const seen: SeenBookmark[] = [];
      for (const { title, dest, items: below } of items) {
        seen.push({ title, page: await pageOfDestination(pdf, dest), items: await level(below as Items) });
      }
      return seen;
    };
    return level((await pdf.getOutline()) ?? []);
  });
}

/** Everything in a file that could be read by anybody: as it stands, and every stream inflated. */
export function allBytes(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  let all = file;
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    if (file.slice(at - 3, at) === 'end') continue;
    const end = file.indexOf('\nendstream', at);
    try {
      all += Buffer.from(nodeCodec.inflate(bytes.subarray(at + 7, end))).toString('latin1');
    } catch {
      // not deflated: it has been looked at as it stands
    }
  }
  return all;
}
