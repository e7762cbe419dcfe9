/**
 * Harms files and puts them through the engine for so many milliseconds, keeping those that reach code not reached before, as
 * V8 counts it, to be harmed further: `fuzz-child MILLISECONDS SEED PLACE FILES…`. The file being tried stands in PLACE.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { chanceFrom, harmed } from '#tests/support/harm.ts';
import { tryEngine } from '#tests/support/try-engine.ts';

export interface FuzzTold {
  readonly executions: number;
  readonly kept: number;
  /** Letters of the engine's code that were reached. */
  readonly reached: number;
  readonly slowest: number;
  /** The most memory held, in MB. */
  readonly memory: number;
  readonly fault: string | null;
}

const [milliseconds = '1000', seed = '1', place = '', ...files] = process.argv.slice(2);
const chance = chanceFrom(Number(seed));
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });

/** For each file of the engine, which of its letters have been reached. */
const known = new Map<string, Uint8Array>();
let reached = 0;

/** How many letters of the engine's code have been reached that were not before. */
async function newlyReached(): Promise<number> {
  const before = reached;
  const { result } = await session.post('Profiler.takePreciseCoverage');
  for (const { url, functions } of result) {
    if (!url.includes('/shared/pdf/')) continue;
    const letters = known.get(url) ?? new Uint8Array(60_000);
    known.set(url, letters);
    for (const { ranges } of functions) markReached(letters, ranges);
  }
  return reached - before;
}

/** The first range is the whole function; those after it lie within, each saying otherwise than what it lies in. */
function markReached(
  letters: Uint8Array,
  ranges: ReadonlyArray<{ readonly startOffset: number; readonly endOffset: number; readonly count: number }>,
): void {
  const [whole] = ranges;
  if (whole === undefined) return;
  const now = new Uint8Array(whole.endOffset - whole.startOffset);
  for (const { startOffset, endOffset, count } of ranges) {
    now.fill(count > 0 ? 1 : 0, startOffset - whole.startOffset, endOffset - whole.startOffset);
  }
  for (let at = 0; at < now.length; at++) {
    if (now[at] === 1 && letters[whole.startOffset + at] === 0) {
      letters[whole.startOffset + at] = 1;
      reached++;
    }
  }
}

const kept = files.map((file) => new Uint8Array(readFileSync(file)));
let executions = 0;
let slowest = 0;
let memory = 0;
let fault: string | null = null;
const began = performance.now();

async function attempt(file: Uint8Array): Promise<void> {
  writeFileSync(place, file);
  const start = performance.now();
  await tryEngine(file);
  slowest = Math.max(slowest, performance.now() - start);
  executions++;
}

try {
  for (const file of kept) await attempt(file);
  await newlyReached();
  while (performance.now() - began < Number(milliseconds)) {
    // the newest are the likeliest to lead on
    const chosen = kept[Math.floor(Math.max(chance(), chance()) * kept.length)] ?? new Uint8Array(0);
    const file = harmed(chosen, kept, chance);
    await attempt(file);
    if ((await newlyReached()) > 0 && kept.length < 4000) kept.push(file.slice());
    if (executions % 200 === 0) {
      memory = Math.max(memory, Math.round(process.memoryUsage().rss / 1_000_000));
      process.stdout.write('.\n');
    }
  }
} catch (caught) {
  fault = caught instanceof Error ? (caught.stack ?? caught.message) : String(caught);
}
const told: FuzzTold = {
  executions,
  kept: kept.length - files.length,
  reached,
  slowest: Math.round(slowest),
  memory,
  fault,
};
console.log(JSON.stringify(told));
