import { csvOf, harmless } from '#shared/kernel/csv.ts';
import type { TableSheet } from './tables.ts';

/** One sheet as comma-separated values; days are written `YYYY-MM-DD`, and what a spreadsheet would take for a formula is kept from it. */
export function sheetCsv({ headings, rows }: TableSheet): string {
  return csvOf([
    headings,
    ...rows.map((row) =>
      row.map((value) => {
        if (value === null) return '';
        if (typeof value === 'string') return harmless(value);
        return typeof value === 'number' ? String(value) : value.day;
      }),
    ),
  ]);
}
