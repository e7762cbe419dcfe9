/** What was asked for on the command line and by the environment. */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export interface LaunchOptions {
  /** Use the browser host even where Electron could be had. */
  readonly inBrowser: boolean;
  /** Open a window; otherwise only print the address. */
  readonly opens: boolean;
  /** The port to listen on, or null for the usual one. */
  readonly port: number | null;
}

export type OptionsRefusal =
  { readonly type: 'UnknownOption'; readonly option: string } | { readonly type: 'BadPort'; readonly given: string };

type Environment = Readonly<Record<string, string | undefined>>;

export function readOptions(words: ReadonlyArray<string>, env: Environment): Result<LaunchOptions, OptionsRefusal> {
  let inBrowser = env.PACKHORSE_HOST === 'browser';
  let opens = true;
  let given = env.PACKHORSE_PORT ?? null;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--browser') inBrowser = true;
    else if (word === '--no-open') opens = false;
    else if (word === '--port') given = rest.shift() ?? '';
    else if (word.startsWith('--port=')) given = word.slice('--port='.length);
    else return refuse({ type: 'UnknownOption', option: word });
  }
  if (given === null) return ok({ inBrowser, opens, port: null });
  const port = portOf(given);
  return port === null ? refuse({ type: 'BadPort', given }) : ok({ inBrowser, opens, port });
}

/** Ports below 1024 belong to the system. */
function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1024 && port <= 65535 ? port : null;
}

export function optionsRefusalWords(refusal: OptionsRefusal): string {
  switch (refusal.type) {
    case 'UnknownOption':
      return `"${refusal.option}" is not an option. There are --browser, --no-open and --port followed by a number.`;
    case 'BadPort':
      return `"${refusal.given}" is not a port. Give a whole number from 1024 to 65535, such as --port 47614.`;
  }
}
