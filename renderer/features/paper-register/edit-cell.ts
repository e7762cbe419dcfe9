import { markedStatuses } from '#shared/domain/papers/paper.ts';
import { changePapers, type PaperChange } from '#shared/domain/papers/register.commands.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { readDate } from '#renderer/ui/read-date.ts';
import type { PaperLine } from './lines.ts';
import { refusalInWords } from './register-words.ts';

type Read = { readonly change: PaperChange } | { readonly wrong: string };

/** Keeps what was put into a cell of the register. Answers with what is wrong, in words, or with nothing. */
export async function editCell(
  session: Session,
  { paper }: PaperLine,
  column: string,
  value: string,
): Promise<string | undefined> {
  const read = readChange(column, value, session.today);
  if ('wrong' in read) return read.wrong;
  const result = await run(session, changePapers, { papers: [paper], change: read.change });
  return result.ok ? undefined : refusalInWords(result.refusal);
}

function readChange(column: string, value: string, today: CivilDate): Read {
  switch (column) {
    case 'title':
    case 'author':
      return { change: { field: column, value } };
    case 'status': {
      const status = markedStatuses.find((each) => each === value);
      return status === undefined
        ? { wrong: 'Choose one of the statuses.' }
        : { change: { field: 'status', value: status } };
    }
    case 'due': {
      const day = readDate(value, today);
      if (day.type === 'fault') return { wrong: day.words };
      return { change: { field: 'dueOn', value: day.type === 'empty' ? null : day.value } };
    }
    default:
      throw new Error(`The register has no field “${column}” to change`);
  }
}
