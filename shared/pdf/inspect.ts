/** Looks through a PDF when it is attached: what it is, and what a pack would leave out of it. */
import { ok, type Result } from '#shared/kernel/result.ts';
import { actionType } from './actions.ts';
import type { Codec } from './codec.ts';
import { openDocument, type PdfDocument } from './document.ts';
import { isArray, isDict, isName, Name, numberOf, PdfStream, Ref, type PdfDict, type PdfValue } from './objects.ts';
import { pageContent } from './page-content.ts';
import { shownSize, type PdfPage } from './page-tree.ts';
import type { PageSize, PdfFacts } from './pdf-facts.ts';
import type { PdfRefusal } from './refusal.ts';
import { textOf } from './strings.ts';
import { structureRoot } from './structure.ts';
import { nameTree } from './trees.ts';

/** Refuses what a pack would refuse, for the same reasons. */
export function inspectPdf(bytes: Uint8Array, codec: Codec): Result<PdfFacts, PdfRefusal> {
  const opened = openDocument(bytes, codec);
  if (!opened.ok) return opened;
  const source = opened.value;
  const counts = { scripts: 0, launchActions: 0, embeddedFiles: 0, xfaForms: 0, signatures: 0 };
  let scanResolution = 0;
  const scannedPages: number[] = [];
  let hasText = false;
  source.pages.forEach((page, at) => {
    const content = pageContent(source, page);
    if (content.text) hasText = true;
    else if (content.picture) scannedPages.push(at + 1);
    if (content.picture) scanResolution = Math.max(scanResolution, resolutionOf(source, page));
    countTriggers(source, page.dict.get('AA'), counts);
    countAnnotations(source, page, counts);
  });
  const fields = countInCatalogue(source, counts);
  const info = source.dict(source.trailer.get('Info'));
  const title = textOf(source.resolve(info?.get('Title')));
  return ok({
    pages: source.pages.length,
    tagged: structureRoot(source) !== null,
    hasText,
    scannedPages,
    scanResolution: scanResolution > 0 ? scanResolution : null,
    pageSizes: source.pages.map(pageSize),
    title: title === '' ? null : title,
    language: languageOf(source),
    fields,
    repaired: source.repaired,
    dropped: counts,
  });
}

/** In dots to the inch, as though the largest of the page's own pictures filled it: a small one does not count for much. */
function resolutionOf(source: PdfDocument, page: PdfPage): number {
  const drawn = source.dict(source.dict(page.resources)?.get('XObject'))?.values() ?? [];
  let dots = 0;
  for (const value of [...drawn].slice(0, mostPictures)) {
    const picture = source.resolve(value);
    if (!(picture instanceof PdfStream)) continue;
    const size =
      numberOf(source.resolve(picture.dict.get('Width'))) * numberOf(source.resolve(picture.dict.get('Height')));
    if (size > dots) dots = size;
  }
  const { width, height } = shownSize(page);
  return Math.round(Math.sqrt((dots * 72 * 72) / (width * height)));
}

const mostPictures = 200;

/** What the file says, where it is a tag such as `en` or `cy-GB` (RFC 5646) and not a word of somebody's own. */
function languageOf(source: PdfDocument): string | null {
  const said = textOf(source.resolve(source.catalogue.get('Lang')))?.trim() ?? '';
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(said) && said.length <= 100 ? said : null;
}

interface Counts {
  scripts: number;
  launchActions: number;
  embeddedFiles: number;
  xfaForms: number;
  signatures: number;
}

const deepestChain = 20;
const scriptTypes = new Set(['JavaScript', 'Rendition', 'SubmitForm', 'ImportData', 'ResetForm', 'RichMediaExecute']);

function countAction(source: PdfDocument, value: PdfValue | undefined, counts: Counts): void {
  const seen = new Set<PdfDict>();
  let action = source.dict(value);
  while (action !== null && !seen.has(action) && seen.size < deepestChain) {
    seen.add(action);
    const type = actionType(source, action);
    if (type === 'Launch') counts.launchActions++;
    else if (type !== null && scriptTypes.has(type)) counts.scripts++;
    action = source.dict(action.get('Next'));
  }
}

function countTriggers(source: PdfDocument, value: PdfValue | undefined, counts: Counts): void {
  for (const trigger of source.dict(value)?.values() ?? []) countAction(source, trigger, counts);
}

function countAnnotations(source: PdfDocument, page: PdfPage, counts: Counts): void {
  const held = source.resolve(page.dict.get('Annots'));
  if (!isArray(held)) return;
  for (const item of held) {
    const annotation = source.resolve(item);
    if (!isDict(annotation)) continue;
    countAction(source, annotation.get('A'), counts);
    countTriggers(source, annotation.get('AA'), counts);
    if (isName(source.resolve(annotation.get('Subtype')), 'FileAttachment')) counts.embeddedFiles++;
    if (item instanceof Ref) source.objects.forget(item.number);
  }
}

/** Gives the number of form fields. */
function countInCatalogue(source: PdfDocument, counts: Counts): number {
  const { catalogue } = source;
  countAction(source, catalogue.get('OpenAction'), counts);
  countTriggers(source, catalogue.get('AA'), counts);
  const names = source.dict(catalogue.get('Names'));
  counts.scripts += [...nameTree(source, names?.get('JavaScript'))].length;
  counts.embeddedFiles += [...nameTree(source, names?.get('EmbeddedFiles'))].length;
  const form = source.dict(catalogue.get('AcroForm'));
  if (form === null) return 0;
  if (source.resolve(form.get('XFA')) !== null) counts.xfaForms++;
  const fields = source.resolve(form.get('Fields'));
  if (!isArray(fields)) return 0;
  const found = fieldsIn(source, fields);
  counts.signatures += found.signatures;
  return found.fields;
}

const mostFields = 100_000;

/** Fields, and among them those that hold a signature, however deep they stand. */
function fieldsIn(
  source: PdfDocument,
  fields: ReadonlyArray<PdfValue>,
): { readonly fields: number; readonly signatures: number } {
  const todo = fields.map((field) => ({ field, type: null as string | null }));
  const seen = new Set<PdfDict>();
  let signatures = 0;
  let named = 0;
  for (let next = todo.pop(); next !== undefined && seen.size < mostFields; next = todo.pop()) {
    const field = source.dict(next.field);
    if (field === null || seen.has(field)) continue;
    seen.add(field);
    const own = source.resolve(field.get('FT'));
    const type = own instanceof Name ? own.text : next.type;
    if (type !== null && (own instanceof Name || field.has('T'))) named++;
    if (type === 'Sig' && isDict(source.resolve(field.get('V')))) signatures++;
    const kids = source.resolve(field.get('Kids'));
    if (isArray(kids)) for (const kid of kids) todo.push({ field: kid, type });
  }
  return { fields: named, signatures };
}

/** Points by which a page may differ from the paper it is meant for: about 2 mm. */
const tolerance = 6;

function pageSize(page: PdfPage): PageSize {
  const { width, height } = shownSize(page);
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  const near = (across: number, up: number): boolean =>
    Math.abs(short - across) <= tolerance && Math.abs(long - up) <= tolerance;
  const paper = near(595.28, 841.89) ? 'A4' : near(841.89, 1190.55) ? 'A3' : 'other';
  return { paper, landscape: width > height, width, height };
}
