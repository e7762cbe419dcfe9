/** Turns a document of our own into a tagged, outlined PDF in a window that is never shown. */
import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import type { PrintAnswer, PrintJob } from '#shared/host/contract.ts';
import { lockDownPrinting } from '#electron/lock-down.ts';
import { printableHtml, printPolicy, printTimeLimit, within } from '#electron/printing/printable.ts';
import { appScheme } from '#electron/security.ts';

/** Kept in memory alone, and shared with no other window. */
const partition = 'packhorse-print';

/** Documents waiting to be fetched by their window, by their address, each once. */
const waiting = new Map<string, string>();
let prepared: Session | null = null;

export async function printHtml(job: PrintJob, timeLimit: number = printTimeLimit): Promise<PrintAnswer> {
  preparePrinting();
  const address = `${appScheme}://print-${randomUUID()}/`;
  waiting.set(address, printableHtml(job));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
    },
  });
  try {
    return { type: 'printed', pdf: await within(timeLimit, pagesOf(window, address)) };
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : 'for a reason it did not tell';
    return { type: 'unavailable', because: `The pages could not be made (${words}).` };
  } finally {
    waiting.delete(address);
    window.destroy();
  }
}

async function pagesOf(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address);
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return new Uint8Array(pdf);
}

function preparePrinting(): void {
  if (prepared !== null) return;
  prepared = session.fromPartition(partition);
  lockDownPrinting(prepared, (address) => waiting.has(address));
  prepared.protocol.handle(appScheme, (request) => {
    const html = waiting.get(request.url);
    waiting.delete(request.url);
    if (html === undefined || request.method !== 'GET') return new Response(null, { status: 404 });
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': printPolicy },
    });
  });
}
