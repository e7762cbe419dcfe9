/** `npm run -s bundle`, run as an auditor runs it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import { factsOf, lockedWith, newLaptop, plainBundle, savesOf, sealed, type Laptop } from './bundle/making.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complaint: string;
}

function bundle(...words: string[]): Promise<Ended> {
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    const call = ['electron/start.mjs', 'electron/bundle.ts', ...words];
    execFile(process.execPath, call, { cwd: root, env }, (fault, said, complaint) => {
      resolve({ code: fault === null ? 0 : Number(fault.code), said, complaint });
    });
  });
}

function put(name: string, bytes: Uint8Array | string): string {
  writeFileSync(path.join(folder, name), bytes);
  return name;
}

let helen: Laptop;

beforeAll(async () => {
  helen = await newLaptop('helen-1');
  put('words.txt', 'six ponies cross the fell\r\n');
});

describe('verify', { timeout: 30_000 }, () => {
  it('tells who made it, when, for which workspace, what it holds, and that all is right', async () => {
    const plain = await plainBundle(helen, { at: Date.UTC(2026, 10, 18, 9, 30) });
    const file = put('right.packhorse', await lockedWith(plain, 'six ponies cross the fell'));
    const before = readFileSync(path.join(folder, file));
    const listed = readdirSync(folder);
    const { code, said, complaint } = await bundle('verify', file, '--passphrase-file', 'words.txt');
    expect([code, complaint]).toEqual([0, '']);
    expect(said).toMatch(/workspace: Westmere \(w-1\)/);
    expect(said).toMatch(/made by: Officer helen-1, Clerk, laptop helen-1/);
    expect(said).toMatch(/safety words of that laptop: ([a-z]+ ){5}[a-z]+\n/);
    expect(said).toMatch(/made at: 2026-11-18T09:30:00.000Z/);
    expect(said).toMatch(/holds: 3 saves in 1 sealed parts, 1 files of 11 bytes/);
    expect(said).toMatch(/of Officer helen-1 \(helen-1\): changes 1-3/);
    expect(said.trimEnd().endsWith('every signature and hash is right')).toBe(true);
    expect(readdirSync(folder)).toEqual(listed);
    expect(readFileSync(path.join(folder, file)).equals(before)).toBe(true);
  });

  it('takes one that was unlocked before', async () => {
    expect((await bundle('verify', put('plain', await plainBundle(helen)))).code).toBe(0);
  });

  it('ends otherwise for whatever is not right', async () => {
    const plain = await plainBundle(helen);
    const changed = plain.slice();
    changed[plain.length - 3] = 0;
    const segments = await sealed(helen, savesOf('helen-1', 1, 1));
    const forged = await writeBundle(factsOf(helen), { segments, files: [] }, (await newLaptop('x')).sign);
    const locked = await lockedWith(plain, 'another');
    for (const [name, bytes, type] of [
      ['changed', changed, 'Damaged'],
      ['forged', forged, 'Forged'],
      ['locked', locked, 'WrongPassphrase'],
      ['none', new Uint8Array(), 'Empty'],
      ['other', 'hello', 'NotABundle'],
    ] as const) {
      const { code, said, complaint } = await bundle('verify', put(name, bytes), '--passphrase-file=words.txt');
      expect([code, said]).toEqual([1, '']);
      expect(complaint).toContain(`not right (${type})`);
    }
    expect((await bundle('verify', 'nowhere')).code).toBe(1);
  });

  it('says what it can be asked, where it was asked otherwise', async () => {
    for (const words of [
      [],
      ['unpack', 'x'],
      ['verify'],
      ['verify', 'a', 'b'],
      ['verify', 'a', '--quick'],
      ['verify', 'a', '--passphrase-file'],
    ]) {
      const { code, complaint } = await bundle(...words);
      expect(code).toBe(2);
      expect(complaint).toContain('npm run -s bundle -- verify FILE');
    }
  });
});
