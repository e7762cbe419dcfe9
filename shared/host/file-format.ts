/** The kinds of file the app writes: what they are called in a save dialog, and how their names end. */
export const fileFormats = [
  'pdf',
  'calendar',
  'text',
  'spreadsheet',
  'word',
  'picture',
  'drawing',
  'bundle',
  'backup',
] as const;
export type FileFormat = (typeof fileFormats)[number];

export interface FormatFacts {
  readonly label: string;
  readonly mime: string;
  /** Endings without the dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
}

export const formatFacts: Readonly<Record<FileFormat, FormatFacts>> = {
  pdf: { label: 'PDF document', mime: 'application/pdf', extensions: ['pdf'] },
  calendar: { label: 'Calendar file', mime: 'text/calendar', extensions: ['ics'] },
  text: { label: 'Text file', mime: 'text/plain', extensions: ['txt', 'md', 'csv', 'html'] },
  spreadsheet: {
    label: 'Spreadsheet',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  word: {
    label: 'Word document',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  picture: { label: 'Picture', mime: 'image/png', extensions: ['png'] },
  drawing: { label: 'Drawing', mime: 'image/svg+xml', extensions: ['svg'] },
  bundle: { label: 'Packhorse bundle', mime: 'application/vnd.packhorse.bundle', extensions: ['packhorse'] },
  backup: { label: 'Packhorse backup', mime: 'application/vnd.packhorse.backup', extensions: ['packhorse-backup'] },
};
