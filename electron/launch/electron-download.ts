/** Fetches Electron's program where the network lets it through, and gives up soon where it does not. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  downloadCache,
  electronPackage,
  electronVersion,
  hasKeptDownload,
  installedElectron,
} from './electron-here.ts';
import { say } from './say.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long the first byte may take, in milliseconds. */
const probeTime = 4000;
/** How long a download may stand still, in milliseconds. */
const stallTime = 20_000;

/** The program file of an Electron that is here now or could be fetched; otherwise says why not, and answers null. */
export async function obtainElectron(env: Environment = process.env): Promise<string | null> {
  const here = installedElectron(env);
  if (here !== null) return here;
  const version = electronVersion();
  if (!hasKeptDownload(env)) {
    const obstacle = await downloadObstacle(env);
    if (obstacle !== null) {
      say(`Electron ${version} is not on this computer and cannot be fetched here (${obstacle}).`);
      return null;
    }
  }
  say(`fetching Electron ${version} (about 120 MB, this once)…`);
  const isFetched = await runInstaller({ env });
  if (!isFetched) say('Electron could not be fetched.');
  return isFetched ? installedElectron(env) : null;
}

/**
 * Asks for one byte of the very file. Redirects are followed, for the file may lie with another host than the one that is
 * let through. Null when it can be had, else the obstacle in a word or two.
 */
export async function downloadObstacle(env: Environment, limit: number = probeTime): Promise<string | null> {
  try {
    const response = await fetch(downloadAddress(env), {
      headers: { Range: 'bytes=0-0' },
      signal: AbortSignal.timeout(limit),
    });
    await response.body?.cancel();
    return response.ok ? null : `the server answered ${response.status}`;
  } catch (fault) {
    return obstacleWords(fault);
  }
}

function obstacleWords(fault: unknown): string {
  if (!(fault instanceof Error)) return 'no route to it';
  if (fault.name === 'TimeoutError') return 'no answer within 4 seconds';
  const { cause } = fault;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === '' ? 'no route to it' : `no route to it: ${code}`;
}

/** The same address, from the same settings, as the package's own installer uses. */
export function downloadAddress(env: Environment): string {
  const version = electronVersion();
  const mirror = env.npm_config_electron_mirror ?? env.NPM_CONFIG_ELECTRON_MIRROR ?? env.ELECTRON_MIRROR;
  const folder = env.npm_config_electron_custom_dir ?? env.NPM_CONFIG_ELECTRON_CUSTOM_DIR ?? env.ELECTRON_CUSTOM_DIR;
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  const place = (folder ?? `v${version}`).replace('{{ version }}', version);
  return `${base}${place}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

interface Installer {
  readonly env: Environment;
  /** The installer's program; the package's own unless told. */
  readonly script?: string;
  readonly stall?: number;
}

/** Runs the package's installer, which has no time limit of its own, for as long as its files grow. */
export async function runInstaller({ env, script, stall = stallTime }: Installer): Promise<boolean> {
  const passing = mkdtempSync(path.join(os.tmpdir(), 'packhorse-electron-'));
  const usesProxy = Boolean(env.HTTPS_PROXY ?? env.https_proxy);
  const child = spawn(process.execPath, [script ?? path.join(electronPackage, 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: {
      ...env,
      TMPDIR: passing,
      TEMP: passing,
      TMP: passing,
      ...(usesProxy ? { ELECTRON_GET_USE_PROXY: '1' } : {}),
    },
  });
  const places = [passing, downloadCache(env), path.join(electronPackage, 'dist')];
  let size = bytesIn(places);
  let grewAt = performance.now();
  const watch = setInterval(
    () => {
      const now = bytesIn(places);
      if (now !== size) grewAt = performance.now();
      size = now;
      if (performance.now() - grewAt > stall) child.kill('SIGKILL');
    },
    Math.min(1000, stall / 4),
  );
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  clearInterval(watch);
  rmSync(passing, { recursive: true, force: true });
  return code === 0;
}

function bytesIn(places: ReadonlyArray<string>): number {
  return places.reduce((sum, place) => sum + bytesInFolder(place), 0);
}

/** Files come and go meanwhile; what is gone counts nothing. */
function bytesInFolder(folder: string): number {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.reduce(
      (sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  } catch {
    return 0;
  }
}
