/** The points a desktop app is judged by, and for each the test that holds it. Those told by files alone are held here. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';
import { electronVersion } from '#electron/launch/electron-here.ts';

const doorman = 'tests/desktop/electron-doorman.test.ts';
const calls = 'tests/desktop/electron-calls.test.ts';
const packing = 'tests/desktop/package.test.ts';
const files = 'tests/unit/files.test.ts';
const server = 'tests/unit/server.test.ts';
const launch = 'tests/unit/launch.test.ts';
const here = 'tests/desktop/security-points.test.ts';

type Holder = readonly [file: string, name: string];

/** Each point, and the files and names of the tests that hold it. */
const points: ReadonlyArray<readonly [point: string, first: Holder, ...more: ReadonlyArray<Holder>]> = [
  [
    '1 only local content, no http',
    [doorman, 'shows local content from the app scheme'],
    [doorman, 'is not reached over'],
  ],
  ['2 no Node in pages, workers or frames', [doorman, 'is sandboxed, isolated and without Node']],
  ['3 context isolation', [doorman, 'is sandboxed, isolated and without Node']],
  ['4 sandbox for all', [doorman, 'is sandboxed, isolated and without Node'], [calls, 'has no preload script']],
  ['5 permission requests denied', [doorman, 'gets no permission but the two']],
  ['6 permission checks and devices denied', [doorman, 'gets no permission but the two']],
  ['7 web security on', [doorman, 'is sandboxed, isolated and without Node'], [here, 'no protection is turned off']],
  ['8 strict policy by header', [doorman, 'stops foreign pictures'], [doorman, 'sends the policy with every answer']],
  ['9 trusted types', [doorman, 'stops foreign pictures'], [doorman, 'lets the two named policies']],
  ['10 no insecure or experimental features', [doorman, 'is sandboxed'], [here, 'no protection is turned off']],
  ['11 no web views', [doorman, 'web views are not attached']],
  ['12 navigation limited', [doorman, 'is not navigated to'], [doorman, 'is stopped for every address but ours']],
  ['13 windows denied', [doorman, 'windows are not opened']],
  ['14 links outside by https and click alone', [doorman, 'windows are not opened']],
  ['15 a supported Electron', [here, 'Electron is one of the newest three']],
  ['16 every sender checked', [doorman, 'are refused to %s']],
  ['17 every argument checked', [doorman, 'refuses what it does not take'], [doorman, 'refuse more than one argument']],
  ['18 named functions alone in the page', [calls, 'the page finds exactly the calls of the contract']],
  ['19 own scheme, no way out of its folder', [doorman, 'does not lead out of the page'], [doorman, 'answers reading']],
  ['20 fuses set and read back', [packing, 'the fuses read back']],
  ['21 archive integrity', [packing, 'the fuses read back'], [packing, 'the archive holds the built app']],
  [
    '22 files only where chosen, whole, by safe names',
    [calls, 'offers a safe name'],
    [files, 'what stood there is whole'],
  ],
  ['23 no network', [doorman, 'is not reached over the network'], [here, 'nothing asks a remote service']],
  [
    '24 one instance, hostile arguments, no debugging, certificates',
    [doorman, 'a second start brings the first window forward'],
    [doorman, 'refuses to be debugged'],
    [doorman, 'is never trusted with a certificate'],
    [files, 'a file opened with the app'],
  ],
  ['25 supply chain', [here, 'every part is pinned'], [here, 'no part runs a script when installed']],
  [
    'the browser host: loopback, Host, Origin, codes, cookie, no debug port',
    [server, 'listens on the loopback address alone'],
    [server, 'not by the name'],
    [server, 'a call must come from our page'],
    [server, 'a code works once'],
    [launch, 'is told where to find the unchanging address'],
  ],
];

describe('each point has its test', () => {
  test.each(points.map(([point, ...held]) => ({ point, held })))('$point', ({ held }) => {
    for (const [file, name] of held) expect(readFileSync(path.join(projectRoot, file), 'utf8')).toContain(name);
  });

  test('all twenty-five', () => {
    const numbers = points.map(([point]) => Number.parseInt(point, 10)).filter((number) => !Number.isNaN(number));
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });
});

describe('told by files alone', () => {
  test('no protection is turned off anywhere in the main process', () => {
    const source = sourcesBelow('electron').join('\n');
    for (const turnedOff of [
      'webSecurity: false',
      'sandbox: false',
      'contextIsolation: false',
      'nodeIntegration: true',
      'allowRunningInsecureContent: true',
      'experimentalFeatures: true',
      'enableBlinkFeatures',
      'webviewTag: true',
      'ignoreCertificateErrors',
      "appendSwitch('disable-web-security",
      "appendSwitch('no-sandbox",
      'executeJavaScript',
    ]) {
      expect(source).not.toContain(turnedOff);
    }
  });

  /** Three majors are supported at a time; 45 is the newest this was made with. */
  test('Electron is one of the newest three', () => {
    expect(Number.parseInt(electronVersion(), 10)).toBeGreaterThanOrEqual(45);
  });

  test('nothing asks a remote service: no updater, no telemetry, no address but the one Electron is fetched from', () => {
    const addresses = [...sourcesBelow('electron'), ...sourcesBelow('renderer'), ...sourcesBelow('shared')]
      .flatMap(
        (source) =>
          source.match(/fetch\(\s*['"`]https?:[^'"`]*|autoUpdater|crashReporter|sendBeacon|WebSocket\(/g) ?? [],
      )
      .filter((found) => found !== '');
    expect(addresses).toEqual([]);
  });

  test('every part is pinned: exact versions, and a lock with a hash for each', () => {
    const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Record<
      'devDependencies' | 'optionalDependencies',
      Record<string, string>
    > & { readonly dependencies?: unknown };
    const versions = Object.values({ ...manifest.devDependencies, ...manifest.optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(manifest.dependencies).toBe(undefined);
    const unsealed = lockedParts().filter(([place, part]) => place !== '' && part.integrity === undefined);
    expect(unsealed.map(([place]) => place)).toEqual([]);
  });

  test('no part runs a script when installed, but those that are refused by name', () => {
    const withScripts = lockedParts().filter(([, part]) => part.hasInstallScript === true);
    const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      readonly allowScripts: Readonly<Record<string, boolean>>;
    };
    for (const [place] of withScripts) {
      const name = place.replace(/^.*node_modules\//, '');
      // Only for other systems, or refused.
      expect(name === 'fsevents' || manifest.allowScripts[name] === false).toBe(true);
    }
  });
});

interface LockedPart {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

function lockedParts(): ReadonlyArray<[string, LockedPart]> {
  const lock = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPart>>;
  };
  return Object.entries(lock.packages);
}

function sourcesBelow(folder: string): ReadonlyArray<string> {
  const root = path.join(projectRoot, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, name), 'utf8'));
}
