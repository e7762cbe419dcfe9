import { changeBody, type ChangeBody } from '#shared/domain/bodies/body.commands.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { bodyProblemOf, type Problem } from './partner-words.ts';
import { readComingMeetings, type OpenBody } from './partners.queries.ts';

/** Keeps other values of a body; answers with what is wrong with them, or `null` when they are kept. */
export async function keepBody(
  session: Session,
  { body, bodies }: OpenBody,
  values: ChangeBody['values'],
): Promise<Problem<'name' | 'parentId'> | null> {
  const coming = values.name === undefined ? [] : await readComingMeetings(session.database, body.id);
  const result = await run(session, changeBody, { body, values, others: bodies, coming });
  return result.ok ? null : bodyProblemOf(result.refusal);
}
