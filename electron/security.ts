/** What both hosts send with every answer, and what Electron's main process believes and allows. */

export const appScheme = 'app';
export const appHost = 'packhorse';
export const appOrigin = `${appScheme}://${appHost}`;

/**
 * `packhorse-worker` names the policy under which our workers are started; `ProseMirrorClipboard` the one under which the
 * paper editor reads pasted text. No other script address or markup can be made from a text.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types packhorse-worker ProseMirrorClipboard',
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=()',
};

export interface FrameFacts {
  readonly url: string;
  /** Null for a window's own page, something for a frame within it. */
  readonly parent: unknown;
}

/** Only the window's own page, and only ours, may ask anything of the machine. */
export function isTrustedSender(frame: FrameFacts | null): boolean {
  return frame !== null && frame.parent === null && isOurAddress(frame.url);
}

export function isOurAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost;
}

/** Storage that is not cleared when the disk runs low, and copying to the clipboard. Everything else is refused. */
const allowedPermissions: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

export function isPermissionAllowed(permission: string, address: string, isMainFrame: boolean): boolean {
  return isMainFrame && allowedPermissions.has(permission) && isOurAddress(address);
}

/** A link an officer wrote in a paper: https, with no name or password in it, and of a length that a browser takes. */
export function isLinkForBrowser(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && address.length <= 2000
  );
}
