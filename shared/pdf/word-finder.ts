import { findWord } from './bytes.ts';

/**
 * Finds a word again and again from different places. It remembers the last answer, so that a file of a million streams
 * without an end is not read a million times.
 */
export class WordFinder {
  private readonly bytes: Uint8Array;
  private readonly word: string;
  private askedFrom = -1;
  private foundAt = -1;

  constructor(bytes: Uint8Array, word: string) {
    this.bytes = bytes;
    this.word = word;
  }

  /** Where the word first stands at or after `start`; -1 where it does not. */
  from(start: number): number {
    const known = this.askedFrom >= 0 && start >= this.askedFrom && (this.foundAt < 0 || start <= this.foundAt);
    if (!known) {
      this.askedFrom = start;
      this.foundAt = findWord(this.bytes, this.word, start);
    }
    return this.foundAt;
  }
}
