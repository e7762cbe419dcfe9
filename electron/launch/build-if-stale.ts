/** Builds the app when its sources are newer than what was built from them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { isBuildFresh, projectRoot } from '#electron/build/freshness.ts';
import { say } from './say.ts';

/** In a child, so that the tools of the build do not stay in memory while the app runs. False when it failed. */
export async function buildIfStale(): Promise<boolean> {
  if (isBuildFresh()) return true;
  say('building what has changed…');
  const child = spawn(process.execPath, [path.join(projectRoot, 'electron/build/build.ts')], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
