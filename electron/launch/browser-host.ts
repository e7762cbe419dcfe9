/** Runs the app without Electron: the local server, and a window of an installed browser on it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#electron/build/freshness.ts';
import { machinePrint } from '#electron/host/machine-print.ts';
import { findBrowser } from '#electron/local/browsers.ts';
import { openPrinter } from '#electron/local/pdf.ts';
import { codeLifetime, homePort, startLocalServer, type LocalServer } from '#electron/local/server.ts';
import type { PrintAnswer, PrintJob } from '#shared/host/contract.ts';
import { hasDisplay, openAnotherWindow, openAppWindow, runsAsRoot } from './app-window.ts';
import { dataFolder, profileFolder } from './data-folder.ts';
import type { LaunchOptions } from './options.ts';
import { askRunning, forgetRunning, noteRunning } from './running.ts';
import { say } from './say.ts';

/** A browser that ends sooner than this has handed the window over to one that was running already. */
const handOverTime = 5000;

/** Runs until the window is closed or the program is told to stop; answers with the exit code. */
export async function runInBrowser(options: LaunchOptions, version: string): Promise<number> {
  // Listened for from the first, so that a stop in mid-start leaves neither server nor browser behind.
  const stopped = toldToStop();
  const data = dataFolder();
  const browser = chosenBrowser(data);
  if (await joinRunning(data, browser, options)) return 0;

  const started = await startServer(options, version, data, browser);
  if (started === 'joinRunning') return (await joinRunning(data, browser, options)) ? 0 : 1;
  const { server, close } = started;
  const note = { port: server.port, token: server.instanceToken, browser };
  noteRunning(data, note);
  try {
    if (browser === null || !options.opens || !hasDisplay()) {
      printAddress(server, options, browser);
      await stopped;
      return 0;
    }
    return await showWindow({ server, browser, data, stopped });
  } finally {
    forgetRunning(data, note);
    await close();
  }
}

/** Opens a window of the start that is running already, if there is one. */
async function joinRunning(data: string, browser: string | null, options: LaunchOptions): Promise<boolean> {
  const found = await askRunning(data);
  if (found === null) return false;
  const { running, addresses } = found;
  const program = running.browser ?? browser;
  if (program === null || !options.opens || !hasDisplay()) {
    say(`is running already. Open this address (good once, for 10 minutes): ${addresses.plain}`);
    return true;
  }
  say('is running already; another window of it is opening.');
  openAnotherWindow({
    browser: program,
    profile: profileFolder(data, program),
    address: addresses.home,
    port: running.port,
  });
  return true;
}

interface Started {
  readonly server: LocalServer;
  readonly close: () => Promise<void>;
}

async function startServer(
  options: LaunchOptions,
  version: string,
  data: string,
  browser: string | null,
): Promise<Started | 'joinRunning'> {
  const printing = path.join(data, 'printing');
  // Left over where an earlier start was cut off.
  rmSync(printing, { recursive: true, force: true });
  const printer = openPrinter({ browser, folder: printing });
  const settings = {
    pageFolder: path.join(projectRoot, 'dist/renderer'),
    calls: {
      about: () => ({
        kind: 'browser' as const,
        version,
        platform: process.platform,
        machine: machinePrint(data),
      }),
      printHtml: async (job: PrintJob): Promise<PrintAnswer> => printer.print(job),
    },
  };
  const wanted = options.port ?? homePort;
  let server: LocalServer;
  try {
    server = await startLocalServer({ ...settings, port: wanted });
  } catch (fault) {
    if (!isPortTaken(fault)) throw fault;
    // Another start of ours may have taken it a moment ago and not yet have left its note.
    await new Promise((resolve) => setTimeout(resolve, 400));
    if ((await askRunning(data)) !== null) return 'joinRunning';
    say(`another program uses port ${wanted}; a free one is taken instead. Your work is found again all the same.`);
    server = await startLocalServer({ ...settings, port: 0 });
  }
  const close = async (): Promise<void> => {
    await printer.close();
    await server.close();
    rmSync(printing, { recursive: true, force: true });
  };
  return { server, close };
}

function isPortTaken(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  return code === 'EADDRINUSE' || code === 'EACCES';
}

function printAddress(server: LocalServer, options: LaunchOptions, browser: string | null): void {
  if (options.opens && !hasDisplay()) say('there is no screen here to open a window on.');
  else if (options.opens && browser === null) say('no Edge, Chrome or Chromium was found on this computer.');
  say(`open this address in Edge, Chrome or Chromium on this computer (good once, for 10 minutes):`);
  say(server.plainAddress(codeLifetime.byHand));
  if (server.port !== homePort) {
    say(
      `what you do at port ${server.port} is kept by your browser under that port: start with --port ${server.port} again.`,
    );
  }
  say('press Ctrl+C here when you have finished.');
}

interface Shown {
  readonly server: LocalServer;
  readonly browser: string;
  readonly data: string;
  readonly stopped: Promise<'stop'>;
}

async function showWindow({ server, browser, data, stopped }: Shown): Promise<number> {
  const profile = profileFolder(data, browser);
  if (runsAsRoot()) say('you are the administrator (root), so the browser runs without its sandbox.');
  say(`opening in a window of ${path.basename(browser)}; your work is kept in ${data}.`);
  const began = Date.now();
  const child = openAppWindow({
    browser,
    profile,
    address: server.homeAddress(codeLifetime.atOnce),
    port: server.port,
  });
  rememberBrowser(data, browser);
  const ended = new Promise<{ readonly code: number | null } | { readonly fault: Error }>((resolve) => {
    child.once('error', (fault) => resolve({ fault }));
    child.once('exit', (code) => resolve({ code }));
  });
  const end = await Promise.race([ended, stopped]);
  if (end === 'stop') {
    child.kill();
    await ended;
    return 0;
  }
  if ('fault' in end || (end.code !== 0 && Date.now() - began < handOverTime)) {
    forgetBrowser(data);
    say(`${path.basename(browser)} could not be started. Open this address in another browser on this computer:`);
    say(server.plainAddress(codeLifetime.byHand));
    await stopped;
    return 0;
  }
  if (Date.now() - began < handOverTime) {
    say('the window was opened by a browser that was running already. Press Ctrl+C here when you have finished.');
    await stopped;
    return 0;
  }
  say('the window was closed.');
  return 0;
}

async function toldToStop(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve('stop'));
  });
}

/** One browser's profile is of no use to another: the one that has the officer's work is taken again. */
function chosenBrowser(data: string): string | null {
  const named = process.env.PACKHORSE_BROWSER;
  if (named !== undefined && !existsSync(named)) say(`PACKHORSE_BROWSER names "${named}", which is not there.`);
  return findBrowser(rememberedBrowser(data));
}

const browserNote = 'browser.txt';

function rememberedBrowser(data: string): string | null {
  try {
    return readFileSync(path.join(data, browserNote), 'utf8').trim();
  } catch {
    return null;
  }
}

function rememberBrowser(data: string, browser: string): void {
  writeFileSync(path.join(data, browserNote), browser, { mode: 0o600 });
}

function forgetBrowser(data: string): void {
  rmSync(path.join(data, browserNote), { force: true });
}
