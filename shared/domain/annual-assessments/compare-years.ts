/** One year beside the year before, statement by statement. Nothing is averaged: a score is an order, no measure. */
import type { AnnualStatement } from './annual-statement.ts';

export interface StatementChange {
  readonly statement: AnnualStatement;
  readonly before: number | null;
  readonly now: number | null;
  readonly type: 'better' | 'worse' | 'same' | 'new' | 'dropped' | 'notScored';
}

function keyOf({ type, theme, text }: Pick<AnnualStatement, 'type' | 'theme' | 'text'>): string {
  return `${type}\n${theme.trim().toLowerCase()}\n${text.trim().toLowerCase()}`;
}

/** Each statement of either year exactly once. Those that were reworded count as new, and the old words as dropped. */
export function compareYears(
  before: ReadonlyArray<AnnualStatement>,
  now: ReadonlyArray<AnnualStatement>,
): ReadonlyArray<StatementChange> {
  const held = new Map(before.map((statement) => [keyOf(statement), statement]));
  const seen = new Set<string>();
  const changes = now.map((statement): StatementChange => {
    const key = keyOf(statement);
    const was = held.get(key);
    seen.add(key);
    if (was === undefined) return { statement, before: null, now: statement.score, type: 'new' };
    if (was.score === null || statement.score === null) {
      return { statement, before: was.score, now: statement.score, type: 'notScored' };
    }
    const type = statement.score > was.score ? 'better' : statement.score < was.score ? 'worse' : 'same';
    return { statement, before: was.score, now: statement.score, type };
  });
  const dropped = before
    .filter((statement) => !seen.has(keyOf(statement)))
    .map((statement): StatementChange => ({ statement, before: statement.score, now: null, type: 'dropped' }));
  return [...changes, ...dropped];
}
