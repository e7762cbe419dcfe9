/**
 * The sample: an invented partnership with a year of work in it, so that somebody who opens the app for the first time
 * finds something to try everything on.
 *
 * It comes as the decisions that officers would have made, in order, and is kept like any other work.
 */
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { meetingDrafts } from './sample-meetings.ts';
import { sampleDates } from './sample-dates.ts';
import type { KeptSampleFile, SampleDraft } from './sample-draft.ts';
import type { SampleFileKey } from './sample-pdfs.ts';
import { partnerDrafts } from './sample-partners.ts';

/**
 * Everything in the sample, the earliest first.
 *
 * @param today the day around which its meetings lie; none of its decisions is later
 * @param files the files of `samplePdfs`, kept already
 */
export function sampleDrafts(
  today: CivilDate,
  newId: () => string,
  files: ReadonlyMap<SampleFileKey, KeptSampleFile>,
): ReadonlyArray<SampleDraft> {
  const dates = sampleDates(today);
  const partners = partnerDrafts(dates, newId);
  const meetings = meetingDrafts(dates, newId, partners.bodyIds, files);
  const all = [...partners.drafts, ...meetings];
  // Sorting keeps the order of those made on one day.
  return all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
