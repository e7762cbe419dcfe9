/** A folder that looks like an unpacked Electron, enough for packing without a network and for setting the fuses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Marks the place of the fuses in a real program file. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron comes: version 1 of the wire, and a fuse for each letter, `1` on and `0` off. */
const wire = '101100011';

export function makeElectronStub(folder: string, version: string): void {
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\nexit 0\n'),
    Buffer.from(sentinel),
    Buffer.from([1, wire.length]),
    Buffer.from(wire),
    Buffer.alloc(64),
  ]);
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  writeFileSync(path.join(folder, 'electron'), program, { mode: 0o755 });
  writeFileSync(path.join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
  writeFileSync(path.join(folder, 'version'), version);
  const files = ['LICENSE', 'LICENSES.chromium.html', 'icudtl.dat', 'resources.pak', 'libffmpeg.so'];
  for (const name of [...files, 'locales/en-GB.pak', 'locales/en-US.pak', 'locales/fr.pak']) {
    writeFileSync(path.join(folder, name), '');
  }
}
