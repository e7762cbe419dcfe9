/**
 * Comma-separated values (RFC 4180): lines end in CR LF, text is quoted where it must be. They begin with a byte order mark, without
 * which Excel takes “ü” for two letters.
 */
export function csvOf(rows: ReadonlyArray<ReadonlyArray<string>>): string {
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP's page on CSV injection asks: titles and
 * authors come from other people's files.
 */
export function harmless(text: string): string {
  return /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}
