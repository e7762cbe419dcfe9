/** Six words that two people read to each other, to be sure that a key is the key it is taken for. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { keyLength, sha256, utf8 } from './web-crypto.ts';

/** 11 bits a word: 66 in all, more than anybody can try keys for while a telephone call lasts. */
const count = 6;

/** The words of a device in a workspace. The same on every laptop that knows the same key. */
export async function safetyWords(
  workspace: string,
  device: string,
  signKey: Uint8Array,
): Promise<ReadonlyArray<string>> {
  const about = utf8(`packhorse words 1\n${workspace}\n${device}\n`);
  const whole = new Uint8Array(about.length + keyLength);
  whole.set(about);
  whole.set(signKey, about.length);
  const hash = await sha256(whole);
  let bits = BigInt(`0x${hash}`) >> BigInt(256 - count * 11);
  const words: string[] = [];
  for (let nth = 0; nth < count; nth++) {
    words.unshift(wordlist[Number(bits & 2047n)] ?? '');
    bits >>= 11n;
  }
  return words;
}
