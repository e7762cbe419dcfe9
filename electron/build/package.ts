/** `npm run package`: builds the app and makes the installers of this platform, then reads the fuses back. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'electron-builder';
import { buildAll } from './build.ts';
import { projectRoot } from './freshness.ts';
import { readFuses, wantedFuses, type FuseName } from './fuses.ts';

export async function run(): Promise<void> {
  await buildAll();
  const made = await build({
    projectDir: projectRoot,
    config: 'electron-builder.yml',
    publish: 'never',
  });
  for (const file of made) console.log(`made ${path.relative(projectRoot, file)}`);
  const programs = packagedPrograms(path.join(projectRoot, 'release'));
  for (const program of programs) await report(program);
}

async function report(program: string): Promise<void> {
  const fuses = await readFuses(program);
  console.log(`fuses of ${path.relative(projectRoot, program)}:`);
  for (const [name, isOn] of Object.entries(fuses)) {
    const isWanted = wantedFuses[name as FuseName] === isOn;
    console.log(`  ${name}: ${isOn ? 'on' : 'off'}${isWanted ? '' : ' (NOT as it should be)'}`);
    if (!isWanted) process.exitCode = 1;
  }
}

/** The unpacked programs that electron-builder leaves beside the installers it makes of them. */
function packagedPrograms(release: string): ReadonlyArray<string> {
  const names = ['packhorse', 'Packhorse.exe', 'Packhorse.app'];
  const folders = readdirSync(release, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .flatMap((folder) => names.map((name) => path.join(release, folder.name, name)))
    .filter((program) => existsSync(program));
}

if (import.meta.main) await run();
