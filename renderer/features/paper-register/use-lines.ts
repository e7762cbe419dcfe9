import { useEffect, useState } from 'react';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Database } from '#renderer/data/database.ts';
import { readKeptRows, rowsInMemory, type RowsByKind } from '#renderer/data/kept-rows.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { readFirstRows } from './first-rows.queries.ts';
import { lineKinds, linesOf, type PaperLine } from './lines.ts';

export interface LinesKnown {
  readonly lines: ReadonlyArray<PaperLine>;
  /** False while only the first screenful is there. */
  readonly isWhole: boolean;
}

interface Made {
  readonly rows: RowsByKind;
  readonly turn: number;
  readonly today: CivilDate;
  readonly lines: ReadonlyArray<PaperLine>;
}

const madeBefore = new WeakMap<Database, Made>();

/** The lines, made anew only when a row or the day has changed. */
async function readLines(database: Database, today: CivilDate): Promise<ReadonlyArray<PaperLine>> {
  const { rows, turn } = await readKeptRows(database, lineKinds);
  const before = madeBefore.get(database);
  if (before?.rows === rows && before.turn === turn && before.today === today) return before.lines;
  const lines = linesOf(rows, today);
  madeBefore.set(database, { rows, turn, today, lines });
  return lines;
}

/** Every paper as a line, kept up to date: the first screenful at once, the rest once that is on screen. */
export function useLines(): LinesKnown | undefined {
  const { database, today } = useSession();
  const [isCold] = useState(() => rowsInMemory(database, lineKinds) === null);
  const [isRestWanted, setRestWanted] = useState(!isCold);
  const first = useLive(
    async (database) => (isCold ? linesOf(await readFirstRows(database), today) : null),
    [isCold, today],
  );
  const whole = useLive(async (database) => (isRestWanted ? readLines(database, today) : null), [isRestWanted, today]);
  const isFirstShown = first !== undefined && first !== null;
  useEffect(() => {
    if (!isFirstShown || isRestWanted) return;
    const after = setTimeout(() => setRestWanted(true), 60);
    return () => clearTimeout(after);
  }, [isFirstShown, isRestWanted]);

  if (whole !== undefined && whole !== null) return { lines: whole, isWhole: true };
  if (first !== undefined && first !== null) return { lines: first, isWhole: false };
  const before = madeBefore.get(database);
  return before?.today === today ? { lines: before.lines, isWhole: true } : undefined;
}
