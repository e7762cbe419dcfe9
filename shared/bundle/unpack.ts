/** Inflates by the machine's own streams (the same in Chromium and in Node), which do it beside everything else. */

interface Inflating {
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> };
  };
  readonly readable: {
    getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>; cancel(): Promise<void> };
  };
}

declare const DecompressionStream: new (format: 'deflate-raw') => Inflating;

const packedAtATime = 64 * 1024;

/** Exactly so many bytes; `null` for more, for fewer, and for what is not packed so. Stops at the first byte too many. */
export async function unpacked(packed: Uint8Array, size: number): Promise<Uint8Array | null> {
  const whole = new Uint8Array(size);
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const reader = readable.getReader();
  const feeding = feed(packed, writable.getWriter());
  try {
    for (let at = 0; ;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return at === size ? whole : null;
      if (at + value.length > size) break;
      whole.set(value, at);
      at += value.length;
    }
    await reader.cancel();
    return null;
  } catch {
    return null; // not deflated, or cut short
  } finally {
    await feeding;
  }
}

/** A little at a time, and only once what came out before was taken: what unpacks to a lot is never there all at once. */
async function feed(packed: Uint8Array, writer: ReturnType<Inflating['writable']['getWriter']>): Promise<void> {
  try {
    for (let from = 0; from < packed.length; from += packedAtATime) {
      await writer.write(packed.slice(from, from + packedAtATime));
    }
    await writer.close();
  } catch {
    // told to whoever reads
  }
}
