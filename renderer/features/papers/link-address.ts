/** Addresses as people type them, made into links that may stand in a paper. */
import { isAllowedLink } from '#shared/domain/papers/paper-blocks.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

export type LinkRefusal =
  { readonly type: 'NoAddress' } | { readonly type: 'NotSecure' } | { readonly type: 'NotAnAddress' };

/** `www.example.org` gets its https, and `clerk@example.org` its mailto. */
export function readLink(typed: string): Result<string, LinkRefusal> {
  const address = typed.trim();
  if (address === '') return refuse({ type: 'NoAddress' });
  if (/^http:/i.test(address)) return refuse({ type: 'NotSecure' });
  if (isAllowedLink(address)) return ok(address);
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return ok(`mailto:${address}`);
  const isBare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u.test(address);
  const secure = `https://${address}`;
  return isBare && isAllowedLink(secure) ? ok(secure) : refuse({ type: 'NotAnAddress' });
}
