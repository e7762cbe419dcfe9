/** A document as it is handed to a browser engine for printing: with its title, and with everything but itself forbidden. */
import type { PrintJob } from '#shared/host/contract.ts';

/** No script, no network, no files: what the document shows is inside it. */
export const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline' data:; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** Longest time one document may take, in milliseconds. */
export const printTimeLimit = 90_000;

/** The job's document with its title, which becomes that of the PDF (a page's first title is the one that counts). */
export function printableHtml(job: PrintJob): string {
  const title = `<title>${escaped(job.title)}</title>`;
  const place =
    /<head(\s[^>]*)?>/i.exec(job.html) ?? /<html(\s[^>]*)?>/i.exec(job.html) ?? /<!doctype[^>]*>/i.exec(job.html);
  const at = place === null ? 0 : place.index + place[0].length;
  return `${job.html.slice(0, at)}${title}${job.html.slice(at)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Rejects when the work has not come to an end in time. */
export async function within<Value>(limit: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limit / 1000} seconds`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
