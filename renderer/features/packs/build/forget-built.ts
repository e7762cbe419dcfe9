/** Leaving a workspace for good: what was built and printed in it goes with it. */
import { stopBuilding } from './build.store.ts';
import { packFolder } from './built-pack.ts';
import { removeOwnFrom } from './own-store.ts';
import { printedFolder } from './printed-pages.ts';

/** @param workspace the name of its database */
export async function forgetBuilt(workspace: string): Promise<void> {
  await stopBuilding();
  await Promise.all([packFolder, printedFolder].map((folder) => removeOwnFrom(folder, `${workspace}-`)));
}
