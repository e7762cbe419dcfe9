/** The pack engine in the app's own worker in Chromium, beside the same engine in Node: same files, whole packs to the disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '#electron/build/freshness.ts';
import { launchWithProfile } from '#tests/support/browser.ts';
import { bundledChild, medianOf, rounds, timed } from './pack-process.ts';
import { makeSources } from './pack-sources.ts';
import type { Measured } from './run.ts';

export async function run(): Promise<ReadonlyArray<Measured>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-worker-'));
  const server = await serveApp();
  try {
    const files = await makeSources(folder);
    const child = await bundledChild(folder);
    const context = await launchWithProfile(path.join(folder, 'profile'), []);
    const page = await context.newPage();
    await page.goto(server.address);
    await page.locator('input').setInputFiles([...files]);
    const out = path.join(folder, 'out.pdf');
    const inWorker: number[] = [];
    const inNode = [];
    for (let round = 0; round < rounds; round++) {
      inWorker.push(await builtInWorker(page, server.worker));
      inNode.push(await timed(process.execPath, [child, 'assemble', out, ...files]));
    }
    await context.close();
    const worker = inWorker.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
    const node = medianOf(inNode).milliseconds;
    return [
      {
        what: 'a usual pack in the app’s worker, from its start to the last byte',
        figure: `${(worker / 1000).toFixed(2)} s`,
        ratio: worker / node,
        against: `the same in Node, from its start, ${(node / 1000).toFixed(2)} s`,
        goal: 1.5,
      },
    ];
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: a fresh worker, as for each pack an officer builds. Answers in milliseconds. */
async function builtInWorker(page: Page, script: string): Promise<number> {
  return page.evaluate(async (address) => {
    const chosen = [...(document.querySelector('input')?.files ?? [])];
    const parts = chosen.map((file, at) => ({
      id: at === 0 ? 'agenda' : `paper-${at}`,
      title: file.name,
      file,
      line: `Item ${at + 1} · CTB/27/${at} v1.2`,
      ownPages: at === 0,
    }));
    const order = {
      folder: 'packs',
      name: 'bench.pdf',
      title: 'Board pack',
      parts,
      outline: parts.map(({ id, title }) => ({ title, part: id, page: 1, inherit: true, children: [] })),
      labels: { prefix: '', first: 1 },
      marking: 'OFFICIAL-SENSITIVE',
      watermark: 'DRAFT',
      producer: 'Packhorse',
      documentId: '0123456789abcdef0123456789abcdef',
      backTo: 'agenda',
    };
    const began = performance.now();
    const worker = new Worker(address, { type: 'module' });
    await new Promise<void>((done, failed) => {
      worker.addEventListener('error', (event) => failed(new Error(event.message)));
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<{ readonly type: string; readonly result?: unknown }>) => {
          if (data.type === 'built' && (data.result as { readonly ok: boolean }).ok) done();
          else if (data.type !== 'progress') failed(new Error(JSON.stringify(data)));
        },
      );
      worker.postMessage({ type: 'build', order });
    });
    const lasted = performance.now() - began;
    worker.terminate();
    return lasted;
  }, script);
}

/** The built app's files, with an empty page in front of them. */
async function serveApp(): Promise<{ readonly address: string; readonly worker: string; readonly close: () => void }> {
  const assets = path.join(projectRoot, 'dist/renderer/assets');
  const worker = readdirSync(assets).find((name) => /^build\.worker-.*\.js$/.test(name));
  if (worker === undefined) throw new Error('The app is not built');
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (name === '') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><input type="file" multiple>');
      return;
    }
    try {
      const type = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
      const content = readFileSync(path.join(assets, name));
      response.writeHead(200, { 'content-type': type }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`;
  return { address, worker: `${address}assets/${worker}`, close: () => server.close() };
}
