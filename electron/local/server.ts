/**
 * The browser host's server: the same page as in Electron, and the calls of the contract, on the loopback address only.
 *
 * It trusts a request when it names our own address (Host, against rebinding of names), comes from our own page (session
 * cookie, Origin, Sec-Fetch-Site and a header that other sites cannot send unasked) and is one of the few things it knows.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readPageFile } from '#electron/renderer-files.ts';
import { securityHeaders } from '#electron/security.ts';
import { openBootCodes } from './boot-codes.ts';
import { answerCall, type LocalCalls } from './calls.ts';
import { refusalAnswer, refusalPage, type RefusalReason } from './refusal.ts';
import { newToken, openSessions, sameToken } from './sessions.ts';

export const loopback = '127.0.0.1';

/** The port of the app's own, unchanging address. What the browser stores belongs to it, whichever port is listened on. */
export const homePort = 47613;

/** A code in an address that an officer has to carry to a browser lives longer than one handed over at once. */
export const codeLifetime = { atOnce: 60_000, byHand: 600_000 } as const;

export interface LocalServerOptions {
  /** Where to listen; 0 for any free port. */
  readonly port: number;
  /** The folder of the built page. */
  readonly pageFolder: string;
  readonly calls: LocalCalls;
}

export interface LocalServer {
  /** The port listened on. */
  readonly port: number;
  /** The address for a browser to which the app's own port is mapped, good once. */
  readonly homeAddress: (lifetime: number) => string;
  /** The address for any other browser, good once. */
  readonly plainAddress: (lifetime: number) => string;
  /** Shown by a second start to ask for a window. */
  readonly instanceToken: string;
  readonly close: () => Promise<void>;
}

/** Fails with the system's error (`EADDRINUSE`, `EACCES`) when the port cannot be had. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const codes = openBootCodes();
  const sessions = openSessions();
  const instanceToken = newToken();
  let port = options.port;

  const origins = (): ReadonlyArray<string> => [`http://${loopback}:${homePort}`, `http://${loopback}:${port}`];
  const bootAddress = (origin: string, lifetime: number): string => `${origin}/boot?code=${codes.make(lifetime)}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = origins().find((own) => own === `http://${request.headers.host}`);
    if (origin === undefined) return refuse(request, response, 'wrongHost');
    const address = URL.parse(request.url ?? '/', origin);
    if (address === null) return refuse(request, response, 'missing');
    if (address.pathname === '/boot') return letIn(request, response, address);
    if (address.pathname === '/instance') return openAnother(request, response);
    if (!sessions.isOpen(request.headers.cookie)) return refuse(request, response, 'noSession');
    if (isFromOtherSite(request)) return refuse(request, response, 'otherSite');
    if (address.pathname.startsWith('/api/')) return call(request, response, origin, address.pathname.slice(5));
    return page(request, response, address.pathname);
  }

  function letIn(request: IncomingMessage, response: ServerResponse, address: URL): void {
    if (request.method !== 'GET') return refuse(request, response, 'wrongMethod');
    if (!codes.use(address.searchParams.get('code') ?? '')) return refuse(request, response, 'codeUsed');
    send(response, 303, { 'Set-Cookie': sessions.cookie(), Location: '/', 'Cache-Control': 'no-store' }, '');
  }

  /** A second start by the same officer, who alone may read the file with the token. Pages may not ask. */
  function openAnother(request: IncomingMessage, response: ServerResponse): void {
    const token = String(request.headers['x-packhorse-instance'] ?? '');
    const isPage = request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
    if (request.method !== 'POST' || isPage || !sameToken(token, instanceToken)) {
      return refuse(request, response, 'notOurPage');
    }
    const lifetime = codeLifetime.byHand;
    const addresses = {
      home: bootAddress(origins()[0] ?? '', lifetime),
      plain: bootAddress(origins()[1] ?? '', lifetime),
    };
    send(response, 200, json, JSON.stringify(addresses));
  }

  async function call(request: IncomingMessage, response: ServerResponse, origin: string, name: string): Promise<void> {
    if (request.method !== 'POST') return refuse(request, response, 'wrongMethod');
    if (request.headers.origin !== origin) return refuse(request, response, 'otherOrigin');
    const isOurCall = request.headers['x-packhorse-call'] === '1';
    if (!isOurCall || request.headers['content-type'] !== 'application/json') {
      return refuse(request, response, 'notOurPage');
    }
    const outcome = await answerCall(options.calls, name, request);
    if (outcome.type === 'refused') return refuse(request, response, outcome.reason);
    if (outcome.type === 'bytes') return send(response, 200, bytes, outcome.bytes);
    send(response, 200, json, JSON.stringify(outcome.value));
  }

  async function page(request: IncomingMessage, response: ServerResponse, addressPath: string): Promise<void> {
    if (request.method !== 'GET') return refuse(request, response, 'wrongMethod');
    const file = await readPageFile(options.pageFolder, addressPath);
    if (file.type !== 'file') return refuse(request, response, file.type);
    // Built files carry a fingerprint of their content in the name and never change.
    const caching = addressPath.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
    send(response, 200, { 'Content-Type': file.contentType, 'Cache-Control': caching }, file.bytes);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(request, response, 'failed'));
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  port = await listen(server, options.port);
  return {
    port,
    homeAddress: (lifetime) => bootAddress(`http://${loopback}:${homePort}`, lifetime),
    plainAddress: (lifetime) => bootAddress(`http://${loopback}:${port}`, lifetime),
    instanceToken,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const json = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
const bytes = { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' };

function isFromOtherSite(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function refuse(request: IncomingMessage, response: ServerResponse, reason: RefusalReason): void {
  const { status, words } = refusalAnswer(reason);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What was not read of a refused request must not be taken for the next one.
  const connection = { Connection: 'close', 'Cache-Control': 'no-store' };
  if (request.headers['sec-fetch-dest'] === 'document') {
    send(response, status, { ...connection, 'Content-Type': 'text/html; charset=utf-8' }, refusalPage(words));
  } else {
    send(response, status, { ...connection, 'Content-Type': 'text/plain; charset=utf-8' }, words);
  }
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): void {
  response.writeHead(status, { ...securityHeaders, ...headers });
  response.end(body);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
