/**
 * A laptop that turned out to be a copy of another goes on under a new identity. What it says of that is signed with the old key, which
 * both copies hold: whoever knows the old one may take the new one as vouched for.
 */
import { aTextLike, aWholeNumber, objectOf, orNull, type Decoded } from '#shared/kernel/decode.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { isId } from '#shared/kernel/id.ts';
import { someBase64 } from './some-base64.ts';
import { keyLength, signatureLength, utf8, type Sign, type Verify } from './web-crypto.ts';

export const aSuccession = objectOf({
  /** The last save that the new identity leaves under the old one. */
  after: aWholeNumber(0),
  /** Hash of the sealed part that followed it on this copy; `null` where nothing had been sealed. */
  first: orNull(aTextLike<string>((text) => /^[0-9a-f]{64}$/.test(text), 'a SHA-256 in hex')),
  /** The new identity, and its key to sign with. */
  as: aTextLike<string>(isId, 'an id'),
  asKey: someBase64(keyLength),
  signature: someBase64(signatureLength),
});

export type Succession = Decoded<typeof aSuccession>;

type Claim = Omit<Succession, 'signature'>;

function successionMessage(workspace: string, device: string, { after, first, as, asKey }: Claim): Uint8Array {
  const parts = ['packhorse succession 1', workspace, device, String(after), first ?? '', as, bytesToBase64(asKey)];
  return utf8(parts.join('\n'));
}

/** @param sign with the key of `device`, the old identity */
export async function succeed(workspace: string, device: string, claim: Claim, sign: Sign): Promise<Succession> {
  return { ...claim, signature: await sign(successionMessage(workspace, device, claim)) };
}

export async function isByOldKey(
  workspace: string,
  device: string,
  succession: Succession,
  verify: Verify,
): Promise<boolean> {
  return verify(succession.signature, successionMessage(workspace, device, succession));
}
