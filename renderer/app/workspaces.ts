/** Which workspace is open on this laptop: the officer's own, or the sample, each a database of its own. */
import { Dexie } from 'dexie';
import { thisMachine } from '#renderer/data/machine.ts';
import { foundSession, openSession, type Founder, type Session } from '#renderer/data/session.ts';
import { askToPersist } from '#renderer/data/storage.ts';
import { forgetBuilt } from '#renderer/features/packs/build/forget-built.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { forgetLastPlace } from './last-place.ts';

export type WorkspaceName = 'own' | 'sample';

const databases: Readonly<Record<WorkspaceName, string>> = { own: 'packhorse', sample: 'packhorse-sample' };
const chosenKey = 'packhorse.workspace';

function chosen(): WorkspaceName {
  return localStorage.getItem(chosenKey) === 'sample' ? 'sample' : 'own';
}

export interface Opened {
  readonly session: Session;
  readonly workspace: WorkspaceName;
}

/** Opens the workspace that was open last; `null` where this laptop has none yet. */
export async function openChosen(): Promise<Opened | null> {
  const workspace = chosen();
  const session = await openSession(databases[workspace], kinds, thisMachine);
  if (session !== null) return { session, workspace };
  if (workspace === 'own') return null;
  localStorage.removeItem(chosenKey);
  return openChosen();
}

export async function found(workspace: WorkspaceName, founder: Founder): Promise<Opened> {
  // A sample left half-made by a crash is begun again.
  if (workspace === 'sample') await forgetSample();
  const session = await foundSession(databases[workspace], kinds, thisMachine, founder);
  void askToPersist();
  return { session, workspace };
}

/** Makes this the workspace that opens next time. */
export function remember(workspace: WorkspaceName): void {
  if (workspace === 'sample') localStorage.setItem(chosenKey, workspace);
  else localStorage.removeItem(chosenKey);
}

async function forgetSample(open?: Session): Promise<void> {
  await forgetBuilt(databases.sample);
  open?.database.close();
  await forgetLastPlace(databases.sample);
  await Dexie.delete(databases.sample);
}

/** Takes the sample off this laptop without trace; what opens next is the officer's own workspace, if there is one. */
export async function leaveSample(session: Session): Promise<void> {
  remember('own');
  await forgetSample(session);
}
