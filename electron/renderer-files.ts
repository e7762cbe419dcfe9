/** The files of the built app's page, as both hosts serve them: from one folder, and never from outside it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

export type PageFile =
  | { readonly type: 'file'; readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }
  | { readonly type: 'outside' }
  | { readonly type: 'missing' };

/** Reads the file a path of an address (still percent-encoded) stands for; `/` is the page itself. */
export async function readPageFile(root: string, addressPath: string): Promise<PageFile> {
  const relative = decoded(addressPath === '/' ? '/index.html' : addressPath);
  if (relative === null || relative.includes('\0')) return { type: 'missing' };
  const folder = path.resolve(root);
  const file = path.resolve(folder, `.${relative.replaceAll('\\', '/')}`);
  if (!file.startsWith(folder + path.sep)) return { type: 'outside' };
  try {
    const bytes = new Uint8Array(await readFile(file));
    return { type: 'file', bytes, contentType: contentTypes[path.extname(file)] ?? 'application/octet-stream' };
  } catch {
    return { type: 'missing' };
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
