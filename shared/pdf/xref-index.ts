/** Where each object of a file stands. */

/** An entry is one number: an offset (0 and up), or for an object inside an object stream the number below 0 that names both. */
const placesPerStream = 2 ** 20;

export interface InStream {
  readonly stream: number;
  readonly place: number;
}

/** More objects than this are no report. */
export const mostObjects = 3_000_000;

export class XrefIndex {
  private readonly entries = new Map<number, number>();

  get size(): number {
    return this.entries.size;
  }

  has(number: number): boolean {
    return this.entries.has(number);
  }

  setOffset(number: number, offset: number): void {
    this.entries.set(number, offset);
  }

  setInStream(number: number, stream: number, place: number): void {
    this.entries.set(number, -(stream * placesPerStream + Math.min(place, placesPerStream - 1)) - 1);
  }

  setFree(number: number): void {
    this.entries.set(number, Number.POSITIVE_INFINITY);
  }

  /** The object's offset, or its stream and place; null for one that is free or unknown. */
  find(number: number): number | InStream | null {
    const entry = this.entries.get(number);
    if (entry === undefined || entry === Number.POSITIVE_INFINITY) return null;
    if (entry >= 0) return entry;
    const joined = -entry - 1;
    return { stream: Math.floor(joined / placesPerStream), place: joined % placesPerStream };
  }

  numbers(): Iterable<number> {
    return this.entries.keys();
  }
}
