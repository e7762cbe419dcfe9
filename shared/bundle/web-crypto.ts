/** Hashes and signatures by the machine's own cryptography (Web Crypto, the same in Chromium and in Node). */
import { ed25519 } from '@noble/curves/ed25519.js';

/** What is used of Web Crypto. A key is opaque: a private one never leaves the key store. */
interface Subtle {
  digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    bytes: Uint8Array,
    algorithm: 'Ed25519',
    extractable: boolean,
    usages: ReadonlyArray<'verify'>,
  ): Promise<unknown>;
  verify(algorithm: 'Ed25519', key: unknown, signature: Uint8Array, message: Uint8Array): Promise<boolean>;
  sign(algorithm: 'Ed25519', key: unknown, message: Uint8Array): Promise<ArrayBuffer>;
}

declare const crypto: { readonly subtle: Subtle };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Bytes of an Ed25519 public key, and of a signature. */
export const keyLength = 32;
export const signatureLength = 64;

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function inHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The SHA-256 of some bytes, in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return inHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Signs a message; the private key stays where it is kept. */
export type Sign = (message: Uint8Array) => Promise<Uint8Array>;

/** @param key a private Ed25519 key of Web Crypto */
export function signerWith(key: unknown): Sign {
  return async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message));
}

/**
 * Whether a public key is one that an honest device can have: on the curve, written in the one right way, and of full order.
 * Web Crypto takes others too, and for some of those a signature can be made that fits many messages.
 */
export function isSoundKey(raw: Uint8Array): boolean {
  if (raw.length !== keyLength) return false;
  try {
    const point = ed25519.Point.fromBytes(raw, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false; // not on the curve, or written in another way
  }
}

/** Answers for messages signed by the owner of this public key, 32 bytes. */
export type Verify = (signature: Uint8Array, message: Uint8Array) => Promise<boolean>;

/** `null` for a key that is not sound. */
export async function verifierOf(raw: Uint8Array): Promise<Verify | null> {
  if (!isSoundKey(raw)) return null;
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  return async (signature, message) =>
    signature.length === signatureLength && crypto.subtle.verify('Ed25519', key, signature, message);
}
