/**
 * Packs every PDF of a folder of odd ones, each by itself, and holds the packs against the files: do all assemble, does qpdf
 * find them sounder, do their pages look the same but for the stamp? The folder is named by PACKHORSE_CORPUS (no such files
 * are kept here); PACKHORSE_CORPUS_PASSWORDS holds passwords, one a line; PACKHORSE_CORPUS_PAGES how many pages of each file
 * are drawn (4). What does not agree is named.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { outsideTool } from '#tests/support/outside-tools.ts';
import type { CorpusAnswer } from './corpus-child.ts';
import type { Bench, Measured } from './run.ts';

/** Milliseconds that no file may take. */
const patience = 10_000;

type Answer =
  CorpusAnswer | { readonly name: string; readonly state: 'hung' | 'crashed'; readonly milliseconds: number };

export const run: Bench = async () => {
  const folder = process.env.PACKHORSE_CORPUS;
  if (folder === undefined) return [told('not run: PACKHORSE_CORPUS names no folder of PDFs', '')];
  const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.pdf'));
  const out = mkdtempSync(path.join(tmpdir(), 'packhorse-corpus-'));
  try {
    const answers = await packAll(folder, out, names);
    const made = answers.filter((answer) => answer.state === 'taken' || answer.state === 'repaired');
    const slowest = answers.toSorted((first, second) => second.milliseconds - first.milliseconds)[0];
    const count = (state: Answer['state']): ReadonlyArray<string> =>
      answers.filter((answer) => answer.state === state).map(({ name }) => name);
    return [
      told(`assembled of ${names.length} files`, String(made.length)),
      told('– of these repaired or unlocked', String(count('repaired').length)),
      named(
        'left out',
        answers.flatMap((answer) => (answer.state === 'leftOut' ? [`${answer.name} ${answer.because}`] : [])),
      ),
      named('crashed', count('crashed')),
      named(`took over ${patience / 1000} s`, count('hung')),
      told('slowest', `${slowest?.milliseconds ?? 0} ms`, slowest?.name ?? ''),
      ...(await judged(
        folder,
        out,
        made.map(({ name }) => name),
      )),
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

function told(what: string, figure: string, against = ''): Measured {
  return { what, figure, ratio: null, against, goal: null };
}

function named(what: string, names: ReadonlyArray<string>): Measured {
  return told(what, String(names.length), names.join(', '));
}

async function packAll(folder: string, out: string, names: ReadonlyArray<string>): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < names.length) answers.push(...(await packSome(folder, out, names.slice(answers.length))));
  return answers;
}

/** In one process, until it ends: by itself, or because one file has taken too long. */
function packSome(folder: string, out: string, names: ReadonlyArray<string>): Promise<Answer[]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'corpus-child.ts'), folder, out], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const answers: Answer[] = [];
  let isHung = false;
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    const name = names[answers.length];
    clearTimeout(timer);
    if (name === undefined) {
      child.stdin.end();
      return;
    }
    timer = setTimeout(() => {
      isHung = true;
      child.kill('SIGKILL');
    }, patience + 1000);
    child.stdin.write(`${name}\n`);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    answers.push(JSON.parse(line) as CorpusAnswer);
    next();
  });
  next();
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer);
      const name = names[answers.length];
      if (name !== undefined) answers.push({ name, state: isHung ? 'hung' : 'crashed', milliseconds: patience });
      resolve(answers);
    });
  });
}

async function judged(folder: string, out: string, names: ReadonlyArray<string>): Promise<ReadonlyArray<Measured>> {
  const worse: string[] = [];
  const different: string[] = [];
  let pages = 0;
  const hasQpdf = outsideTool('qpdf') !== null;
  const hasMutool = outsideTool('mutool') !== null;
  for (const name of names) {
    const [before, after] = [path.join(folder, name), path.join(out, name)];
    if (hasQpdf && (await complaints(after)) > (await complaints(before))) worse.push(name);
    if (!hasMutool) continue;
    const compared = await compare(before, after, path.join(out, 'drawn'));
    pages += compared.pages;
    if (compared.different.length > 0) different.push(`${name} (${compared.different.join(', ')})`);
  }
  return [
    hasQpdf ? named('packs that qpdf --check likes less than the file', worse) : told('not run without qpdf', ''),
    hasMutool
      ? { ...named(`files with pages that look different, of ${pages} pages drawn`, different) }
      : told('not run without mutool', ''),
  ];
}

function exitOf(program: string, given: ReadonlyArray<string>): Promise<number> {
  return new Promise((resolve) => {
    execFile(program, [...given], { timeout: 30_000, maxBuffer: 1 << 28 }, (fault) =>
      resolve(fault === null ? 0 : Number(fault.code ?? 2)),
    );
  });
}

/** 0 sound, 1 warnings, 2 errors. */
async function complaints(file: string): Promise<number> {
  const code = await exitOf('qpdf', ['--check', file]);
  return code === 0 ? 0 : code === 3 ? 1 : 2;
}

const resolution = 36;
const drawnPages = Number(process.env.PACKHORSE_CORPUS_PAGES ?? 4);

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** The first pages of a file, or one of them at the size of another drawing. */
async function draw(
  file: string,
  folder: string,
  one?: { readonly page: number; readonly like: Drawing },
): Promise<Array<Drawing | null>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const pattern = path.join(folder, '%d.pgm');
  const size =
    one === undefined ? ['-r', String(resolution)] : ['-w', String(one.like.width), '-h', String(one.like.height)];
  const setting = ['draw', '-q', ...size, '-c', 'gray', '-F', 'pgm', '-o', pattern];
  await exitOf('mutool', [...setting, file, one === undefined ? `1-${drawnPages}` : String(one.page)]);
  return Array.from({ length: one === undefined ? drawnPages : 1 }, (_, at) => {
    const place = path.join(folder, `${one?.page ?? at + 1}.pgm`);
    // a page of some hundred metres is not worth the disk
    if (!existsSync(place) || statSync(place).size > 50_000_000) return null;
    const bytes = readFileSync(place);
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
    if (head === null) return null;
    return { width: Number(head[1]), height: Number(head[2]), dots: bytes.subarray(head[0].length) };
  });
}

/** Pages that mutool can draw of the file and that look otherwise in the pack, above the stamp. */
async function compare(
  before: string,
  after: string,
  folder: string,
): Promise<{ readonly pages: number; readonly different: ReadonlyArray<number> }> {
  const [first, second] = [await draw(before, folder), await draw(after, folder)];
  const different: number[] = [];
  let pages = 0;
  for (const [at, page] of first.entries()) {
    if (page === null) continue;
    pages++;
    const other = second[at] ?? null;
    // What is larger than A4 is smaller in the pack: it is drawn anew at that size.
    const isSmaller = other !== null && other.width < page.width;
    const same = isSmaller ? ((await draw(before, folder, { page: at + 1, like: other }))[0] ?? null) : page;
    const isAlike =
      other !== null &&
      same !== null &&
      Math.abs(other.width - same.width) <= (isSmaller ? 1 : 0) &&
      Math.abs(other.height - same.height) <= (isSmaller ? 1 : 0) &&
      !differs(same, other, isSmaller ? edgesMoved : edgesSmoothed);
    if (!isAlike) different.push(at + 1);
  }
  return { pages, different };
}

/** Shares of the dots: how one program smooths the edges of letters from run to run, and when they fall between other dots. */
const edgesSmoothed = 0.0003;
const edgesMoved = 0.03;

function differs(first: Drawing, second: Drawing, most: number): boolean {
  const points = Math.min(first.width, first.height) * (72 / resolution);
  const scale = points > 595 ? points / 595 : Math.min(1, points / 250);
  const rows = Math.max(0, first.height - Math.ceil((28 * scale * resolution) / 72) - 2);
  let count = 0;
  for (let at = 0; at < rows * first.width; at++) {
    if (Math.abs((first.dots[at] ?? 0) - (second.dots[at] ?? 0)) > (most === edgesMoved ? 64 : 24)) count++;
  }
  return count > Math.max(2, rows * first.width * most);
}
