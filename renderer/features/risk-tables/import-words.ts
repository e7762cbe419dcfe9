/** What an import says, in the officers' words. */
import { cellCode } from '#shared/domain/rating/scheme.ts';
import { fieldWords, type RiskField } from '#shared/domain/risk-tables/fields.ts';
import type { ImportRefusal } from '#shared/domain/risk-tables/import.commands.ts';
import type { PlannedRow, PlanProblem } from '#shared/domain/risk-tables/import-plan.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { noRoomWords, type StorageFull } from '#renderer/data/run.ts';
import type { SheetRefusal } from './read-sheets.ts';

export function sheetRefusalInWords(refusal: SheetRefusal | { readonly type: 'TookTooLong' }): string {
  switch (refusal.type) {
    case 'Empty':
      return 'There is nothing in this file.';
    case 'TooLarge':
      return `This file is larger than ${refusal.mostMegabytes} MB. Save the register alone into a file of its own, then import that.`;
    case 'UnpacksTooLarge':
      return 'This file would unpack to far more than a register holds. Save the register alone into a file of its own, then import that.';
    case 'TooManyRows':
      return `There are ${refusal.count.toLocaleString('en-GB')} rows in it, and a register is taken in with ${refusal.most.toLocaleString('en-GB')} at most. Divide it, or take away the rows that hold no risk.`;
    case 'WithMacros':
      return 'This workbook has macros in it. Save it as an ordinary Excel workbook (.xlsx), then import that.';
    case 'OldOrLocked':
      return 'This workbook is locked with a password, or of an Excel before 2007. Open it in Excel and save it as an ordinary workbook (.xlsx) without a password.';
    case 'NotASpreadsheet':
      return 'This file cannot be read as a spreadsheet. Save it as an Excel workbook (.xlsx) or as a CSV file.';
    case 'TookTooLong':
      return 'Reading this file took too long, and was given up. Save the register alone into a file of its own, then import that.';
    default:
      return unreachable(refusal);
  }
}

function permitted(codes: ReadonlyArray<string>): string {
  return codes.length > 30 ? `${codes.slice(0, 30).join(', ')} …` : codes.join(', ');
}

export function problemInWords(problem: PlanProblem): string {
  const field = (one: RiskField): string => fieldWords[one];
  switch (problem.type) {
    case 'NoName':
      return 'It has no short name and no description.';
    case 'NotANumber':
      return `“${problem.text}” is not the number of a risk.`;
    case 'UnknownCell':
      return `${field(problem.field)}: the scheme has no cell “${problem.text}”. It has ${permitted(problem.permitted)}.`;
    case 'LevelUndecided':
      return `${field(problem.field)}: say above which level “${problem.text}” is.`;
    case 'HalfRated':
      return `${field(problem.field)} is empty, so it is rated by half.`;
    case 'UnknownChoice':
      return `${field(problem.field)}: “${problem.text}” is none of ${permitted(problem.permitted)}.`;
    case 'TooLong':
      return `${field(problem.field)} is longer than ${problem.most.toLocaleString('en-GB')} characters.`;
    case 'NotADay':
      return `${field(problem.field)}: “${problem.text}” is not a day. Write 30/11/2026 or 2026-11-30.`;
    case 'MonthFirst':
      return `${field(problem.field)}: “${problem.text}” has the month first. Write the day first, as in 30/11/2026.`;
    case 'YearOutOfReach':
      return `${field(problem.field)}: “${problem.text}” lies before 2000 or more than ten years ahead.`;
    case 'NumberTwice':
      return `The number ${problem.number} stands in row ${problem.otherRow} already.`;
    case 'TargetWorse':
      return `The target ${cellCode(problem.target)} is worse than the current rating ${cellCode(problem.current)}.`;
    case 'InherentBetter':
      return `The inherent rating ${cellCode(problem.inherent)} is better than the current rating ${cellCode(problem.current)}.`;
    default:
      return unreachable(problem);
  }
}

export const rowTypeWords: Readonly<Record<PlannedRow['type'], string>> = {
  add: 'Added',
  change: 'Changed',
  same: 'As it is',
  leftOut: 'Left out: closed',
  refused: 'Refused',
};

export function importRefusalInWords(refusal: ImportRefusal | StorageFull): string {
  switch (refusal.type) {
    case 'RowsRefused':
      return `${refusal.count === 1 ? '1 row' : `${refusal.count} rows`} cannot be taken in. Put them right in the sheet, or leave them out. Nothing has been changed.`;
    case 'NothingToDo':
      return 'There is nothing in it that the register does not have already.';
    case 'TooMuchAtOnce':
      return 'This is more than is taken in at once. Divide the sheet into two. Nothing has been changed.';
    case 'StorageFull':
      return noRoomWords;
    default:
      return unreachable(refusal);
  }
}
