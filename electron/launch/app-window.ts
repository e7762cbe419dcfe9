/** The app as a window of an installed browser, with a profile of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { homePort, loopback } from '#electron/local/server.ts';

export interface AppWindow {
  readonly browser: string;
  readonly profile: string;
  readonly address: string;
  /** The port the server listens on. */
  readonly port: number;
}

/**
 * The page's address never changes, for all that the browser stores belongs to it. Where its port is taken by another
 * program, the browser is told that the address is to be found at another port.
 */
export function windowArguments({ profile, address, port }: Omit<AppWindow, 'browser'>): ReadonlyArray<string> {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
    '--window-size=1280,860',
    ...(port === homePort ? [] : [`--host-resolver-rules=MAP ${loopback}:${homePort} ${loopback}:${port}`]),
    // A browser refuses to run for the administrator with its sandbox on.
    ...(runsAsRoot() ? ['--no-sandbox'] : []),
  ];
}

export function openAppWindow(window: AppWindow): ChildProcess {
  return spawn(window.browser, [...windowArguments(window)], { stdio: 'ignore' });
}

/** Another window of a browser that is running already, which takes the request over; nothing is waited for. */
export function openAnotherWindow(window: AppWindow): void {
  const child = spawn(window.browser, [...windowArguments(window)], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}
