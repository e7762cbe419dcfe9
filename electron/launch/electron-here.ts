/**
 * Whether Electron's program is on this machine. The npm package's own way of telling downloads it when it is not, so it is
 * never imported: only files are looked at.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '#electron/build/freshness.ts';
import { aText, objectOf } from '#shared/kernel/decode.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const electronPackage = path.join(projectRoot, 'node_modules/electron');

export function electronVersion(): string {
  const facts = objectOf({ version: aText(50) })(
    JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8')),
  );
  if (!facts.ok) throw new Error('the electron package names no version');
  return facts.value.version;
}

/** The program file, or null when it is not here or is of another version. */
export function installedElectron(env: Environment = process.env): string | null {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(electronPackage, 'dist');
  const program = path.join(folder, programName());
  if (!existsSync(program)) return null;
  // A folder somebody chose is taken as it is.
  return env.ELECTRON_OVERRIDE_DIST_PATH !== undefined || versionIn(folder) === electronVersion() ? program : null;
}

/** Whether a download kept from another time may be found, with which Electron can be had without a network. */
export function hasKeptDownload(env: Environment = process.env): boolean {
  const zip = `electron-v${electronVersion()}-${process.platform}-${process.arch}.zip`;
  try {
    return readdirSync(downloadCache(env), { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith(zip));
  } catch {
    return false;
  }
}

export function downloadCache(env: Environment = process.env): string {
  if (env.electron_config_cache !== undefined) return env.electron_config_cache;
  const home = os.homedir();
  if (process.platform === 'win32') return path.join(env.LOCALAPPDATA ?? home, 'electron/Cache');
  if (process.platform === 'darwin') return path.join(home, 'Library/Caches/electron');
  return path.join(env.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'electron');
}

function programName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function versionIn(folder: string): string | null {
  try {
    return readFileSync(path.join(folder, 'version'), 'utf8').replace(/^v/, '').trim();
  } catch {
    return null;
  }
}
