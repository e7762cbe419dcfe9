/**
 * Writes a PDF as it comes: streams at once, other objects two hundred at a time into object streams, the index last.
 * Nothing of it is held but the piece being filled and where each object stands.
 */
import { ByteBuilder } from './byte-builder.ts';
import { latin1Bytes } from './bytes.ts';
import type { Codec } from './codec.ts';
import type { Sink } from './pack-plan.ts';

const pieceSize = 4 * 1024 * 1024;
/** Streams from here on are handed to the sink as they lie in their file, not copied into a piece first. */
const longRun = 64 * 1024;
const objectsPerStream = 200;
const largestObjectStream = 1_000_000;
const endOfStream = latin1Bytes('\nendstream\nendobj\n');

export class PackWriter {
  /** Bytes written so far. */
  position = 0;
  private readonly sink: Sink;
  private readonly codec: Codec;
  private piece = new Uint8Array(pieceSize);
  private used = 0;
  /** Up to where the piece has been handed on already. */
  private begun = 0;
  private full: Uint8Array[] = [];
  /** For each object: its offset, or below 0 the object stream that holds it; 0 while unwritten. */
  private readonly offsets: number[] = [0];
  private readonly placeInStream: number[] = [0];
  private readonly packed = new ByteBuilder();
  private readonly packedObjects: Array<{ readonly number: number; readonly offset: number }> = [];
  private readonly scratch = new ByteBuilder();

  constructor(sink: Sink, codec: Codec) {
    this.sink = sink;
    this.codec = codec;
    this.text('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n');
  }

  /** A number for an object to be written later. One never written reads as null. */
  allocate(): number {
    this.offsets.push(0);
    this.placeInStream.push(0);
    return this.offsets.length - 1;
  }

  /** Writes an object that is no stream. `build` must not write other objects. */
  object(number: number, build: (out: ByteBuilder) => void): void {
    this.placeInStream[number] = this.packedObjects.length;
    this.packedObjects.push({ number, offset: this.packed.length });
    build(this.packed);
    this.packed.byte(10);
    if (this.packedObjects.length >= objectsPerStream || this.packed.length >= largestObjectStream)
      this.endObjectStream();
  }

  /** Writes a stream. `build` writes its dictionary, /Length and all. */
  stream(number: number, build: (out: ByteBuilder) => void, bytes: Uint8Array, start: number, length: number): void {
    this.beginStream(number, build);
    this.bytes(bytes, start, start + length);
    this.bytes(endOfStream, 0, endOfStream.length);
  }

  /** The same, handing on what there is at once, for streams that would fill the memory. */
  async longStream(
    number: number,
    build: (out: ByteBuilder) => void,
    bytes: Uint8Array,
    start: number,
    length: number,
  ): Promise<void> {
    this.beginStream(number, build);
    this.bytes(bytes, start, start + length);
    await this.settle();
    this.bytes(endOfStream, 0, endOfStream.length);
  }

  private beginStream(number: number, build: (out: ByteBuilder) => void): void {
    this.offsets[number] = this.position;
    this.scratch.clear();
    this.scratch.whole(number);
    this.scratch.text(' 0 obj\n');
    build(this.scratch);
    this.scratch.text('\nstream\n');
    this.bytes(this.scratch.view(), 0, this.scratch.length);
  }

  /** Full pieces wait to be handed to the sink. */
  get isFull(): boolean {
    return this.full.length > 0;
  }

  async settle(): Promise<void> {
    const waiting = this.full;
    this.full = [];
    for (const piece of waiting) await this.sink.write(piece);
  }

  /** Writes the index and what is left. `trailer` holds the entries /Root, /Info and /ID. */
  async finish(trailer: string): Promise<void> {
    this.endObjectStream();
    const number = this.allocate();
    this.offsets[number] = this.position;
    const at = this.position;
    const index = this.codec.deflate(this.indexBytes());
    this.text(
      `${number} 0 obj\n<</Type/XRef/Size ${this.offsets.length}/W[1 5 2]${trailer}/Filter/FlateDecode/Length ${index.length}>>\nstream\n`,
    );
    this.bytes(index, 0, index.length);
    this.text(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`);
    this.cut();
    await this.settle();
  }

  private endObjectStream(): void {
    if (this.packedObjects.length === 0) return;
    const number = this.allocate();
    const header = new ByteBuilder();
    for (const packed of this.packedObjects) {
      this.offsets[packed.number] = -number;
      header.whole(packed.number);
      header.byte(32);
      header.whole(packed.offset);
      header.byte(32);
    }
    const content = new Uint8Array(header.length + this.packed.length);
    content.set(header.view());
    content.set(this.packed.view(), header.length);
    const deflated = this.codec.deflate(content);
    const count = this.packedObjects.length;
    const first = header.length;
    this.packedObjects.length = 0;
    this.packed.clear();
    const dictionary = `<</Type/ObjStm/N ${count}/First ${first}/Filter/FlateDecode/Length ${deflated.length}>>`;
    this.stream(number, (out) => out.text(dictionary), deflated, 0, deflated.length);
  }

  private indexBytes(): Uint8Array {
    const bytes = new Uint8Array(this.offsets.length * 8);
    this.offsets.forEach((offset, number) => {
      const at = number * 8;
      const free = offset === 0;
      bytes[at] = free ? 0 : offset > 0 ? 1 : 2;
      let rest = Math.abs(offset);
      for (let i = 5; i >= 1; i--) {
        bytes[at + i] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      const last = free ? 65_535 : offset > 0 ? 0 : (this.placeInStream[number] ?? 0);
      bytes[at + 6] = last >> 8;
      bytes[at + 7] = last & 255;
    });
    return bytes;
  }

  private text(text: string): void {
    const bytes = latin1Bytes(text);
    this.bytes(bytes, 0, bytes.length);
  }

  /** Hands on what the piece holds so far; what follows goes into the rest of it. */
  private cut(): void {
    if (this.used > this.begun) this.full.push(this.piece.subarray(this.begun, this.used));
    this.begun = this.used;
  }

  private bytes(bytes: Uint8Array, start: number, end: number): void {
    this.position += end - start;
    if (end - start >= longRun) {
      this.cut();
      this.full.push(bytes.subarray(start, end));
      return;
    }
    let at = start;
    while (at < end) {
      const size = Math.min(end - at, pieceSize - this.used);
      this.piece.set(bytes.subarray(at, at + size), this.used);
      this.used += size;
      at += size;
      if (this.used === pieceSize) {
        this.cut();
        this.piece = new Uint8Array(pieceSize);
        this.used = 0;
        this.begun = 0;
      }
    }
  }
}
