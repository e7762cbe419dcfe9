/** What goes into a pack and what comes of making it; `assemblePack` in assemble.ts turns the one into the other. */
import type { Codec } from './codec.ts';
import type { PdfRefusal } from './refusal.ts';
import type { StampFont } from './stamp-font.ts';

export interface PackPlan {
  readonly title: string;
  /** Such as `en-GB`. */
  readonly language: string;
  /** In the order of their pages. */
  readonly parts: ReadonlyArray<PackPart>;
  readonly outline: ReadonlyArray<Bookmark>;
  readonly labels: PackLabels;
  /** Stands at the head of every page, such as `OFFICIAL-SENSITIVE`. */
  readonly marking: string | null;
  /** Stands large and light across every page, such as `DRAFT`. */
  readonly watermark: string | null;
  readonly made: { readonly producer: string };
  /**
   * Names this pack and no other, for the file's /ID: 32 hexadecimal digits, made by the caller from the contents
   * (there is neither clock nor chance in here). Other lengths are cut or filled with zeros.
   */
  readonly documentId: string;
  /** Id of the part to which the first page of every part not written by us links back, in its top right corner. */
  readonly backTo?: string | null;
  /** Files of ours inside the pack. */
  readonly attachments?: ReadonlyArray<PackAttachment>;
  /** Leave out the parts that cannot be taken and go on, naming them in the answer, instead of refusing the whole pack. */
  readonly leaveOutRefused?: boolean;
}

export interface PackAttachment {
  /** A file name, such as `manifest.json`. */
  readonly name: string;
  /** Its type, such as `application/json`. */
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

export interface PackLabels {
  readonly prefix: '' | 'R';
  /** The number on the first page. */
  readonly first: number;
}

export interface PackPart {
  /** Links in our own pages name it: `https://pack.invalid/item/<id>`; `https://pack.invalid/agenda` means the id `agenda`. */
  readonly id: string;
  readonly title: string;
  /** May be called twice: the file is not held in memory longer than it is needed. */
  readonly read: () => Promise<Uint8Array> | Uint8Array;
  /** Such as `Item 7 · CTB/27/014 v1.2`; the page within the part is added: ` · 3 of 14`. */
  readonly stamp: { readonly line: string | null };
  /** Written by us, so that its links into the pack are trusted and its tags are mended. */
  readonly ownPages: boolean;
}

export interface Bookmark {
  readonly title: string;
  readonly part: string;
  /** The page within the part, from 1. */
  readonly page: number;
  /** The part's own bookmarks nest beneath this one, before `children`. */
  readonly inherit: boolean;
  readonly children: ReadonlyArray<Bookmark>;
}

/**
 * Where the pack is written. A piece may lie in the very bytes a part was read from: it stays as it is, and is not to be
 * altered or transferred. The next one comes when this one is done; what the sink has still to do after the last, its owner
 * waits for.
 */
export interface Sink {
  write(bytes: Uint8Array): void | Promise<void>;
}

export interface PackWork {
  readonly sink: Sink;
  readonly codec: Codec;
  /** What the stamps are set in; `null` for Helvetica, which is not put into the pack. */
  readonly font: StampFont | null;
  /** Told after each page: which part (from 0) and how many pages of the whole pack are done. */
  readonly progress: (partIndex: number, pagesDone: number) => void;
  /** Asked often; a cancelled pack leaves the sink half-written, to be thrown away by its owner. */
  readonly cancelled: () => boolean;
}

export interface PackMade {
  readonly pages: number;
  readonly parts: ReadonlyArray<PartMade>;
  /** Parts that could not be taken; always empty unless the plan said `leaveOutRefused`. */
  readonly leftOut: ReadonlyArray<{ readonly id: string; readonly because: PdfRefusal }>;
  readonly bytes: number;
}

export interface PartMade {
  readonly id: string;
  /** Counted from 1 through the whole file; the printed number is this plus `labels.first` - 1. */
  readonly firstPage: number;
  readonly pages: number;
  readonly warnings: ReadonlyArray<PartWarning>;
}

export type PartWarning =
  | { readonly type: 'Repaired' }
  | { readonly type: 'ObjectsUnreadable'; readonly count: number }
  | { readonly type: 'LinksToNothing'; readonly count: number }
  | { readonly type: 'ScriptsDropped'; readonly count: number }
  | { readonly type: 'AttachmentsDropped'; readonly count: number }
  | { readonly type: 'FormFlattened'; readonly fields: number }
  | { readonly type: 'SignatureLost' };

export type PackRefusal =
  { readonly type: 'Cancelled' } | { readonly type: 'PartRefused'; readonly id: string; readonly because: PdfRefusal };
