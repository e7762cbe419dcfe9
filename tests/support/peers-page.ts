/** The same work as taking in a large bundle, done by Yjs, Automerge and Loro: their bytes in, and the same rows onto the disk. */
import * as Automerge from '@automerge/automerge/slim';
import { automergeWasmBase64 } from '@automerge/automerge/automerge.wasm.base64';
import type { Dexie } from 'dexie';
import { gzipSync } from 'fflate';
import { LoroDoc, LoroMap } from 'loro-crdt/base64';
import * as Y from 'yjs';
import { declareDatabase } from '#renderer/data/database.ts';
import { initialsOf, type Kind } from '#shared/changes/kind.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { personKind } from '#shared/domain/people/person.ts';

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

/** Updates are what one laptop would send another; a snapshot holds its state ready worked out too. */
const loroAs = (mode: 'update' | 'snapshot'): Engine => ({
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
    return doc.export({ mode });
  },
  read: (bytes) => {
    const doc = new LoroDoc();
    doc.import(bytes);
    return () => doc.toJSON() as Records;
  },
});

const engines = { yjs, automerge, loro: loroAs('update'), loroSnapshot: loroAs('snapshot') };
export type PeerName = keyof typeof engines;

export interface PeerTimes {
  /** Milliseconds: the bytes into memory, and the same with rows onto the disk. */
  readonly bare: number;
  readonly rows: number;
}

export interface PeerBytes {
  readonly bytes: number;
  readonly packed: number;
}

/** Rows as a screen wants them: what nobody filled in has its empty value, as it has in ours. */
async function rowsOnto(database: Dexie, records: Records, bytes: Uint8Array): Promise<void> {
  await database.open();
  const filled = (of: Kind, rows: Readonly<Record<string, Fields>>): ReadonlyArray<unknown> =>
    Object.entries(rows).map(([id, row]) => ({ ...initialsOf(of), ...row, id, _open: 0 }));
  const tables = { people: database.table('people'), meetings: database.table('meetings') };
  await database.transaction('rw', [tables.people, tables.meetings, database.table('texts')], async () => {
    await tables.people.bulkPut(filled(personKind, records.people));
    await tables.meetings.bulkPut(filled(meetingKind, records.meetings));
    await database.table('texts').put({ key: 'whole', state: bytes });
  });
}

const written = new Map<PeerName, Uint8Array>();

const peers = {
  /** Writes the document of so many saves, once. Its bytes, and those packed by gzip. */
  async write(name: PeerName, saves: number): Promise<PeerBytes> {
    if (name === 'automerge') await Automerge.initializeBase64Wasm(automergeWasmBase64);
    const ids = Array.from({ length: 2 * saves }, () => crypto.randomUUID());
    const bytes = engines[name].write(saves, ids);
    written.set(name, bytes);
    return { bytes: bytes.length, packed: gzipSync(bytes).length };
  },

  /** Takes it in, into a database of its own that is gone afterwards. */
  async time(name: PeerName): Promise<PeerTimes> {
    const bytes = written.get(name);
    if (bytes === undefined) throw new Error(`${name} has written nothing`);
    const database = declareDatabase(`peer-${name}-${crypto.randomUUID()}`, kinds);
    const began = performance.now();
    const records = engines[name].read(bytes);
    const bare = performance.now() - began;
    await rowsOnto(database, records(), bytes);
    const rows = performance.now() - began;
    await database.delete();
    return { bare, rows };
  },
};

declare global {
  interface Window {
    peers: typeof peers;
  }
}

window.peers = peers;
