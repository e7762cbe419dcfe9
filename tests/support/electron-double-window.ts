/** Windows of the double: each is a page of a real browser. */
import { EventEmitter } from 'node:events';
import type { BrowserContext, CDPSession, Page, Request } from 'playwright-core';
import { appAddress, shownAddress, type DoubleSession } from './electron-double-session.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly partition?: string;
  readonly javascript?: boolean;
  readonly [name: string]: unknown;
}

export interface WindowOptions {
  readonly webPreferences?: WebPreferences;
  readonly show?: boolean;
  readonly [name: string]: unknown;
}

interface WindowOpenAnswer {
  readonly action: 'allow' | 'deny';
}

export interface DoubleContents {
  readonly id: number;
  readonly events: EventEmitter;
  readonly on: EventEmitter['on'];
  readonly once: EventEmitter['once'];
  readonly setWindowOpenHandler: (handler: (details: { readonly url: string }) => WindowOpenAnswer) => void;
  /** What the window open handler says to an address. */
  readonly asksToOpen: (address: string) => WindowOpenAnswer;
  readonly getURL: () => string;
  readonly reload: () => void;
  readonly printToPDF: (options: Readonly<Record<string, unknown>>) => Promise<Uint8Array>;
  readonly page: () => Page;
  readonly show: (page: Page) => void;
}

let lastId = 0;

export function openDoubleContents(): DoubleContents {
  const events = new EventEmitter();
  let shown: Page | null = null;
  let onOpen = (_details: { readonly url: string }): WindowOpenAnswer => ({ action: 'allow' });
  const page = (): Page => {
    if (shown === null) throw new Error('the window shows no page yet');
    return shown;
  };
  return {
    id: (lastId += 1),
    events,
    on: events.on.bind(events),
    once: events.once.bind(events),
    setWindowOpenHandler: (handler) => {
      onOpen = handler;
    },
    asksToOpen: (address) => onOpen({ url: address }),
    getURL: () => appAddress(page().url()),
    reload: () => void page().reload(),
    printToPDF: async (options) => printPage(page(), options),
    page,
    show: (next) => {
      shown = next;
    },
  };
}

/** Electron's options are the browser's own but for the paper, which it names. */
async function printPage(page: Page, options: Readonly<Record<string, unknown>>): Promise<Uint8Array> {
  const { pageSize, ...same } = options;
  if (pageSize !== 'A4') throw new Error(`the double knows A4 alone, not ${String(pageSize)}`);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, ...same });
  await devtools.detach();
  return Buffer.from(data, 'base64');
}

export interface WindowRoom {
  readonly log: string[];
  readonly windows: DoubleWindow[];
  readonly sessionOf: (partition: string | undefined) => DoubleSession;
  readonly installPreload: (context: BrowserContext, contents: DoubleContents, file: string) => Promise<void>;
  readonly onContents: (contents: DoubleContents) => void;
  readonly onLastClosed: () => void;
}

export class DoubleWindow {
  readonly webContents = openDoubleContents();
  readonly options: WindowOptions;
  readonly #events = new EventEmitter();
  readonly #room: WindowRoom;
  #context: BrowserContext | null = null;
  loaded: Promise<void> = Promise.resolve();

  constructor(room: WindowRoom, options: WindowOptions) {
    this.#room = room;
    this.options = options;
    room.windows.push(this);
    room.onContents(this.webContents);
  }

  on(name: string, hear: (...facts: unknown[]) => void): void {
    this.#events.on(name, hear);
  }

  once(name: string, hear: (...facts: unknown[]) => void): void {
    this.#events.once(name, hear);
  }

  async loadURL(address: string): Promise<void> {
    this.loaded = this.#load(address);
    return this.loaded;
  }

  async #load(address: string): Promise<void> {
    const { preload, partition, javascript } = this.options.webPreferences ?? {};
    const context = await this.#room.sessionOf(partition).openContext({ javaScriptEnabled: javascript !== false });
    this.#context = context;
    if (preload !== undefined) await this.#room.installPreload(context, this.webContents, preload);
    const page = await context.newPage();
    this.webContents.show(page);
    await this.#watchPopups(await context.newCDPSession(page), context);
    await page.goto(shownAddress(address));
    // From here on the page alone can ask to go elsewhere.
    await page.route('**/*', async (route) => {
      if (this.#isNavigationRefused(route.request())) return route.abort('aborted');
      return route.fallback();
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.webContents.events.emit('did-navigate', {}, appAddress(frame.url()));
    });
    this.#events.emit('ready-to-show');
  }

  #isNavigationRefused(request: Request): boolean {
    if (!request.isNavigationRequest()) return false;
    const isMain = request.frame().parentFrame() === null;
    const url = appAddress(request.url());
    let isRefused = false;
    const event = { url, isMainFrame: isMain, preventDefault: (): boolean => (isRefused = true) };
    this.webContents.events.emit('will-frame-navigate', event);
    if (isMain) this.webContents.events.emit('will-navigate', event);
    if (isRefused) this.#room.log.push(`stayed instead of ${url}`);
    return isRefused;
  }

  /** The browser has opened its popup by the time it tells of it; Electron would not have. */
  async #watchPopups(devtools: CDPSession, context: BrowserContext): Promise<void> {
    await devtools.send('Page.enable');
    devtools.on('Page.windowOpen', ({ url }) => {
      const { action } = this.webContents.asksToOpen(appAddress(url));
      this.#room.log.push(`window ${action} ${appAddress(url)}`);
    });
    context.on('page', (popup) => {
      if (popup !== this.webContents.page()) void popup.close();
    });
  }

  destroy(): void {
    this.#room.windows.splice(this.#room.windows.indexOf(this), 1);
    this.#room.log.push('destroyed a window');
    void this.#context?.close();
    this.webContents.events.emit('destroyed');
    this.#events.emit('closed');
    if (this.#room.windows.length === 0) this.#room.onLastClosed();
  }

  close(): void {
    this.#events.emit('close', { preventDefault: () => undefined });
    this.destroy();
  }

  show(): void {
    this.#room.log.push('shown');
  }

  focus(): void {
    this.#room.log.push('brought forward');
  }

  restore(): void {
    this.#room.log.push('restored');
  }

  maximize(): void {
    this.#room.log.push('maximised');
  }

  isMinimized(): boolean {
    return true;
  }

  isMaximized(): boolean {
    return false;
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 20, y: 30, width: 1000, height: 700 };
  }
}
