/** Runs the app in Electron. */
import { spawn } from 'node:child_process';
import { projectRoot } from '#electron/build/freshness.ts';
import { runsAsRoot } from './app-window.ts';
import { say } from './say.ts';

/** A program that fails sooner than this never came to show a window. */
const startTime = 5000;

export type ElectronRun =
  | { readonly type: 'ended'; readonly code: number }
  /** It is here but does not run: a library is missing, or the machine forbids it. */
  | { readonly type: 'neverStarted'; readonly because: string };

export async function runInElectron(program: string): Promise<ElectronRun> {
  const asRoot = runsAsRoot();
  if (asRoot) say('you are the administrator (root), so Electron runs without its sandbox.');
  const began = performance.now();
  const child = spawn(program, [...(asRoot ? ['--no-sandbox'] : []), projectRoot], { stdio: 'inherit' });
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    child.kill();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  const end = await new Promise<{ readonly code: number | null; readonly words: string }>((resolve) => {
    child.once('error', (fault) => resolve({ code: null, words: fault.message }));
    child.once('exit', (code, signal) => resolve({ code, words: signal ?? `it ended with ${code}` }));
  });
  for (const signal of signals) process.removeListener(signal, stop);
  if (isStopped) return { type: 'ended', code: 0 };
  if (end.code !== 0 && performance.now() - began < startTime) return { type: 'neverStarted', because: end.words };
  return { type: 'ended', code: end.code ?? 1 };
}
