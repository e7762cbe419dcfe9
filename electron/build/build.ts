/**
 * Builds the app: `dist/renderer`, `dist/electron/main.js` (ESM) and `dist/electron/preload.cjs` (sandboxed preloads must be
 * CommonJS and one file). Everything is built in a folder of its own and put in place at the end, so that a failed build
 * leaves the last good one standing.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Plugin } from 'vite';
import { projectRoot, stampFile } from './freshness.ts';

/** How long each plugin takes is no concern of whoever starts the app on a busy laptop. */
const quiet = { checks: { bundlerTimings: false } };

const common: InlineConfig = { configFile: false, logLevel: 'warn', mode: 'production' };

/**
 * Puts the order of the style layers in front of every style sheet. They are split among the screens and arrive in no fixed
 * order, and the one that arrives first settles which layer wins.
 */
function layersFirst(): Plugin {
  const order = readFileSync(path.join(projectRoot, 'renderer/ui/layers.css'), 'utf8').replace(/\/\*[^]*?\*\//g, '');
  return {
    name: 'layers-first',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        const css = typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
        file.source = `${order.trim()}\n${css}`;
      }
    },
  };
}

const wordsOfAnotherLanguage =
  /(react-aria|react-stately|react-aria-components)\/dist\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;

/** Leaves the component library's words in other languages out: the app speaks English alone, and they weigh 35 kB. */
function britishOnly(): Plugin {
  return {
    name: 'british-only',
    enforce: 'pre',
    load: (id) => (wordsOfAnotherLanguage.test(id) ? 'export default {}' : null),
  };
}

function rendererConfig(outDir: string): InlineConfig {
  return {
    ...common,
    root: path.join(projectRoot, 'renderer'),
    base: './',
    plugins: [react(), layersFirst(), britishOnly()],
    worker: { format: 'es', rolldownOptions: quiet },
    build: {
      outDir: path.join(outDir, 'renderer'),
      emptyOutDir: true,
      target: 'chrome144',
      // Nothing becomes a data: address, so the content security policy need not allow any for scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: quiet,
      sourcemap: true,
    },
  };
}

function nodeConfig(outDir: string, entry: string, fileName: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...common,
    root: projectRoot,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(projectRoot, entry),
      outDir: path.join(outDir, 'electron'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external: ['electron', ...builtinModules, /^node:/],
        output: { format, entryFileNames: fileName, codeSplitting: false },
      },
    },
  };
}

/** Builds all three parts anew and puts them into `dist`. */
export async function buildAll(): Promise<void> {
  // Inside a test run NODE_ENV is "test", with which React's development build would be taken.
  process.env.NODE_ENV = 'production';
  const began = new Date();
  const dist = path.join(projectRoot, 'dist');
  const workshop = path.join(projectRoot, 'node_modules/.cache', `build-${process.pid}`);
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  try {
    await Promise.all([
      build(rendererConfig(workshop)),
      build(nodeConfig(workshop, 'electron/main.ts', 'main.js', 'es')),
      build(nodeConfig(workshop, 'electron/preload.ts', 'preload.cjs', 'cjs')),
    ]);
    // The time written is that of the beginning: a source changed during the build makes it stale again.
    writeFileSync(path.join(workshop, stampFile), began.toISOString());
    rmSync(dist, { recursive: true, force: true });
    renameSync(workshop, dist);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Builds, and tells how long it took. */
export async function run(): Promise<void> {
  const began = performance.now();
  await buildAll();
  console.log(`Packhorse is built (${Math.round(performance.now() - began)} ms).`);
}

if (import.meta.main) await run();
