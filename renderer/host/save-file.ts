/** Saves a file where the officer says, piece by piece, so that a large one needs little memory. */
import { largestChunk, type Host, type SaveAsk, type SaveFailed } from '#shared/host/contract.ts';

export type FileSaved = { readonly type: 'saved'; readonly name: string } | { readonly type: 'cancelled' } | SaveFailed;

export async function saveFile(host: Host, file: Blob, ask: SaveAsk): Promise<FileSaved> {
  const begun = await host.beginSave(ask);
  if (begun.type !== 'begun') return begun;
  const { save } = begun;
  for (let at = 0; at < file.size; at += largestChunk) {
    const bytes = new Uint8Array(await file.slice(at, at + largestChunk).arrayBuffer());
    const step = await host.writeSave({ save, bytes });
    if (step.type === 'failed') {
      await host.abandonSave({ save });
      return step;
    }
  }
  return host.finishSave({ save });
}
