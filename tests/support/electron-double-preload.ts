/** Runs a sandboxed preload script as Electron does, and bridges what it exposes into a page of a real browser. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { BrowserContext, Frame } from 'playwright-core';
import { appAddress } from './electron-double-session.ts';

export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

export type Invoke = (frame: SenderFrame, channel: string, sent: ReadonlyArray<unknown>) => Promise<unknown>;

export type Exposed = Record<string, Record<string, (...sent: unknown[]) => unknown>>;

/** The page's side of the bridge: functions alone, in a frozen object, only in the window's own page. */
export async function installPreload(context: BrowserContext, file: string, invoke: Invoke): Promise<Exposed> {
  let caller: Frame | null = null;
  const exposed = runPreload(file, async (channel, sent) => {
    const frame = { url: appAddress(caller?.url() ?? ''), parent: caller?.parentFrame() ?? null };
    return invoke(frame, channel, sent);
  });
  await context.exposeBinding('__bridge', async ({ frame }, key: string, name: string, sent: unknown[]) => {
    caller = frame;
    const call = exposed[key]?.[name];
    if (call === undefined) throw new Error(`nothing is exposed as ${key}.${name}`);
    return call(...sent);
  });
  const names = Object.entries(exposed).map(([key, api]) => ({ key, names: Object.keys(api) }));
  await context.addInitScript((bridged: typeof names) => {
    if (window !== window.top) return;
    const page = window as unknown as Record<string, unknown>;
    const bridge = page.__bridge as (key: string, name: string, sent: unknown[]) => Promise<unknown>;
    for (const { key, names } of bridged) {
      const calls = names.map((name) => [name, async (...sent: unknown[]) => bridge(key, name, sent)] as const);
      Object.defineProperty(window, key, { value: Object.freeze(Object.fromEntries(calls)) });
    }
  }, names);
  return exposed;
}

/** A sandboxed preload is one CommonJS file and may require `electron` alone, and of that a few parts. */
function runPreload(file: string, invoke: (channel: string, sent: unknown[]) => Promise<unknown>): Exposed {
  const exposed: Exposed = {};
  const electron = {
    ipcRenderer: { invoke: async (channel: string, ...sent: unknown[]) => invoke(channel, sent) },
    contextBridge: {
      exposeInMainWorld: (key: string, api: Exposed[string]) => {
        if (key in exposed) throw new Error(`${key} is exposed already`);
        for (const [name, value] of Object.entries(api)) {
          if (typeof value !== 'function') throw new Error(`${key}.${name} is not a function`);
        }
        exposed[key] = api;
      },
    },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
    return electron;
  };
  const source = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`;
  const run = vm.runInNewContext(source, { console, URL }, { filename: file }) as (...given: unknown[]) => void;
  run(require, { exports: {} }, {});
  return exposed;
}
