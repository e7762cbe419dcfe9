/** Six words that two people read to each other, to be sure that a key is the key it is taken for. */
import { bitsInSixWords, sixWordsOf } from './six-words.ts';
import { keyLength, sha256, utf8 } from './web-crypto.ts';

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
  return sixWordsOf(BigInt(`0x${hash}`) >> BigInt(256 - bitsInSixWords));
}
