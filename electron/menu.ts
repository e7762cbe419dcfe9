/** The application menu: plain words, and a key for each thing done often. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export function showMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuItems()]));
}

function menuItems(): ReadonlyArray<MenuItemConstructorOptions> {
  const isMac = process.platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [isMac ? { role: 'close', label: 'Close window' } : { role: 'quit', label: 'E&xit' }],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo', label: '&Undo' },
        { role: 'redo', label: '&Redo' },
        { type: 'separator' },
        { role: 'cut', label: 'Cu&t' },
        { role: 'copy', label: '&Copy' },
        { role: 'paste', label: '&Paste' },
        { role: 'pasteAndMatchStyle', label: 'Paste &without formatting' },
        { role: 'selectAll', label: 'Select &all' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn', label: '&Larger', accelerator: 'CommandOrControl+Plus' },
        // The same key without Shift, as most keyboards have it.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
        { role: 'zoomOut', label: '&Smaller', accelerator: 'CommandOrControl+-' },
        { role: 'resetZoom', label: '&Usual size', accelerator: 'CommandOrControl+0' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '&Full screen' },
        ...developerItems(),
      ],
    },
    {
      role: 'help',
      label: '&Help',
      submenu: [{ label: '&About Packhorse', click: () => app.showAboutPanel() }],
    },
  ];
}

/** Only while the app is being made: an installed one has no tools to look into it. */
function developerItems(): ReadonlyArray<MenuItemConstructorOptions> {
  if (app.isPackaged) return [];
  return [
    { type: 'separator' },
    { role: 'reload', label: '&Load again' },
    { role: 'toggleDevTools', label: '&Developer tools' },
  ];
}
