/** Builds the page with the PDF viewer alone on it and serves it as the app is served: same build, same headers. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { projectRoot } from '#electron/build/freshness.ts';
import { securityHeaders } from '#electron/security.ts';

export interface ViewerServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** `files` are offered under `files/`, by name. */
export async function serveViewer(files: ReadonlyMap<string, Uint8Array>): Promise<ViewerServer> {
  const folder = path.join(projectRoot, 'node_modules/.cache/pdf-viewer-page');
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    root: path.join(import.meta.dirname, 'pdf-viewer-page'),
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome144',
      assetsInlineLimit: 0,
      minify: false,
      modulePreload: { polyfill: false },
    },
  });
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const offered = files.get(name.replace('/files/', ''));
    if (name.startsWith('/files/') && offered !== undefined) {
      response.writeHead(200, { ...securityHeaders, 'Content-Type': 'application/pdf' }).end(offered);
      return;
    }
    try {
      const file = path.join(folder, name === '/' ? 'index.html' : path.normalize(name));
      const type = contentTypes[path.extname(file)] ?? 'application/octet-stream';
      const content = readFileSync(file);
      response.writeHead(200, { ...securityHeaders, 'Content-Type': type }).end(content);
    } catch {
      response.writeHead(404, securityHeaders).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
