const zero = 48;
const noBytes = new Uint8Array(0);

/** Bytes that grow as they are written, kept from one use to the next. */
export class ByteBuilder {
  length = 0;
  private bytes = new Uint8Array(65_536);

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.room(1);
    this.bytes[this.length++] = value;
  }

  /** Text of characters below 256. */
  text(text: string): void {
    this.room(text.length);
    for (let at = 0; at < text.length; at++) this.bytes[this.length++] = text.charCodeAt(at);
  }

  whole(value: number): void {
    if (value < 0 || value > 999_999_999 || !Number.isInteger(value)) {
      this.text(String(value));
      return;
    }
    this.room(9);
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits++;
    let rest = value;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      this.bytes[at] = zero + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.length += digits;
  }

  /** A copy of part of other bytes. */
  part(bytes: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.room(size);
    if (size > 32) this.bytes.set(bytes.subarray(start, end), this.length);
    else for (let at = 0; at < size; at++) this.bytes[this.length + at] = bytes[start + at] ?? 0;
    this.length += size;
  }

  /** What has been written, good until the next write. */
  view(): Uint8Array {
    return this.length === 0 ? noBytes : this.bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
    if (this.bytes.length > 8_000_000) this.bytes = new Uint8Array(65_536);
  }
}
