/** A command: a decision by an officer, made by pure rules. It answers with the changes wanted, or refuses in data. */
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Draft } from './draft.ts';

/** Time and chance, handed in: nothing in `shared` looks at a clock or throws dice. */
export interface Context {
  readonly today: CivilDate;
  /** A fresh id for a record. */
  newId(): string;
}

export type Command<Input, Refusal = never> = (input: Input, context: Context) => Result<Draft, Refusal>;
