/** Which workspace is open on this laptop: the officer's own, or the sample, each a database of its own. */
import { Dexie } from 'dexie';
import { forgetPlace, keepChoice, readChoice } from '#renderer/data/laptop.ts';
import { thisMachine } from '#renderer/data/machine.ts';
import { foundSession, openSession, type Founder, type Session } from '#renderer/data/session.ts';
import { closeUndo } from '#renderer/data/undo.ts';
import { askToPersist } from '#renderer/data/storage.ts';
import { forgetBuilt } from '#renderer/features/packs/build/forget-built.ts';
import { kinds } from '#shared/domain/kinds.ts';

export type WorkspaceName = 'own' | 'sample';

export const databases: Readonly<Record<WorkspaceName, string>> = { own: 'packhorse', sample: 'packhorse-sample' };

async function chosen(): Promise<WorkspaceName> {
  return (await readChoice('workspace')) === 'sample' ? 'sample' : 'own';
}

export interface Opened {
  readonly session: Session;
  readonly workspace: WorkspaceName;
}

/** Opens the workspace that was open last; `null` where this laptop has none yet. */
export async function openChosen(): Promise<Opened | null> {
  const workspace = await chosen();
  const session = await openSession(databases[workspace], kinds, thisMachine);
  if (session !== null) return { session, workspace };
  if (workspace === 'own') return null;
  await remember('own');
  return openChosen();
}

export async function found(workspace: WorkspaceName, founder: Founder): Promise<Opened> {
  // A sample left half-made by a crash is begun again.
  if (workspace === 'sample') await forgetSample();
  const session = await foundSession(databases[workspace], kinds, thisMachine, founder);
  void askToPersist();
  return { session, workspace };
}

/** Opens the workspace of one's own that has just been joined or restored. */
export async function openJoined(): Promise<Opened> {
  const session = await openSession(databases.own, kinds, thisMachine);
  if (session === null) throw new Error('The workspace that was joined is not there');
  void askToPersist();
  return { session, workspace: 'own' };
}

/** Makes this the workspace that opens next time, even if the laptop fails the moment after. */
export async function remember(workspace: WorkspaceName): Promise<void> {
  await keepChoice('workspace', workspace === 'sample' ? workspace : null);
}

/** Founds the sample, whole, beside whatever workspace of one's own there is. */
export async function foundSample(founder?: Founder): Promise<Opened> {
  const [{ openSample }, { sampleFounder }] = await Promise.all([
    import('#renderer/features/sample/open-sample.ts'),
    import('#shared/domain/sample/sample-people.ts'),
  ]);
  const opened = await found('sample', founder ?? sampleFounder);
  await openSample(opened.session);
  await closeUndo(opened.session);
  return opened;
}

async function forgetSample(open?: Session): Promise<void> {
  await forgetBuilt(databases.sample);
  open?.database.close();
  await forgetPlace(databases.sample);
  await Dexie.delete(databases.sample);
}

/** Takes the sample off this laptop without trace; what opens next is the officer's own workspace, if there is one. */
export async function leaveSample(session: Session): Promise<void> {
  await remember('own');
  await forgetSample(session);
}
