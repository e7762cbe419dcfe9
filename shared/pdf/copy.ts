/**
 * Copies objects of one file into the pack: numbers every reference anew and carries streams over without decoding them.
 * What is asked for is put in a queue; the queue is worked off object by object, so that nothing need be held.
 */
import type { ByteBuilder } from './byte-builder.ts';
import type { CopiedPart, CopyContext, EntryRule, TagShift } from './copy-rule.ts';
import { Destinations } from './destinations.ts';
import type { PdfDocument } from './document.ts';
import { isDict, isName, PdfStream, Placed, Ref, type PdfArray, type PdfDict, type PdfValue } from './objects.ts';
import { reshapeElement } from './structure.ts';
import { emptyTally } from './tally.ts';
import { ownHand, writeDict, writeValue, type Hand } from './write-value.ts';
import type { PackWriter } from './writer.ts';

const longStream = 1_000_000;
const betweenPauses = 256;

export interface CopySetting {
  readonly writer: PackWriter;
  readonly rules: ReadonlyMap<string, EntryRule>;
  readonly partStart: CopyContext['partStart'];
  readonly cancelled: () => boolean;
}

export class PartCopier implements CopyContext {
  readonly source: PdfDocument;
  readonly part: CopiedPart;
  readonly tags: TagShift;
  readonly tally = emptyTally();
  readonly partStart: CopyContext['partStart'];
  writing: Placed | null = null;
  private readonly setting: CopySetting;
  private readonly destinations: Destinations;
  private readonly places = new Map<number, Placed | null>();
  private readonly pagePlaces = new Map<number, Placed>();
  private readonly pageFactors = new Map<number, number>();
  private readonly queue: number[] = [];
  private readonly created: Array<{ readonly place: Placed; readonly value: PdfValue }> = [];
  private readonly over = new Map<number, PdfDict>();
  private readonly leftBehind = new Set<number>();
  private readonly hand: Hand;

  constructor(source: PdfDocument, part: CopiedPart, tags: TagShift, setting: CopySetting) {
    this.source = source;
    this.part = part;
    this.tags = tags;
    this.setting = setting;
    this.partStart = setting.partStart;
    this.destinations = new Destinations(source, {
      place: (value) => this.pagePlace(value),
      factor: (value) => (value instanceof Ref ? (this.pageFactors.get(value.number) ?? 1) : 1),
    });
    this.hand = {
      place: (ref) => this.place(ref),
      entry: (key, value, dict) => {
        const rule = setting.rules.get(key);
        return rule === undefined ? value : rule(value, dict, this);
      },
      reshape: (dict) => reshapeElement(dict, this),
    };
  }

  /** Says where an object of the source stands, so that it is not copied. */
  setPlace(number: number, place: Placed | null): void {
    this.places.set(number, place);
  }

  /** `factor` as in sheet.ts. */
  setPagePlace(number: number, place: Placed, factor: number): void {
    this.places.set(number, place);
    this.pagePlaces.set(number, place);
    if (factor !== 1) this.pageFactors.set(number, factor);
  }

  place(ref: Ref): Placed | null {
    const known = this.places.get(ref.number);
    if (known !== undefined) return known;
    if (!this.source.objects.has(ref.number)) {
      this.places.set(ref.number, null);
      return null;
    }
    const place = new Placed(this.setting.writer.allocate());
    this.places.set(ref.number, place);
    this.queue.push(ref.number);
    return place;
  }

  pagePlace(value: PdfValue | undefined): Placed | null {
    return value instanceof Ref ? (this.pagePlaces.get(value.number) ?? null) : null;
  }

  placeOf(value: PdfValue): Placed | null {
    if (value instanceof Ref) return this.place(value);
    return isDict(value) ? this.create(value) : null;
  }

  /** A place for an object to be written by whoever asked. */
  reserve(): Placed {
    return new Placed(this.setting.writer.allocate());
  }

  create(value: PdfValue): Placed {
    const place = this.reserve();
    this.created.push({ place, value });
    return place;
  }

  putOver(number: number, entries: PdfDict): void {
    this.over.set(number, new Map([...(this.over.get(number) ?? []), ...entries]));
  }

  leaveBehind(number: number): void {
    this.leftBehind.add(number);
    this.places.set(number, null);
  }

  isLeftBehind(number: number): boolean {
    return this.leftBehind.has(number);
  }

  destination(value: PdfValue | undefined): PdfArray | null {
    return this.destinations.find(value);
  }

  /** Writes an object of the pack whose value may hold references of the source. */
  writeObject(place: Placed, value: PdfValue): void {
    this.writing = place;
    this.setting.writer.object(place.number, (out) => writeValue(out, value, this.hand));
  }

  /** Writes an object of the pack's own making, which no rule need look at. */
  writeOwn(place: Placed, value: PdfValue): void {
    this.setting.writer.object(place.number, (out) => writeValue(out, value, ownHand));
  }

  writeStream(place: Placed, content: Uint8Array, dict: PdfDict = new Map()): void {
    const whole = new Map([...dict, ['Length', content.length] as const]);
    this.setting.writer.stream(place.number, this.builderOf(whole), content, 0, content.length);
  }

  /** A stream of the source, not decoded, under a dictionary of its own. */
  copyStream(stream: PdfStream, dict: PdfDict): Placed {
    const place = this.reserve();
    this.writeStream(place, stream.bytes.subarray(stream.start, stream.start + stream.length), dict);
    return place;
  }

  private builderOf(dict: PdfDict): (out: ByteBuilder) => void {
    return (out) => writeDict(out, dict, this.hand);
  }

  /** Copies what has been asked for so far and all that it asks for; false when cancelled on the way. */
  async drain(): Promise<boolean> {
    for (let copied = 1; ; copied++) {
      const made = this.created.pop();
      const number = made === undefined ? this.queue.pop() : undefined;
      if (made !== undefined) this.writeObject(made.place, made.value);
      else if (number !== undefined) {
        const long = this.copyObject(number);
        if (long !== null) await long;
      } else return true;
      if (this.setting.writer.isFull) await this.setting.writer.settle();
      if (copied % betweenPauses === 0 && this.setting.cancelled()) return false;
    }
  }

  private copyObject(number: number): Promise<void> | null {
    const { writer } = this.setting;
    const place = this.places.get(number);
    if (place === undefined || place === null) return null;
    const value = this.source.objects.object(number);
    this.source.objects.forget(number);
    if (value instanceof PdfStream) {
      const dict = new Map([...this.withOver(number, value.dict), ['Length', value.length] as const]);
      const build = this.builderOf(dict);
      if (value.length > longStream) {
        return writer.longStream(place.number, build, value.bytes, value.start, value.length);
      }
      writer.stream(place.number, build, value.bytes, value.start, value.length);
    } else if (isDict(value)) {
      this.writeObject(place, staysOut(value) ? null : this.withOver(number, value));
    } else this.writeObject(place, value);
    return null;
  }

  private withOver(number: number, dict: PdfDict): PdfDict {
    const over = this.over.get(number);
    return over === undefined ? dict : new Map([...dict, ...over]);
  }
}

/** A page that is not taken must not come along because something points at it, nor the file's own frame. */
function staysOut(dict: PdfDict): boolean {
  const type = dict.get('Type');
  if (isName(type, 'Page')) return true;
  if (isName(type, 'Pages') || isName(type, 'Catalog') || isName(type, 'StructTreeRoot')) return true;
  const untyped = type === undefined && !dict.has('Subtype');
  return untyped && dict.has('Contents') && (dict.has('MediaBox') || dict.has('Resources'));
}
