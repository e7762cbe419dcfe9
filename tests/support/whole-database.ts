/** Everything a database holds, in words that can be compared: every row of every table, down to the bytes of its files. */
import type { Dexie } from 'dexie';
import { hashOf } from '#renderer/data/files.ts';
import { canonicalJson, type Json } from '#shared/kernel/json.ts';

/** A row a line, by table; long rows are told by their SHA-256. */
export type WholeDatabase = Readonly<Record<string, ReadonlyArray<string>>>;

export async function wholeDatabase(database: Dexie): Promise<WholeDatabase> {
  const tables = database.tables.map((table) => table.name).toSorted();
  const found: Record<string, ReadonlyArray<string>> = {};
  for (const name of tables) {
    const rows: unknown[] = await database.table(name).toArray();
    const words: string[] = [];
    for (const row of rows) words.push(await shortened(canonicalJson(await plain(row))));
    found[name] = words.toSorted();
  }
  return found;
}

const mostCharacters = 300;

async function shortened(words: string): Promise<string> {
  return words.length <= mostCharacters ? words : hashed(new TextEncoder().encode(words));
}

async function hashed(bytes: Uint8Array): Promise<string> {
  return hashOf(bytes.slice().buffer);
}

/** The same as plain data: bytes, files and keys by what tells them apart. */
async function plain(value: unknown): Promise<Json> {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  if (value === undefined) return 'undefined';
  if (value instanceof Blob)
    return `file ${value.size} ${value.type} ${await hashed(new Uint8Array(await value.arrayBuffer()))}`;
  if (value instanceof CryptoKey) return keyInWords(value);
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return `bytes ${bytes.length} ${await hashed(bytes)}`;
  }
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value !== 'object') throw new Error(`A database holds no ${typeof value}`);
  const entries = await Promise.all(Object.entries(value).map(async ([key, one]) => [key, await plain(one)] as const));
  return Object.fromEntries(entries);
}

async function keyInWords(key: CryptoKey): Promise<string> {
  if (!key.extractable) return `${key.type} key, ${key.algorithm.name}`;
  return `${key.type} key ${await hashed(new Uint8Array(await crypto.subtle.exportKey('raw', key)))}`;
}
