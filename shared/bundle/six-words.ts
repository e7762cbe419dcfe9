/** Six words for a number that is too long to read out: 11 bits a word, from the English list of BIP-39. */
import { wordlist } from '@scure/bip39/wordlists/english.js';

const count = 6;
const bitsInWord = 11;

/** What six words can tell: more than anybody can try while a telephone call lasts. */
export const bitsInSixWords = count * bitsInWord;

/** @param bits a number of 66 bits */
export function sixWordsOf(bits: bigint): ReadonlyArray<string> {
  const words: string[] = [];
  for (let left = bits, nth = 0; nth < count; nth++) {
    words.unshift(wordlist[Number(left & 2047n)] ?? '');
    left >>= BigInt(bitsInWord);
  }
  return words;
}
