/**
 * How fast a complete pack (stamped, outlined, labelled, linked, tagged) is made, beside programs that only join files.
 *
 * All in one run over the same files, each in a process of its own, medians of five: say ratios, not seconds.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { outsideTool } from '#tests/support/outside-tools.ts';
import { bundledChild, measured, medianOf, rounds, timed, type Run } from './pack-process.ts';
import { makeSources } from './pack-sources.ts';
import type { Measured } from './run.ts';

const execute = promisify(execFile);

interface Size {
  readonly name: string;
  /** How many times over the files are taken, each a file of its own. */
  readonly times: number;
  /** Wall time against qpdf's, and bytes above an empty process. */
  readonly goals: { readonly wall: number; readonly memory: number };
  readonly withLibrary: boolean;
}

/** A usual pack, and the longest of a large authority. */
const sizes: ReadonlyArray<Size> = [
  { name: 'a usual pack', times: 1, goals: { wall: 0.8, memory: 200_000_000 }, withLibrary: true },
  { name: 'a very long pack', times: 4, goals: { wall: 0.9, memory: 320_000_000 }, withLibrary: false },
];

/** Makes the files and prints the comparison. */
export async function run(): Promise<ReadonlyArray<Measured>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-bench-'));
  try {
    const sources = await makeSources(folder);
    const child = await bundledChild(folder);
    const lines: Measured[] = [];
    for (const size of sizes) lines.push(...(await compare(size, copiesOf(sources, size.times), child, folder)));
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copiesOf(sources: ReadonlyArray<string>, times: number): ReadonlyArray<string> {
  return Array.from({ length: times }, (_, copy) =>
    sources.map((file) => {
      if (copy === 0) return file;
      const name = `${file.slice(0, -'.pdf'.length)}-${copy}.pdf`;
      copyFileSync(file, name);
      return name;
    }),
  ).flat();
}

async function compare(
  { name, goals, withLibrary }: Size,
  files: ReadonlyArray<string>,
  child: string,
  folder: string,
): Promise<ReadonlyArray<Measured>> {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`${name}: ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
  const out = path.join(folder, 'out.pdf');
  const node = (job: string): (() => Promise<Run>) => {
    return () => timed(process.execPath, [child, job, out, ...files]);
  };
  const contenders: Array<readonly [string, () => Promise<Run>]> = [
    ['Packhorse, complete', node('assemble')],
    ...(withLibrary ? [['@cantoo/pdf-lib, joined only', node('pdf-lib')] as const] : []),
    ['cat', () => timed('sh', ['-c', 'cat "$@" > "$0"', out, ...files])],
  ];
  const qpdf = outsideTool('qpdf');
  if (qpdf === null) console.log('pack: qpdf is not installed, so there is nothing to measure against');
  else contenders.push(['qpdf, joined only', () => timed(qpdf, ['--empty', '--pages', ...files, '--', out])]);
  const results = new Map<string, Run>();
  const empty = await measured(() => timed(process.execPath, [child, 'nothing']));
  // taken in turn, so that a slow minute of the machine is everybody's
  const runs = new Map(contenders.map(([contender]) => [contender, new Array<Run>()]));
  for (let round = 0; round < rounds; round++) {
    for (const [contender, once] of contenders) {
      runs.get(contender)?.push(await once());
      if (round === 0 && contender.startsWith('Packhorse') && qpdf !== null) await sayPages(qpdf, out);
    }
  }
  for (const [contender, taken] of runs) results.set(contender, medianOf(taken));
  const yardstick = results.get('qpdf, joined only');
  return [...results].flatMap(([contender, { milliseconds, memory }]): Measured[] => {
    const isOurs = contender.startsWith('Packhorse');
    const above = memory - empty.memory;
    const wall: Measured = {
      what: `${name}: ${contender}`,
      figure: `${(milliseconds / 1000).toFixed(2)} s`,
      ratio: yardstick === undefined ? null : milliseconds / yardstick.milliseconds,
      against: 'qpdf --empty --pages',
      goal: isOurs ? goals.wall : null,
    };
    if (!isOurs && !contender.startsWith('@cantoo')) return [wall];
    const held: Measured = {
      what: `${name}: ${contender}, memory`,
      figure: `${(above / 1e6).toFixed(0)} MB above an empty process`,
      ratio: above / goals.memory,
      against: `${goals.memory / 1e6} MB`,
      goal: isOurs ? 1 : null,
    };
    return [wall, held];
  });
}

async function sayPages(qpdf: string, file: string): Promise<void> {
  const { stdout } = await execute(qpdf, ['--show-npages', file]);
  console.log(`  a pack of ${stdout.trim()} pages, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const into = process.argv[2];
  await (into === undefined ? run() : makeSources(into));
}
