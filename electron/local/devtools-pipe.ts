/** A browser without a window, driven over a pipe: no debugging port is opened that others on the machine could use. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

export type Facts = Readonly<Record<string, unknown>>;

export interface DevtoolsPipe {
  /** Sends a command and answers with its result; rejects with the browser's own words. */
  readonly send: (method: string, params?: Facts, session?: string) => Promise<Facts>;
  /** Hears the events of a session until the function returned is called. */
  readonly listen: (session: string, hear: (method: string, params: Facts) => void) => () => void;
  readonly isAlive: () => boolean;
  readonly close: () => Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Facts;
  readonly result?: Facts;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Waiting {
  readonly resolve: (result: Facts) => void;
  readonly reject: (fault: Error) => void;
}

/** Starts the browser with a profile of its own in `folder`, taken away at the end. It reaches no network. */
export async function openDevtoolsPipe(browser: string, folder: string): Promise<DevtoolsPipe> {
  const profile = await mkdtemp(path.join(folder, 'printing-'));
  const child = spawn(browser, [...programArguments, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const talk = conversation(child);
  return {
    ...talk,
    close: async () => {
      child.kill();
      await ended;
      // On Windows the last files are let go a moment after the program has ended.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

const programArguments: ReadonlyArray<string> = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function conversation(child: ChildProcess): Omit<DevtoolsPipe, 'close'> {
  const outgoing = child.stdio[3] as Writable;
  const incoming = child.stdio[4] as Readable;
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, (method: string, params: Facts) => void>();
  let lastId = 0;
  let isAlive = true;

  const end = (because: string): void => {
    isAlive = false;
    for (const { reject } of waiting.values()) reject(new Error(because));
    waiting.clear();
  };
  child.once('error', (fault) => end(fault.message));
  child.once('exit', () => end('the browser ended'));
  outgoing.on('error', () => end('the browser ended'));
  eachMessage(incoming, (message) => {
    if (message.id === undefined) {
      listeners.get(message.sessionId ?? '')?.(message.method ?? '', message.params ?? {});
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.result ?? {});
    else asked?.reject(new Error(message.error.message));
  });

  return {
    isAlive: () => isAlive,
    send: async (method, params = {}, session) => {
      if (!isAlive) throw new Error('the browser ended');
      const id = (lastId += 1);
      const command = { id, method, params, ...(session === undefined ? {} : { sessionId: session }) };
      return new Promise<Facts>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        outgoing.write(`${JSON.stringify(command)}\0`);
      });
    },
    listen: (session, hear) => {
      listeners.set(session, hear);
      return () => listeners.delete(session);
    },
  };
}

/** Messages end with a zero byte; a large one comes in many parts, which are joined once. */
function eachMessage(incoming: Readable, hear: (message: Message) => void): void {
  let parts: Buffer[] = [];
  incoming.on('data', (data: Buffer) => {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      hear(JSON.parse(Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8')) as Message);
      parts = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) parts.push(rest);
  });
}
