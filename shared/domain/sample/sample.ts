/**
 * The sample: an invented partnership with a year of work in it, so that somebody who opens the app for the first time
 * finds something to try everything on.
 *
 * It comes as the decisions that officers would have made, in order, and is kept like any other work.
 */
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { sampleBodies } from './sample-bodies.ts';
import { meetingDrafts } from './sample-meetings.ts';
import { sampleDates } from './sample-dates.ts';
import type { KeptSampleFile, SampleDraft } from './sample-draft.ts';
import type { SampleFileKey } from './sample-pdfs.ts';
import { partnerDrafts } from './sample-partners.ts';
import { sampleRegister, type KeptText, type SampleRegister } from './sample-register.ts';

export interface Sample {
  /** Reviews that were frozen: each is to be kept as a file, in its canonical text, before the drafts are asked for. */
  readonly frozen: SampleRegister['frozen'];
  /** Everything in the sample, the earliest first. */
  draftsOf(kept: ReadonlyArray<KeptText>): ReadonlyArray<SampleDraft>;
}

/**
 * @param today the day around which its meetings lie; none of its decisions is later
 * @param files the files of `samplePdfs`, kept already
 */
export function sample(
  today: CivilDate,
  newId: () => string,
  files: ReadonlyMap<SampleFileKey, KeptSampleFile>,
): Sample {
  const dates = sampleDates(today);
  const partners = partnerDrafts(dates, newId);
  const { bodyIds, personIds } = partners;
  const meetings = meetingDrafts(dates, newId, bodyIds, files);
  const boardName = sampleBodies.find(({ key }) => key === 'board')?.name ?? '';
  const register = sampleRegister({ dates, boardId: bodyIds.board, boardName, personIds, newId });
  return {
    frozen: register.frozen,
    draftsOf: (kept) => {
      const all = [...partners.drafts, ...meetings, ...register.draftsOf(kept)];
      // Sorting keeps the order of those made on one day.
      return all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    },
  };
}
