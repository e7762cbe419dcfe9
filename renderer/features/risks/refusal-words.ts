/** Why something about a risk was not kept, in the officers' words. */
import { cellCode } from '#shared/domain/rating/scheme.ts';
import type { ScenarioPart } from '#shared/domain/risks/wording.ts';
import type { RateRefusal } from '#shared/domain/risks/rate.commands.ts';
import type { ActionRefusal, DayRefusal, MarkRefusal } from '#shared/domain/risks/risk-action.commands.ts';
import type { NameMissing, OpenRefusal, TextTooLong } from '#shared/domain/risks/risk.commands.ts';
import type { CloseRefusal } from '#shared/domain/risks/close.commands.ts';
import type { TolerateRefusal } from '#shared/domain/risks/bearing.commands.ts';
import type { AssuredInFuture } from '#shared/domain/risks/risk-control.commands.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { noRoomWords, type StorageFull } from '#renderer/data/run.ts';

export type RiskRefusal =
  | NameMissing
  | TextTooLong
  | OpenRefusal
  | RateRefusal
  | ActionRefusal
  | DayRefusal
  | MarkRefusal
  | CloseRefusal
  | TolerateRefusal
  | AssuredInFuture
  | { readonly type: 'ReasonMissing' }
  | { readonly type: 'BodyMissing' }
  | { readonly type: 'NoName' }
  | StorageFull;

export const partWords: Readonly<Record<ScenarioPart, string>> = {
  vulnerability: 'the vulnerability',
  trigger: 'the trigger',
  consequences: 'the consequences',
};

/** `the vulnerability and the trigger` */
export function listed(words: ReadonlyArray<string>): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

export function refusalInWords(refusal: RiskRefusal): string {
  switch (refusal.type) {
    case 'NameMissing':
      return 'Give the risk a short name.';
    case 'NoName':
      return 'Give it a name.';
    case 'TextTooLong':
      return `This is longer than the ${refusal.most.toLocaleString('en-GB')} characters that fit. Shorten it.`;
    case 'RationaleTooLong':
      return `The reason is longer than the ${refusal.most.toLocaleString('en-GB')} characters that fit. Shorten it.`;
    case 'PartMissing':
      return `Risk ${refusal.number} cannot be opened yet: ${listed(refusal.parts.map((part) => partWords[part]))} ${refusal.parts.length === 1 && refusal.parts[0] !== 'consequences' ? 'is' : 'are'} missing. It stays proposed until then.`;
    case 'OwnerUnfit':
      return `Risk ${refusal.number} cannot be opened yet: it needs one named person as its owner, not a team.`;
    case 'UnknownCell':
      return `The scheme has no cell ${cellCode(refusal.cell)}. Choose a likelihood and an impact.`;
    case 'CurrentNeeded':
      return 'A current rating can be changed, not taken away.';
    case 'TargetWorse':
      return `The target ${cellCode(refusal.target)} is worse than the current rating ${cellCode(refusal.current)}. Choose a target no likelier and no graver than that.`;
    case 'InherentBetter':
      return `The inherent rating ${cellCode(refusal.inherent)} is better than the current rating ${cellCode(refusal.current)}. Without its controls a risk is never better.`;
    case 'WordsMissing':
      return 'Say what it is.';
    case 'DayOutOfReach':
      return `${withYear(refusal.day)} cannot be right. Use a day from 2000 on and at most ten years ahead.`;
    case 'DueTooEarly':
      return `It cannot be due before ${withYear(refusal.after)}, when it starts or the risk was found.`;
    case 'ReasonMissing':
      return 'Say why.';
    case 'CompletedWithoutDay':
      return 'Say on which day it was completed.';
    case 'CompletedInFuture':
      return `It cannot have been completed after today, ${withYear(refusal.today)}.`;
    case 'NoteMissing':
      return 'Say why in a note: whoever reads the register in years to come will ask.';
    case 'MinuteMissing':
      return 'Give the minute in which this was decided.';
    case 'ClosedInFuture':
      return 'A risk cannot be closed on a day to come.';
    case 'ActionsOpen':
      return `Its ${refusal.refs.length === 1 ? 'action' : 'actions'} ${listed(refusal.refs)} ${refusal.refs.length === 1 ? 'is' : 'are'} still open. Complete, cancel or move ${refusal.refs.length === 1 ? 'it' : 'them'} first.`;
    case 'MergedIntoNothing':
      return 'Choose the risk that it was merged into.';
    case 'MergedIntoItself':
      return 'A risk cannot be merged into itself.';
    case 'MergedIntoClosed':
      return `Risk ${refusal.number} is not open, so nothing can be merged into it.`;
    case 'EscalationNotAccepted':
      return 'The other body has not accepted it yet, so it stays on this register. Note their answer first.';
    case 'WasFrozen':
      return 'This risk stands in a review that the board has seen, so it was not entered in error. Choose another reason.';
    case 'NotRated':
      return 'Rate the risk first: the board bears it as it is rated.';
    case 'ApprovedInFuture':
      return 'It cannot have been approved on a day to come.';
    case 'ExpiryOutOfReach':
      return `The board bears a risk for twelve months at most. The last day is ${withYear(refusal.latest)}.`;
    case 'AssuredInFuture':
      return 'It cannot have been assured on a day to come.';
    case 'BodyMissing':
      return 'Say which body it goes to or comes from.';
    case 'StorageFull':
      return noRoomWords;
    default:
      return unreachable(refusal);
  }
}
