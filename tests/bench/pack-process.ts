/** Making a pack in a process of its own, and what that takes. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Run {
  readonly milliseconds: number;
  readonly memory: number;
}

export const rounds = 5;

/** The child lies where it cannot find what is installed. */
const stampFontFile = '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff';

/** The child as one plain file, the way the app ships the engine. */
export async function bundledChild(folder: string): Promise<string> {
  const { build } = await import('vite');
  const entry = path.join(import.meta.dirname, 'pack-child.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return path.join(folder, 'child.mjs');
}

export async function measured(once: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await once());
  return medianOf(runs);
}

export function medianOf(runs: ReadonlyArray<Run>): Run {
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return { milliseconds: middle(runs.map((one) => one.milliseconds)), memory: middle(runs.map((one) => one.memory)) };
}

/** Wall time of a process, and the most memory it held. */
export async function timed(program: string, given: ReadonlyArray<string>): Promise<Run> {
  const began = performance.now();
  const child = spawn(program, [...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PACKHORSE_STAMP_FONT: fileURLToPath(import.meta.resolve(stampFontFile)) },
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const milliseconds = performance.now() - began;
  if (code !== 0 && code !== 3) throw new Error(`${program} ended with ${code}`);
  return { milliseconds, memory: Number(/memory (\d+)/.exec(said)?.[1] ?? 0) * 1024 };
}
