import { expect, test } from 'vitest';
import { printableHtml } from '#electron/printing/printable.ts';
import {
  contentSecurityPolicy,
  isLinkForBrowser,
  isPermissionAllowed,
  isTrustedSender,
  securityHeaders,
} from '#electron/security.ts';

test('the policy allows our own files, what the editor and the workers need, and nothing else', () => {
  expect(contentSecurityPolicy.split('; ')).toEqual([
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
  ]);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  expect(securityHeaders).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
});

test.each([
  ['app://packhorse/', null, true],
  ['app://packhorse/index.html#/meetings', null, true],
  ['app://packhorse/', {}, false],
  ['app://packhorse.example/', null, false],
  ['app://other/', null, false],
  ['https://packhorse/', null, false],
  ['file:///packhorse', null, false],
  ['about:blank', null, false],
  ['', null, false],
])('a frame at %j within %j is trusted: %j', (url, parent, isTrusted) => {
  expect(isTrustedSender({ url, parent })).toBe(isTrusted);
});

test.each([
  ['persistent-storage', 'app://packhorse/', true, true],
  ['clipboard-sanitized-write', 'app://packhorse/', true, true],
  ['clipboard-read', 'app://packhorse/', true, false],
  ['persistent-storage', 'app://packhorse/', false, false],
  ['persistent-storage', 'https://example.com/', true, false],
])('%s for %s (main frame: %j) is allowed: %j', (permission, address, isMain, isAllowed) => {
  expect(isPermissionAllowed(permission, address, isMain)).toBe(isAllowed);
});

test.each([
  ['https://www.gov.uk/guidance', true],
  ['http://www.gov.uk/', false],
  ['https://officer:word@example.com/', false],
  [`https://example.com/${'x'.repeat(2000)}`, false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['ms-settings:', false],
  ['not an address', false],
])('the link %j goes to the browser: %j', (address, goes) => {
  expect(isLinkForBrowser(address)).toBe(goes);
});

test.each([
  ['<!doctype html><html lang="en"><head><title>old</title></head>', '<head><title>A &lt;b> &amp; c</title><title>old'],
  ['<!doctype html><html lang="en"><body>x', '<html lang="en"><title>A &lt;b> &amp; c</title><body>'],
  ['<!doctype html><p>x', '<!doctype html><title>A &lt;b> &amp; c</title><p>'],
  ['<p>x', '<title>A &lt;b> &amp; c</title><p>x'],
])('a document to print is given its title: %s', (html, shown) => {
  expect(printableHtml({ html, title: 'A <b> & c' })).toContain(shown);
});
