/** Runs every bench of this folder and prints what each measured, as ratios: never a test, for machines differ. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One line of the table. */
export interface Measured {
  readonly what: string;
  /** The figure by itself: `12.4 ms`. */
  readonly figure: string;
  /** As a ratio of what it is compared with; `null` where it is only told. */
  readonly ratio: number | null;
  readonly against: string;
  /** The ratio not to be passed; `null` where none is set. */
  readonly goal: number | null;
}

export type Bench = () => Promise<ReadonlyArray<Measured>>;

interface BenchModule {
  readonly run: Bench;
}

function isBenchModule(module: unknown): module is BenchModule {
  return typeof module === 'object' && module !== null && 'run' in module && typeof module.run === 'function';
}

function inColumns(rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function verdictOf({ ratio, goal }: Measured): string {
  if (ratio === null || goal === null) return '';
  return ratio <= goal ? 'met' : 'MISSED';
}

async function runAll(wanted: ReadonlyArray<string>): Promise<void> {
  const folder = import.meta.dirname;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  for (const file of files) {
    const module: unknown = await import(pathToFileURL(path.join(folder, file)).href);
    if (!isBenchModule(module)) throw new Error(`${file} has no run()`);
    console.log(`\n${file.replace('.bench.ts', '')}`);
    const measured = await module.run();
    const rows = measured.map((line) => [
      line.what,
      line.figure,
      line.ratio === null ? '' : `${line.ratio.toFixed(2)} x`,
      line.against,
      line.goal === null ? '' : `goal ${line.goal.toFixed(2)} x`,
      verdictOf(line),
    ]);
    console.log(inColumns([['what', 'figure', 'ratio', 'against', 'goal', ''], ...rows]));
  }
}

if (import.meta.main) await runAll(process.argv.slice(2));
