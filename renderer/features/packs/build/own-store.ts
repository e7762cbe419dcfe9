/**
 * Files the app makes for itself (packs built, pages printed), in the browser's private file store: they are large, can be
 * made again at any time, and so do not belong in the log.
 */

async function folder(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(name, { create: true });
}

/** A file, or `null` where there is none of this name. */
export async function readOwn(folderName: string, name: string): Promise<File | null> {
  try {
    const handle = await (await folder(folderName)).getFileHandle(name);
    return await handle.getFile();
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'NotFoundError') return null;
    throw fault;
  }
}

/** Writes a file whole: it appears under its name only when all of it is there. */
export async function writeOwn(
  folderName: string,
  name: string,
  content: Blob | Uint8Array<ArrayBuffer> | string,
): Promise<void> {
  const handle = await (await folder(folderName)).getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  try {
    await stream.write(content);
    await stream.close();
  } catch (fault) {
    await stream.abort().catch(() => undefined);
    throw fault;
  }
}

export async function removeOwn(folderName: string, name: string): Promise<void> {
  try {
    await (await folder(folderName)).removeEntry(name);
  } catch (fault) {
    if (!(fault instanceof DOMException && fault.name === 'NotFoundError')) throw fault;
  }
}

/** Makes a finished file out of one still being written, in place of an earlier one. */
export async function renameOwn(folderName: string, from: string, to: string): Promise<void> {
  const handle = await (await folder(folderName)).getFileHandle(from);
  // Chromium moves files of the private store at once; it stands in no TypeScript library yet.
  await (handle as unknown as { move(name: string): Promise<void> }).move(to);
}

/** Removes every file whose name begins so. */
export async function removeOwnFrom(folderName: string, beginning: string): Promise<void> {
  const home = await folder(folderName);
  const names: string[] = [];
  for await (const name of home.keys()) if (name.startsWith(beginning)) names.push(name);
  for (const name of names) await removeOwn(folderName, name);
}

/** Removes what is over `most` files, the oldest first. */
export async function trimOwn(folderName: string, most: number): Promise<void> {
  const home = await folder(folderName);
  const files: { name: string; changed: number }[] = [];
  for await (const handle of home.values()) {
    if (handle.kind === 'file') files.push({ name: handle.name, changed: (await handle.getFile()).lastModified });
  }
  const old = files.sort((a, b) => b.changed - a.changed).slice(most);
  for (const { name } of old) await removeOwn(folderName, name);
}
