import { cellCode } from '#shared/domain/rating/scheme.ts';
import type { SchemeFault } from '#shared/domain/rating/scheme-faults.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';

export function faultInWords(fault: SchemeFault): string {
  switch (fault.type) {
    case 'LevelCount':
      return `There are ${fault.count} levels of ${fault.axis}. Two to ten will do.`;
    case 'CodeUnfit':
      return `“${fault.code}” is no code: one to six letters and figures are.`;
    case 'CodeTwice':
      return `The code “${fault.code}” is there twice among the levels of ${fault.axis}.`;
    case 'CellMissing':
    case 'CellTwice':
    case 'CellUnknown':
      return `The cell ${cellCode(fault.cell)} is missing, there twice, or not on the grid.`;
    case 'LineNotMonotone':
      return `${cellCode(fault.lower)} is above the line and ${cellCode(fault.higher)}, which is worse, is not.`;
    case 'BandsNotMonotone':
      return `${cellCode(fault.lower)} has a graver colour than ${cellCode(fault.higher)}, which is worse.`;
    case 'RedBelowGreen':
      return `Red cells stand below green ones: ${fault.red.map(cellCode).join(', ')}.`;
    default:
      return unreachable(fault);
  }
}
