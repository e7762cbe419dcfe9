/** The app's own scheme: the built page and nothing else, read only, with the policy on every answer. */
import path from 'node:path';
import { protocol } from 'electron';
import { readPageFile } from './renderer-files.ts';
import { appHost, appScheme, securityHeaders } from './security.ts';

const pageFolder = path.resolve(import.meta.dirname, '../renderer');

/** Must come before the app is ready. A standard, secure scheme has storage, workers and an origin as https has. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function servePage(): void {
  protocol.handle(appScheme, answerPageRequest);
}

async function answerPageRequest(request: Request): Promise<Response> {
  const address = URL.parse(request.url);
  if (address === null || address.host !== appHost) return turnedAway(404);
  if (request.method !== 'GET') return turnedAway(405);
  const file = await readPageFile(pageFolder, address.pathname);
  if (file.type !== 'file') return turnedAway(file.type === 'outside' ? 403 : 404);
  return new Response(file.bytes, { headers: { ...securityHeaders, 'Content-Type': file.contentType } });
}

function turnedAway(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
