/** Wipes what pdfium leaves of a lock in the copy it saves: against it a password could still be guessed. */
import { findWord, latin1Bytes } from './bytes.ts';
import { Lexer } from './lexer.ts';
import { isDict, isName } from './objects.ts';
import { scanObjects } from './repair.ts';

/** Puts `null` and blanks over the lock's entries and over old indexes, so that nothing else moves. Changes the bytes given. */
export function wipeLock(bytes: Uint8Array): void {
  const { index } = scanObjects(bytes);
  for (const number of index.numbers()) {
    const offset = index.find(number);
    if (typeof offset !== 'number') continue;
    const start = findWord(bytes, 'obj', offset) + 3;
    const end = findWord(bytes, 'endobj', start);
    if (start < 3 || end < 0) continue;
    const value = new Lexer(bytes, start, end).value();
    if (!isDict(value)) continue;
    const isLock = value.has('Filter') && value.has('O') && value.has('U') && value.has('P');
    if (!isLock && !isName(value.get('Type'), 'XRef')) continue;
    bytes.fill(32, start, end);
    bytes.set(latin1Bytes(' null '), start);
  }
}
