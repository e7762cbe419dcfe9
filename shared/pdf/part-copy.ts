/** Copies one part of a pack: opens it, writes its pages, its tags and its layers, reads its bookmarks, and lets it go. */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { PartCopier } from './copy.ts';
import type { EntryRule } from './copy-rule.ts';
import { openDocument } from './document.ts';
import type { Furniture } from './furniture.ts';
import { printedNumber } from './labels.ts';
import { nameOf, Placed, Ref, type PdfArray, type PdfDict, type PdfValue } from './objects.ts';
import { gatherLayers, type Layers } from './optional-content.ts';
import { pageTop, readOutline, type PartOutline } from './outline.ts';
import type { PackPart, PackPlan, PackRefusal, PackWork, PartWarning } from './pack-plan.ts';
import type { PackTree } from './pack-tree.ts';
import { pageContent } from './page-content.ts';
import { PageCopier } from './page-copy.ts';
import { shownSize, type PdfPage } from './page-tree.ts';
import { annotationElement, copyOwnTags, plainRole, writePlainTags, type CopiedPage } from './part-structure.ts';
import { onSheet, type PageOnSheet } from './sheet.ts';
import { backLinkPlace, through, uprightMatrix } from './stamp.ts';
import { real, settled, textString } from './strings.ts';
import { warningsOf } from './tally.ts';
import type { PackWriter } from './writer.ts';

/** What all parts of a pack share. */
export interface PackFrame {
  readonly plan: PackPlan;
  readonly work: PackWork;
  readonly writer: PackWriter;
  readonly rules: ReadonlyMap<string, EntryRule>;
  readonly furniture: Furniture;
  readonly tree: PackTree;
  readonly pagesRoot: Placed;
  /** All pages written so far, and the nodes of the page tree that hold so many of them each. */
  readonly pages: Placed[];
  readonly branches: Placed[];
  readonly layers: Layers;
  readonly starts: ReadonlyMap<string, { readonly destination: Placed; readonly title: string }>;
}

export const kidsPerBranch = 64;
const backWords = 'Back to agenda';

export interface PartCopied {
  readonly pages: number;
  readonly warnings: ReadonlyArray<PartWarning>;
  readonly outline: PartOutline;
}

export async function copyPart(
  part: PackPart,
  bytes: Uint8Array,
  index: number,
  frame: PackFrame,
): Promise<Result<PartCopied, PackRefusal>> {
  const { writer, tree, work } = frame;
  const opened = openDocument(bytes, work.codec);
  if (!opened.ok) return refuse({ type: 'PartRefused', id: part.id, because: opened.refusal });
  const source = opened.value;
  const copy = new PartCopier(
    source,
    { index, id: part.id, title: part.title, ownPages: part.ownPages },
    tree.shiftFor(source, index),
    {
      writer,
      rules: frame.rules,
      cancelled: work.cancelled,
      partStart: (id) => frame.starts.get(id) ?? null,
    },
  );
  const element = copy.reserve();
  const sheets = source.pages.map(onSheet);
  const places = placePages(sheets, copy, frame, element);
  const back = backTarget(part, frame);
  const backLink = back === null ? null : copy.reserve();
  const copied = await copyPages(part, index, { sheets, places }, copy, frame, backLink);
  if (copied === null) return refuse({ type: 'Cancelled' });
  const kids = copy.tags.tagged ? await copyOwnTags(copy, tree, element) : writePlainTags(copy, tree, element, copied);
  if (kids === false) return refuse({ type: 'Cancelled' });
  const firstPage = sheets[0]?.page;
  const firstPlace = places[0];
  const added: PdfValue[] = [];
  if (back !== null && backLink !== null && firstPage !== undefined && firstPlace !== undefined) {
    added.push(
      writeBackLink(copy, frame, { page: firstPage, place: firstPlace, link: backLink, to: back, part: element }),
    );
  }
  gatherLayers(copy, frame.layers);
  const outline = readOutline(copy);
  if (!(await copy.drain())) return refuse({ type: 'Cancelled' });
  tree.addPart(copy, element, [...added, ...kids], frame.plan.language);
  const pageTops = sheets.map(({ page }, at) => topOf(page, places[at] ?? element));
  const start = frame.starts.get(part.id);
  if (start !== undefined) copy.writeOwn(start.destination, pageTops[0] ?? null);
  await writer.settle();
  return ok({
    pages: source.pages.length,
    warnings: warningsOf(copy.tally, source.repaired, source.objects.unreadable),
    outline: { outline, pageTops },
  });
}

/** Gives every page its place before anything that may point at it is copied. */
function placePages(sheets: ReadonlyArray<PageOnSheet>, copy: PartCopier, frame: PackFrame, element: Placed): Placed[] {
  const { source } = copy;
  const places = sheets.map(({ page, factor }) => {
    const place = copy.reserve();
    if (page.number !== null && copy.pagePlace(new Ref(page.number)) === null) {
      copy.setPagePlace(page.number, place, factor);
    }
    return place;
  });
  const pageRoot = source.catalogue.get('Pages');
  if (pageRoot instanceof Ref) copy.setPlace(pageRoot.number, null);
  const structure = source.catalogue.get('StructTreeRoot');
  if (structure instanceof Ref && copy.tags.tagged) copy.setPlace(structure.number, element);
  const root = source.trailer.get('Root');
  if (root instanceof Ref) copy.setPlace(root.number, null);
  for (const place of places) {
    if (frame.pages.length % kidsPerBranch === 0) frame.branches.push(new Placed(frame.writer.allocate()));
    frame.pages.push(place);
  }
  return places;
}

/** Null when cancelled on the way. */
async function copyPages(
  part: PackPart,
  index: number,
  { sheets, places }: { readonly sheets: ReadonlyArray<PageOnSheet>; readonly places: ReadonlyArray<Placed> },
  copy: PartCopier,
  frame: PackFrame,
  backLink: Placed | null,
): Promise<CopiedPage[] | null> {
  const { plan, work } = frame;
  const pages = new PageCopier(copy, frame.furniture);
  const copied: CopiedPage[] = [];
  const before = frame.pages.length - places.length;
  for (const [at, page] of copy.source.pages.entries()) {
    const place = places[at];
    const sheet = sheets[at];
    if (place === undefined || sheet === undefined) break;
    const content = pageContent(copy.source, page);
    const key = copy.tags.tagged ? null : ++copy.tags.highest;
    const annotations = pages.write({
      page,
      sheet,
      place,
      parent: frame.branches[Math.floor((before + at) / kidsPerBranch)] ?? frame.pagesRoot,
      content,
      words: {
        number: `Page ${printedNumber(plan.labels, before + at)}`,
        line: stampLine(part, at + 1, places.length),
        marking: plan.marking,
        watermark: plan.watermark,
        backLink: at === 0 && backLink !== null ? backWords : null,
      },
      added: at === 0 && backLink !== null ? [backLink] : [],
      plain: key === null ? null : { role: plainRole(content), key },
    });
    copied.push({ place, number: at + 1, content, key, annotations });
    if (!(await copy.drain()) || work.cancelled()) return null;
    work.progress(index, before + at + 1);
  }
  return copied;
}

function stampLine(part: PackPart, page: number, of: number): string | null {
  return part.stamp.line === null ? null : `${part.stamp.line} · ${page} of ${of}`;
}

function backTarget(part: PackPart, frame: PackFrame): Placed | null {
  const to = frame.plan.backTo ?? null;
  if (to === null || part.ownPages || part.id === to) return null;
  return frame.starts.get(to)?.destination ?? null;
}

interface BackLink {
  readonly page: PdfPage;
  readonly place: Placed;
  readonly link: Placed;
  readonly to: Placed;
  readonly part: Placed;
}

/** The annotation over the stamped words; gives its element, which comes first in its part. */
function writeBackLink(copy: PartCopier, { tree, furniture }: PackFrame, back: BackLink): Placed {
  const { area } = backLinkPlace(back.page, backWords, furniture.widths);
  const key = ++copy.tags.highest;
  const annotation: PdfDict = new Map<string, PdfValue>([
    ['Type', nameOf('Annot')],
    ['Subtype', nameOf('Link')],
    ['Rect', [real(area.left), real(area.bottom), real(area.right), real(area.top)]],
    ['Border', [0, 0, 0]],
    ['F', 4],
    ['P', back.place],
    ['Contents', textString(backWords)],
    ['StructParent', settled(key)],
    [
      'A',
      new Map<string, PdfValue>([
        ['S', nameOf('GoTo')],
        ['D', back.to],
      ]),
    ],
  ]);
  copy.writeOwn(back.link, annotation);
  const element = copy.create(annotationElement(back.part, back.place, back.link, 'Link'));
  tree.addParentEntries(copy, [[key, element]]);
  return element;
}

function topOf(page: PdfPage, place: Placed): PdfArray {
  const { height } = shownSize(page);
  return pageTop(place, through(uprightMatrix(page), 0, height));
}
