/**
 * What belongs to this laptop and whoever sits at it rather than to a workspace: which workspace is open, where one was in
 * each, how the screen looks. In a small database of its own: what stands in localStorage is on the disk only seconds later,
 * too late for a crash.
 */
import { Dexie, type Table } from 'dexie';

interface LastPlace {
  /** The name of the workspace's database. */
  readonly workspace: string;
  /** As the address has it after `#`, the sign included. */
  readonly place: string;
}

interface Choice {
  readonly key: ChoiceKey;
  readonly value: unknown;
}

export type ChoiceKey = 'workspace' | 'screen';

const database = new Dexie('packhorse-places', { chromeTransactionDurability: 'strict' });
database.version(1).stores({ places: 'workspace' });
database.version(2).stores({ places: 'workspace', choices: 'key' });
const places: Table<LastPlace, string> = database.table('places');
const choices: Table<Choice, string> = database.table('choices');

/** What was chosen on this laptop, to be decoded; `undefined` where nothing was. */
export async function readChoice(key: ChoiceKey): Promise<unknown> {
  return (await choices.get(key))?.value;
}

/** Kept once this settles, whatever happens to the laptop next. `null` forgets the choice. */
export async function keepChoice(key: ChoiceKey, value: unknown): Promise<void> {
  if (value === null) await choices.delete(key);
  else await choices.put({ key, value });
}

export async function readPlace(workspace: string): Promise<string | undefined> {
  return (await places.get(workspace))?.place;
}

export async function keepPlace(workspace: string, place: string): Promise<void> {
  await places.put({ workspace, place });
}

export async function forgetPlace(workspace: string): Promise<void> {
  await places.delete(workspace);
}
