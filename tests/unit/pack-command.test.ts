/** `npm run -s pack`, run as an IT department runs it: as a command, over real files. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { drawPng } from '#electron/pack-command/draw-png.ts';
import { readPackOptions } from '#electron/pack-command/options.ts';
import { zlibCodec } from '#electron/pack-command/zlib-codec.ts';
import { outsideTool, runOutside } from '#tests/support/outside-tools.ts';
import { latin1, makePdf } from '#tests/support/pdf-maker.ts';
import { pngOf } from './papers/pictures.ts';
import { lockedPdf, pagelessPdf } from './papers/small-pdfs.ts';
import { bookmarksIn, pageTexts, read } from './pdf/packing.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

interface Ended {
  readonly code: number;
  readonly lines: ReadonlyArray<string>;
  readonly complaint: string;
}

function pack(...words: string[]): Promise<Ended> {
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['electron/start.mjs', 'electron/pack.ts', ...words],
      { cwd: root, env },
      (fault, stdout, stderr) => {
        const code = fault === null ? 0 : Number(fault.code);
        resolve({ code, lines: stdout.split('\n').filter((line) => line !== ''), complaint: stderr });
      },
    );
  });
}

const sound = put('Budget_report.pdf', makePdf({ pages: [{ text: 'First' }, { text: 'Second' }] }));
const picture = put('map.png', pngOf({ width: 40, height: 20 }));

describe('the command', { timeout: 60_000 }, () => {
  it('makes one numbered, stamped and bookmarked PDF, and says what became of each file', async () => {
    const ended = await pack(
      '--out',
      'pack.pdf',
      '--title',
      'Board pack',
      '--marking',
      'OFFICIAL-SENSITIVE',
      sound,
      picture,
    );
    expect(ended).toEqual({
      code: 0,
      lines: ['taken: Budget_report.pdf, pages 1 to 2', 'taken: map.png, page 3 (a picture, on a page of its own)'],
      complaint: '',
    });
    const bytes = new Uint8Array(readFileSync(path.join(folder, 'pack.pdf')));
    const texts = await pageTexts(bytes);
    expect(texts[1]).toContain('Second');
    expect(texts[1]).toContain('Page 2');
    expect(texts[1]).toContain('Budget report · 2 of 2');
    expect(texts[2]).toContain('OFFICIAL-SENSITIVE');
    expect((await bookmarksIn(bytes)).map(({ title, page }) => [title, page])).toEqual([
      ['Budget report (page 1)', 1],
      ['map (page 3)', 3],
    ]);
    const facts = await read(bytes, async (pdf) => [
      await pdf.getPageLabels(),
      await pdf.getMetadata(),
      (await pdf.getMarkInfo()) !== null,
    ]);
    expect(facts).toMatchObject([['1', '2', '3'], { info: { Title: 'Board pack', Language: 'en-GB' } }, true]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.skipIf(outsideTool('qpdf') === null)('writes what qpdf finds sound', async () => {
    await pack('--out', 'checked.pdf', sound, picture);
    expect(await runOutside('qpdf', ['--check', path.join(folder, 'checked.pdf')])).toContain('No syntax or stream');
  });

  it('leaves out what cannot be taken, says why, and ends with 3', async () => {
    const locked = put('locked.pdf', await lockedPdf({ userPassword: 'secret', ownerPassword: 'owner' }));
    const ended = await pack(
      '--out',
      'rest.pdf',
      sound,
      locked,
      put('notes.docx', 'PK\u0003\u0004 word/document.xml'),
      'gone.pdf',
      put('none.pdf', pagelessPdf()),
      put('empty.pdf', ''),
      put('hopeless.pdf', '%PDF-1.4\nnothing'),
    );
    expect(ended.code).toBe(3);
    expect(ended.lines[0]).toMatch(/^taken: /);
    expect(ended.lines.slice(1).map((line) => line.slice(0, 60))).toEqual([
      'left out: locked.pdf, because it is locked with a password. ',
      'left out: notes.docx, because it is a Word, Excel or PowerPo',
      'left out: gone.pdf, because there is no such file.',
      'left out: none.pdf, because it is a PDF without any pages.',
      'left out: empty.pdf, because it is empty (0 bytes). Ask for ',
      'left out: hopeless.pdf, because it is damaged beyond repair.',
    ]);
    expect(await pageTexts(new Uint8Array(readFileSync(path.join(folder, 'rest.pdf'))))).toHaveLength(2);
  });

  it('opens locked files by the passwords in a file, none of which it shows', async () => {
    const locked = put('pay.pdf', await lockedPdf({ userPassword: 'correct horse', ownerPassword: 'o' }));
    const barred = put('barred.pdf', await lockedPdf({ ownerPassword: 'o' }));
    const before = readFileSync(locked);
    const ended = await pack(
      '--out',
      'open.pdf',
      '--password-file',
      put('words.txt', 'wrong\r\ncorrect horse\r\n'),
      locked,
      barred,
    );
    expect(ended.code).toBe(0);
    expect(ended.lines).toEqual([
      expect.stringMatching(/^taken: pay\.pdf, page 1 \(its password was taken off in the pack/),
      expect.stringMatching(/^taken: barred\.pdf, page 2 \(/),
    ]);
    expect(ended.lines.join() + ended.complaint).not.toContain('correct horse');
    expect(readFileSync(locked).equals(before)).toBe(true);
    const tooWrong = await pack('--out', 'open2.pdf', '--password-file', put('wrong.txt', 'a\nb'), locked);
    expect(tooWrong.code).toBe(3);
    expect(tooWrong.lines[0]).toContain('none of the passwords given opens it');
    expect(readdirSync(folder)).not.toContain('open2.pdf');
  });

  it('repairs what is damaged and says so', async () => {
    const text = Buffer.from(makePdf({ pages: [{ text: 'Mended' }] })).toString('latin1');
    const ended = await pack(
      '--out',
      'mended.pdf',
      put('broken.pdf', latin1(text.replace(/startxref\n\d+/, 'startxref\n7'))),
    );
    expect(ended.code).toBe(0);
    expect(ended.lines[0]).toMatch(/^repaired: broken\.pdf, page 1 \(/);
  });

  it('says what is wrong with the asking, and makes nothing', async () => {
    const before = readFileSync(sound);
    for (const words of [
      [],
      ['--out'],
      ['--out', 'x.pdf'],
      ['--colour', 'red', sound],
      ['--out', sound, sound],
      ['--out', 'x.pdf', '--password-file', 'gone', sound],
    ]) {
      const ended = await pack(...words);
      expect([words, ended.code, ended.lines]).toEqual([words, 2, []]);
      expect(ended.complaint).toMatch(/^No pack was made\. /);
    }
    expect(readFileSync(sound).equals(before)).toBe(true);
    expect(readdirSync(folder)).not.toContain('x.pdf');
  });

  it('says what happened where the pack cannot be written, and ends with 1', async () => {
    const ended = await pack('--out', path.join(folder, 'no-such-folder', 'x.pdf'), sound);
    expect(ended.code).toBe(1);
    expect(ended.complaint).toBe(
      'No pack was made: the folder for the pack is not there. The files are as they were.\n',
    );
  });
});

describe('what is asked for', () => {
  it('may be said with = and stand in any order, files after -- included', () => {
    expect(readPackOptions(['a.pdf', '--title=A=B', '--out', 'o.pdf', '--', '--b.pdf'])).toEqual({
      ok: true,
      value: { out: 'o.pdf', title: 'A=B', marking: null, passwordFile: null, files: ['a.pdf', '--b.pdf'] },
    });
  });

  it('is refused with words where it makes no sense', () => {
    const because = (...words: string[]): string => {
      const read = readPackOptions(words);
      return read.ok ? 'ok' : read.refusal.type;
    };
    expect(because('--out', '--title', 'x')).toBe('ValueMissing');
    expect(because('--out=', 'x')).toBe('ValueMissing');
    expect(because('x.pdf')).toBe('OutMissing');
    expect(because('--out', 'o.pdf')).toBe('FilesMissing');
    expect(because('--out', 'o.pdf', '--title', 'x'.repeat(501), 'a')).toBe('TooLong');
  });
});

describe('a picture that must be drawn', () => {
  /** One row of dots in eight bits, as a PNG of that colour type. */
  const row = (colourType: 0 | 2 | 4 | 6, samples: ReadonlyArray<number>, width: number): Uint8Array => {
    const chunk = (name: string, body: Uint8Array): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length, 0);
      head.write(name, 4, 'latin1');
      return Buffer.concat([head, body, Buffer.alloc(4)]);
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(1, 4);
    header.set([8, colourType], 8);
    const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
    const data = deflateSync(Buffer.from([0, ...samples]));
    return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
  };

  it('is laid on white paper', () => {
    const drawn = drawPng(row(6, [255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 128], 3), zlibCodec);
    expect([...zlibCodec.inflate(drawn!.bytes)]).toEqual([255, 0, 0, 255, 255, 255, 127, 127, 255]);
    const grey = drawPng(row(4, [0, 255, 0, 0], 2), zlibCodec);
    expect([...zlibCodec.inflate(grey!.bytes)]).toEqual([0, 0, 0, 255, 255, 255]);
  });

  it('is refused where it is damaged', () => {
    expect(drawPng(row(6, [1, 2, 3, 4], 1).slice(0, 40), zlibCodec)).toBe(null);
  });
});
