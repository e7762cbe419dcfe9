/**
 * A double of the `electron` module. The main process and the preload script run as they were built, in Node; their windows
 * are pages of a real browser. What it cannot tell: whether Electron enforces what it is told (sandbox, isolation, fuses),
 * the real scheme and its storage, native dialogs and menus. Those are for the smoke test with the real program.
 */
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { registerHooks } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '#electron/build/freshness.ts';
import { installPreload, type Exposed, type SenderFrame } from './electron-double-preload.ts';
import { openDoubleSession, type DoubleSession } from './electron-double-session.ts';
import { DoubleWindow, type DoubleContents, type WindowOptions, type WindowRoom } from './electron-double-window.ts';

type IpcHandler = (event: unknown, ...sent: unknown[]) => unknown;

export interface BootOptions {
  readonly isPackaged?: boolean;
  readonly switches?: ReadonlyArray<string>;
  /** False as where the app is running already. */
  readonly isFirst?: boolean;
  readonly userData?: string;
}

export interface Booted {
  readonly app: EventEmitter;
  readonly log: ReadonlyArray<string>;
  readonly userData: string;
  readonly window: () => DoubleWindow;
  readonly windows: ReadonlyArray<DoubleWindow>;
  readonly page: () => Page;
  readonly exposed: () => Exposed;
  readonly menu: () => ReadonlyArray<MenuItem>;
  readonly session: DoubleSession;
  readonly sessionOf: (partition: string) => DoubleSession;
  /** Answers to coming save dialogs: a path, or null for Cancel. One that was not foreseen fails. */
  readonly saveDialogs: (string | null)[];
  readonly dialogsShown: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly schemes: ReadonlyArray<{ readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> }>;
  /** Calls as a frame of another page would. */
  readonly invokeAs: (frame: SenderFrame | null, channel: string, ...sent: unknown[]) => Promise<unknown>;
  readonly quit: () => Promise<void>;
}

export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: ReadonlyArray<MenuItem>;
  readonly accelerator?: string;
}

let boots = 0;

export async function bootElectron(browser: Browser, options: BootOptions = {}): Promise<Booted> {
  replaceElectron();
  const log: string[] = [];
  const sessions = new Map<string, DoubleSession>();
  const sessionOf = (partition = ''): DoubleSession => {
    const found = sessions.get(partition) ?? openDoubleSession(browser, log);
    sessions.set(partition, found);
    return found;
  };
  const handlers = new Map<string, IpcHandler>();
  const saveDialogs: (string | null)[] = [];
  const dialogsShown: Readonly<Record<string, unknown>>[] = [];
  const schemes: Booted['schemes'][number][] = [];
  const userData = options.userData ?? mkdtempSync(path.join(os.tmpdir(), 'packhorse-double-'));
  let menu: ReadonlyArray<MenuItem> = [];
  let exposed: Exposed = {};

  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.isPackaged ?? false,
    enableSandbox: () => log.push('sandbox enabled'),
    commandLine: {
      appendSwitch: (name: string, value = '') => log.push(`switch ${name}=${value}`),
      hasSwitch: (name: string) => options.switches?.includes(name) ?? false,
    },
    requestSingleInstanceLock: () => options.isFirst ?? true,
    whenReady: async () => undefined,
    getVersion: () => '0.0.0-double',
    getPath: (name: string) => (name === 'userData' ? userData : path.join(userData, name)),
    setPath: (name: string, place: string) => log.push(`path ${name}=${place}`),
    showAboutPanel: () => log.push('about'),
    quit: () => {
      log.push('quit');
      app.emit('before-quit', {});
      app.emit('will-quit', {});
    },
  });

  async function invoke(
    frame: SenderFrame | null,
    contents: DoubleContents | null,
    channel: string,
    sent: ReadonlyArray<unknown>,
  ): Promise<unknown> {
    const handler = handlers.get(channel);
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler({ sender: contents, senderFrame: frame }, ...structuredClone([...sent])));
    } catch (fault) {
      throw new Error(`Error invoking remote method '${channel}': ${String(fault)}`, { cause: fault });
    }
  }

  const windows: DoubleWindow[] = [];
  const room: WindowRoom = {
    log,
    windows,
    sessionOf,
    onContents: (contents) => app.emit('web-contents-created', {}, contents),
    onLastClosed: () => app.emit('window-all-closed'),
    installPreload: async (context, contents, file) => {
      exposed = await installPreload(context, file, async (frame, channel, sent) =>
        invoke(frame, contents, channel, sent),
      );
    },
  };
  function openWindow(given: WindowOptions = {}): DoubleWindow {
    return new DoubleWindow(room, given);
  }
  const fromWebContents = (contents: DoubleContents): DoubleWindow | null =>
    windows.find((window) => window.webContents === contents) ?? null;

  const double: Record<string, unknown> = {
    app,
    BrowserWindow: Object.assign(openWindow, { fromWebContents }),
    ipcMain: {
      handle: (channel: string, handler: IpcHandler) => {
        if (handlers.has(channel)) throw new Error(`a second handler for '${channel}'`);
        handlers.set(channel, handler);
      },
    },
    session: { defaultSession: sessionOf().face, fromPartition: (name: string) => sessionOf(name).face },
    protocol: {
      ...(sessionOf().face.protocol as object),
      registerSchemesAsPrivileged: (given: Booted['schemes']) => schemes.push(...given),
    },
    shell: { openExternal: async (address: string) => void log.push(`opened outside ${address}`) },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 768 } }] },
    Menu: {
      buildFromTemplate: (template: ReadonlyArray<MenuItem>) => template,
      setApplicationMenu: (built: ReadonlyArray<MenuItem>) => (menu = built),
    },
    dialog: {
      showSaveDialog: async (_window: unknown, asked: Readonly<Record<string, unknown>>) => {
        dialogsShown.push(asked);
        const answer = saveDialogs.shift();
        if (answer === undefined) throw new Error('a save dialog that was not foreseen');
        return { canceled: answer === null, filePath: answer ?? '' };
      },
      showMessageBox: async (_window: unknown, asked: Readonly<Record<string, unknown>>) => {
        dialogsShown.push(asked);
        return { response: 1 };
      },
      showErrorBox: (title: string, words: string) => log.push(`error box ${title}: ${words}`),
    },
  };
  Object.assign(globalThis, { [doubleKey]: double });
  boots += 1;
  const main = path.join(projectRoot, 'dist/electron/main.js');
  await import(/* @vite-ignore */ `${pathToFileURL(main).href}?boot=${boots}`);
  // The app goes on when it is ready, which it is a moment after the module was read.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await windows[0]?.loaded;

  const window = (): DoubleWindow => {
    const first = windows[0];
    if (first === undefined) throw new Error('no window is open');
    return first;
  };
  return {
    app,
    log,
    userData,
    windows,
    window,
    page: () => window().webContents.page(),
    exposed: () => exposed,
    menu: () => menu,
    session: sessionOf(),
    sessionOf,
    saveDialogs,
    dialogsShown,
    schemes,
    invokeAs: async (frame, channel, ...sent) => invoke(frame, window().webContents, channel, sent),
    quit: async () => {
      app.quit();
      await Promise.all([...sessions.values()].map(async (session) => session.close()));
    },
  };
}

const doubleKey = '__electronDouble';
const names = 'app, BrowserWindow, Menu, dialog, ipcMain, protocol, screen, session, shell';
let isReplaced = false;

/** From here on, whoever imports `electron` in this process is given the double of the moment. */
function replaceElectron(): void {
  if (isReplaced) return;
  isReplaced = true;
  const address = 'double:electron';
  const source = `export const { ${names} } = globalThis.${doubleKey};`;
  registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url: `${address}?${boots}`, shortCircuit: true } : next(name, context),
    load: (url, context, next) =>
      url.startsWith(address) ? { format: 'module', shortCircuit: true, source } : next(url, context),
  });
}
