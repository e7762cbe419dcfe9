/**
 * One-time codes that let a window in. A code stands in the address with which the browser is started, and so in the list
 * of running programs for everybody on the machine to read: it must be worthless once used.
 */
import { randomBytes } from 'node:crypto';

export interface BootCodes {
  /** A new code, good for so many milliseconds and one use. */
  readonly make: (lifetime: number) => string;
  /** Whether the code is good; it is not a second time. */
  readonly use: (code: string) => boolean;
}

export function openBootCodes(now: () => number = Date.now): BootCodes {
  const expiries = new Map<string, number>();
  return {
    make: (lifetime) => {
      for (const [code, expiry] of expiries) if (expiry < now()) expiries.delete(code);
      const code = randomBytes(24).toString('base64url');
      expiries.set(code, now() + lifetime);
      return code;
    },
    use: (code) => {
      const expiry = expiries.get(code);
      expiries.delete(code);
      return expiry !== undefined && expiry >= now();
    },
  };
}
