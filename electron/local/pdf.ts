/** Turns a document of our own into a tagged, outlined PDF with an installed browser. */
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import { randomUUID } from 'node:crypto';
import type { PrintAnswer, PrintJob } from '#shared/host/contract.ts';
import { printableHtml, printPolicy, printTimeLimit, within } from '#electron/printing/printable.ts';
import { openDevtoolsPipe, type DevtoolsPipe, type Facts } from './devtools-pipe.ts';

/** How long a browser is kept for the next document, in milliseconds. */
const keptFor = 60_000;

export interface PrinterOptions {
  /** The browser's program file; null where there is none. */
  readonly browser: string | null;
  /** Where the browser keeps its passing files; the system's temporary folder unless told. */
  readonly folder?: string;
  readonly timeLimit?: number;
}

export interface Printer {
  readonly print: (job: PrintJob) => Promise<PrintAnswer>;
  readonly close: () => Promise<void>;
}

/** Starts a browser at the first job, keeps it warm for a minute after the last. */
export function openPrinter({ browser, folder = os.tmpdir(), timeLimit = printTimeLimit }: PrinterOptions): Printer {
  let engine: Promise<DevtoolsPipe> | null = null;
  let jobs = 0;
  let idle: NodeJS.Timeout | undefined;

  /** Jobs that come together share one engine: whoever finds none alive starts it, the others wait for that one. */
  async function warmEngine(program: string): Promise<DevtoolsPipe> {
    const found = engine;
    const kept = await found?.catch(() => null);
    if (kept?.isAlive() === true) return kept;
    if (engine === found) engine = freshEngine(program, kept ?? null);
    if (engine === null) return warmEngine(program);
    return engine;
  }

  async function freshEngine(program: string, spent: DevtoolsPipe | null): Promise<DevtoolsPipe> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await spent?.close();
    return openDevtoolsPipe(program, folder);
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    const kept = await engine?.catch(() => null);
    engine = null;
    await kept?.close();
  }

  async function print(job: PrintJob): Promise<PrintAnswer> {
    if (browser === null) {
      return {
        type: 'unavailable',
        because: 'No Edge, Chrome or Chromium was found on this computer to make the pages.',
      };
    }
    jobs += 1;
    clearTimeout(idle);
    try {
      return { type: 'printed', pdf: await within(timeLimit, printWith(await warmEngine(browser), job)) };
    } catch (fault) {
      // Whatever state it was left in, the next job starts with a fresh browser.
      await close();
      return { type: 'unavailable', because: `The browser could not make the pages (${wordsOf(fault)}).` };
    } finally {
      jobs -= 1;
      if (jobs === 0) idle = setTimeout(() => void close(), keptFor).unref();
    }
  }

  return { print, close };
}

/** Each job has a context of its own: nothing is shared between documents. */
async function printWith(engine: DevtoolsPipe, job: PrintJob): Promise<Uint8Array> {
  const { browserContextId } = await engine.send('Target.createBrowserContext', { disposeOnDetach: true });
  try {
    const { targetId } = await engine.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await engine.send('Target.attachToTarget', { targetId, flatten: true });
    return await printPage(engine, String(sessionId), printableHtml(job));
  } finally {
    if (engine.isAlive()) await engine.send('Target.disposeBrowserContext', { browserContextId });
  }
}

/** The document is served at an address that exists once; every other request fails. */
async function printPage(engine: DevtoolsPipe, session: string, html: string): Promise<Uint8Array> {
  const send = async (method: string, params: Facts = {}): Promise<Facts> => engine.send(method, params, session);
  const address = `https://${randomUUID()}.packhorse.invalid/`;
  let isServed = false;
  let finished: () => void;
  const loaded = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const answer = async ({ requestId, request }: Facts): Promise<void> => {
    const asked = (request as { readonly url: string }).url;
    if (asked.startsWith('data:')) await send('Fetch.continueRequest', { requestId });
    else if (asked !== address || isServed) await send('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' });
    else {
      isServed = true;
      const body = Buffer.from(html).toString('base64');
      await send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
    }
  };
  const stop = engine.listen(session, (method, params) => {
    if (method === 'Page.loadEventFired') finished();
    // A page that has gone meanwhile needs no answer.
    if (method === 'Fetch.requestPaused') answer(params).catch(() => undefined);
  });
  try {
    await send('Page.enable');
    await send('Emulation.setScriptExecutionDisabled', { value: true });
    await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    const { errorText } = await send('Page.navigate', { url: address });
    if (typeof errorText === 'string') throw new Error(errorText);
    await loaded;
    return await readStream(send, String((await send('Page.printToPDF', pdfOptions)).stream));
  } finally {
    stop();
  }
}

const responseHeaders = [
  { name: 'Content-Type', value: 'text/html; charset=utf-8' },
  { name: 'Content-Security-Policy', value: printPolicy },
];

/** A4 in inches, unless the document's own `@page` says otherwise. */
const pdfOptions = {
  paperWidth: 8.27,
  paperHeight: 11.69,
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  transferMode: 'ReturnAsStream',
};

async function readStream(
  send: (method: string, params: Facts) => Promise<Facts>,
  handle: string,
): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (let isEnd = false; !isEnd;) {
    const { data, eof, base64Encoded } = await send('IO.read', { handle, size: 4 * 1024 * 1024 });
    parts.push(Buffer.from(String(data), base64Encoded === true ? 'base64' : 'latin1'));
    isEnd = eof === true;
  }
  await send('IO.close', { handle });
  return new Uint8Array(Buffer.concat(parts));
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : 'for a reason it did not tell';
}
