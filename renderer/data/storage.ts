/** Room on this laptop: asked to be kept, and measured. */

/** Asks that the browser never clears the workspace to make room. Answers whether it promised. */
export async function askToPersist(): Promise<boolean> {
  if (!('storage' in navigator) || navigator.storage.persist === undefined) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

export interface Room {
  readonly usedBytes: number;
  readonly leftBytes: number;
}

export async function readRoom(): Promise<Room | null> {
  if (!('storage' in navigator) || navigator.storage.estimate === undefined) return null;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { usedBytes: usage, leftBytes: Math.max(0, quota - usage) };
}
