/** Saves a built pack where the officer says, piece by piece, so that a large one needs little memory. */
import { largestChunk, type Host, type SaveFailed } from '#shared/host/contract.ts';

export type PackSaved = { readonly type: 'saved'; readonly name: string } | { readonly type: 'cancelled' } | SaveFailed;

export async function savePack(host: Host, file: Blob, suggestedName: string): Promise<PackSaved> {
  const begun = await host.beginSave({ suggestedName, format: 'pdf' });
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
