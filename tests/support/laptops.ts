/** Laptops of several officers that agree by real bundles alone: real keys, real locks, trust as the app has it. */
import { expect } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { keepExport, makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { openSession, type Session } from '#renderer/data/session.ts';
import { create, set } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { act, testMachine, testSession, type TestMachine } from './workspace.ts';

export const passphrase = 'six ponies cross the fell';
let count = 0;

export interface Laptop {
  readonly session: Session;
  readonly machine: TestMachine;
}

export async function founded(name: string): Promise<Laptop> {
  const machine = testMachine(name);
  const session = await testSession(machine, name);
  await act(session, 'Started', create(workspaceKind, workspaceId, { name: 'W', organisation: '', isSample: false }));
  return { session, machine };
}

export async function bundleOf({ session }: Laptop, to: ReadonlyArray<Laptop> = []): Promise<Uint8Array> {
  const recipients = to.map((one) => one.session.device);
  const locked = to.length === 0 ? passphrase : null;
  const made = await makeBundle(session, { recipients, passphrase: locked, cost: 10, app: 'test', note: null });
  await keepExport(session, made.row);
  return made.file;
}

export async function joined(by: Laptop, name: string): Promise<Laptop> {
  const opened = await openInvitation(await bundleOf(by), passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const machine = testMachine(name);
  count += 1;
  const founder = { name, role: '' };
  const order = { opened: opened.value, fileName: '' };
  const result = await joinWorkspace(`laptops-${process.pid}-${count}`, kinds, machine, founder, order);
  if (!result.ok) throw new Error(result.refusal.type);
  return { session: result.value, machine };
}

export async function take(on: Laptop, file: Uint8Array, isAuthorChecked = false): Promise<string> {
  const opened = await openBundle(on.session, file, passphrase);
  if (!opened.ok) return opened.refusal.type;
  const taken = await takeBundle(on.session, { opened: opened.value, fileName: '', isAuthorChecked });
  return taken.ok ? 'taken' : taken.refusal.type;
}

export async function reopened({ session: { database }, machine }: Laptop): Promise<Laptop> {
  database.close();
  const session = await openSession(database.name, kinds, machine);
  if (session === null) throw new Error('the workspace is gone');
  return { session, machine };
}

export async function added({ session }: Laptop, id: string): Promise<void> {
  await act(session, 'Added', create(bodyKind, id, { name: id }));
}

export async function renamed({ session }: Laptop, id: string, name: string): Promise<void> {
  const row = await rowsOf(session.database, bodyKind).get(id);
  if (row === undefined) throw new Error(`no ${id}`);
  await act(session, 'Renamed', set(bodyKind, row, { name }));
}

/** The same down to the marks of merging. */
export async function everything({ session }: Laptop): Promise<unknown> {
  const rows = await Promise.all(kinds.map(({ table }) => session.database.table(table).toArray()));
  return JSON.parse(JSON.stringify(rows)) as unknown;
}

export async function bodies({ session }: Laptop): Promise<ReadonlyArray<string>> {
  return (await rowsOf(session.database, bodyKind).toArray()).map(({ name }) => name).toSorted();
}

/** Bundles both ways until nobody has anything new. */
export async function agreed(...laptops: ReadonlyArray<Laptop>): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    for (const from of laptops) {
      const file = await bundleOf(from);
      for (const to of laptops) if (to !== from) expect(await take(to, file)).toBe('taken');
    }
  }
}

export async function three(): Promise<readonly [Laptop, Laptop, Laptop]> {
  const helen = await founded('helen');
  await added(helen, 'board');
  const priya = await joined(helen, 'priya');
  await take(helen, await bundleOf(priya), true);
  const tom = await joined(helen, 'tom');
  await take(helen, await bundleOf(tom), true);
  return [helen, priya, tom];
}
