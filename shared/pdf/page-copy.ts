/** Copies one page: its content between our brackets, its stamps after, its boxes mended, its annotations sifted. */
import type { PartCopier } from './copy.ts';
import { evenedOut, isEvenByMaker } from './drawing-state.ts';
import { coverOf, fieldOver } from './field-over.ts';
import { drawFields, type Corners, type FieldDrawing } from './forms.ts';
import type { Furniture } from './furniture.ts';
import { latin1Bytes } from './bytes.ts';
import { linkDescription } from './links.ts';
import { isArray, isDict, Name, nameOf, PdfStream, Ref, type PdfDict, type PdfValue, type Placed } from './objects.ts';
import type { PageContent } from './page-content.ts';
import type { Box, PdfPage } from './page-tree.ts';
import { annotationTimes, patternsTimes, type PageOnSheet } from './sheet.ts';
import { stampContent, type StampNames, type StampWords } from './stamp.ts';
import { real, settled, stringBytes, textString } from './strings.ts';

export interface PageTask {
  /** As it came. */
  readonly page: PdfPage;
  /** As it will stand in the pack. */
  readonly sheet: PageOnSheet;
  readonly place: Placed;
  readonly parent: Placed;
  readonly content: PageContent;
  readonly words: StampWords;
  /** Annotations of ours. */
  readonly added: ReadonlyArray<Placed>;
  /** For a page without tags: the role of all that stands on it, and its key into the parent tree. */
  readonly plain: { readonly role: 'P' | 'Figure'; readonly key: number } | null;
}

export interface KeptAnnotation {
  readonly place: Placed;
  /** Such as `Link`. */
  readonly kind: string;
  /** Its key into the parent tree where that is given by us: on a page without tags. */
  readonly key: number | null;
}

/** Entries of a page that mean the same in the pack. */
const keptEntries = ['Group', 'UserUnit', 'BleedBox', 'TrimBox', 'ArtBox', 'VP'];
/** Annotations that play, run or carry something. */
const droppedKinds = new Set(['FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D', 'TrapNet']);
const mostAnnotations = 100_000;
/** Annotations that fields are looked for over: each field is held against each. */
const mostCovers = 200;

interface Shared {
  readonly place: Placed;
  readonly names: StampNames;
}

export class PageCopier {
  private readonly copy: PartCopier;
  private readonly furniture: Furniture;
  private readonly isEven: boolean;
  /** Resources that several pages share, with our fonts added. */
  private readonly shared = new Map<number, Shared>();

  constructor(copy: PartCopier, furniture: Furniture) {
    this.copy = copy;
    this.furniture = furniture;
    this.isEven = copy.part.ownPages || isEvenByMaker(copy.source);
  }

  /** Writes the page; gives the annotations it keeps. */
  write(task: PageTask): KeptAnnotation[] {
    const { copy } = this;
    const { page, plain, sheet } = task;
    const { factor } = sheet;
    const { kept, widgets } = this.sift(page, factor);
    const { resources, names, fields } = this.resourcesFor(page, widgets, factor);
    const stamps = stampContent(sheet.page, task.words, names, task.content.picture && !task.content.text);
    const tail = copy.reserve();
    const end = plain === null ? '' : 'EMC\n';
    const drawn = factor === 1 || fields === '' ? fields : `${smaller(factor)}${fields}Q\n`;
    copy.writeStream(tail, latin1Bytes(`\nQ\n${drawn}${end}${stamps}`));
    const dict: PdfDict = new Map<string, PdfValue>([
      ['Type', nameOf('Page')],
      ['Parent', task.parent],
      ['MediaBox', boxArray(sheet.page.mediaBox)],
      ['CropBox', sameBox(page.cropBox, page.mediaBox) ? null : boxArray(sheet.page.cropBox)],
      ['Rotate', page.rotate === 0 ? null : page.rotate],
      ['Contents', [this.headFor(plain, factor), ...this.contentsOf(page), tail]],
      ['Resources', resources],
      ['Tabs', nameOf('S')],
    ]);
    for (const key of factor === 1 ? keptEntries : ['Group']) dict.set(key, page.dict.get(key) ?? null);
    const annotations = [...kept.map((annotation) => annotation.place), ...task.added];
    if (annotations.length > 0) dict.set('Annots', annotations);
    dict.set('StructParents', plain === null ? (page.dict.get('StructParents') ?? null) : settled(plain.key));
    copy.writeObject(task.place, dict);
    return kept;
  }

  private headFor(plain: PageTask['plain'], factor: number): Placed {
    const { head, heads } = this.furniture;
    if (factor === 1) return plain === null ? head : heads[plain.role];
    const place = this.copy.reserve();
    const begin = plain === null ? '' : `/${plain.role} <</MCID 0>> BDC `;
    this.copy.writeStream(place, latin1Bytes(`${begin}${smaller(factor)}`));
    return place;
  }

  private contentsOf(page: PdfPage): PdfValue[] {
    const { source } = this.copy;
    const held = page.dict.get('Contents') ?? null;
    const resolved = source.resolve(held);
    const list = isArray(resolved) ? resolved : [held];
    const streams = list.filter((item) => item instanceof Ref && source.resolve(item) instanceof PdfStream);
    const evened = this.isEven ? null : evenedOut(source, streams);
    if (evened === null) return streams;
    const place = this.copy.reserve();
    const packed = this.copy.source.codec.deflate(evened);
    this.copy.writeStream(place, packed, new Map([['Filter', nameOf('FlateDecode')]]));
    return [place];
  }

  private resourcesFor(
    page: PdfPage,
    widgets: ReadonlyArray<PdfDict>,
    factor: number,
  ): { readonly resources: PdfValue; readonly names: StampNames; readonly fields: string } {
    const number = page.resources instanceof Ref && widgets.length === 0 && factor === 1 ? page.resources.number : null;
    const known = number === null ? undefined : this.shared.get(number);
    if (known !== undefined) return { resources: known.place, names: known.names, fields: '' };
    const { source } = this.copy;
    const resources: PdfDict = new Map(source.dict(page.resources) ?? []);
    const group = (key: string): PdfDict => new Map(source.dict(resources.get(key)) ?? []);
    const fonts = group('Font');
    const states = group('ExtGState');
    const names: StampNames = {
      font: freeName(fonts, 'PkF'),
      widths: this.furniture.widths,
      light: freeName(states, 'PkL'),
      plate: freeName(states, 'PkP'),
    };
    fonts.set(names.font, this.furniture.font);
    states.set(names.light, this.furniture.light);
    states.set(names.plate, this.furniture.plate);
    resources.set('Font', fonts);
    resources.set('ExtGState', states);
    if (factor !== 1 && resources.has('Pattern')) {
      const copyStream = this.copy.copyStream.bind(this.copy);
      resources.set('Pattern', patternsTimes(this.copy, group('Pattern'), factor, copyStream));
    }
    const fieldFont = freeName(fonts, 'PkV');
    const drawing = this.fieldsOf(widgets, fieldFont, group('XObject'));
    if (drawing.usesFont) resources.set('Font', new Map([...fonts, [fieldFont, this.furniture.fieldFont()]]));
    if (drawing.forms.size > 0) resources.set('XObject', new Map([...group('XObject'), ...drawing.forms]));
    if (number === null) return { resources, names, fields: drawing.content };
    const place = this.copy.create(resources);
    this.shared.set(number, { place, names });
    return { resources: place, names, fields: drawing.content };
  }

  private fieldsOf(widgets: ReadonlyArray<PdfDict>, font: string, taken: PdfDict): FieldDrawing {
    if (widgets.length === 0) return { content: '', forms: new Map(), usesFont: false };
    const stem = freeStem(taken);
    return drawFields(widgets, this.copy, { font, form: (count) => `${stem}${count}` });
  }

  private sift(page: PdfPage, factor: number): { readonly kept: KeptAnnotation[]; readonly widgets: PdfDict[] } {
    const { copy } = this;
    const kept: KeptAnnotation[] = [];
    const widgets: PdfDict[] = [];
    const covers: Corners[] = [];
    const held = copy.source.resolve(page.dict.get('Annots'));
    if (!isArray(held)) return { kept, widgets };
    for (const item of held.slice(0, mostAnnotations)) {
      const dict = copy.source.resolve(item);
      if (!isDict(dict)) continue;
      const subtype = copy.source.resolve(dict.get('Subtype'));
      const kind = subtype instanceof Name ? subtype.text : '';
      if (kind === 'Widget') {
        const over = fieldOver(copy, dict, covers, factor);
        if (over === null) widgets.push(dict);
        else {
          const key = copy.tags.tagged ? null : ++copy.tags.highest;
          if (key !== null) over.set('StructParent', settled(key));
          copy.tally.fields++;
          kept.push({ place: copy.create(over), kind: 'Stamp', key });
        }
      } else if (droppedKinds.has(kind)) {
        copy.tally.attachments++;
        // what they show stays, as it does of a field
        if (dict.has('AP')) widgets.push(dict);
      } else {
        const annotation = this.keep(item, dict, kind, factor);
        if (annotation !== null) kept.push(annotation);
        const cover = annotation === null ? null : coverOf(copy, dict, kind);
        if (cover !== null && covers.length < mostCovers) covers.push(cover);
        continue;
      }
      if (item instanceof Ref) copy.leaveBehind(item.number);
    }
    return { kept, widgets };
  }

  private keep(item: PdfValue, dict: PdfDict, kind: string, factor: number): KeptAnnotation | null {
    const { copy } = this;
    const over: PdfDict = factor === 1 ? new Map() : annotationTimes(copy, dict, factor);
    const words = kind === 'Link' && copy.part.ownPages && !dict.has('Contents') ? this.description(dict) : null;
    if (words !== null) over.set('Contents', textString(words));
    const key = copy.tags.tagged || kind === 'Popup' ? null : ++copy.tags.highest;
    if (key !== null) over.set('StructParent', settled(key));
    if (item instanceof Ref && over.size > 0) copy.putOver(item.number, over);
    const place = item instanceof Ref ? copy.place(item) : copy.create(new Map([...dict, ...over]));
    return place === null ? null : { place, kind, key };
  }

  /** The browser that prints our own pages leaves links without a description. */
  private description(dict: PdfDict): string | null {
    const { copy } = this;
    const address = copy.source.dict(dict.get('A'))?.get('URI');
    return linkDescription(stringBytes(copy.source.resolve(address)), copy);
  }
}

/** Begins what is drawn in the units of a page that has been made smaller. */
function smaller(factor: number): string {
  const written = factor.toFixed(8);
  return `q ${written} 0 0 ${written} 0 0 cm\n`;
}

function freeName(taken: PdfDict, stem: string): string {
  for (let count = 0; ; count++) {
    const name = count === 0 ? stem : `${stem}${count}`;
    if (!taken.has(name)) return name;
  }
}

/** A beginning that none of the names taken has. */
function freeStem(taken: PdfDict): string {
  let stem = 'PkW';
  while ([...taken.keys()].some((name) => name.startsWith(stem))) stem += 'W';
  return stem;
}

function boxArray(box: Box): PdfValue {
  return [real(box.left), real(box.bottom), real(box.right), real(box.top)];
}

function sameBox(first: Box, second: Box): boolean {
  return (
    first.left === second.left &&
    first.bottom === second.bottom &&
    first.right === second.right &&
    first.top === second.top
  );
}
