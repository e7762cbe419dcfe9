/** Adding papers as several screens do it: a report from the template, or a paper whose file is still to come. */
import { newReportText } from '#shared/domain/papers/new-report.ts';
import { addPaper, type HeadTooLong, type PaperHome, type TitleMissing } from '#shared/domain/papers/paper.commands.ts';
import type { PaperForm } from '#shared/domain/papers/paper.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { run, type StorageFull } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { readPapersOfItem } from './paper.queries.ts';

export interface NewPaper extends PaperHome {
  readonly title: string;
  readonly form: PaperForm;
}

/** Answers with the new paper's id. A written one begins with the template's headings, its author is whoever adds it. */
export async function startPaper(
  session: Session,
  { title, form, meetingId, itemId }: NewPaper,
): Promise<Result<string, TitleMissing | HeadTooLong | StorageFull>> {
  const id = session.newId();
  const others = itemId === null ? [] : await readPapersOfItem(session.database, itemId);
  const isWritten = form === 'written';
  const author = isWritten ? session.me.name : '';
  const body = isWritten ? newReportText() : null;
  const result = await run(session, addPaper, { id, title, form, author, others, meetingId, itemId, body });
  return result.ok ? ok(id) : result;
}
