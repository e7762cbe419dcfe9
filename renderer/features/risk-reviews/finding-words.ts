/** What keeps a review from being frozen, and what is worth a look first, in the officers' words. */
import { cellCode, cellName, type Cell, type Scheme } from '#shared/domain/rating/scheme.ts';
import type { SchemeFault } from '#shared/domain/rating/scheme-faults.ts';
import type { FreezeBlock, FreezeWarning } from '#shared/domain/risk-reviews/freeze-checks.ts';
import type { PersonalDetailType } from '#shared/domain/risks/personal-details.ts';
import type { ScenarioPart } from '#shared/domain/risks/wording.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';

const partWords: Readonly<Record<ScenarioPart, string>> = {
  vulnerability: 'the vulnerability',
  trigger: 'the trigger',
  consequences: 'the consequences',
};

function listed(words: ReadonlyArray<string>): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

export interface FindingContext {
  readonly scheme: Scheme;
  /** Reference of an action, such as `3.1`. */
  readonly refOf: (actionId: string) => string;
  /** Number of a risk. */
  readonly numberOf: (riskId: string) => string;
}

export function blockInWords(block: FreezeBlock, { scheme, refOf, numberOf }: FindingContext): string {
  const cell = (one: Cell): string => `${cellCode(one)} (${cellName(scheme, one)})`;
  switch (block.type) {
    case 'AsAtNotAfterLast':
      return `The review is as at ${withYear(block.asAt)}, and the last frozen one as at ${withYear(block.last)}. A review lies after the one before.`;
    case 'SchemeFaulty':
      return schemeFaultInWords(block.fault);
    case 'NumberTwice':
      return `The number ${block.number} was given to two risks. Give one of them the next number.`;
    case 'PartMissing':
      return `Write ${listed(block.parts.map((part) => partWords[part]))}.`;
    case 'NotReviewed':
      return 'Not confirmed in this review yet.';
    case 'NotRated':
      return 'It has no current rating.';
    case 'NoOwner':
      return 'It has no owner.';
    case 'OwnerIsTeam':
      return `Its owner reads as “${block.name}”. One named person answers for a risk.`;
    case 'NoTarget':
      return 'It stands above the line: say where it should come to, or note the board’s decision to tolerate it.';
    case 'NoOpenAction':
      return 'It stands above the line and nothing is being done: add an action, or note the board’s decision to tolerate it.';
    case 'TargetWorse':
      return `Its target ${cell(block.target)} is worse than its current rating ${cell(block.current)}.`;
    case 'TargetAboveLine':
      return `Its target ${cell(block.target)} lies above the line. Say why with the target.`;
    case 'InherentBetter':
      return `Its inherent rating ${cell(block.inherent)} is better than its current rating ${cell(block.current)}.`;
    case 'DropWithoutRationale':
      return `It fell from ${cell(block.from)} to ${cell(block.to)} and nobody said why.`;
    case 'ClosureIncomplete':
      return `It was closed without ${listed(block.missing.map((part) => ({ reason: 'a reason', note: 'a note', minute: 'a minute' })[part]))}.`;
    case 'ClosedWithOpenActions':
      return `It was closed while ${listed(block.actionIds.map(refOf))} ${block.actionIds.length === 1 ? 'is' : 'are'} still open.`;
    case 'MergedIntoNoLiveRisk':
      return block.targetId === null
        ? 'It was merged into no risk.'
        : `It was merged into risk ${numberOf(block.targetId)}, which is not open.`;
    case 'EscalationNotAccepted':
      return 'It was closed as accepted by another body, and no body has accepted it.';
    case 'ToleranceTooLong':
      return `The board bears a risk for twelve months at most: until ${withYear(block.latest)}, not ${withYear(block.expiresOn)}.`;
    case 'ActionWithoutOwner':
      return `Nobody is responsible for action ${refOf(block.actionId)}.`;
    case 'CompletedWithoutDay':
      return `Action ${refOf(block.actionId)} is complete, and nobody said on which day.`;
    case 'CompletedInFuture':
      return `Action ${refOf(block.actionId)} cannot have been completed on ${withYear(block.completedOn)}: that day is to come.`;
    case 'DueTooEarly':
      return `Action ${refOf(block.actionId)} is due on ${withYear(block.dueOn)}, before ${withYear(block.after)}, when it starts or the risk was found.`;
    case 'DueChangeWithoutReason':
      return `Action ${refOf(block.actionId)} was put off from ${withYear(block.from)} to ${withYear(block.to)} and nobody said why.`;
    default:
      return unreachable(block);
  }
}

function schemeFaultInWords(fault: SchemeFault): string {
  switch (fault.type) {
    case 'LevelCount':
      return `The scheme has ${fault.count} levels of ${fault.axis}; it needs two to ten.`;
    case 'CodeUnfit':
      return `The scheme’s code “${fault.code}” is not one to six letters and figures.`;
    case 'CodeTwice':
      return `The scheme has the code “${fault.code}” twice.`;
    case 'CellMissing':
    case 'CellTwice':
    case 'CellUnknown':
      return `The scheme’s cell ${cellCode(fault.cell)} is missing, there twice, or not on the grid.`;
    case 'LineNotMonotone':
      return `The line is uneven: ${cellCode(fault.lower)} is above it and ${cellCode(fault.higher)}, which is worse, is not.`;
    case 'BandsNotMonotone':
      return `The colours are uneven: ${cellCode(fault.lower)} is graver than ${cellCode(fault.higher)}, which is worse.`;
    case 'RedBelowGreen':
      return `Red cells stand below green ones: ${fault.red.map(cellCode).join(', ')}.`;
    default:
      return unreachable(fault);
  }
}

const detailWords: Readonly<Record<PersonalDetailType, string>> = {
  NhsNumber: 'an NHS number',
  PupilNumber: 'a pupil’s number',
  ChildNamed: 'a child’s name',
  FamilyNamed: 'a family’s name',
  BirthDate: 'a date of birth',
};

export function warningInWords(warning: FreezeWarning, { refOf, numberOf }: FindingContext): string {
  switch (warning.type) {
    case 'SchemeLine':
      return warning.warning.type === 'AllAbove'
        ? 'Every cell is above the line, so it parts nothing.'
        : 'No cell is above the line, so it parts nothing.';
    case 'OwnerReadsAsTeam':
      return `Its owner is called “${warning.name}”, which reads as a team.`;
    case 'ToleranceLapsed':
      return warning.standing === 'stale'
        ? 'The board tolerated it as it was rated before. It was rated anew since, so the board is to be asked again.'
        : 'The board’s decision to tolerate it has expired.';
    case 'DropWithoutCause':
      return `It fell from ${cellCode(warning.from)} to ${cellCode(warning.to)} though no action was completed and no control got better.`;
    case 'NameAlike':
      return `Its name says the same as that of risk ${numberOf(warning.otherId)}. Are they one?`;
    case 'Wording':
      return warning.warning.type === 'OnlyAbsence'
        ? `Of ${partWords[warning.warning.part]} it says only what is wanted: “${warning.warning.text}”. Say what may happen.`
        : `Of ${partWords[warning.warning.part]} there is a heading alone: “${warning.warning.text}”.`;
    case 'PersonalDetail':
      return `“${warning.detail.words}” looks like ${detailWords[warning.detail.type]}. The public edition would print it.`;
    case 'Overdue':
      return `Action ${refOf(warning.actionId)} is ${warning.days === 1 ? '1 day' : `${warning.days} days`} overdue${warning.slips > 0 ? `, put off ${warning.slips === 1 ? 'once' : `${warning.slips} times`}` : ''}.`;
    case 'NoDueDate':
      return `Action ${refOf(warning.actionId)} has no due date, so it can never be late.`;
    default:
      return unreachable(warning);
  }
}
