/** The packing of the app, as far as it goes without a network: settings, contents of the archive, fuses. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';
import { readFuses, wantedFuses } from '#electron/build/fuses.ts';
import { electronVersion } from '#electron/launch/electron-here.ts';
import { makeElectronStub } from '#tests/support/electron-stub.ts';

const execute = promisify(execFile);

async function pack(stub: string, output: string, more: ReadonlyArray<string> = []): Promise<void> {
  await execute(
    process.execPath,
    [
      path.join(projectRoot, 'node_modules/electron-builder/cli.js'),
      '--linux',
      'dir',
      '--publish',
      'never',
      '--config',
      'electron-builder.yml',
      `-c.electronDist=${stub}`,
      `-c.directories.output=${output}`,
      ...more,
    ],
    { cwd: projectRoot, maxBuffer: 16 * 1024 * 1024 },
  );
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-package-'));
const stub = path.join(folder, 'electron');
const output = path.join(folder, 'release');

describe.skipIf(process.platform !== 'linux')('packing for Linux over a stubbed Electron (run on Linux alone)', () => {
  beforeAll(async () => {
    makeElectronStub(stub, electronVersion());
    await pack(stub, output);
  });

  test('the archive holds the built app and nothing else', () => {
    const packed = listPackage(path.join(output, 'linux-unpacked/resources/app.asar'), { isPack: false })
      .map((name) => name.replaceAll(path.sep, '/'))
      .filter((name) => path.extname(name) !== '');
    const page = filesBelow(path.join(projectRoot, 'dist/renderer')).filter((name) => !name.endsWith('.map'));
    expect(packed.toSorted()).toEqual(
      [
        '/package.json',
        '/dist/electron/main.js',
        '/dist/electron/preload.cjs',
        ...page.map((name) => `/dist/renderer/${name}`),
      ].toSorted(),
    );
    expect(page).toContain('index.html');
  });

  test('the fuses read back as they are to be', async () => {
    expect(await readFuses(path.join(output, 'linux-unpacked/packhorse'))).toEqual(wantedFuses);
    // The stub comes with fuses that are not so: they were set by the packing.
    expect(await readFuses(path.join(stub, 'electron'))).not.toEqual(wantedFuses);
  });

  test('only the languages of the app are kept, and the default app is not there', () => {
    expect(readdirSync(path.join(output, 'linux-unpacked/locales'))).toEqual(['en-GB.pak', 'en-US.pak']);
    expect(existsSync(path.join(output, 'linux-unpacked/resources/default_app.asar'))).toBe(false);
  });

  test('a setting that electron-builder does not know is refused', async () => {
    await expect(pack(stub, path.join(folder, 'wrong'), ['-c.npmRebuildd=true'])).rejects.toThrow('npmRebuildd');
  });
});

test('the settings name the app, its files, and installers that need no administrator', () => {
  const settings = readFileSync(path.join(projectRoot, 'electron-builder.yml'), 'utf8');
  for (const line of [
    'appId: uk.packhorse.desktop',
    'productName: Packhorse',
    'ext: packhorse\n',
    'ext: packhorse-backup\n',
    'perMachine: false',
    'allowElevation: false',
    'requestExecutionLevel: user',
    'publish: null',
    ...['nsis', 'portable', 'dmg', 'AppImage', 'deb'].map((name) => `target: ${name}\n`),
  ]) {
    expect(settings).toContain(line);
  }
});

function filesBelow(root: string): ReadonlyArray<string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}
