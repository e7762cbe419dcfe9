/** Sessions of the double: what the app forbids and serves in each, over a context of a real browser. */
import { EventEmitter } from 'node:events';
import type { Browser, BrowserContext, Route } from 'playwright-core';

type ServeRequest = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { readonly url: string }, answer: (outcome: { cancel?: boolean }) => void) => void;
interface PermissionDetails {
  readonly requestingUrl: string;
  readonly isMainFrame: boolean;
}
type OnPermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (isAllowed: boolean) => void,
  details: PermissionDetails,
) => void;
type OnPermissionCheck = (contents: unknown, permission: string, origin: string, details: PermissionDetails) => boolean;

/** `app://packhorse/` is shown by the browser as `https://packhorse.app.test/`, for it knows no scheme of ours. */
export function shownAddress(address: string): string {
  return address.replace(/^app:\/\/([^/]+)/, 'https://$1.app.test');
}

export function appAddress(shown: string): string {
  return shown.replace(/^(blob:)?https:\/\/([^/]+)\.app\.test/, '$1app://$2');
}

export interface DoubleSession {
  /** What the app's code sees. */
  readonly face: Record<string, unknown>;
  /** A context in the browser for a window, with its requests answered as the app says. */
  readonly openContext: (options: { readonly javaScriptEnabled: boolean }) => Promise<BrowserContext>;
  readonly asksPermission: (permission: string, details: PermissionDetails) => boolean;
  readonly checksPermission: (permission: string, details: PermissionDetails) => boolean;
  readonly asksDevice: () => boolean;
  readonly startsDownload: () => { readonly isPrevented: boolean };
  readonly serve: (request: Request) => Promise<Response>;
  readonly isCancelled: (address: string) => boolean;
  readonly close: () => Promise<void>;
}

export function openDoubleSession(browser: Browser, log: string[]): DoubleSession {
  const events = new EventEmitter();
  const schemes = new Map<string, ServeRequest>();
  const contexts: BrowserContext[] = [];
  let onRequest: OnPermissionRequest | null = null;
  let onCheck: OnPermissionCheck | null = null;
  let onDevice: (() => boolean) | null = null;
  let beforeRequest: BeforeRequest | null = null;

  const protocol = {
    handle: (scheme: string, serve: ServeRequest): void => {
      if (schemes.has(scheme)) throw new Error(`the scheme ${scheme} is handled already`);
      schemes.set(scheme, serve);
    },
  };
  const face = {
    protocol,
    on: events.on.bind(events),
    setPermissionRequestHandler: (handler: OnPermissionRequest) => (onRequest = handler),
    setPermissionCheckHandler: (handler: OnPermissionCheck) => (onCheck = handler),
    setDevicePermissionHandler: (handler: () => boolean) => (onDevice = handler),
    webRequest: { onBeforeRequest: (handler: BeforeRequest) => (beforeRequest = handler) },
  };

  function isCancelled(address: string): boolean {
    let outcome: { cancel?: boolean } = {};
    beforeRequest?.({ url: address }, (told) => (outcome = told));
    return outcome.cancel === true;
  }

  async function serve(request: Request): Promise<Response> {
    const handler = schemes.get(new URL(request.url).protocol.slice(0, -1));
    if (handler === undefined) throw new Error(`nobody serves ${request.url}`);
    return handler(request);
  }

  async function answer(route: Route): Promise<void> {
    const asked = route.request();
    const address = appAddress(asked.url());
    if (isCancelled(address)) {
      log.push(`cancelled ${address}`);
      return route.abort('blockedbyclient');
    }
    if (!schemes.has(new URL(address).protocol.slice(0, -1))) {
      // The app has no business with any network: whatever comes as far as this is a finding.
      log.push(`network ${address}`);
      return route.abort('internetdisconnected');
    }
    const response = await serve(new Request(address, { method: asked.method() }));
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  return {
    face,
    openContext: async ({ javaScriptEnabled }) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled });
      contexts.push(context);
      await context.route('**/*', answer);
      return context;
    },
    asksPermission: (permission, details) => {
      let isAllowed = true;
      onRequest?.({}, permission, (told) => (isAllowed = told), details);
      return isAllowed;
    },
    checksPermission: (permission, details) =>
      onCheck === null || onCheck(null, permission, new URL(details.requestingUrl).origin, details),
    asksDevice: () => onDevice === null || onDevice(),
    startsDownload: () => {
      let isPrevented = false;
      events.emit('will-download', { preventDefault: () => (isPrevented = true) });
      return { isPrevented };
    },
    serve,
    isCancelled,
    close: async () => {
      await Promise.all(contexts.map(async (context) => context.close()));
    },
  };
}
