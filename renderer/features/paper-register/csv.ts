import { csvOf, harmless } from '#shared/kernel/csv.ts';
import { exportedColumns, type Exported } from './exported.ts';
import type { PaperLine } from './lines.ts';

/** The register as comma-separated values; days are written `YYYY-MM-DD`. */
export function registerCsv(lines: ReadonlyArray<PaperLine>): string {
  const rows = lines.map((line) => exportedColumns.map(({ valueOf }) => cellOf(valueOf(line))));
  return csvOf([exportedColumns.map(({ header }) => header), ...rows]);
}

function cellOf(exported: Exported): string {
  if (exported === null) return '';
  return exported.type === 'text' ? harmless(exported.value) : String(exported.value);
}
