/** Real Syncthing instances on loopback that carry one folder: no discovery, relays, port mapping, upgrades or reports. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { runOutside } from './outside-tools.ts';

export interface Carrier {
  /** The directory it carries. */
  readonly folder: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Has it look at its directory at once, as it otherwise does a while after a change. */
  readonly look: () => Promise<void>;
}

const key = 'only-on-loopback';

/** As many instances as asked for, none started, each knowing all the others. */
export async function carriers(place: string, count: number): Promise<Carrier[]> {
  const made = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const home = path.join(place, `home-${at}`);
      await runOutside('syncthing', ['generate', `--home=${home}`, '--no-default-folder']);
      const id = (await runOutside('syncthing', [`--home=${home}`, '--device-id'])).trim();
      const folder = path.join(place, `share-${at}`);
      mkdirSync(path.join(folder, '.stfolder'), { recursive: true });
      return { home, id, folder, port: await freePort(), gui: await freePort() };
    }),
  );
  const devices = made
    .map(({ id, port }) => `<device id="${id}"><address>tcp://127.0.0.1:${port}</address></device>`)
    .join('');
  const members = made.map(({ id }) => `<device id="${id}"></device>`).join('');
  return made.map(({ home, folder, port, gui }) => {
    writeFileSync(
      path.join(home, 'config.xml'),
      `<configuration version="36">
        <folder id="board" path="${folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="false">${members}</folder>
        ${devices}
        <gui enabled="true" tls="false"><address>127.0.0.1:${gui}</address><apikey>${key}</apikey></gui>
        <options><listenAddress>tcp://127.0.0.1:${port}</listenAddress><globalAnnounceEnabled>false</globalAnnounceEnabled>
        <localAnnounceEnabled>false</localAnnounceEnabled><relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>
        <urAccepted>-1</urAccepted><autoUpgradeIntervalH>0</autoUpgradeIntervalH><crashReportingEnabled>false</crashReportingEnabled>
        <reconnectionIntervalS>1</reconnectionIntervalS><startBrowser>false</startBrowser></options>
      </configuration>`,
    );
    return carrier(home, folder, gui);
  });
}

function carrier(home: string, folder: string, gui: number): Carrier {
  let running: ChildProcess | null = null;
  const ask = (call: string, method: string) =>
    fetch(`http://127.0.0.1:${gui}/rest/${call}`, { method, headers: { 'X-API-Key': key } });
  const stop = async (): Promise<void> => {
    const process = running;
    running = null;
    if (process === null || process.exitCode !== null) return;
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGTERM');
    await ended;
  };
  return {
    folder,
    stop,
    look: async () => {
      const answer = await ask('db/scan?folder=board', 'POST');
      if (!answer.ok) throw new Error(`Syncthing: ${await answer.text()}`);
    },
    start: async () => {
      const env = { ...process.env, STNORESTART: '1', STNOUPGRADE: '1' };
      const given = ['serve', `--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'];
      const begun = spawn('syncthing', given, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      running = begun;
      let words = '';
      const hear = (said: Buffer): void => {
        words = `${words}${said.toString()}`.slice(-2000);
      };
      begun.stdout.on('data', hear);
      begun.stderr.on('data', hear);
      for (let tries = 0; tries < 150 && begun.exitCode === null; tries += 1) {
        const isUp = await ask('system/ping', 'GET').then(
          ({ ok }) => ok,
          () => false,
        );
        if (isUp) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await stop();
      throw new Error(`Syncthing did not start: ${words}`);
    },
  };
}

const firstPort = 15_000;
const lastPort = 32_000;

/**
 * A port below those that systems give to whoever asks for any: an instance that stands still for a while must find its own free again,
 * whatever connections a browser makes meanwhile.
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(firstPort, lastPort);
    if (await isFree(port)) return port;
  }
  throw new Error('no port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
