/** What is scored where a board has no words of its own. The themes are those that the protocol names. */
import type { StatementType } from './annual-statement.ts';

export interface DefaultStatement {
  readonly type: StatementType;
  readonly theme: string;
  readonly text: string;
}

const statements: ReadonlyArray<readonly [theme: string, text: string]> = [
  ['Governance', 'Everybody knows what the Board decides, what its partners decide, and who answers to whom.'],
  ['Governance', 'Conflicts of interest are declared and dealt with at each meeting.'],
  ['Priorities', 'The Board has few priorities, and its agendas follow them.'],
  ['Priorities', 'Money and people have been moved to the priorities in the past year.'],
  ['Attendance and engagement', 'Partners send people who can decide, and the meetings were quorate.'],
  ['Attendance and engagement', 'Partners do between meetings what they agreed to.'],
  ['Information', 'The Board sees figures that tell it early whether something goes wrong.'],
  ['Resources', 'The Board knows what each partner puts in, and for how long.'],
  [
    'Participation of children',
    'Children and young people have changed a decision in the past year, and were told so.',
  ],
  ['Challenge', 'Members question one another’s reports, and minutes show what came of it.'],
];

/** The five outcomes of Every Child Matters, for a register that names no objectives. */
const outcomes: ReadonlyArray<string> = [
  'Be healthy',
  'Stay safe',
  'Enjoy and achieve',
  'Make a positive contribution',
  'Achieve economic well-being',
];

/** @param objectives the register's own; they are judged as outcomes where there are any */
export function defaultStatements(objectives: ReadonlyArray<string>): ReadonlyArray<DefaultStatement> {
  return [
    ...statements.map(([theme, text]): DefaultStatement => ({ type: 'statement', theme, text })),
    ...(objectives.length === 0 ? outcomes : objectives).map((text): DefaultStatement => ({
      type: 'outcome',
      theme: 'Outcomes',
      text,
    })),
  ];
}
