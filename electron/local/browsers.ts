/** Browsers of the Chromium family on this machine, that can show the app in a window and print its papers. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program file of a browser, or null. `PACKHORSE_BROWSER` comes first, then the one told as `preferred` (it owns the
 * profile in which earlier work is kept), then the usual places.
 */
export function findBrowser(preferred: string | null = null, env: Environment = process.env): string | null {
  const wanted = [env.PACKHORSE_BROWSER, preferred].filter((place) => typeof place === 'string' && place !== '');
  const places = [...wanted, ...usualPlaces(env)];
  return places.find((place): place is string => typeof place === 'string' && existsSync(place)) ?? null;
}

/** A browser from the snap store may not write into hidden folders, nor into most others. */
export function isFromSnap(browser: string): boolean {
  if (process.platform !== 'linux') return false;
  const real = realpathSync(browser);
  return real.startsWith('/snap/') || real === '/usr/bin/snap' || snapWrapper(browser);
}

/** On Ubuntu `chromium-browser` is a script that starts the snap. */
function snapWrapper(browser: string): boolean {
  return path.basename(browser) === 'chromium-browser' && existsSync('/snap/bin/chromium');
}

function usualPlaces(env: Environment): ReadonlyArray<string> {
  if (process.platform === 'win32') return windowsPlaces(env);
  if (process.platform === 'darwin') return macPlaces(env);
  return linuxPlaces(env);
}

/** Edge first: it is on every Windows laptop and seldom forbidden. */
function windowsPlaces(env: Environment): ReadonlyArray<string> {
  const programs = [
    'Microsoft/Edge/Application/msedge.exe',
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
  ];
  const folders = [env['PROGRAMFILES(X86)'], env.PROGRAMFILES, env.LOCALAPPDATA].filter(
    (folder): folder is string => folder !== undefined,
  );
  return programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
}

function macPlaces(env: Environment): ReadonlyArray<string> {
  const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];
  const folders = ['/Applications', path.join(env.HOME ?? '', 'Applications')];
  return programs.flatMap((program) => folders.map((folder) => `${folder}/${program}.app/Contents/MacOS/${program}`));
}

function linuxPlaces(env: Environment): ReadonlyArray<string> {
  const programs = [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium-browser',
    'brave-browser',
  ];
  const folders = (env.PATH ?? '').split(':').filter((folder) => path.isAbsolute(folder));
  return [
    ...programs.flatMap((program) => folders.map((folder) => path.join(folder, program))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ];
}
