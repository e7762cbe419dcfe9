/** Saves what was made where the officer says, piece by piece, so that a large file needs little memory. */
import { largestChunk, type Host, type SaveAsk, type SaveFailed, type SaveFailure } from '#shared/host/contract.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';

export type BlobSaved = { readonly type: 'saved'; readonly name: string } | { readonly type: 'cancelled' } | SaveFailed;

export async function saveBlob(host: Host, file: Blob, ask: SaveAsk): Promise<BlobSaved> {
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

/** What went wrong and what to do. */
export function saveFailureInWords(because: SaveFailure): string {
  switch (because) {
    case 'diskFull':
      return 'The disk is full, so the file was not saved. Free some space, then try again.';
    case 'notAllowed':
      return 'Packhorse may not write there, so the file was not saved. Choose another folder.';
    case 'inUse':
      return 'The file is open in another program, so it was not saved. Close it there, then try again.';
    case 'gone':
      return 'The folder is no longer there, so the file was not saved. Choose another folder.';
    case 'other':
      return 'The file could not be saved. Your work is safe in Packhorse. Try again, or choose another folder.';
    default:
      return unreachable(because);
  }
}
