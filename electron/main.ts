/** Electron's main process: a window on the app, and a doorman between it and the machine. */
import path from 'node:path';
import { app, dialog, session, type BrowserWindow } from 'electron';
import { hostAnswers } from './host/answers.ts';
import { forbiddenSwitch, lockDownApp, lockDownSession } from './lock-down.ts';
import { showMenu } from './menu.ts';
import { packhorseFileAmong } from './opened-file.ts';
import { registerScheme, servePage } from './protocol.ts';
import { serveHost } from './serve-host.ts';
import { bringForward, openWindow } from './window.ts';

let window: BrowserWindow | null = null;

lockDownApp();
registerScheme();

const dataFolder = process.env.PACKHORSE_DATA_DIR;
if (dataFolder !== undefined) app.setPath('userData', path.resolve(dataFolder, 'electron'));

const refusedSwitch = forbiddenSwitch();
if (refusedSwitch !== null) {
  dialog.showErrorBox('Packhorse', `Packhorse does not start with --${refusedSwitch}. Your work is safe.`);
  app.quit();
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', comeForward);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (packhorseFileAmong([file], '/') !== null) comeForward();
  });
  app.on('window-all-closed', () => app.quit());
  // Not awaited here: Electron is ready only after this module has been read to its end.
  void app.whenReady().then(begin);
} else {
  app.quit();
}

function begin(): void {
  lockDownSession(session.defaultSession);
  servePage();
  serveHost(hostAnswers());
  showMenu();
  window = openWindow();
  window.on('closed', () => {
    window = null;
  });
}

function comeForward(): void {
  if (window !== null) bringForward(window);
}
