import type { Draft } from '#shared/changes/draft.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { SampleFile } from './sample-pdfs.ts';

/** A decision, whose it was, and the day it was made. */
export interface SampleDraft {
  readonly on: CivilDate;
  readonly by: string;
  readonly draft: Draft;
}

/** A file of the sample once it is kept. */
export interface KeptSampleFile extends Omit<SampleFile, 'bytes'> {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}
