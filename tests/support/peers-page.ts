/** The same work as taking in a large bundle, done by Yjs, Automerge and Loro: their bytes in, and the same rows onto the disk. */
import * as Automerge from '@automerge/automerge/slim';
import { automergeWasmBase64 } from '@automerge/automerge/automerge.wasm.base64';
import { gzipSync } from 'fflate';
import { LoroDoc, LoroMap } from 'loro-crdt/base64';
import * as Y from 'yjs';
import { declareDatabase } from '#renderer/data/database.ts';
import { kinds } from '#shared/domain/kinds.ts';

type Fields = Readonly<Record<string, string | boolean>>;
interface Records {
  readonly people: Readonly<Record<string, Fields>>;
  readonly meetings: Readonly<Record<string, Fields>>;
}

/** What one save of the bench holds: a person and a meeting, ten values in all. */
function valuesOf(at: number): { readonly person: Fields; readonly meeting: Fields } {
  return {
    person: {
      touch: true,
      name: `Person ${at}`,
      jobTitle: `Role ${at}`,
      email: `p${at}@x.invalid`,
      telephone: `${at}`,
    },
    meeting: { touch: true, place: `Room ${at}`, note: `Note ${at}` },
  };
}

interface Engine {
  /** A document of so many saves, each a transaction of its own. */
  readonly write: (saves: number, ids: ReadonlyArray<string>) => Uint8Array;
  readonly read: (bytes: Uint8Array) => () => Records;
}

const yjs: Engine = {
  write: (saves, ids) => {
    const doc = new Y.Doc({ gc: false });
    const tables = { people: doc.getMap('people'), meetings: doc.getMap('meetings') };
    for (let at = 0; at < saves; at += 1) {
      const { person, meeting } = valuesOf(at);
      doc.transact(() => {
        tables.people.set(ids[2 * at] ?? '', new Y.Map(Object.entries(person)));
        tables.meetings.set(ids[2 * at + 1] ?? '', new Y.Map(Object.entries(meeting)));
      });
    }
    return Y.encodeStateAsUpdateV2(doc);
  },
  read: (bytes) => {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdateV2(doc, bytes);
    return () => ({ people: doc.getMap('people').toJSON(), meetings: doc.getMap('meetings').toJSON() });
  },
};

const automerge: Engine = {
  write: (saves, ids) => {
    let doc = Automerge.from<{ people: Record<string, Fields>; meetings: Record<string, Fields> }>({
      people: {},
      meetings: {},
    });
    for (let at = 0; at < saves; at += 1) {
      const { person, meeting } = valuesOf(at);
      doc = Automerge.change(doc, (draft) => {
        draft.people[ids[2 * at] ?? ''] = { ...person };
        draft.meetings[ids[2 * at + 1] ?? ''] = { ...meeting };
      });
    }
    return Automerge.save(doc);
  },
  read: (bytes) => {
    const doc = Automerge.load<{ people: Record<string, Fields>; meetings: Record<string, Fields> }>(bytes);
    return () => doc;
  },
};

const loro: Engine = {
  write: (saves, ids) => {
    const doc = new LoroDoc();
    const tables = { people: doc.getMap('people'), meetings: doc.getMap('meetings') };
    for (let at = 0; at < saves; at += 1) {
      const { person, meeting } = valuesOf(at);
      const records = [
        tables.people.setContainer(ids[2 * at] ?? '', new LoroMap()),
        tables.meetings.setContainer(ids[2 * at + 1] ?? '', new LoroMap()),
      ];
      for (const [nth, fields] of [person, meeting].entries()) {
        for (const [field, value] of Object.entries(fields)) records[nth]?.set(field, value);
      }
      doc.commit();
    }
    return doc.export({ mode: 'update' });
  },
  read: (bytes) => {
    const doc = new LoroDoc();
    doc.import(bytes);
    return () => doc.toJSON() as Records;
  },
};

const engines = { yjs, automerge, loro };
export type PeerName = keyof typeof engines;

export interface PeerTimes {
  /** Milliseconds: the bytes into memory, and the same with rows onto the disk. */
  readonly bare: number;
  readonly rows: number;
  readonly bytes: number;
  readonly packed: number;
}

async function rowsOnto(name: string, records: Records, bytes: Uint8Array): Promise<void> {
  const database = declareDatabase(name, kinds);
  await database.open();
  const tables = { people: database.table('people'), meetings: database.table('meetings') };
  await database.transaction('rw', [tables.people, tables.meetings, database.texts], async () => {
    await tables.people.bulkPut(Object.entries(records.people).map(([id, row]) => ({ ...row, id, _open: 0 })));
    await tables.meetings.bulkPut(Object.entries(records.meetings).map(([id, row]) => ({ ...row, id, _open: 0 })));
    await database.texts.put({ key: 'whole', state: bytes });
  });
  await database.delete();
}

function middle(times: ReadonlyArray<number>): number {
  return [...times].sort((one, other) => one - other)[times.length >> 1] ?? Number.NaN;
}

const peers = {
  async time(name: PeerName, saves: number, runs: number): Promise<PeerTimes> {
    if (name === 'automerge') await Automerge.initializeBase64Wasm(automergeWasmBase64);
    const { write, read } = engines[name];
    const bytes = write(
      saves,
      Array.from({ length: 2 * saves }, () => crypto.randomUUID()),
    );
    const [bare, rows]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now();
      const records = read(bytes);
      bare.push(performance.now() - began);
      await rowsOnto(`peer-${name}-${run}`, records(), bytes);
      rows.push(performance.now() - began);
    }
    return { bare: middle(bare), rows: middle(rows), bytes: bytes.length, packed: gzipSync(bytes).length };
  },
};

declare global {
  interface Window {
    peers: typeof peers;
  }
}

window.peers = peers;
