/**
 * How fast a complete pack (stamped, outlined, labelled, linked, tagged) is made, beside programs that only join files.
 *
 * All in one run over the same files, each in a process of its own, medians of five: say ratios, not seconds.
 */
import { execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { launchBrowser } from '#tests/support/browser.ts';
import { outsideTool } from '#tests/support/outside-tools.ts';
import type { Measured } from './run.ts';
import { extraNumber, jpegLikePdf, makePdf, pageNumber } from '#tests/support/pdf-maker.ts';

const execute = promisify(execFile);
const rounds = 5;

interface Run {
  readonly milliseconds: number;
  readonly memory: number;
}

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

/** The child as one plain file, the way the app ships the engine. */
async function bundledChild(folder: string): Promise<string> {
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

async function sayPages(qpdf: string, file: string): Promise<void> {
  const { stdout } = await execute(qpdf, ['--show-npages', file]);
  console.log(`  a pack of ${stdout.trim()} pages, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
}

async function measured(once: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await once());
  return medianOf(runs);
}

function medianOf(runs: ReadonlyArray<Run>): Run {
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return { milliseconds: middle(runs.map((one) => one.milliseconds)), memory: middle(runs.map((one) => one.memory)) };
}

/** Wall time of a process, and the most memory it held. */
async function timed(program: string, given: ReadonlyArray<string>): Promise<Run> {
  const began = performance.now();
  const child = spawn(program, [...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const milliseconds = performance.now() - began;
  if (code !== 0 && code !== 3) throw new Error(`${program} ended with ${code}`);
  return { milliseconds, memory: Number(/memory (\d+)/.exec(said)?.[1] ?? 0) * 1024 };
}

/** 500 pages as a board gets them: printed reports, scans, sheets on their side, old and new kinds of file. */
async function makeSources(folder: string): Promise<string[]> {
  const files: string[] = [];
  const add = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, `${String(files.length).padStart(2, '0')}-${name}.pdf`);
    writeFileSync(file, bytes);
    files.push(file);
    return file;
  };
  const printed = await printedReports([3, 20, 40, 60, 77]);
  printed.forEach((bytes, at) => add(at === 0 ? 'agenda' : 'printed', bytes));
  for (const [pages, seed] of [
    [24, 1],
    [40, 2],
    [36, 3],
    [20, 4],
  ] as const) {
    add('scan', jpegLikePdf(pages, 640_000, seed));
  }
  for (const pages of [20, 25]) add('report', await libraryReport(pages, 0, false));
  add('landscape', await libraryReport(20, 0, true));
  add('turned', await libraryReport(20, 90, false));
  const linked = add('linked', linkedReport(60));
  add('form', formReport(10));
  const qpdf = outsideTool('qpdf');
  const packed = path.join(folder, 'packed.pdf');
  copyFileSync(linked, packed);
  if (qpdf !== null) await execute(qpdf, ['--object-streams=generate', linked, packed]);
  add('packed', readFileSync(packed).subarray());
  return files;
}

async function printedReports(lengths: ReadonlyArray<number>): Promise<Uint8Array[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const made: Uint8Array[] = [];
    for (const length of lengths) {
      const sections = Array.from({ length }, (_, at) => section(at)).join('');
      await page.setContent(`<!doctype html><html lang="en-GB"><title>Report</title><body>${sections}</body></html>`);
      made.push(await page.pdf({ format: 'A4', tagged: true, outline: true, margin: { top: '20mm', bottom: '20mm' } }));
    }
    return made;
  } finally {
    await browser.close();
  }
}

const words =
  'The board is asked to note the position of the partnership and to agree the steps set out below. '.repeat(6);

function section(at: number): string {
  const rows = Array.from(
    { length: 8 },
    (_, row) => `<tr><td>Measure ${row}</td><td>${row * 7}</td><td>On course</td></tr>`,
  );
  return `<section style="break-after:page"><h1>Section ${at + 1}</h1><p>${words}</p><h2>Options</h2>
    <ul><li>First <a href="https://pack.invalid/item/paper-1">paper</a></li><li>Second</li></ul><p>${words}</p>
    <table border="1"><tr><th>Measure</th><th>Now</th><th>State</th></tr>${rows.join('')}</table></section>`;
}

async function libraryReport(pages: number, turned: number, landscape: boolean): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.TimesRoman);
  for (let at = 0; at < pages; at++) {
    const page = file.addPage(landscape ? [842, 595] : [595, 842]);
    if (turned !== 0) page.setRotation(degrees(turned));
    for (let line = 0; line < 30; line++)
      page.drawText(words.slice(0, 80), { x: 60, y: 520 - line * 14, size: 11, font });
  }
  return file.save();
}

const linksPerPage = 5;

/** Every page links to others and stands in the outline. */
function linkedReport(pages: number): Uint8Array {
  const first = extraNumber(pages, 0);
  const links = Array.from({ length: pages * linksPerPage }, (_, at) => {
    const to = pageNumber((at * 7) % pages);
    return `<</Type/Annot/Subtype/Link/Rect[60 ${60 + (at % linksPerPage) * 20} 200 80]/Border[0 0 0]/Dest[${to} 0 R/Fit]>>`;
  });
  const root = first + links.length;
  const items = Array.from({ length: pages }, (_, at) => {
    const number = root + 1 + at;
    const before = at > 0 ? `/Prev ${number - 1} 0 R` : '';
    const after = at < pages - 1 ? `/Next ${number + 1} 0 R` : '';
    return `<</Title(Section ${at + 1})/Parent ${root} 0 R/Dest[${pageNumber(at)} 0 R/Fit]${before}${after}>>`;
  });
  const linksOf = (page: number): string =>
    Array.from({ length: linksPerPage }, (_, at) => `${first + page * linksPerPage + at} 0 R`).join(' ');
  return makePdf({
    pages: Array.from({ length: pages }, (_, at) => ({
      text: `Section ${at + 1}`,
      entries: `/Annots[${linksOf(at)}]`,
    })),
    catalogue: `/Outlines ${root} 0 R`,
    extras: [...links, `<</Type/Outlines/First ${root + 1} 0 R/Last ${root + pages} 0 R/Count ${pages}>>`, ...items],
  });
}

function formReport(pages: number): Uint8Array {
  const field = (at: number): number => extraNumber(pages, at);
  return makePdf({
    pages: Array.from({ length: pages }, (_, at) => ({ entries: `/Annots[${field(at)} 0 R]` })),
    catalogue: `/AcroForm<</Fields[${Array.from({ length: pages }, (_, at) => `${field(at)} 0 R`).join(' ')}]>>`,
    extras: Array.from(
      { length: pages },
      (_, at) =>
        `<</Type/Annot/Subtype/Widget/FT/Tx/T(field ${at})/V(value ${at})/DA(/Helv 10 Tf)/Rect[60 60 200 80]/F 4>>`,
    ),
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const into = process.argv[2];
  await (into === undefined ? run() : makeSources(into));
}
