/** Where the browser host keeps its profile, in which the officer's work lies. */
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isFromSnap } from '#electron/local/browsers.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The data folder, made if it is not there and closed to other people; `PACKHORSE_DATA_DIR` names another. */
export function dataFolder(env: Environment = process.env): string {
  const folder = path.resolve(env.PACKHORSE_DATA_DIR ?? path.join(usualParent(env), 'packhorse'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The browser's own folder within it. A browser from the snap store can write only where its snap may. */
export function profileFolder(data: string, browser: string, env: Environment = process.env): string {
  const mustMove = isFromSnap(browser) && env.PACKHORSE_DATA_DIR === undefined;
  const folder = mustMove ? path.join(os.homedir(), 'snap/chromium/common/packhorse') : path.join(data, 'profile');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function usualParent(env: Environment): string {
  const home = os.homedir();
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? path.join(home, 'AppData/Local');
  if (process.platform === 'darwin') return path.join(home, 'Library/Application Support');
  return env.XDG_DATA_HOME ?? path.join(home, '.local/share');
}
