import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBootCodes } from '#electron/local/boot-codes.ts';
import { homePort, startLocalServer, type LocalServer } from '#electron/local/server.ts';
import type { PrintJob } from '#shared/host/contract.ts';

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

let server: LocalServer;
let cookie = '';
const jobs: PrintJob[] = [];
const outer = mkdtempSync(path.join(os.tmpdir(), 'packhorse-server-'));

/** Node's own client, for a browser would not let the headers be forged. */
async function ask(
  place: string,
  options: { method?: string; headers?: http.OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port: server.port,
        path: place,
        method,
        headers: { Host: `127.0.0.1:${server.port}`, Cookie: cookie, ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function call(method: string, body: unknown, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
  return ask(`/api/${method}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      Origin: `http://127.0.0.1:${server.port}`,
      'Content-Type': 'application/json',
      'X-Packhorse-Call': '1',
      ...headers,
    },
  });
}

function placeOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

beforeAll(async () => {
  const pageFolder = path.join(outer, 'page');
  mkdirSync(path.join(pageFolder, 'assets'), { recursive: true });
  mkdirSync(`${pageFolder}-other`);
  writeFileSync(path.join(pageFolder, 'index.html'), '<h1>Page</h1>');
  writeFileSync(path.join(pageFolder, 'assets/x-1.js'), '1');
  writeFileSync(path.join(outer, 'secret.txt'), 'secret');
  writeFileSync(path.join(`${pageFolder}-other`, 'secret.txt'), 'secret');
  server = await startLocalServer({
    port: 0,
    pageFolder,
    calls: {
      about: () => ({ kind: 'browser', version: '1.2.3', platform: 'linux', machine: 'm' }),
      printHtml: async (job) => {
        jobs.push(job);
        return job.html === 'none'
          ? { type: 'unavailable', because: 'no browser' }
          : { type: 'printed', pdf: new Uint8Array([0, 255, 37]) };
      },
    },
  });
  const answer = await ask(placeOf(server.plainAddress(60_000)));
  cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});
afterAll(async () => server.close());

describe('letting a window in', () => {
  test('a code works once and gives a cookie that scripts and other sites do not get', async () => {
    const place = placeOf(server.plainAddress(60_000));
    const first = await ask(place);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^packhorse_session=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect((await ask(place)).status).toBe(403);
    expect((await ask('/boot?code=guessed')).status).toBe(403);
    expect((await ask('/boot')).status).toBe(403);
  });

  test('a code is worthless after its time', () => {
    let now = 1000;
    const codes = openBootCodes(() => now);
    const [soon, late] = [codes.make(60_000), codes.make(60_000)];
    now += 60_000;
    expect(codes.use(soon)).toBe(true);
    now += 1;
    expect(codes.use(late)).toBe(false);
  });

  test('without the cookie, or with another, nothing is answered', async () => {
    for (const wrong of ['', 'packhorse_session=', 'packhorse_session=x', `other_${cookie}`, `${cookie}x`]) {
      expect((await ask('/', { headers: { Cookie: wrong } })).status).toBe(401);
    }
  });

  test('an officer with a window of yesterday is told what to do', async () => {
    const answer = await ask('/', { headers: { Cookie: '', 'Sec-Fetch-Dest': 'document' } });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body.toString()).toContain('Your work is safe. Close the window and start Packhorse again.');
  });
});

describe('who may ask', () => {
  test.each(['example.com', 'localhost:1', '127.0.0.1', '[::1]'])('not by the name %j', async (host) => {
    expect((await ask('/', { headers: { Host: host } })).status).toBe(421);
    expect((await ask(placeOf(server.plainAddress(60_000)), { headers: { Host: host } })).status).toBe(421);
  });

  test('by its own unchanging address too, which a browser of ours is led to', async () => {
    expect((await ask('/', { headers: { Host: `127.0.0.1:${homePort}` } })).status).toBe(200);
    const origin = `http://127.0.0.1:${homePort}`;
    expect((await call('about', null, { Host: `127.0.0.1:${homePort}`, Origin: origin })).status).toBe(200);
    expect((await call('about', null, { Host: `127.0.0.1:${homePort}` })).status).toBe(403);
  });

  test.each(['cross-site', 'same-site'])('not another page (%s)', async (site) => {
    expect((await ask('/', { headers: { 'Sec-Fetch-Site': site } })).status).toBe(403);
  });

  test('a call must come from our page, with our header, as JSON', async () => {
    expect((await call('about', null)).status).toBe(200);
    expect((await call('about', null, { Origin: 'http://example.com' })).status).toBe(403);
    expect((await call('about', null, { Origin: 'null' })).status).toBe(403);
    expect((await call('about', null, { 'X-Packhorse-Call': '0' })).status).toBe(403);
    expect((await call('about', null, { 'Content-Type': 'text/plain' })).status).toBe(403);
    expect((await call('about', null, { Cookie: '' })).status).toBe(401);
    expect((await ask('/api/about')).status).toBe(405);
  });

  test('another start needs the token and may not be a page', async () => {
    const method = 'POST';
    const token = { 'X-Packhorse-Instance': server.instanceToken };
    expect((await ask('/instance', { method })).status).toBe(403);
    expect((await ask('/instance', { method, headers: { 'X-Packhorse-Instance': 'guessed' } })).status).toBe(403);
    expect((await ask('/instance', { method, headers: { ...token, Origin: 'http://127.0.0.1' } })).status).toBe(403);
    expect((await ask('/instance', { headers: token })).status).toBe(403);
    const answer = await ask('/instance', { method, headers: { ...token, Cookie: '' } });
    const { home, plain } = JSON.parse(answer.body.toString()) as Record<'home' | 'plain', string>;
    expect(new URL(home).port).toBe(String(homePort));
    expect((await ask(placeOf(plain))).status).toBe(303);
  });
});

describe('the page', () => {
  test('carries the policy, and so does every refusal', async () => {
    const page = await ask('/');
    expect(page.body.toString()).toBe('<h1>Page</h1>');
    expect((await ask('/assets/x-1.js')).headers['cache-control']).toContain('immutable');
    for (const answer of [page, await ask('/missing'), await ask('/', { headers: { Cookie: '' } })]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..%2fpage-other%2fsecret.txt',
    '/%00',
    '/%',
    '//etc/passwd',
  ])('does not lead out of its folder by %s', async (place) => {
    const answer = await ask(place);
    expect([403, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('secret');
  });

  test('is read only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/', { method })).status).toBe(405);
  });
});

describe('calls', () => {
  test('about answers', async () => {
    const answer = await call('about', null);
    expect(JSON.parse(answer.body.toString())).toEqual({
      kind: 'browser',
      version: '1.2.3',
      platform: 'linux',
      machine: 'm',
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('printed pages come as plain bytes', async () => {
    const answer = await call('printHtml', { html: '<p>é', title: 'T' });
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect([...answer.body]).toEqual([0, 255, 37]);
    expect(jobs.at(-1)).toEqual({ html: '<p>é', title: 'T' });
    expect(JSON.parse((await call('printHtml', { html: 'none', title: '' })).body.toString())).toEqual({
      type: 'unavailable',
      because: 'no browser',
    });
  });

  test('what a call does not take is refused', async () => {
    expect((await call('about', { more: 1 })).status).toBe(400);
    expect((await call('printHtml', { html: 1 })).status).toBe(400);
    expect((await call('printHtml', null)).status).toBe(400);
    expect((await call('about', 'x'.repeat(5000))).status).toBe(413);
  });

  test.each(['beginSave', 'writeSave', 'constructor', '__proto__', 'x/y', ''])('there is no call %j', async (name) => {
    expect((await call(name, null)).status).toBe(404);
  });
});

test('listens on the loopback address alone', async () => {
  const others = Object.values(os.networkInterfaces())
    .flat()
    .filter((net) => net?.family === 'IPv4' && !net.internal);
  for (const net of others) {
    const reached = await fetch(`http://${net?.address}:${server.port}/`).then(
      () => true,
      () => false,
    );
    expect(reached).toBe(false);
  }
  await expect(fetch(`http://[::1]:${server.port}/`)).rejects.toThrow();
});
