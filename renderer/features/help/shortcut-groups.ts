export interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: ReadonlyArray<Shortcut>;
}

/** The keys that work, by where they work. */
export const shortcutGroups: ReadonlyArray<ShortcutGroup> = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: 'Ctrl K', does: 'Search, or run a command' },
      { keys: 'Ctrl Z', does: 'Undo' },
      { keys: 'Ctrl Y', does: 'Redo' },
      { keys: 'Ctrl 1', does: 'Today' },
      { keys: 'Ctrl 2', does: 'Meetings' },
      { keys: 'Ctrl 3', does: 'Papers' },
      { keys: 'Ctrl 5', does: 'Risks' },
      { keys: 'Ctrl 8', does: 'Partners and bodies' },
      { keys: 'Ctrl Shift H', does: 'History' },
      { keys: 'Ctrl ,', does: 'Settings' },
      { keys: 'Ctrl N', does: 'A new one of what the page is about: on Today a meeting, on Partners a body or person' },
      { keys: 'F1', does: 'Help' },
      { keys: 'Esc', does: 'Close what is open' },
    ],
  },
  {
    title: 'Meetings and agendas',
    shortcuts: [
      { keys: 'Ctrl N', does: 'Plan a meeting, or add an item' },
      { keys: 'Alt Shift ↑', does: 'Move the row up' },
      { keys: 'Alt Shift ↓', does: 'Move the row down' },
      { keys: 'Alt Shift →', does: 'Put the item under the one above' },
      { keys: 'Alt Shift ←', does: 'Take the item out again' },
      { keys: 'F2', does: 'Edit the item' },
      { keys: 'Delete', does: 'Remove the item' },
    ],
  },
  {
    title: 'Papers register',
    shortcuts: [
      { keys: 'Ctrl N', does: 'Add a paper; in the forward plan, plan one' },
      { keys: '↑ ↓ ← →', does: 'From cell to cell; with Ctrl to the edge' },
      { keys: 'Enter', does: 'Edit the cell; again to keep it and go down' },
      { keys: 'F2', does: 'Edit the cell' },
      { keys: 'Esc', does: 'Leave the cell as it was; clear the selection' },
      { keys: 'Ctrl Enter', does: 'Open the paper' },
      { keys: 'Shift Space', does: 'Select the row' },
      { keys: 'Shift ↓', does: 'Select further rows' },
      { keys: 'Ctrl A', does: 'Select all rows' },
    ],
  },
  { title: 'Board pack', shortcuts: [{ keys: 'Ctrl P', does: 'Print the pack you are looking at' }] },
  {
    title: 'Writing a paper',
    shortcuts: [
      { keys: 'Ctrl B', does: 'Bold' },
      { keys: 'Ctrl I', does: 'Italic' },
      { keys: 'Ctrl Shift 8', does: 'Bullets' },
      { keys: 'Ctrl Shift 7', does: 'Numbers' },
      { keys: 'Ctrl Shift K', does: 'Link' },
      { keys: 'Ctrl F', does: 'Find and replace' },
    ],
  },
];
