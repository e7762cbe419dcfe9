/**
 * A reader of bundles written from `shared/bundle/README.md` alone: it uses nothing of the app, unlocks with the `age` command, and
 * must find in a bundle what was put in.
 */
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { lockBundle } from '#shared/bundle/lock.ts';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import { outsideTool } from '#tests/support/outside-tools.ts';
import { factsOf, fileOf, newLaptop, saveOf, savesOf, sealed } from './making.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-outside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Listed {
  readonly device: string;
  readonly size: number;
  readonly signature: string;
}

interface Contents {
  readonly author: string;
  readonly workspace: { readonly id: string };
  readonly devices: ReadonlyArray<{ readonly device: string; readonly signKey: string }>;
  readonly segments: ReadonlyArray<Listed>;
  readonly packed: { readonly size: number; readonly sha256: string };
  readonly files: ReadonlyArray<{ readonly sha256: string; readonly size: number }>;
}

const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** DER of an Ed25519 public key without its 32 bytes (RFC 8410). */
const keyHead = Buffer.from('302a300506032b6570032100', 'hex');

function readByTheBook(plain: Buffer): {
  readonly saves: unknown[];
  readonly files: string[];
  readonly contents: Contents;
} {
  expect(plain.subarray(0, 19).toString()).toBe('packhorse bundle 1\n');
  const length = plain.readUInt32BE(19);
  const packedManifest = plain.subarray(27, 27 + length);
  const manifest = inflateRawSync(packedManifest);
  expect(manifest.length).toBe(plain.readUInt32BE(23));
  const contents = JSON.parse(manifest.toString()) as Contents;
  const isBy = (device: string, signature: Uint8Array, message: string): boolean => {
    const raw = contents.devices.find((one) => one.device === device)?.signKey ?? '';
    const key = createPublicKey({
      key: Buffer.concat([keyHead, Buffer.from(raw, 'base64')]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, Buffer.from(message), key, signature);
  };
  const signatureAt = 27 + length;
  const signed = plain.subarray(signatureAt, signatureAt + 64);
  expect(isBy(contents.author, signed, `packhorse manifest 1\n${hex(packedManifest)}`)).toBe(true);
  const bodyAt = signatureAt + 64;
  const packed = plain.subarray(bodyAt, bodyAt + contents.packed.size);
  expect(hex(packed)).toBe(contents.packed.sha256);
  const whole = inflateRawSync(packed);
  let at = 0;
  const saves: unknown[] = [];
  for (const { device, size, signature } of contents.segments) {
    const segment = whole.subarray(at, at + size);
    at += size;
    const message = `packhorse segment 1\n${contents.workspace.id}\n${hex(segment)}`;
    expect(isBy(device, Buffer.from(signature, 'base64'), message)).toBe(true);
    saves.push(...(JSON.parse(segment.toString()) as { saves: unknown[] }).saves);
  }
  expect(at).toBe(whole.length);
  const files: string[] = [];
  at = bodyAt + packed.length;
  for (const { sha256, size } of contents.files) {
    const file = plain.subarray(at, at + size);
    at += size;
    expect(hex(file)).toBe(sha256);
    files.push(file.toString());
  }
  expect(at).toBe(plain.length);
  return { saves, files, contents };
}

const noAge = outsideTool('age') === null;
test.skipIf(noAge)('a reader written from the page about the format finds what was put in (needs age)', async () => {
  const [helen, priya] = await Promise.all([newLaptop('helen-1'), newLaptop('priya-1')]);
  const own = [saveOf('helen-1', 1, { note: 'Łódź – “quoted” \\ \u0001' }), saveOf('helen-1', 2)];
  const theirs = savesOf('priya-1', 1, 130);
  const segments = [...(await sealed(helen, own)), ...(await sealed(priya, theirs))];
  const facts = factsOf(helen, [priya]);
  const plain = await writeBundle(facts, { segments, files: [await fileOf('One'), await fileOf('Two')] }, helen.sign);

  const identity = path.join(folder, 'key.txt');
  const made = execFileSync('age-keygen', [], { encoding: 'utf8' });
  writeFileSync(identity, made);
  const recipient = /public key: (age1\S+)/.exec(made)?.[1] ?? '';
  const file = path.join(folder, 'bundle.packhorse');
  writeFileSync(file, await lockBundle(plain, { keys: [priya.facts.ageKey, recipient] }));
  execFileSync('age', ['-d', '-i', identity, '-o', path.join(folder, 'plain'), file]);

  const read = readByTheBook(readFileSync(path.join(folder, 'plain')));
  expect(read.saves).toEqual([...own, ...theirs]);
  expect(read.files).toEqual(['One', 'Two']);
  expect(read.contents.author).toBe('helen-1');
});
