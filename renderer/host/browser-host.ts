/** The host where there is no Electron: printing is asked of the local server, saving is done by the page itself. */
import type { Host, HostAbout, HostMethod, PrintAnswer } from '#shared/host/contract.ts';
import { aText, objectOf, oneOf, type Decode } from '#shared/kernel/decode.ts';
import { openPageSaves } from './page-saves.ts';

const anAbout: Decode<HostAbout> = objectOf({
  kind: oneOf(['electron', 'browser']),
  version: aText(100),
  platform: aText(100),
  machine: aText(100),
});

const anUnavailable: Decode<PrintAnswer> = objectOf({ type: oneOf(['unavailable']), because: aText(10_000) });

const saves = openPageSaves();

export const browserHost: Host = {
  about: async (ask) => decoded(anAbout, await (await call('about', ask)).json()),
  printHtml: async (job) => {
    const response = await call('printHtml', job);
    if (response.headers.get('Content-Type') === 'application/octet-stream') {
      return { type: 'printed', pdf: new Uint8Array(await response.arrayBuffer()) };
    }
    return decoded(anUnavailable, await response.json());
  },
  beginSave: saves.begin,
  writeSave: saves.write,
  finishSave: saves.finish,
  abandonSave: saves.abandon,
};

async function call(method: HostMethod, ask: unknown): Promise<Response> {
  const response = await fetch(`/api/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Packhorse-Call': '1' },
    body: JSON.stringify(ask),
    credentials: 'same-origin',
  }).catch((fault: unknown) => {
    throw new Error(lostTouch, { cause: fault });
  });
  // The server's own words say what happened and what to do.
  if (!response.ok) throw new Error(await response.text());
  return response;
}

const lostTouch =
  "Packhorse's window has lost touch with the program that serves it. What was shown as saved is safe in this window's " +
  'browser. Start Packhorse again, then close this window.';

function decoded<Value>(decode: Decode<Value>, foreign: unknown): Value {
  const result = decode(foreign);
  if (!result.ok)
    throw new Error('Packhorse was answered by another version of itself. Close the window and start again.');
  return result.value;
}
