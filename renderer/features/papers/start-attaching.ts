/** Attaching as screens start it: in the background, with progress, one lot after another. */
import type { Session } from '#renderer/data/session.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { attachFiles, type AttachOutcome, type AttachTo } from './attach-files.ts';
import { summaryInWords, summaryOf } from './attach-summary.ts';
import { jobFinished, jobMoved } from './attaching.store.ts';
import { openInspector } from './inspector.ts';
import { openRescuer } from './rescuer.ts';
import { askToUnlock } from './unlocking.store.ts';

/** Endings offered by the dialog for choosing files. */
export const attachable: ReadonlyArray<string> = ['.pdf', '.png', '.jpg', '.jpeg'];

export interface AttachAsk {
  readonly session: Session;
  readonly files: ReadonlyArray<File>;
  readonly to: AttachTo;
  /** Where it is told what came of it: on the page, or in a notice where the page has no room. */
  readonly reportTo: 'page' | 'notice';
}

let lastLot: Promise<unknown> = Promise.resolve();

/** Waits for its turn, attaches, and tells what came of it. */
export function startAttaching(ask: AttachAsk): Promise<ReadonlyArray<AttachOutcome>> {
  const turn = lastLot.then(() => attachLot(ask));
  // A fault in one lot is told where that lot was started; the next lot goes on.
  lastLot = turn.catch(() => undefined);
  return turn;
}

async function attachLot({ session, files, to, reportTo }: AttachAsk): Promise<ReadonlyArray<AttachOutcome>> {
  const stopping = new AbortController();
  const inspector = openInspector();
  const rescuer = openRescuer();
  const at = to.type === 'paper' ? to.paperId : to.itemId;
  let outcomes: ReadonlyArray<AttachOutcome> = [];
  try {
    outcomes = await attachFiles(files, to, {
      session,
      look: inspector.look,
      detour: { rescue: rescuer.rescue, ask: askToUnlock },
      signal: stopping.signal,
      onProgress: (done, fileName) =>
        jobMoved({ done, total: files.length, fileName, at, stop: () => stopping.abort() }),
    });
    return outcomes;
  } finally {
    inspector.end();
    rescuer.end();
    const summary = summaryOf(outcomes);
    jobFinished(reportTo === 'page' && outcomes.length > 0 ? summary : null);
    if (reportTo === 'notice' && outcomes.length > 0) {
      noticeShown(
        summaryInWords(summary),
        summary.leftOut.length > 0 ? 'red' : summary.warnings.length > 0 ? 'amber' : 'green',
      );
    }
  }
}
