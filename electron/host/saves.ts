/**
 * Saves under way. A file is written under a passing name beside its place and takes its own name only when every byte is
 * on the disk: what stood there before is whole until then, and a half-made file is never left under a real name.
 */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { SaveBegun, SaveDone, SaveFailed, SaveFailure, SaveStep } from '#shared/host/contract.ts';
import type { UnfinishedNote } from './unfinished.ts';

/** What a save needs of the file system. */
export interface SaveFiles {
  readonly open: (file: string, flags: string) => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
}

export interface OpenFile {
  readonly appendFile: (bytes: Uint8Array) => Promise<void>;
  /** Until the bytes are on the disk itself. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Saves {
  /** `owner` is the window whose page asked: its saves end with it. */
  readonly begin: (target: string, owner: number) => Promise<SaveBegun>;
  readonly write: (save: string, owner: number, bytes: Uint8Array) => Promise<SaveStep>;
  readonly finish: (save: string, owner: number) => Promise<SaveDone>;
  readonly abandon: (save: string, owner: number) => Promise<void>;
  readonly abandonAllOf: (owner: number) => Promise<void>;
  /** For the moment of quitting, when nothing can be waited for. */
  readonly removeAllNow: () => void;
}

interface UnderWay {
  readonly owner: number;
  readonly target: string;
  readonly part: string;
  readonly file: OpenFile;
  failed: SaveFailed | null;
  /** Steps of one save are taken one after another, however they are sent. */
  last: Promise<unknown>;
}

export const partEnding = '.packhorse-part';

const systemFiles: SaveFiles = {
  open,
  rename,
  remove: async (file) => rm(file, { force: true }),
};

export function openSaves(note: UnfinishedNote, files: SaveFiles = systemFiles): Saves {
  const underWay = new Map<string, UnderWay>();

  const find = (save: string, owner: number): UnderWay | null => {
    const found = underWay.get(save);
    return found?.owner === owner ? found : null;
  };

  async function begin(target: string, owner: number): Promise<SaveBegun> {
    const part = path.join(path.dirname(target), `.${randomUUID()}${partEnding}`);
    try {
      const file = await files.open(part, 'wx');
      const save = randomUUID();
      underWay.set(save, { owner, target, part, file, failed: null, last: Promise.resolve() });
      note.add(part);
      return { type: 'begun', save };
    } catch (fault) {
      return failure(fault);
    }
  }

  async function write(save: string, owner: number, bytes: Uint8Array): Promise<SaveStep> {
    const found = find(save, owner);
    if (found === null) return gone;
    return inTurn(found, async () => {
      if (found.failed !== null) return found.failed;
      try {
        await found.file.appendFile(bytes);
        return { type: 'written' };
      } catch (fault) {
        found.failed = failure(fault);
        return found.failed;
      }
    });
  }

  async function finish(save: string, owner: number): Promise<SaveDone> {
    const found = find(save, owner);
    if (found === null) return gone;
    return inTurn(found, async () => {
      underWay.delete(save);
      const failed = found.failed ?? (await putInPlace(found));
      if (failed !== null) {
        await takeAway(found);
        return failed;
      }
      note.remove(found.part);
      return { type: 'saved', name: path.basename(found.target) };
    });
  }

  /** The name is given only after the disk has told that it holds every byte. */
  async function putInPlace({ file, part, target }: UnderWay): Promise<SaveFailed | null> {
    try {
      await file.sync();
      await file.close();
    } catch (fault) {
      return failure(fault);
    }
    try {
      await files.rename(part, target);
      return null;
    } catch (fault) {
      // Windows says "not permitted" of a file that another program has open.
      const failed = failure(fault);
      return process.platform === 'win32' && failed.because === 'notAllowed' ? inUse : failed;
    }
  }

  async function takeAway({ file, part }: UnderWay): Promise<void> {
    // It may be closed already, and a file that cannot be removed now is removed at the next start.
    await file.close().catch(() => undefined);
    await files.remove(part).then(
      () => note.remove(part),
      () => undefined,
    );
  }

  async function abandon(save: string, owner: number): Promise<void> {
    const found = find(save, owner);
    if (found === null) return;
    underWay.delete(save);
    await inTurn(found, async () => takeAway(found));
  }

  return {
    begin,
    write,
    finish,
    abandon,
    abandonAllOf: async (owner) => {
      await Promise.all([...underWay.keys()].map(async (save) => abandon(save, owner)));
    },
    removeAllNow: () => {
      for (const { part, file } of underWay.values()) {
        rmSync(part, { force: true });
        file.close().catch(() => undefined);
      }
      underWay.clear();
    },
  };
}

async function inTurn<Value>(save: UnderWay, step: () => Promise<Value>): Promise<Value> {
  const taken = save.last.then(step);
  save.last = taken;
  return taken;
}

const gone: SaveFailed = { type: 'failed', because: 'gone' };
const inUse: SaveFailed = { type: 'failed', because: 'inUse' };

const failures: Readonly<Record<string, SaveFailure>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  // The disk's kind of filing holds no file as large as this.
  EFBIG: 'diskFull',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EROFS: 'notAllowed',
  EBUSY: 'inUse',
  ETXTBSY: 'inUse',
  ENOENT: 'gone',
  ENODEV: 'gone',
};

function failure(fault: unknown): SaveFailed {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return { type: 'failed', because: failures[code] ?? 'other' };
}
