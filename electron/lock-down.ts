/** What no page in this program may do, whatever it shows: leave the app, reach the network, ask for devices, load plugins. */
import { app, shell, type Session, type WebContents } from 'electron';
import { appScheme, isLinkForBrowser, isOurAddress, isPermissionAllowed } from './security.ts';

/** How long after a click or a key a link still counts as opened by the officer, in milliseconds. */
const gestureTime = 1500;

const gestures: ReadonlySet<string> = new Set([
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'gestureTap',
  'touchEnd',
]);

/** Switches with which somebody at the command line could look into the app, or turn its protections off. */
const forbiddenSwitches: ReadonlyArray<string> = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'ignore-certificate-errors',
  'disable-web-security',
  'allow-running-insecure-content',
  'disable-site-isolation-trials',
];

/** An installed app is not opened for debugging; the first switch that asks for it, or null. */
export function forbiddenSwitch(): string | null {
  if (!app.isPackaged) return null;
  return forbiddenSwitches.find((name) => app.commandLine.hasSwitch(name)) ?? null;
}

/** Must come before the app is ready. */
export function lockDownApp(): void {
  app.enableSandbox();
  // The app has no business with any network: names are not even looked up.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}

/** The session of the app's windows: two permissions for our own page, its own scheme, no downloads. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermissionAllowed(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isPermissionAllowed(permission, details.requestingUrl ?? origin, details.isMainFrame),
  );
  refuseDevicesAndDownloads(session);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isWithinTheApp(url) }));
}

/** The session in which documents are printed: nothing at all but the addresses it knows. */
export function lockDownPrinting(session: Session, isKnown: (address: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  refuseDevicesAndDownloads(session);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isKnown(url) && !url.startsWith('data:') });
  });
}

function refuseDevicesAndDownloads(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  // Files are saved by the call for it, to a place chosen in the system's dialog.
  session.on('will-download', (event) => event.preventDefault());
}

function isWithinTheApp(address: string): boolean {
  if (isOurAddress(address)) return true;
  const scheme = URL.parse(address)?.protocol;
  const isDevtools = scheme === 'devtools:' && !app.isPackaged;
  return scheme === 'data:' || address.startsWith(`blob:${appScheme}:`) || isDevtools;
}

function lockDownContents(contents: WebContents): void {
  let lastGesture = Number.NEGATIVE_INFINITY;
  contents.on('input-event', (_event, input) => {
    if (gestures.has(input.type)) lastGesture = performance.now();
  });
  contents.setWindowOpenHandler(({ url }) => {
    const byOfficer = performance.now() - lastGesture < gestureTime;
    if (byOfficer && isLinkForBrowser(url)) {
      // One link for one click.
      lastGesture = Number.NEGATIVE_INFINITY;
      void shell.openExternal(url);
    }
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
