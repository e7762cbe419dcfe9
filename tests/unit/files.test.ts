import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSaves, partEnding, type OpenFile, type SaveFiles } from '#electron/host/saves.ts';
import { openUnfinishedNote } from '#electron/host/unfinished.ts';
import { packhorseFileAmong } from '#electron/opened-file.ts';
import { rememberedPlace } from '#electron/window-size.ts';
import { fileFormats } from '#shared/host/file-format.ts';
import { hasEndingOf, safeFileName } from '#shared/host/file-name.ts';

describe('a safe file name', () => {
  test.each([
    ['Board pack 12 May', 'pdf', 'Board pack 12 May.pdf'],
    ['Board pack.PDF', 'pdf', 'Board pack.pdf'],
    ['../../etc/passwd', 'pdf', 'etc-passwd.pdf'],
    ['C:\\Windows\\x.pdf', 'pdf', 'C--Windows-x.pdf'],
    ['invoice\u202Efdp.exe', 'pdf', 'invoicefdp.exe.pdf'],
    ['a\u0000b\nc', 'text', 'abc.txt'],
    ['CON', 'pdf', 'Packhorse CON.pdf'],
    ['com1.pdf', 'pdf', 'Packhorse com1.pdf'],
    ['nul.tar', 'bundle', 'Packhorse nul.tar.packhorse'],
    ['...', 'pdf', 'Packhorse.pdf'],
    ['', 'calendar', 'Packhorse.ics'],
    ['register.csv', 'text', 'register.csv'],
    ['Cyfarfod â Bwrdd – Mai', 'word', 'Cyfarfod â Bwrdd – Mai.docx'],
    ['ends with dot. ', 'pdf', 'ends with dot.pdf'],
  ] as const)('of %j as %s is %j', (suggested, format, safe) => {
    expect(safeFileName(suggested, format)).toBe(safe);
  });

  test('holds whatever is suggested', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...fileFormats), (text, format) => {
        const name = safeFileName(text, format);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(hasEndingOf(name, format)).toBe(true);
        expect(safeFileName(name, format)).toBe(name);
      }),
    );
  });
});

describe('a save under way', () => {
  let folder: string;
  let target: string;
  const noNote = { add: () => undefined, remove: () => undefined };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-saves-'));
    target = path.join(folder, 'Pack.pdf');
    writeFileSync(target, 'older');
  });

  /** Real files, with one step that fails as the system would make it fail. */
  function failing(step: keyof OpenFile | keyof SaveFiles, code: string): SaveFiles {
    const fail = async (): Promise<never> => {
      throw Object.assign(new Error(code), { code });
    };
    return {
      open: async (file, flags) => {
        if (step === 'open') return fail();
        const real = await open(file, flags);
        return {
          appendFile: step === 'appendFile' ? fail : async (bytes) => real.appendFile(bytes),
          sync: step === 'sync' ? fail : async () => real.sync(),
          close: async () => {
            await real.close().catch(() => undefined);
            if (step === 'close') await fail();
          },
        };
      },
      rename: step === 'rename' ? fail : rename,
      remove: async (file) => rm(file, { force: true }),
    };
  }

  const faults = [
    ['appendFile', 'ENOSPC', 'diskFull'],
    ['sync', 'ENOSPC', 'diskFull'],
    ['sync', 'EDQUOT', 'diskFull'],
    ['sync', 'EIO', 'other'],
    ['close', 'ENOSPC', 'diskFull'],
    ['rename', 'EACCES', 'notAllowed'],
    ['rename', 'EPERM', 'notAllowed'],
    ['rename', 'EROFS', 'notAllowed'],
    ['rename', 'EBUSY', 'inUse'],
    ['rename', 'ENOENT', 'gone'],
  ] as const;

  test.each(faults)('that fails in %s with %s says %s; what stood there is whole', async (step, code, because) => {
    const saves = openSaves(noNote, failing(step, code));
    const begun = await saves.begin(target, 1);
    if (begun.type !== 'begun') throw new Error('not begun');
    await saves.write(begun.save, 1, Buffer.from('newer'));
    expect(await saves.finish(begun.save, 1)).toEqual({ type: 'failed', because });
    expect(readFileSync(target, 'utf8')).toBe('older');
    expect(readdirSync(folder)).toEqual(['Pack.pdf']);
  });

  test('that cannot be begun says why', async () => {
    const begun = await openSaves(noNote, failing('open', 'EACCES')).begin(target, 1);
    expect(begun).toEqual({ type: 'failed', because: 'notAllowed' });
  });

  test('tells of a failed write at once, and goes on telling it', async () => {
    const saves = openSaves(noNote, failing('appendFile', 'ENOSPC'));
    const begun = await saves.begin(target, 1);
    if (begun.type !== 'begun') throw new Error('not begun');
    const diskFull = { type: 'failed', because: 'diskFull' };
    expect(await saves.write(begun.save, 1, Buffer.from('x'))).toEqual(diskFull);
    expect(await saves.write(begun.save, 1, Buffer.from('y'))).toEqual(diskFull);
    await saves.abandon(begun.save, 1);
    expect(readdirSync(folder)).toEqual(['Pack.pdf']);
  });

  test('belongs to the window that began it', async () => {
    const saves = openSaves(noNote);
    const begun = await saves.begin(target, 1);
    if (begun.type !== 'begun') throw new Error('not begun');
    expect(await saves.write(begun.save, 2, Buffer.from('x'))).toEqual({ type: 'failed', because: 'gone' });
    await saves.abandon(begun.save, 2);
    expect(readdirSync(folder)).toHaveLength(2);
    await saves.abandonAllOf(1);
    expect(readdirSync(folder)).toEqual(['Pack.pdf']);
  });

  test('cut off by a power cut is taken away at the next start, and nothing else is', () => {
    const note = path.join(folder, 'note.json');
    const part = path.join(folder, `.left${partEnding}`);
    const unplugged = path.join(folder, 'stick', `.left${partEnding}`);
    writeFileSync(part, 'half');
    writeFileSync(note, JSON.stringify([part, target, unplugged]));
    openUnfinishedNote(note, partEnding);
    expect(readdirSync(folder).toSorted()).toEqual(['Pack.pdf', 'note.json'].toSorted());
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual([unplugged]);
  });

  test('a note that is damaged stops nothing', () => {
    const note = path.join(folder, 'note.json');
    writeFileSync(note, '{"not": ');
    expect(() => openUnfinishedNote(note, partEnding)).not.toThrow();
  });
});

describe('a file opened with the app', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'packhorse-opened-'));
  const bundle = path.join(folder, 'May.packhorse');
  writeFileSync(bundle, '');

  test.each([
    [[bundle], bundle],
    [['--flag', 'May.packhorse'], bundle],
    [['MAY.txt', bundle, '--allow-file-access'], bundle],
    [[`file://${bundle}`], null],
    [['--May.packhorse'], null],
    [[path.join(folder, 'June.packhorse')], null],
    [[`${bundle}\0.txt`], null],
    [[folder], null],
    [[], null],
  ])('%j is %j', (words, found) => {
    expect(packhorseFileAmong(words, folder)).toBe(found);
  });
});

describe('the window’s place', () => {
  const note = path.join(mkdtempSync(path.join(os.tmpdir(), 'packhorse-place-')), 'window.json');
  const screen = { x: 0, y: 0, width: 1366, height: 768 };
  const place = { x: 10, y: 20, width: 900, height: 600, isMaximised: false };

  test.each([
    [place, place],
    [{ ...place, x: 1300 }, null],
    [{ ...place, y: -40 }, null],
    [{ ...place, width: 'wide' }, null],
    ['nothing', null],
  ])('%j is remembered as %j', (noted, remembered) => {
    writeFileSync(note, JSON.stringify(noted));
    expect(rememberedPlace(note, [screen])).toEqual(remembered);
  });
});
