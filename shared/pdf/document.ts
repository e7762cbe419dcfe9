/** A PDF opened for reading: its objects by number, its pages in order. Nothing in here throws for what a file holds. */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { findWord } from './bytes.ts';
import type { Codec } from './codec.ts';
import { decodeStream } from './filters.ts';
import { readIndirect, surroundingsOf, type Indirect, type Surroundings } from './indirect.ts';
import { Lexer } from './lexer.ts';
import { findLoosePages } from './loose-pages.ts';
import { ObjectStream } from './object-stream.ts';
import { isDict, isName, numberOf, PdfStream, Ref, type PdfDict, type PdfValue } from './objects.ts';
import { walkPages, type PdfPage } from './page-tree.ts';
import { largestPdf, type Damage, type PdfRefusal } from './refusal.ts';
import { scanObjects } from './repair.ts';
import { readXref, type Xref } from './xref.ts';

/** Bytes of decoded object streams kept at once. */
const mostDecoded = 48_000_000;
const longestChain = 32;
/** Objects being read because reading another needs them: its length, the stream that holds it. */
const deepestNeed = 16;

export class PdfDocument {
  readonly bytes: Uint8Array;
  readonly catalogue: PdfDict;
  readonly pages: ReadonlyArray<PdfPage>;
  readonly objects: ObjectStore;

  constructor(objects: ObjectStore, catalogue: PdfDict, pages: ReadonlyArray<PdfPage>) {
    this.objects = objects;
    this.bytes = objects.bytes;
    this.catalogue = catalogue;
    this.pages = pages;
  }

  get codec(): Codec {
    return this.objects.codec;
  }

  get trailer(): PdfDict {
    return this.objects.trailer;
  }

  /** The index was broken and has been rebuilt, in whole or for the objects that were not where it said. */
  get repaired(): boolean {
    return this.objects.repaired;
  }

  /** The value itself where a reference is given; null where it leads nowhere. */
  resolve(value: PdfValue | undefined): PdfValue {
    return this.objects.resolve(value);
  }

  dict(value: PdfValue | undefined): PdfDict | null {
    const found = this.objects.resolve(value);
    return isDict(found) ? found : null;
  }
}

export class ObjectStore {
  readonly bytes: Uint8Array;
  readonly trailer: PdfDict;
  repaired: boolean;
  /** Objects that the index names and that could not be read even so. */
  unreadable = 0;
  private readonly xref: Xref;
  readonly codec: Codec;
  private readonly read = new Map<number, PdfValue>();
  private readonly underWay = new Set<number>();
  private readonly objectStreams = new Map<number, ObjectStream | null>();
  private decoded = 0;
  private scanned: Xref | null = null;
  private readonly around: Surroundings;
  private workLeft: number;

  constructor(bytes: Uint8Array, xref: Xref, codec: Codec, repaired: boolean) {
    this.bytes = bytes;
    this.xref = xref;
    this.trailer = xref.trailer;
    this.codec = codec;
    this.repaired = repaired;
    this.around = surroundingsOf(bytes, (ref) => numberOf(this.resolve(ref)));
    this.workLeft = bytes.length * 16 + 64_000_000;
  }

  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let step = 0; found instanceof Ref; step++) {
      if (step >= longestChain) return null;
      found = this.object(found.number);
    }
    return found;
  }

  numbers(): Iterable<number> {
    return this.xref.index.numbers();
  }

  has(number: number): boolean {
    return this.xref.index.find(number) !== null;
  }

  object(number: number): PdfValue {
    const known = this.read.get(number);
    if (known !== undefined) return known;
    // a stream whose length is the stream itself, an object stream inside itself
    if (this.underWay.has(number) || this.underWay.size > deepestNeed) return null;
    this.underWay.add(number);
    const value = this.readObject(number);
    this.underWay.delete(number);
    this.read.set(number, value);
    return value;
  }

  /** What has been copied need not be kept. */
  forget(number: number): void {
    this.read.delete(number);
  }

  private readObject(number: number): PdfValue {
    const entry = this.xref.index.find(number);
    if (entry === null) return null;
    if (typeof entry !== 'number') {
      const holder = this.objectStream(entry.stream);
      if (holder !== null) return holder.object(number, entry.place);
      this.unreadable++;
      return null;
    }
    const found = this.readAt(entry);
    return found?.number === number ? found.value : this.misplaced(number);
  }

  /** The index lies about this object: look where it really stands. */
  private misplaced(number: number): PdfValue {
    this.scanned ??= scanObjects(this.bytes);
    const offset = this.scanned.index.find(number);
    const found = typeof offset === 'number' ? this.readAt(offset) : null;
    if (found?.number === number) {
      this.repaired = true;
      return found.value;
    }
    this.unreadable++;
    return null;
  }

  /** A file made to be read over and over (strings without an end, a million times) is given up some time. */
  private readAt(offset: number): Indirect | null {
    if (this.workLeft < 0) return null;
    const lexer = new Lexer(this.bytes, offset);
    const found = readIndirect(lexer, this.around);
    this.workLeft -= lexer.position - offset;
    return found;
  }

  objectStream(number: number): ObjectStream | null {
    const known = this.objectStreams.get(number);
    if (known !== undefined) return known;
    const stream = this.workLeft < 0 ? null : this.object(number);
    const content =
      stream instanceof PdfStream ? decodeStream(stream, this.codec, (value) => this.resolve(value)) : null;
    const opened =
      stream instanceof PdfStream && content !== null
        ? new ObjectStream(stream, content, (value) => this.resolve(value))
        : null;
    this.decoded += opened?.size ?? 0;
    this.workLeft -= (opened?.size ?? 0) / 8;
    for (const [oldest, held] of this.objectStreams) {
      if (this.decoded <= mostDecoded) break;
      this.decoded -= held?.size ?? 0;
      this.objectStreams.delete(oldest);
    }
    this.objectStreams.set(number, opened);
    return opened;
  }
}

/** Opens a file. Its index is rebuilt where it is broken; see PdfRefusal for what cannot be taken. */
export function openDocument(file: Uint8Array, codec: Codec): Result<PdfDocument, PdfRefusal> {
  if (file.length === 0) return refuse({ type: 'Empty' });
  if (file.length > largestPdf) return refuse({ type: 'TooLarge' });
  // plain bytes: Node's Buffer has another and slower `slice`, which would hold the whole file in memory
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const header = findWord(bytes, '%PDF-', 0, 1024);
  // some lose their first line on the way; what follows tells that it is a PDF even so
  if (header < 0 && !hasFrameOfPdf(bytes)) return refuse({ type: 'NotAPdf' });
  const xref = header < 0 ? null : readXref(bytes, header, codec);
  const asWritten = xref === null ? damaged('noIndex') : openWith(new ObjectStore(bytes, xref, codec, false));
  if (asWritten.ok && asWritten.value.wholeTree) return ok(asWritten.value.document);
  if (!asWritten.ok && asWritten.refusal.type !== 'Damaged') return asWritten;
  const store = rebuiltStore(bytes, codec);
  const rebuilt = openWith(store);
  // a tree that promises more pages than it has is kept as it is, unless rebuilding finds them
  if (asWritten.ok) {
    const more = rebuilt.ok && rebuilt.value.document.pages.length > asWritten.value.document.pages.length;
    return ok(more ? rebuilt.value.document : asWritten.value.document);
  }
  if (rebuilt.ok) return ok(rebuilt.value.document);
  return rebuilt.refusal.type === 'Damaged' ? withLoosePages(store, rebuilt) : rebuilt;
}

function hasFrameOfPdf(bytes: Uint8Array): boolean {
  return findWord(bytes, 'endobj', 0) >= 0 && (findWord(bytes, '/Root', 0) >= 0 || findWord(bytes, '/Catalog', 0) >= 0);
}

/** The last resort: the pages that can be found one by one, with whatever of the catalogue is left. */
function withLoosePages(store: ObjectStore, otherwise: Result<never, PdfRefusal>): Result<PdfDocument, PdfRefusal> {
  const pages = findLoosePages(store, [...store.numbers()]);
  if (pages.length === 0) return otherwise;
  const catalogue = store.resolve(store.trailer.get('Root'));
  return ok(new PdfDocument(store, isDict(catalogue) ? catalogue : new Map(), pages));
}

interface Opened {
  readonly document: PdfDocument;
  /** The page tree has as many pages as it says. */
  readonly wholeTree: boolean;
}

function openWith(objects: ObjectStore): Result<Opened, PdfRefusal> {
  if (objects.trailer.has('Encrypt')) return refuse({ type: 'Encrypted' });
  const catalogue = objects.resolve(objects.trailer.get('Root'));
  if (!isDict(catalogue)) return damaged('noCatalogue');
  const root = objects.resolve(catalogue.get('Pages'));
  if (!isDict(root)) return damaged('noPageTree');
  const walked = walkPages(objects, catalogue.get('Pages'));
  if (walked === null) return refuse({ type: 'TooLarge' });
  if (walked.length === 0) {
    const kids = objects.resolve(root.get('Kids'));
    const honest = Array.isArray(kids) && kids.length === 0 && !(numberOf(objects.resolve(root.get('Count'))) > 0);
    return honest ? refuse({ type: 'NoPages' }) : damaged('noPageTree');
  }
  const promised = numberOf(objects.resolve(root.get('Count')));
  return ok({ document: new PdfDocument(objects, catalogue, walked), wholeTree: !(promised > walked.length) });
}

function damaged(because: Damage): Result<never, PdfRefusal> {
  return refuse({ type: 'Damaged', because });
}

/** An index made by reading through the file, with what its object streams hold. */
function rebuiltStore(bytes: Uint8Array, codec: Codec): ObjectStore {
  const xref = scanObjects(bytes);
  const objects = new ObjectStore(bytes, xref, codec, true);
  const numbers = [...xref.index.numbers()];
  let catalogue: number | null = null;
  for (const number of numbers) {
    const value = objects.object(number);
    if (value instanceof PdfStream) {
      if (isName(value.dict.get('Type'), 'ObjStm')) {
        objects.objectStream(number)?.numbers.forEach((inside, place) => {
          if (!xref.index.has(inside)) xref.index.setInStream(inside, number, place);
        });
      } else if (isName(value.dict.get('Type'), 'XRef')) {
        for (const key of ['Root', 'Encrypt', 'Info']) {
          const entry = value.dict.get(key);
          if (entry !== undefined) xref.trailer.set(key, entry);
        }
      }
    } else if (isDict(value) && isName(value.get('Type'), 'Catalog')) catalogue = number;
    objects.forget(number);
  }
  if (!isDict(objects.resolve(xref.trailer.get('Root')))) {
    catalogue ??= catalogueInStreams(objects, xref, numbers);
    if (catalogue !== null) xref.trailer.set('Root', new Ref(catalogue));
  }
  return objects;
}

function catalogueInStreams(objects: ObjectStore, xref: Xref, known: ReadonlyArray<number>): number | null {
  const outside = new Set(known);
  for (const number of xref.index.numbers()) {
    if (outside.has(number)) continue;
    const value = objects.object(number);
    if (isDict(value) && isName(value.get('Type'), 'Catalog')) return number;
    objects.forget(number);
  }
  return null;
}
