/** `npm start`: builds what is stale, then runs the app in Electron where it can be had, else in a browser's window. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aText, objectOf } from '#shared/kernel/decode.ts';
import { projectRoot } from './build/freshness.ts';
import { hasDisplay } from './launch/app-window.ts';
import { runInBrowser } from './launch/browser-host.ts';
import { buildIfStale } from './launch/build-if-stale.ts';
import { obtainElectron } from './launch/electron-download.ts';
import { runInElectron } from './launch/electron-host.ts';
import { optionsRefusalWords, readOptions, type LaunchOptions } from './launch/options.ts';
import { say } from './launch/say.ts';

export async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options.ok) {
    console.error(`Packhorse cannot start. ${optionsRefusalWords(options.refusal)}`);
    process.exitCode = 2;
    return;
  }
  // Looking for Electron may take its full four seconds; the build is made meanwhile.
  const [isBuilt, electron] = await Promise.all([buildIfStale(), electronFor(options.value)]);
  if (!isBuilt) {
    console.error('Packhorse cannot start: it could not be built (see above). Your work is safe.');
    process.exitCode = 1;
    return;
  }
  process.exitCode = await runHost(electron, options.value);
}

async function runHost(electron: string | null, options: LaunchOptions): Promise<number> {
  if (electron !== null) {
    const end = await runInElectron(electron);
    if (end.type === 'ended') return end.code;
    say(`Electron is here but does not start (${end.because}).`);
  }
  return runInBrowser(options, ownVersion());
}

/** Electron's program, or null where the browser is to be used: when asked for, and where no window can be opened. */
async function electronFor(options: LaunchOptions): Promise<string | null> {
  if (options.inBrowser || !options.opens || !hasDisplay()) return null;
  const electron = await obtainElectron();
  if (electron === null) say('running in a browser on this computer instead; nothing leaves it.');
  return electron;
}

function ownVersion(): string {
  const facts = objectOf({ version: aText(50) })(
    JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')),
  );
  return facts.ok ? facts.value.version : 'unknown';
}

if (import.meta.main) await run();
