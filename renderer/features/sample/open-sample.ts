/** Puts the sample into a workspace just founded: its files, then its decisions, through the one way into the log. */
import { civilDate, daysBetween, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { KeptSampleFile, SampleDraft } from '#shared/domain/sample/sample-draft.ts';
import { samplePdfs, type SampleFileKey } from '#shared/domain/sample/sample-pdfs.ts';
import { sample } from '#shared/domain/sample/sample.ts';
import { commitDraft } from '#renderer/data/commit.ts';
import type { Database } from '#renderer/data/database.ts';
import { keepFile } from '#renderer/data/files.ts';
import { keepFrozen } from '#renderer/data/risks/frozen.ts';
import type { Session } from '#renderer/data/session.ts';

async function keptFiles(database: Database): Promise<ReadonlyMap<SampleFileKey, KeptSampleFile>> {
  const kept = new Map<SampleFileKey, KeptSampleFile>();
  for (const { bytes, ...file } of samplePdfs()) {
    const blob = new Blob([new Uint8Array(bytes)], { type: 'application/pdf' });
    kept.set(file.key, { ...file, sha256: await keepFile(database, blob), size: bytes.length });
  }
  return kept;
}

const epoch = civilDate('1970-01-01');
const millisecondsADay = 24 * 60 * 60 * 1000;
const nineInTheMorning = 9 * 60 * 60 * 1000;
const betweenDecisions = 4 * 60 * 1000;

/** The moment of the n-th decision of a day, as if it had been made then; never later than now. */
function momentOf(day: CivilDate, nth: number, now: number): number {
  const moment = daysBetween(epoch, day) * millisecondsADay + nineInTheMorning + nth * betweenDecisions;
  return Math.min(moment, now);
}

/** All of the sample, in one transaction: it is there whole or not at all. */
export async function openSample(session: Session): Promise<void> {
  const { database, kinds } = session;
  const files = await keptFiles(database);
  const { frozen, draftsOf } = sample(session.today, session.newId, files);
  const kept = [];
  for (const snapshot of frozen) kept.push(await keepFrozen(database, snapshot));
  const drafts = draftsOf(kept);
  const now = session.now();
  await database.transaction('rw', database.tables, async () => {
    let day: SampleDraft['on'] | null = null;
    let nth = 0;
    for (const { on, by, draft } of drafts) {
      nth = on === day ? nth + 1 : 0;
      day = on;
      const at = momentOf(on, nth, now);
      await commitDraft({ database, kinds, now: () => at }, draft, by);
    }
  });
}
