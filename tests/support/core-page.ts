/**
 * A page with nothing on it but the data core, for tests and benches in a real browser: real IndexedDB, real disk, real
 * crashes. Built by core-page-build.ts; what it can do stands on `window.core`.
 */
import * as Y from 'yjs';
import { receive } from '#renderer/data/commit.ts';
import { declareDatabase, readLogHeld } from '#renderer/data/database.ts';
import { readLatestSaves, readWholeLog } from '#renderer/data/log.ts';
import { thisMachine } from '#renderer/data/machine.ts';
import { rebuild } from '#renderer/data/rebuild.ts';
import { run } from '#renderer/data/run.ts';
import { foundSession, openSession, type Session } from '#renderer/data/session.ts';
import { readText } from '#renderer/data/texts.ts';
import { readNextReverts } from '#renderer/data/undo.ts';
import { create, draft, remove, set, writeText, type Change } from '#shared/changes/draft.ts';
import type { Save } from '#shared/changes/save.ts';
import { textRoot, updateSince } from '#shared/changes/text.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { seatKind, type Seat } from '#shared/domain/bodies/seat.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import { ok } from '#shared/kernel/result.ts';
import { exchangeCore } from './exchange-page.ts';
import { fullCore } from './full-page.ts';
import { killedCore } from './killed-page.ts';
import { fieldChanges, fillWithTenYears } from './ten-years.ts';
import { upgraded } from './upgrade.ts';

declare global {
  interface Window {
    readonly core: typeof core;
    /** Told to the test for every save that was acknowledged. */
    acknowledged?(seq: number, told: string): Promise<void>;
  }
}

const founder = { name: 'Ada Fell', role: 'Clerk' };

async function opened(name: string): Promise<Session> {
  return (await openSession(name, kinds, thisMachine)) ?? foundSession(name, kinds, thisMachine, founder);
}

async function did(session: Session, ...changes: ReadonlyArray<Change>[]): Promise<Save> {
  const result = await run(session, () => ok(draft('Did', '', changes)), null);
  if (!result.ok || result.value === null) throw new Error(`Nothing was saved: ${JSON.stringify(result)}`);
  return result.value;
}

async function wordsInto(session: Session, paper: string, words: string): Promise<ReadonlyArray<Change>> {
  const text = await readText(session.database, paper, 'body');
  const before = Y.encodeStateVector(text);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  const root = text.getXmlFragment(textRoot);
  root.insert(root.length, [paragraph]);
  return writeText(paperKind, paper, 'body', updateSince(text, before) ?? '');
}

/** Everything there is but the log and what belongs to the laptop, in words that can be compared. */
async function tablesInWords(session: Session): Promise<string> {
  const names = session.database.tables
    .map((table) => table.name)
    .filter((name) => !['saves', 'segments', 'contents'].includes(name));
  const tables = await Promise.all(
    names.map(async (name) => {
      const rows = (await session.database.table<Record<string, unknown>>(name).toArray()).map((row) =>
        canonicalJson({ ...row, no: 0, ...(row['state'] instanceof Uint8Array ? { state: [...row['state']] } : {}) }),
      );
      return [name, rows.toSorted()] as const;
    }),
  );
  return canonicalJson(Object.fromEntries(tables));
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function median(numbers: ReadonlyArray<number>): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

const core = {
  ...exchangeCore,
  ...fullCore,
  ...killedCore,

  /** Saves without end, one after the other, each acknowledged before the next begins. */
  async saveWithoutEnd(name: string): Promise<void> {
    const session = await opened(name);
    const tell = async (save: Save): Promise<void> => {
      await window.acknowledged?.(save.seq, canonicalJson(save));
    };
    for (let turn = 0; ; turn += 1) {
      const [body, seat, paper] = [session.newId(), session.newId(), session.newId()];
      await tell(
        await did(
          session,
          create(bodyKind, body, { name: `Body ${turn}` }),
          create(seatKind, seat, { bodyId: body, roles: ['chair'] }),
          create(paperKind, paper, { title: `Paper ${turn}` }),
        ),
      );
      const bodyRow = await session.database.table<Body, string>('bodies').get(body);
      if (bodyRow !== undefined) await tell(await did(session, set(bodyKind, bodyRow, { name: 'Renamed' })));
      const seatRow = await session.database.table<Seat, string>('seats').get(seat);
      if (seatRow !== undefined) await tell(await did(session, set(seatKind, seatRow, { roles: ['health'] })));
      await tell(await did(session, await wordsInto(session, paper, `Words ${turn}`)));
      await tell(await did(session, remove(seatKind, seat)));
    }
  },

  /** What is found when the workspace is opened: its log, and whether its tables are what the log says. */
  async inspect(name: string): Promise<{ saves: ReadonlyArray<string>; isSound: boolean; held: number }> {
    const session = await opened(name);
    const rows = [...(await readWholeLog(session.database))].sort((one, other) =>
      one.device === other.device ? one.seq - other.seq : one.device < other.device ? -1 : 1,
    );
    const before = await tablesInWords(session);
    await session.database.texts.clear();
    await rebuild(session, kinds);
    const after = await tablesInWords(session);
    const log = await readLogHeld(session.database);
    const saves = rows.map((row) => canonicalJson(row));
    const held = log?.held[session.device] ?? 0;
    session.database.close();
    return { saves, isSound: before === after, held };
  },

  /** One save with so many characters in it. Answers as `run` does. */
  async saveMuch(name: string, characters: number): Promise<string> {
    const session = await opened(name);
    const big = Array.from({ length: characters >> 3 }, () => Math.random().toString(36).slice(2, 10)).join('');
    const changes = create(meetingKind, session.newId(), { note: big.slice(0, 4000), place: 'x' });
    const parts = Array.from({ length: Math.ceil(big.length / 4000) }, (_part, index) =>
      create(meetingKind, session.newId(), { note: big.slice(index * 4000, index * 4000 + 4000) }),
    );
    const result = await run(session, () => ok(draft('Did', '', [changes, ...parts])), null);
    session.database.close();
    return result.ok ? 'kept' : result.refusal.type;
  },

  upgraded: (name: string) => upgraded(name, thisMachine),

  fillWithTenYears: async (name: string, saves: number): Promise<number> => {
    const session = await opened(name);
    const took = await timed(() => fillWithTenYears(session, saves));
    session.database.close();
    return took;
  },

  /** The middle of many single saves to one record, in milliseconds. */
  async timeOneSave(name: string, times: number): Promise<number> {
    const session = await opened(name);
    const id = session.newId();
    await did(session, create(bodyKind, id, { name: 'Body' }));
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const row = await session.database.table<Body, string>('bodies').get(id);
      if (row === undefined) throw new Error('The record is not there');
      took.push(await timed(() => did(session, set(bodyKind, row, { name: `Name ${time}` }))));
    }
    session.database.close();
    return median(took.slice(5));
  },

  /** The middle of saves of a word each to a text that is so many words long already. */
  async timeOneWord(name: string, words: number, times: number): Promise<number> {
    const session = await opened(name);
    const paper = session.newId();
    const lines = Array.from(
      { length: words / 10 },
      (_line, index) => `The partners agreed on line ${index} to do so again`,
    );
    await did(session, create(paperKind, paper, { title: 'Paper' }), await wordsInto(session, paper, lines.join(' ')));
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const change = await wordsInto(session, paper, `word${time}`);
      took.push(await timed(() => did(session, change)));
    }
    session.database.close();
    return median(took.slice(2));
  },

  /** Opening a workspace to what the first screens ask of it. */
  async timeOpening(name: string, times: number): Promise<number> {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      took.push(
        await timed(async () => {
          const session = await opened(name);
          const { database } = session;
          await Promise.all([
            database.table('meetings').where('date').aboveOrEqual('2026-11-23').limit(20).toArray(),
            database.table('papers').where('status').equals('draft').limit(20).toArray(),
            readLatestSaves(database, 20),
            readNextReverts(session),
          ]);
          database.close();
        }),
      );
    }
    return median(took);
  },

  async fillWithChanges(name: string, changes: number): Promise<void> {
    const session = await opened(name);
    const saves = fieldChanges(changes);
    for (let from = 0; from < saves.length; from += 10_000) await receive(session, saves.slice(from, from + 10_000));
    session.database.close();
  },

  /** Taking in a colleague's saves with so many field changes, into an empty workspace. */
  async timeReceiving(name: string, changes: number): Promise<{ receive: number; yjs: number; again: number }> {
    const session = await opened(name);
    const saves = fieldChanges(changes);
    const receiving = await timed(() => receive(session, saves));
    const again = await timed(() => receive(session, saves));
    session.database.close();

    // The same field changes as one bare shared document, without rows, history or names: kept in the same kind of place.
    const told = new Y.Doc({ gc: false });
    const map = told.getMap('records');
    for (const save of saves) {
      told.transact(() => {
        for (const { record, path, value } of save.edits) map.set(`${record} ${path}`, value);
      });
    }
    const update = Y.encodeStateAsUpdateV2(told);
    const beside = declareDatabase(`${name}-yjs`, kinds);
    await beside.open();
    const yjs = await timed(async () => {
      const taken = new Y.Doc({ gc: false });
      Y.applyUpdateV2(taken, update);
      await beside.texts.put({ key: 'all', state: Y.encodeStateAsUpdateV2(taken) });
    });
    beside.close();
    return { receive: receiving, yjs, again };
  },
};

Object.assign(window, { core });
