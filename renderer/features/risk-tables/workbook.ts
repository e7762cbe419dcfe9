/** The register as an Excel workbook. Loaded only when one is asked for. */
import writeExcelFile, { type Cell } from 'write-excel-file/universal';
import { civilDate, daysBetween } from '#shared/kernel/civil-date.ts';
import type { TableSheet, Value } from './tables.ts';

const millisecondsADay = 24 * 60 * 60 * 1000;
/** The most characters an Excel cell holds. */
const mostInCell = 32_767;
const epoch = civilDate('1970-01-01');

/** Titles stay in sight while one scrolls; days are days and numbers are numbers. */
export async function riskWorkbook(sheets: ReadonlyArray<TableSheet>): Promise<Blob> {
  return writeExcelFile(
    sheets.map(({ name, headings, widths, rows }) => ({
      sheet: name,
      data: [
        headings.map((value): Cell => ({ value, type: String, fontWeight: 'bold' })),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      dateFormat: 'dd/mm/yyyy',
    })),
  ).toBlob();
}

function cellOf(value: Value): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  // Always a text, never a formula, whatever it begins with.
  if (typeof value === 'string') return { value: printable(value).slice(0, mostInCell), type: String };
  return { value: new Date(daysBetween(epoch, value.day) * millisecondsADay), type: Date };
}

/** XML, of which a workbook is made, takes no control characters. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '');
}
