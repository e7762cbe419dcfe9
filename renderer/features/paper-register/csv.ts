import { exportedColumns, type Exported } from './exported.ts';
import type { PaperLine } from './lines.ts';

/**
 * The register as comma-separated values (RFC 4180): lines end in CR LF, text is quoted where it must be, days are written
 * `YYYY-MM-DD`. It begins with a byte order mark, without which Excel takes “ü” for two letters.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP's page on CSV injection asks:
 * titles and authors come from other people's files.
 */
export function registerCsv(lines: ReadonlyArray<PaperLine>): string {
  const rows = lines.map((line) => exportedColumns.map(({ valueOf }) => cellOf(valueOf(line))));
  return `\uFEFF${[exportedColumns.map(({ header }) => header), ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function cellOf(exported: Exported): string {
  if (exported === null) return '';
  if (exported.type !== 'text') return String(exported.value);
  const harmless = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(exported.value)
    ? `'${exported.value}`
    : exported.value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
