/**
 * A page's whole database, read by the browser's own means and by nothing of the app: every row of every table. It is laid out anew in Node,
 * where the judge can look at it.
 */
import { createHash } from 'node:crypto';
import { IDBKeyRange as FakeKeyRange, indexedDB as fakeIndexedDB } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import type { Page } from 'playwright-core';
import { declareDatabase } from '#renderer/data/database.ts';
import { openSession, type Session } from '#renderer/data/session.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { canonicalJson, type Json } from '#shared/kernel/json.ts';
import { testMachine } from './workspace.ts';

/** The rows by table. Bytes are `{ bytes: base64, as: type }`, files and keys a line of words. */
export type PageRows = Readonly<Record<string, ReadonlyArray<Json>>>;

export async function rowsOfPage(page: Page, database: string): Promise<PageRows> {
  return page.evaluate(async (name) => {
    const inBase64 = (bytes: Uint8Array): string => {
      let text = '';
      for (let from = 0; from < bytes.length; from += 8192)
        text += String.fromCharCode(...bytes.subarray(from, from + 8192));
      return btoa(text);
    };
    const asBytes = (value: ArrayBuffer | ArrayBufferView): Uint8Array =>
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const plain = async (value: unknown): Promise<unknown> => {
      if (value instanceof Blob) {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await value.arrayBuffer()));
        return `file of ${value.size} bytes, ${value.type}, ${inBase64(hash)}`;
      }
      if (value instanceof CryptoKey) return `${value.type} key`;
      if (value instanceof FileSystemHandle) return `${value.kind} ${value.name}`;
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
        return { bytes: inBase64(asBytes(value)), as: value.constructor.name };
      if (Array.isArray(value)) return Promise.all(value.map(plain));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(async ([key, one]) => [key, await plain(one)] as const);
      return Object.fromEntries(await Promise.all(entries));
    };
    const answered = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error ?? new Error('It cannot be read')));
      });
    const open = await answered(indexedDB.open(name));
    const tables = [...open.objectStoreNames];
    const inOne = open.transaction(tables);
    const read = await Promise.all(
      tables.map(async (table) => [table, await answered(inOne.objectStore(table).getAll())] as const),
    );
    open.close();
    const told = read.map(async ([table, rows]) => [table, await plain(rows)] as const);
    return Object.fromEntries(await Promise.all(told)) as Record<string, Json[]>;
  }, database);
}

/** What all laptops of a workspace must hold alike, row by row and to the byte; the rest is each laptop's own. */
export function sharedPartOf(rows: PageRows): Readonly<Record<string, ReadonlyArray<string>>> {
  const shared = [...kinds.map(({ table }) => table), 'bin', 'segments', 'contents', 'texts', 'files'];
  const own = ['saves', 'parked', 'pieces', 'unread'];
  const told = [...shared, ...own].map((table) => {
    const found = rows[table];
    if (found === undefined) throw new Error(`The page has no table ${table}`);
    return [table, found.map((row) => shortened(canonicalJson(row))).toSorted()] as const;
  });
  return Object.fromEntries(told);
}

function shortened(words: string): string {
  return words.length <= 400 ? words : createHash('sha256').update(words).digest('hex');
}

let count = 0;

/** The same rows in a database of its own in Node, as its laptop has them. Keys and files are left in the page. */
export async function laidOut(rows: PageRows): Promise<Session> {
  Dexie.dependencies.indexedDB = fakeIndexedDB;
  Dexie.dependencies.IDBKeyRange = FakeKeyRange;
  count += 1;
  const database = declareDatabase(`page-${count}`, kinds);
  for (const table of database.tables) {
    if (['keys', 'files', 'pieces'].includes(table.name)) continue;
    await table.bulkPut((rows[table.name] ?? []).map(withBytes));
  }
  database.close();
  const session = await openSession(database.name, kinds, testMachine());
  if (session === null) throw new Error('The page holds no workspace');
  return session;
}

function withBytes(value: Json): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  const { bytes, as } = value as { readonly bytes?: Json; readonly as?: Json };
  if (typeof bytes === 'string' && typeof as === 'string') {
    const found = Uint8Array.from(Buffer.from(bytes, 'base64'));
    return as === 'Uint32Array' ? new Uint32Array(found.buffer) : found;
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withBytes(one)]));
}
