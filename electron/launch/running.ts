/** The note one running start leaves for the next, so that it opens another window instead of a second server. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { loopback } from '#electron/local/server.ts';
import { aText, aWholeNumber, objectOf, orNull, type Decode, type Decoded } from '#shared/kernel/decode.ts';

const aRunning = objectOf({ port: aWholeNumber(1, 65535), token: aText(100), browser: orNull(aText(4096)) });
export type Running = Decoded<typeof aRunning>;

const theAddresses = objectOf({ home: aText(500), plain: aText(500) });
/** Fresh addresses of the running app, each good once: for its own browser, and for any other. */
export type RunningAddresses = Decoded<typeof theAddresses>;

const noteName = 'running.json';

export function noteRunning(data: string, running: Running): void {
  writeFileSync(path.join(data, noteName), JSON.stringify(running), { mode: 0o600 });
}

/** Takes the note away, if it is still that of this start. */
export function forgetRunning(data: string, running: Running): void {
  if (readNote(data)?.token === running.token) rmSync(path.join(data, noteName), { force: true });
}

/** The start that is running with this data folder, asked for a window; null where none answers. */
export async function askRunning(
  data: string,
): Promise<{ readonly running: Running; readonly addresses: RunningAddresses } | null> {
  const running = readNote(data);
  if (running === null) return null;
  const addresses = decoded(theAddresses, await ask(running).catch(() => ''));
  return addresses === null ? null : { running, addresses };
}

function readNote(data: string): Running | null {
  try {
    return decoded(aRunning, readFileSync(path.join(data, noteName), 'utf8'));
  } catch {
    return null;
  }
}

function decoded<Value>(decode: Decode<Value>, text: string): Value | null {
  try {
    const result = decode(JSON.parse(text));
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}

async function ask({ port, token }: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: loopback,
        port,
        path: '/instance',
        method: 'POST',
        headers: { 'X-Packhorse-Instance': token },
        timeout: 1500,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length > 10_000) asking.destroy(new Error('not ours'));
        });
        response.on('end', () => resolve(text));
      },
    );
    asking.on('timeout', () => asking.destroy(new Error('no answer')));
    asking.on('error', reject);
    asking.end();
  });
}
