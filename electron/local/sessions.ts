/**
 * The cookie by which the server knows its own windows. Cookies ignore ports, so another server on this machine may get to
 * see it; that is why calls need our origin as well, and why nothing of the officer's work is ever kept by the server.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';

const cookieName = 'packhorse_session';

export interface Sessions {
  /** The `Set-Cookie` line that opens a session. */
  readonly cookie: () => string;
  readonly isOpen: (cookieHeader: string | undefined) => boolean;
}

export function openSessions(): Sessions {
  const token = newToken();
  return {
    cookie: () => `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    isOpen: (header) => sameToken(tokenIn(header), token),
  };
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing of where the two differ. */
export function sameToken(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function tokenIn(header: string | undefined): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? '';
}
