/** The app's window. */
import path from 'node:path';
import { app, BrowserWindow, dialog, screen, type BrowserWindowConstructorOptions } from 'electron';
import { appOrigin } from './security.ts';
import { rememberedPlace, rememberPlace, smallestWindow, usualWindow } from './window-size.ts';

/** The colours of the app's own top bar, over which the system draws the window's buttons. */
const topBar = { color: '#0b3438', symbolColor: '#ffffff', height: 42 } as const;

export function openWindow(): BrowserWindow {
  const note = path.join(app.getPath('userData'), 'window.json');
  const place = rememberedPlace(
    note,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...(place === null ? usualWindow : { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Packhorse',
    backgroundColor: topBar.color,
    ...titleBar(),
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      // Elsewhere than on a Mac the dictionaries would be fetched from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (place?.isMaximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    rememberPlace(note, { ...window.getNormalBounds(), isMaximised: window.isMaximized() });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerToReopen(window);
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function titleBar(): BrowserWindowConstructorOptions {
  if (process.platform === 'darwin') return { titleBarStyle: 'hidden', trafficLightPosition: { x: 14, y: 14 } };
  return { titleBarStyle: 'hidden', titleBarOverlay: topBar };
}

async function offerToReopen(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Packhorse',
    message: 'The window stopped working.',
    detail: 'What was shown as saved is safe. Open the window again to go on.',
    buttons: ['Open again', 'Close Packhorse'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
