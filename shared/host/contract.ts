/**
 * What the app may ask of the machine it runs on: one map of calls, kept by both hosts (Electron and browser).
 *
 * An expected outcome (the officer cancelled, the disk is full) is part of the answer, for thrown errors lose their type on
 * the way between processes. Nothing of Electron or Node stands here.
 */
import { aText, nothing, objectOf, oneOf, someBytes, type Decode } from '#shared/kernel/decode.ts';
import { fileFormats, type FileFormat } from './file-format.ts';

export interface HostAbout {
  readonly kind: 'electron' | 'browser';
  /** The app's own version, such as `0.1.0`. */
  readonly version: string;
  /** `win32`, `darwin`, `linux`, as the host names it. */
  readonly platform: string;
  /** The same as long as the work lies on this laptop, in this place. */
  readonly machine: string;
}

/** A document of our own to be turned into a tagged, outlined PDF. Scripts in it never run and it may fetch nothing. */
export interface PrintJob {
  /** A whole HTML document, its styles, fonts and pictures inside it. */
  readonly html: string;
  readonly title: string;
}

export type PrintAnswer =
  | { readonly type: 'printed'; readonly pdf: Uint8Array }
  /** No browser engine could be found or started to make the pages. */
  | { readonly type: 'unavailable'; readonly because: string };

export interface SaveAsk {
  /** A file name without folders; the host makes it safe for the machine. */
  readonly suggestedName: string;
  readonly format: FileFormat;
}

/** A save under way: the file appears under its name only when finished, so a half-made file is never left. */
export type SaveBegun = { readonly type: 'begun'; readonly save: string } | { readonly type: 'cancelled' } | SaveFailed;
export type SaveStep = { readonly type: 'written' } | SaveFailed;
export type SaveDone = { readonly type: 'saved'; readonly name: string } | SaveFailed;
export interface SaveFailed {
  readonly type: 'failed';
  readonly because: SaveFailure;
}
/** `gone`: the save is not under way (any more), or its folder was taken away. */
export type SaveFailure = 'diskFull' | 'notAllowed' | 'inUse' | 'gone' | 'other';

/** Each call's arguments and its answer. */
export interface HostCalls {
  readonly about: { readonly ask: null; readonly answer: HostAbout };
  readonly printHtml: { readonly ask: PrintJob; readonly answer: PrintAnswer };
  readonly beginSave: { readonly ask: SaveAsk; readonly answer: SaveBegun };
  readonly writeSave: {
    readonly ask: { readonly save: string; readonly bytes: Uint8Array };
    readonly answer: SaveStep;
  };
  readonly finishSave: { readonly ask: { readonly save: string }; readonly answer: SaveDone };
  readonly abandonSave: { readonly ask: { readonly save: string }; readonly answer: { readonly type: 'abandoned' } };
}

export type HostMethod = keyof HostCalls;
export type Host = {
  readonly [Method in HostMethod]: (ask: HostCalls[Method]['ask']) => Promise<HostCalls[Method]['answer']>;
};

/** Most bytes of one `writeSave`; a larger file is written in several. */
export const largestChunk = 8 * 1024 * 1024;
const largestHtml = 64 * 1024 * 1024;
const aSave = aText(64);

/** How each call's arguments are checked where they arrive. A call without a check does not compile. */
export const hostChecks: { readonly [Method in HostMethod]: Decode<HostCalls[Method]['ask']> } = {
  about: nothing,
  printHtml: objectOf({ html: aText(largestHtml), title: aText(500) }),
  beginSave: objectOf({ suggestedName: aText(300), format: oneOf(fileFormats) }),
  writeSave: objectOf({ save: aSave, bytes: someBytes(largestChunk) }),
  finishSave: objectOf({ save: aSave }),
  abandonSave: objectOf({ save: aSave }),
};

export const hostMethods = Object.keys(hostChecks) as ReadonlyArray<HostMethod>;

/** The name under which the preload script hands the host to the page. */
export const hostGlobal = 'packhorseHost';
