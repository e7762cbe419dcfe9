/**
 * Deflate and inflate come from outside: Node's zlib on a desk, fflate in a browser's worker.
 *
 * Both speak the zlib format (RFC 1950), which is what a PDF calls FlateDecode.
 */
export interface Codec {
  /** Tolerates a missing checksum and a cut-off end (gives what there is); throws when nothing can be made of the bytes. */
  inflate(bytes: Uint8Array): Uint8Array;
  deflate(bytes: Uint8Array): Uint8Array;
}
