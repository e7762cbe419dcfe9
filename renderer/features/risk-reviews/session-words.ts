import { cellCode } from '#shared/domain/rating/scheme.ts';
import type { RateRefusal } from '#shared/domain/risks/rate.commands.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { noRoomWords, type StorageFull } from '#renderer/data/run.ts';

export function rateRefusalInWords(refusal: RateRefusal | StorageFull): string {
  switch (refusal.type) {
    case 'UnknownCell':
      return `The scheme has no cell ${cellCode(refusal.cell)}.`;
    case 'CurrentNeeded':
      return 'A current rating can be changed, not taken away.';
    case 'TargetWorse':
      return `The target ${cellCode(refusal.target)} is worse than the current rating ${cellCode(refusal.current)}.`;
    case 'InherentBetter':
      return `The inherent rating ${cellCode(refusal.inherent)} would be better than the current rating ${cellCode(refusal.current)}. Without its controls a risk is never better: change the inherent rating on the risk’s page first.`;
    case 'RationaleTooLong':
      return `The reason is longer than the ${refusal.most.toLocaleString('en-GB')} characters that fit.`;
    case 'StorageFull':
      return noRoomWords;
    default:
      return unreachable(refusal);
  }
}
