/** Makes a pack: copies part after part into one file, stamps, links and tags it. The plan's words are in pack-plan.ts. */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { actionRules } from './actions.ts';
import { writeAttachments } from './attachments.ts';
import type { EntryRule } from './copy-rule.ts';
import { destinationRules } from './destinations.ts';
import { openDocument } from './document.ts';
import { writeFurniture } from './furniture.ts';
import { labelsEntry, printedNumber } from './labels.ts';
import { nameOf, Placed, type PdfDict, type PdfValue } from './objects.ts';
import { layersEntry, noLayers } from './optional-content.ts';
import { mergeOutline, withPageNumbers, writeOutline, type PartOutline } from './outline.ts';
import type { PackMade, PackPart, PackPlan, PackRefusal, PackWork, PartMade } from './pack-plan.ts';
import { PackTree, type TreeWriter } from './pack-tree.ts';
import { copyPart, kidsPerBranch, type PackFrame } from './part-copy.ts';
import type { PdfRefusal } from './refusal.ts';
import { textString } from './strings.ts';
import { structureRules } from './structure.ts';
import { ownHand, writeDict, writeValue } from './write-value.ts';
import { PackWriter } from './writer.ts';
import { xmpPacket } from './xmp.ts';

const rules: ReadonlyMap<string, EntryRule> = new Map([...actionRules, ...destinationRules, ...structureRules]);

/**
 * Writes the pack to the sink as it goes, holding one part at a time. Refuses when cancelled and, unless the plan says to
 * leave such parts out, at the first part that cannot be taken; what the sink has got by then is no whole file.
 */
export async function assemblePack(plan: PackPlan, work: PackWork): Promise<Result<PackMade, PackRefusal>> {
  const leftOut = plan.leaveOutRefused === true ? await refusedParts(plan.parts, work) : [];
  const parts = plan.parts.filter((part) => !leftOut.some((left) => left.id === part.id));
  const writer = new PackWriter(work.sink, work.codec);
  const objects: TreeWriter = {
    allocate: () => writer.allocate(),
    write: (number, value) => writer.object(number, (out) => writeValue(out, value, ownHand)),
  };
  const frame: PackFrame = {
    plan,
    work,
    writer,
    rules,
    furniture: writeFurniture(writer, work.codec, work.font),
    tree: new PackTree(objects),
    pagesRoot: new Placed(writer.allocate()),
    pages: [],
    branches: [],
    layers: noLayers(),
    starts: new Map(
      parts.map((part) => [part.id, { destination: new Placed(writer.allocate()), title: part.title }] as const),
    ),
  };
  const made: PartMade[] = [];
  const outlines = new Map<string, PartOutline>();
  const ahead = readAhead(parts);
  for (const [index, part] of parts.entries()) {
    if (work.cancelled()) return refuse({ type: 'Cancelled' });
    const firstPage = frame.pages.length + 1;
    const bytes = await ahead();
    const copied = await copyPart(part, bytes, index, frame);
    if (!copied.ok) return copied;
    made.push({ id: part.id, firstPage, pages: copied.value.pages, warnings: copied.value.warnings });
    outlines.set(part.id, copied.value.outline);
  }
  if (work.cancelled()) return refuse({ type: 'Cancelled' });
  const numbers = new Map(frame.pages.map((page, at) => [page.number, printedNumber(plan.labels, at)]));
  const bookmarks = withPageNumbers(mergeOutline(plan.outline, outlines), numbers);
  const outline = writeOutline(bookmarks, objects);
  await writer.finish(writeFrame(frame, objects, outline));
  return ok({ pages: frame.pages.length, parts: made, leftOut, bytes: writer.position });
}

/** How many files are read before their turn: the disk brings the large ones while the engine is at work on those before. */
const filesAhead = 2;

/** Gives the files of the parts in their order. */
function readAhead(parts: ReadonlyArray<PackPart>): () => Promise<Uint8Array> {
  const waiting: Array<Promise<Uint8Array>> = [];
  let begun = 0;
  return async () => {
    while (begun < parts.length && waiting.length <= filesAhead) {
      const reading = Promise.resolve(parts[begun++]?.read() ?? new Uint8Array());
      // Should it fail, that is told when its turn comes.
      reading.catch(() => undefined);
      waiting.push(reading);
    }
    return (await waiting.shift()) ?? new Uint8Array();
  };
}

async function refusedParts(
  parts: ReadonlyArray<PackPart>,
  work: PackWork,
): Promise<Array<{ readonly id: string; readonly because: PdfRefusal }>> {
  const refused: Array<{ readonly id: string; readonly because: PdfRefusal }> = [];
  for (const part of parts) {
    if (work.cancelled()) break;
    const opened = openDocument(await part.read(), work.codec);
    if (!opened.ok) refused.push({ id: part.id, because: opened.refusal });
  }
  return refused;
}

/** Writes the objects that hold the pack together; gives the trailer's entries. */
function writeFrame(frame: PackFrame, objects: TreeWriter, outline: Placed | null): string {
  const { plan, writer } = frame;
  writePageTree(frame, objects);
  const metadata = new Placed(writer.allocate());
  const packet = xmpPacket(plan.title, plan.language, plan.made.producer);
  const description = new Map<string, PdfValue>([
    ['Type', nameOf('Metadata')],
    ['Subtype', nameOf('XML')],
    ['Length', packet.length],
  ]);
  writer.stream(metadata.number, (out) => writeDict(out, description, ownHand), packet, 0, packet.length);
  const catalogue: PdfDict = new Map<string, PdfValue>([
    ['Type', nameOf('Catalog')],
    ['Pages', frame.pagesRoot],
    ['Lang', textString(plan.language)],
    ['PageLabels', labelsEntry(plan.labels)],
    ['PageMode', nameOf(outline === null ? 'UseNone' : 'UseOutlines')],
    ['Outlines', outline],
    ['StructTreeRoot', frame.tree.finish()],
    ['MarkInfo', new Map([['Marked', true]])],
    ['ViewerPreferences', new Map([['DisplayDocTitle', true]])],
    ['OCProperties', layersEntry(frame.layers)],
    ['Metadata', metadata],
    ...writeAttachments(plan.attachments ?? [], writer),
  ]);
  const root = writer.allocate();
  objects.write(root, catalogue);
  const info = writer.allocate();
  objects.write(
    info,
    new Map<string, PdfValue>([
      ['Title', textString(plan.title)],
      ['Producer', textString(plan.made.producer)],
    ]),
  );
  const id = plan.documentId
    .replaceAll(/[^0-9a-fA-F]/g, '')
    .padEnd(32, '0')
    .slice(0, 32);
  return `/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`;
}

/** Pages in branches, so that a reader finds page 900 without reading a list of all. */
function writePageTree(frame: PackFrame, objects: TreeWriter): void {
  frame.branches.forEach((branch, at) => {
    const kids = frame.pages.slice(at * kidsPerBranch, (at + 1) * kidsPerBranch);
    objects.write(branch.number, pagesNode(kids, kids.length, frame.pagesRoot));
  });
  objects.write(frame.pagesRoot.number, pagesNode(frame.branches, frame.pages.length, null));
}

function pagesNode(kids: ReadonlyArray<Placed>, count: number, parent: Placed | null): PdfDict {
  return new Map<string, PdfValue>([
    ['Type', nameOf('Pages')],
    ['Parent', parent],
    ['Count', count],
    ['Kids', kids],
  ]);
}
