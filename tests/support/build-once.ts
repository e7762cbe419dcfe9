/** Builds the app before the browser and desktop tests, unless what stands in `dist` is fresh. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { isBuildFresh, projectRoot } from '#electron/build/freshness.ts';
import { prepareBrowser } from './browser.ts';

export async function setup(): Promise<void> {
  if (!isBuildFresh()) build();
  await prepareBrowser();
}

/** A child with a production NODE_ENV: inside vitest it is "test", and React's development build would be bundled. */
function build(): void {
  const { VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env;
  const { status } = spawnSync(process.execPath, [path.join(projectRoot, 'electron/build/build.ts')], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('the app could not be built, so there is nothing to test in a browser');
}
