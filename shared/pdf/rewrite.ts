/** Writes a file anew, whole, with other streams in place of some of its own. */
import type { ByteBuilder } from './byte-builder.ts';
import type { Codec } from './codec.ts';
import type { PdfDocument } from './document.ts';
import { isName, PdfStream, Placed, Ref, type PdfDict, type PdfValue } from './objects.ts';
import type { Sink } from './pack-plan.ts';
import { writeDict, writeValue, type Hand } from './write-value.ts';
import { PackWriter } from './writer.ts';

export interface NewStream {
  /** Without its /Length. */
  readonly dict: PdfDict;
  readonly content: Uint8Array;
}

const longStream = 1_000_000;

/**
 * What nothing refers to stays behind; all else is copied as it is. `replaced` (streams) and `changed` (dictionaries) go by
 * object numbers of the source.
 */
export async function rewrite(
  source: PdfDocument,
  replaced: ReadonlyMap<number, NewStream>,
  { sink, codec }: { readonly sink: Sink; readonly codec: Codec },
  changed: ReadonlyMap<number, PdfDict> = new Map(),
): Promise<void> {
  const writer = new PackWriter(sink, codec);
  const places = new Map<number, Placed | null>();
  const queue: number[] = [];
  const place = (ref: Ref): Placed | null => {
    const known = places.get(ref.number);
    if (known !== undefined) return known;
    const fresh = source.objects.has(ref.number) ? new Placed(writer.allocate()) : null;
    places.set(ref.number, fresh);
    if (fresh !== null) queue.push(ref.number);
    return fresh;
  };
  const hand: Hand = { place, entry: (_key, value) => value, reshape: (dict) => dict };
  const builderOf =
    (dict: PdfDict, length: number) =>
    (out: ByteBuilder): void =>
      writeDict(out, new Map([...dict, ['Length', length] as const]), hand);
  const root = new Placed(writer.allocate());
  const held = source.trailer.get('Root');
  if (held instanceof Ref) places.set(held.number, root);
  writer.object(root.number, (out) => writeDict(out, source.catalogue, hand));
  const info = placeOf(source.trailer.get('Info'), place);
  for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
    const to = places.get(number);
    if (to === undefined || to === null) continue;
    const fresh = replaced.get(number);
    const value = fresh === undefined ? (changed.get(number) ?? source.objects.object(number)) : null;
    source.objects.forget(number);
    if (fresh !== undefined) {
      writer.stream(to.number, builderOf(fresh.dict, fresh.content.length), fresh.content, 0, fresh.content.length);
    } else if (value instanceof PdfStream && !isName(value.dict.get('Type'), 'XRef')) {
      const build = builderOf(value.dict, value.length);
      if (value.length > longStream) await writer.longStream(to.number, build, value.bytes, value.start, value.length);
      else writer.stream(to.number, build, value.bytes, value.start, value.length);
    } else writer.object(to.number, (out) => writeValue(out, value, hand));
    if (writer.isFull) await writer.settle();
  }
  await writer.finish(`/Root ${root.number} 0 R${info === null ? '' : `/Info ${info.number} 0 R`}`);
}

function placeOf(value: PdfValue | undefined, place: (ref: Ref) => Placed | null): Placed | null {
  return value instanceof Ref ? place(value) : null;
}
