/** What the pack's worker is asked and what it answers. */
import type { Bookmark, PackAttachment, PackLabels, PackMade, PackRefusal } from '#shared/pdf/pack-plan.ts';
import type { PdfFacts } from '#shared/pdf/pdf-facts.ts';
import type { PdfRefusal } from '#shared/pdf/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';

export interface BuildPart {
  readonly id: string;
  readonly title: string;
  readonly file: Blob;
  readonly line: string | null;
  readonly ownPages: boolean;
}

export interface BuildOrder {
  readonly title: string;
  readonly parts: ReadonlyArray<BuildPart>;
  readonly outline: ReadonlyArray<Bookmark>;
  readonly labels: PackLabels;
  readonly marking: string | null;
  readonly watermark: string | null;
  /** Id of the part that the first page of each paper not written by us leads back to. */
  readonly backTo: string;
  readonly attachments: ReadonlyArray<PackAttachment>;
  readonly documentId: string;
  readonly producer: string;
  /** Folder and name in the private file store to write to. */
  readonly folder: string;
  readonly name: string;
}

export type BuildAsk =
  | { readonly type: 'count'; readonly files: ReadonlyArray<{ readonly id: string; readonly file: Blob }> }
  | { readonly type: 'build'; readonly order: BuildOrder };

export interface Counted {
  readonly id: string;
  readonly facts: Result<PdfFacts, PdfRefusal>;
}

export type BuildAnswer =
  | { readonly type: 'counted'; readonly counted: ReadonlyArray<Counted> }
  | { readonly type: 'progress'; readonly part: number; readonly pages: number }
  | { readonly type: 'built'; readonly result: Result<PackMade, PackRefusal> }
  | { readonly type: 'outOfRoom' }
  | { readonly type: 'fault'; readonly message: string };
