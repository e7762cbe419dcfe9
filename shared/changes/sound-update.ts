/** Which updates of a text can be believed: those that an editor can have written. Yjs itself takes in whatever it can read. */
import * as Y from 'yjs';

/**
 * Pieces in one update. An update of a few bytes can claim any number of them, each like the one before, and reading them would take
 * all the memory there is; a paper of a thousand pages has about a fifth of this.
 */
const mostPieces = 500_000;

/** Paragraphs within lists within tables: further in no editor goes, and what walks through a text goes down into it step by step. */
const deepest = 100;

class CountingDecoder extends Y.UpdateDecoderV2 {
  #pieces = 0;

  override readInfo(): number {
    this.#pieces += 1;
    if (this.#pieces > mostPieces) throw new Error('more pieces than any editor writes');
    return super.readInfo();
  }
}

type Pieces = ReturnType<typeof Y.decodeUpdateV2>['structs'];

/**
 * The pieces of an update; `null` where one of them is empty, which Yjs takes in and then cannot tell. Throws on bytes that are no
 * update, and on more pieces than are believed.
 */
export function soundPiecesOf(update: Uint8Array): Pieces | null {
  const { structs, ds } = Y.decodeUpdateV2(update, CountingDecoder);
  const isSound =
    structs.every((struct) => struct.length > 0) &&
    [...ds.clients.values()].every((deletions) => deletions.every((deletion) => deletion.len > 0));
  return isSound ? structs : null;
}

/** Whether any of these pieces, now that they are in the text, lies deeper than is believed. */
export function isTooDeep(text: Y.Doc, pieces: Pieces): boolean {
  return pieces.some((piece) => {
    if (!(piece instanceof Y.Item) || !(piece.content instanceof Y.ContentType)) return false;
    let item: Y.Item | Y.GC | null = Y.getItem(text.store, piece.id);
    for (let depth = 0; item instanceof Y.Item; depth++) {
      if (depth >= deepest) return true;
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    }
    return false;
  });
}
