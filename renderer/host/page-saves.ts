/**
 * Saves made by the page itself. Where the browser has a save dialog, it writes to a passing file and puts it in place when
 * the stream is closed; where it has none, or refuses it, the file is made in memory and handed over as a download.
 */
import type { Host, SaveAsk, SaveBegun, SaveFailed, SaveFailure } from '#shared/host/contract.ts';
import { formatFacts } from '#shared/host/file-format.ts';
import { safeFileName } from '#shared/host/file-name.ts';

/** What is written goes to a file chosen in a dialog, or to a download. */
interface Sink {
  readonly name: string;
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

interface UnderWay {
  readonly sink: Sink;
  failed: SaveFailed | null;
  /** Steps of one save are taken one after another, however they are sent. */
  last: Promise<unknown>;
}

interface PickerOptions {
  readonly suggestedName: string;
  readonly types: ReadonlyArray<{ readonly description: string; readonly accept: Readonly<Record<string, string[]>> }>;
}

type Picker = (options: PickerOptions) => Promise<FileSystemFileHandle>;

type PageSaves = {
  readonly [Step in 'begin' | 'write' | 'finish' | 'abandon']: Host[`${Step}Save`];
};

export function openPageSaves(): PageSaves {
  const underWay = new Map<string, UnderWay>();

  return {
    begin: async (ask) => {
      const sink = await openSink(ask);
      if ('type' in sink) return sink;
      const save = crypto.randomUUID();
      underWay.set(save, { sink, failed: null, last: Promise.resolve() });
      return { type: 'begun', save };
    },
    write: async ({ save, bytes }) => {
      const found = underWay.get(save);
      if (found === undefined) return gone;
      return inTurn(found, async () => {
        found.failed ??= await failureOf(async () => found.sink.write(new Uint8Array(bytes)));
        return found.failed ?? { type: 'written' };
      });
    },
    finish: async ({ save }) => {
      const found = underWay.get(save);
      if (found === undefined) return gone;
      return inTurn(found, async () => {
        underWay.delete(save);
        const failed = found.failed ?? (await failureOf(found.sink.finish));
        if (failed === null) return { type: 'saved', name: found.sink.name };
        await leave(found.sink);
        return failed;
      });
    },
    abandon: async ({ save }) => {
      const found = underWay.get(save);
      underWay.delete(save);
      if (found !== undefined) await inTurn(found, async () => leave(found.sink));
      return { type: 'abandoned' };
    },
  };
}

async function openSink(ask: SaveAsk): Promise<Sink | Exclude<SaveBegun, { readonly type: 'begun' }>> {
  const name = safeFileName(ask.suggestedName, ask.format);
  const picker = pickerOfThisBrowser();
  if (picker === null) return downloadSink(name, ask);
  try {
    return await pickedSink(await picker(pickerOptions(name, ask)));
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    if (fault.name === 'AbortError') return { type: 'cancelled' };
    // The dialog is refused when too long has passed since the click, and where the laptop's rules forbid it.
    if (fault.name === 'SecurityError' || fault.name === 'NotAllowedError') return downloadSink(name, ask);
    return { type: 'failed', because: reasonOf(fault) };
  }
}

function pickerOfThisBrowser(): Picker | null {
  const picker: unknown = Reflect.get(globalThis, 'showSaveFilePicker');
  return typeof picker === 'function' ? (picker.bind(globalThis) as Picker) : null;
}

function pickerOptions(suggestedName: string, { format }: SaveAsk): PickerOptions {
  const { label, mime, extensions } = formatFacts[format];
  return {
    suggestedName,
    types: [{ description: label, accept: { [mime]: extensions.map((ending) => `.${ending}`) } }],
  };
}

/** The browser writes beside the file and puts it in place when the stream is closed. */
async function pickedSink(handle: FileSystemFileHandle): Promise<Sink> {
  const stream = await handle.createWritable();
  return {
    name: handle.name,
    write: async (bytes) => stream.write(bytes),
    finish: async () => stream.close(),
    abandon: async () => stream.abort(),
  };
}

function downloadSink(name: string, { format }: SaveAsk): Sink {
  let parts: Blob[] = [];
  return {
    name,
    // A blob's bytes may be laid aside on disk by the browser, an array's may not.
    write: async (bytes) => void parts.push(new Blob([bytes])),
    finish: async () => {
      offerDownload(new Blob(parts, { type: formatFacts[format].mime }), name);
      parts = [];
    },
    abandon: async () => {
      parts = [];
    },
  };
}

/** Long enough for the browser to have begun, in milliseconds; after that the memory is given back. */
const downloadTime = 120_000;

function offerDownload(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), downloadTime);
}

async function inTurn<Value>(save: UnderWay, step: () => Promise<Value>): Promise<Value> {
  const taken = save.last.then(step);
  save.last = taken;
  return taken;
}

/** A stream that has failed is aborted already and says so. */
async function leave(sink: Sink): Promise<void> {
  await failureOf(sink.abandon);
}

async function failureOf(step: () => Promise<void>): Promise<SaveFailed | null> {
  try {
    await step();
    return null;
  } catch (fault) {
    return { type: 'failed', because: reasonOf(fault) };
  }
}

const gone: SaveFailed = { type: 'failed', because: 'gone' };

const reasons: Readonly<Record<string, SaveFailure>> = {
  QuotaExceededError: 'diskFull',
  NotAllowedError: 'notAllowed',
  SecurityError: 'notAllowed',
  NoModificationAllowedError: 'inUse',
  NotFoundError: 'gone',
};

function reasonOf(fault: unknown): SaveFailure {
  return (fault instanceof Error ? reasons[fault.name] : undefined) ?? 'other';
}
