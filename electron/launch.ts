/** `npm start`: builds what is stale, then runs the app in Electron where it can be had, else in a browser's window. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aText, objectOf } from '#shared/kernel/decode.ts';
import { projectRoot } from './build/freshness.ts';
import { runInBrowser } from './launch/browser-host.ts';
import { buildIfStale } from './launch/build-if-stale.ts';
import { optionsRefusalWords, readOptions } from './launch/options.ts';

export async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options.ok) {
    console.error(`Packhorse cannot start. ${optionsRefusalWords(options.refusal)}`);
    process.exitCode = 2;
    return;
  }
  if (!(await buildIfStale())) {
    console.error('Packhorse cannot start: it could not be built (see above). Your work is safe.');
    process.exitCode = 1;
    return;
  }
  process.exitCode = await runInBrowser(options.value, ownVersion());
}

function ownVersion(): string {
  const facts = objectOf({ version: aText(50) })(
    JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')),
  );
  return facts.ok ? facts.value.version : 'unknown';
}

if (import.meta.main) await run();
