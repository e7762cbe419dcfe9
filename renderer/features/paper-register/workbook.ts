/** The register as an Excel workbook. Loaded only when one is asked for. */
import writeExcelFile, { type Cell } from 'write-excel-file/universal';
import { daysBetween, civilDate } from '#shared/kernel/civil-date.ts';
import { exportedColumns, type Exported } from './exported.ts';
import type { PaperLine } from './lines.ts';

const millisecondsADay = 24 * 60 * 60 * 1000;
/** The most characters an Excel cell holds. */
const mostInCell = 32_767;

/** Titles stay in sight while one scrolls; days are days and numbers are numbers, so that they sort and add up. */
export async function registerWorkbook(lines: ReadonlyArray<PaperLine>): Promise<Blob> {
  const head = exportedColumns.map(({ header }): Cell => ({ value: header, type: String, fontWeight: 'bold' }));
  const rows = lines.map((line) => exportedColumns.map(({ valueOf }) => cellOf(valueOf(line))));
  return writeExcelFile([head, ...rows], {
    sheet: 'Papers register',
    columns: exportedColumns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    dateFormat: 'dd/mm/yyyy',
  }).toBlob();
}

function cellOf(exported: Exported): Cell {
  if (exported === null) return null;
  switch (exported.type) {
    case 'text':
      // Always a text, never a formula, whatever it begins with.
      return { value: printable(exported.value).slice(0, mostInCell), type: String };
    case 'number':
      return { value: exported.value, type: Number };
    case 'day':
      return { value: new Date(daysBetween(civilDate('1970-01-01'), exported.value) * millisecondsADay), type: Date };
  }
}

/** XML, of which a workbook is made, takes no control characters. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '');
}
