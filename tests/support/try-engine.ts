/** Puts a file through all that the engine does with one, and throws where what comes of it is neither a pack nor a refusal. */
import { stampFont } from '#electron/pack-command/stamp-font.ts';
import { assemblePack } from '#shared/pdf/assemble.ts';
import { openDocument } from '#shared/pdf/document.ts';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import { shrinkScans } from '#shared/pdf/shrink.ts';
import { nodeCodec } from './node-codec.ts';
import { joined, latin1, makePdf } from './pdf-maker.ts';

const good = makePdf({ pages: [{}] });
const tiny = latin1('\u00FF\u00D8\u00FF\u00D9');

export async function tryEngine(file: Uint8Array): Promise<void> {
  const facts = inspectPdf(file, nodeCodec);
  const pieces: Uint8Array[] = [];
  const made = await assemblePack(
    {
      title: 'Pack',
      language: 'en-GB',
      parts: [good, file, good].map((bytes, at) => ({
        id: String(at),
        title: `Paper ${at}`,
        read: () => bytes,
        stamp: { line: `Item ${at}` },
        ownPages: at === 1 && file.length % 2 === 0,
      })),
      outline: [{ title: 'Paper', part: '1', page: 1, inherit: true, children: [] }],
      labels: { prefix: '', first: 1 },
      marking: 'DRAFT',
      watermark: 'DRAFT',
      made: { producer: 'Packhorse' },
      documentId: '00',
      backTo: '0',
      leaveOutRefused: true,
    },
    {
      sink: { write: (bytes) => void pieces.push(bytes) },
      codec: nodeCodec,
      font: stampFont(),
      progress: () => {},
      cancelled: () => false,
    },
  );
  if (!made.ok) throw new Error(`the rest of the pack was not made: ${made.refusal.type}`);
  if (made.value.leftOut.length > 0 === facts.ok) throw new Error('looking and packing do not agree');
  wholeIn(joined(pieces), 2 + (facts.ok ? facts.value.pages : 0));
  const smaller: Uint8Array[] = [];
  const shrunk = await shrinkScans(file, {
    codec: nodeCodec,
    sink: { write: (bytes) => void smaller.push(bytes) },
    resample: () => Promise.resolve(tiny),
  });
  if (shrunk.ok && facts.ok && !facts.value.repaired) wholeIn(joined(smaller), facts.value.pages);
}

function wholeIn(bytes: Uint8Array, pages: number): void {
  const opened = openDocument(bytes, nodeCodec);
  if (!opened.ok) throw new Error(`what was written cannot be opened: ${opened.refusal.type}`);
  if (opened.value.repaired) throw new Error('what was written must be repaired');
  if (opened.value.pages.length !== pages) throw new Error(`${opened.value.pages.length} pages for ${pages}`);
}
