/** One job of the pack bench, run as a process of its own: `pack-child assemble OUT FILES…`. Prints the most memory it held. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileSink } from '#electron/pack-command/file-sink.ts';
import { readWhole } from '#electron/pack-command/read-whole.ts';
import { assemblePack } from '#shared/pdf/assemble.ts';
import { readStampFont } from '#shared/pdf/stamp-font.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';

async function assembleTo(out: string, files: ReadonlyArray<string>): Promise<void> {
  const sink = await fileSink(out, 'w');
  const parts = files.map((source, at) => ({
    id: at === 0 ? 'agenda' : `paper-${at}`,
    title: path.basename(source),
    read: () => readWhole(source),
    stamp: { line: `Item ${at + 1} · CTB/27/${String(at).padStart(3, '0')} v1.2` },
    ownPages: at === 0,
  }));
  const made = await assemblePack(
    {
      title: 'Board pack',
      language: 'en-GB',
      parts,
      outline: parts.map(({ id, title }) => ({ title, part: id, page: 1, inherit: true, children: [] })),
      labels: { prefix: '', first: 1 },
      marking: 'OFFICIAL-SENSITIVE',
      watermark: 'DRAFT',
      made: { producer: 'Packhorse' },
      documentId: '0123456789abcdef0123456789abcdef',
      backTo: 'agenda',
    },
    {
      sink,
      codec: nodeCodec,
      font: readStampFont(readFileSync(process.env.PACKHORSE_STAMP_FONT ?? ''), 'SourceSans3-Regular', nodeCodec),
      progress: () => {},
      cancelled: () => false,
    },
  );
  await sink.close();
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
}

async function joinWithLibrary(out: string, files: ReadonlyArray<string>): Promise<void> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const pack = await PDFDocument.create();
  for (const file of files) {
    const source = await PDFDocument.load(readFileSync(file));
    for (const page of await pack.copyPages(source, source.getPageIndices())) pack.addPage(page);
  }
  writeFileSync(out, await pack.save());
}

/** In kB. Linux counts what the parent held before the child began into `maxRSS`, but says the truth in /proc. */
function mostMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

const [job, out = '', ...files] = process.argv.slice(2);
if (job === 'assemble') await assembleTo(out, files);
else if (job === 'pdf-lib') await joinWithLibrary(out, files);
console.log(`memory ${mostMemory()}`);
