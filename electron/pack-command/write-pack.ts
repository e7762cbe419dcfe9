/** Writes the pack of the files taken, beside its place, and puts it there when it is whole. */
import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '#shared/kernel/result.ts';
import { assemblePack } from '#shared/pdf/assemble.ts';
import type { PackMade, PackRefusal } from '#shared/pdf/pack-plan.ts';
import { fileSink } from './file-sink.ts';
import { stampFont } from './stamp-font.ts';
import type { TakenFile } from './take-file.ts';
import { zlibCodec } from './zlib-codec.ts';

export interface PackToWrite {
  /** Whole path. */
  readonly out: string;
  readonly title: string;
  readonly marking: string | null;
  readonly files: ReadonlyArray<TakenFile>;
}

export async function writePack({ out, title, marking, files }: PackToWrite): Promise<Result<PackMade, PackRefusal>> {
  const unfinished = path.join(path.dirname(out), `.${path.basename(out)}.${process.pid}.part`);
  const sink = await fileSink(unfinished, 'wx');
  const parts = files.map(({ title: name, read }, at) => ({
    id: `file-${at + 1}`,
    title: name,
    read,
    stamp: { line: name },
    ownPages: false,
  }));
  let isWhole = false;
  try {
    const made = await assemblePack(
      {
        title,
        language: 'en-GB',
        parts,
        outline: parts.map(({ id, title: name }) => ({ title: name, part: id, page: 1, inherit: true, children: [] })),
        labels: { prefix: '', first: 1 },
        marking,
        watermark: null,
        made: { producer: 'Packhorse' },
        documentId: nameOf(title, files),
      },
      {
        sink,
        codec: zlibCodec,
        font: stampFont(),
        progress: () => {},
        cancelled: () => false,
      },
    );
    await sink.close();
    isWhole = made.ok;
    return made;
  } finally {
    if (!isWhole) await sink.close().catch(() => undefined);
    if (isWhole) renameSync(unfinished, out);
    else rmSync(unfinished, { force: true });
  }
}

/** The same for the same files under the same title. */
function nameOf(title: string, files: ReadonlyArray<TakenFile>): string {
  const hash = createHash('sha256').update(title);
  for (const { name, sha256 } of files) hash.update(`\n${name} ${sha256}`);
  return hash.digest('hex').slice(0, 32);
}
