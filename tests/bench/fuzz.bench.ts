/**
 * Harms PDFs and puts them through the engine, guided by what of its code they reach. PACKHORSE_FUZZ_MINUTES says for how long
 * (a quarter of a minute), PACKHORSE_FUZZ_SEED by what chance; small files of PACKHORSE_CORPUS are harmed too where there are
 * any. A file that brings the engine down, or to a stop, is kept in the system's folder for temporary files and named.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { extraNumber, makePdf, pageNumber, scanPdf } from '#tests/support/pdf-maker.ts';
import type { FuzzTold } from './fuzz-child.ts';
import type { Bench, Measured } from './run.ts';

/** Milliseconds without a sign of life after which the engine is held to hang: two hundred files take less. */
const patience = 60_000;
const largestSeed = 60_000;

export const run: Bench = async () => {
  const minutes = Number(process.env.PACKHORSE_FUZZ_MINUTES ?? 0.25);
  const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-fuzz-'));
  try {
    const seeds = [...(await ownSeeds(folder)), ...corpusSeeds()];
    const place = path.join(folder, 'tried.pdf');
    const told = await fuzz(minutes * 60_000, place, seeds);
    const bad = told === 'hung' || told.fault !== null ? keep(place) : '';
    const line = (what: string, figure: string, against = ''): Measured => ({
      what,
      figure,
      ratio: null,
      against,
      goal: null,
    });
    if (told === 'hung') return [line('hung', '1', bad)];
    return [
      line('files tried', String(told.executions), `${seeds.length} seeds, ${minutes} minutes`),
      line('that reached something new', String(told.kept), `${told.reached} letters of the engine’s code`),
      line('slowest', `${told.slowest} ms`),
      line('most memory', `${told.memory} MB`),
      line('brought down', told.fault === null ? '0' : '1', told.fault === null ? '' : `${bad} ${told.fault}`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function keep(place: string): string {
  const kept = path.join(tmpdir(), `packhorse-fuzzed-${process.pid}.pdf`);
  copyFileSync(place, kept);
  return kept;
}

function fuzz(milliseconds: number, place: string, seeds: ReadonlyArray<string>): Promise<FuzzTold | 'hung'> {
  const seed = process.env.PACKHORSE_FUZZ_SEED ?? '1';
  const script = path.join(import.meta.dirname, 'fuzz-child.ts');
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=700', script, String(milliseconds), seed, place, ...seeds],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let last = '';
  let timer: NodeJS.Timeout | undefined;
  let isHung = false;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isHung = true;
      child.kill('SIGKILL');
    }, patience);
  };
  alive();
  createInterface({ input: child.stdout }).on('line', (line) => {
    alive();
    if (line.startsWith('{')) last = line;
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer);
      const died = { executions: 0, kept: 0, reached: 0, slowest: 0, memory: 0, fault: 'the process died' };
      resolve(isHung ? 'hung' : last === '' ? died : (JSON.parse(last) as FuzzTold));
    });
  });
}

function corpusSeeds(): string[] {
  const folder = process.env.PACKHORSE_CORPUS;
  if (folder === undefined) return [];
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  return files.filter((file) => file.toLowerCase().endsWith('.pdf') && statSync(file).size <= largestSeed);
}

/** Small files that between them hold everything the engine knows of. */
async function ownSeeds(folder: string): Promise<string[]> {
  const extra = (at: number): string => `${extraNumber(2, at)} 0 R`;
  const rich = makePdf({
    pages: [
      {
        entries: `/Rotate 90/CropBox[0 0 300 300]/Annots[${extra(0)} ${extra(1)} ${extra(6)} ${extra(7)}]/StructParents 0`,
      },
      { entries: '/UserUnit 2' },
    ],
    catalogue: `/Outlines ${extra(2)}/StructTreeRoot ${extra(4)}/AcroForm<</Fields[${extra(1)}]/XFA(x)>>/OCProperties<</OCGs[${extra(8)}]/D<</OFF[${extra(8)}]>>>>/Names<</Dests<</Names[(a)[${pageNumber(1)} 0 R/Fit]]>>/JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>/Lang(en-GB)`,
    extras: [
      `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest(a)/StructParent 1>>`,
      '<</Type/Annot/Subtype/Widget/FT/Tx/V(x)/T(y)/DA(/F 9 Tf)/Rect[9 9 99 99]/MK<</BC[0]/R 90>>>>',
      `<</First ${extra(3)}/Last ${extra(3)}>>`,
      `<</Title(t)/Parent ${extra(2)}/Dest[${pageNumber(0)} 0 R/Fit]>>`,
      `<</Type/StructTreeRoot/K ${extra(5)}/RoleMap<</A/P>>/ClassMap<</c<</O/Layout>>>>/ParentTree<</Nums[0[${extra(5)}]]>>/IDTree<</Names[(i)${extra(5)}]>>>>`,
      `<</S/LI/P ${extra(4)}/Pg ${pageNumber(0)} 0 R/ID(i)/C/c/K[0 <</Type/OBJR/Obj ${extra(0)}>>]/A<</O/Table/Headers[(i)]>>>>`,
      '<</Type/Annot/Subtype/Widget/FT/Btn/AS/On/V/On/T(b)/Rect[9 9 30 30]/MK<</CA(8)>>>>',
      '<</Type/Annot/Subtype/Widget/FT/Ch/V(a)/Opt[[(a)(A)]]/T(c)/Rect[9 9 30 30]/Ff 4096>>',
      '<</Type/OCG/Name(Layer)>>',
    ],
  });
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < 3; page++) made.addPage().drawText('Text', { font });
  made.getForm().createTextField('name').addToPage(made.getPage(0));
  const compact = await made.save({ useObjectStreams: true });
  return [rich, compact, scanPdf(1, 400)].map((bytes, at) => {
    const file = path.join(folder, `seed-${at}.pdf`);
    writeFileSync(file, bytes);
    return file;
  });
}
