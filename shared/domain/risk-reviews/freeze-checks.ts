/**
 * What keeps a review from being frozen, and what the officer should look at first. Each finding is a plain value that names the place; the
 * words are the screen's.
 *
 * What blocks are rules of the register (risk-register, invariants 5 to 11); what warns is left to the officer's judgement.
 */
import { addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { actionFindings, type ActionBlock, type ActionWarning } from './action-checks.ts';
import {
  hasLiveTolerance,
  hasOpenAction,
  isActionOpen,
  isComplete,
  isLive,
  isRiskAbove,
  toleranceStanding,
} from './as-at.ts';
import { personalDetailsIn, type RiskDetail } from './details-in-snapshot.ts';
import { schemeFaults, type SchemeFault, type SchemeWarning } from '#shared/domain/rating/scheme-faults.ts';
import { isAboveLine, isNoWorse, type Cell } from '#shared/domain/rating/scheme.ts';
import type { Closure, Snapshot, SnapshotRisk } from './snapshot.ts';
import { bareName } from '#shared/domain/risks/alike.ts';
import { readsAsTeam } from '#shared/domain/risks/owner.ts';
import { missingParts, wordingWarnings, type ScenarioPart, type WordingWarning } from '#shared/domain/risks/wording.ts';

type OfRisk<Type extends string> = { readonly type: Type; readonly riskId: string };

export type ClosurePart = 'reason' | 'note' | 'minute';

export type FreezeBlock =
  /** A review lies after the last frozen one, unless it corrects it. */
  | { readonly type: 'AsAtNotAfterLast'; readonly asAt: CivilDate; readonly last: CivilDate }
  | { readonly type: 'SchemeFaulty'; readonly fault: SchemeFault }
  | { readonly type: 'NumberTwice'; readonly riskId: string; readonly otherId: string; readonly number: number }
  | (OfRisk<'PartMissing'> & { readonly parts: ReadonlyArray<ScenarioPart> })
  | OfRisk<'NotReviewed'>
  | OfRisk<'NotRated'>
  | OfRisk<'NoOwner'>
  | (OfRisk<'OwnerIsTeam'> & { readonly name: string })
  /** Above the line, not tolerated, and nobody said where it should come to. */
  | OfRisk<'NoTarget'>
  /** Above the line, not tolerated, and nothing is being done. */
  | OfRisk<'NoOpenAction'>
  | (OfRisk<'TargetWorse'> & { readonly target: Cell; readonly current: Cell })
  /** A target above the line needs a rationale of its own. */
  | (OfRisk<'TargetAboveLine'> & { readonly target: Cell })
  | (OfRisk<'InherentBetter'> & { readonly inherent: Cell; readonly current: Cell })
  | (OfRisk<'DropWithoutRationale'> & { readonly from: Cell; readonly to: Cell })
  | (OfRisk<'ClosureIncomplete'> & { readonly missing: ReadonlyArray<ClosurePart> })
  | (OfRisk<'ClosedWithOpenActions'> & { readonly actionIds: ReadonlyArray<string> })
  /** Merged into no risk, or into one that is not live. */
  | (OfRisk<'MergedIntoNoLiveRisk'> & { readonly targetId: string | null })
  /** The other body has not accepted it, so it stays here. */
  | OfRisk<'EscalationNotAccepted'>
  /** A board bears a risk for twelve months at most. */
  | (OfRisk<'ToleranceTooLong'> & {
      readonly toleranceId: string;
      readonly expiresOn: CivilDate;
      readonly latest: CivilDate;
    })
  | ActionBlock;

export type FreezeWarning =
  | { readonly type: 'SchemeLine'; readonly warning: SchemeWarning }
  /** No name of a person is that alike; where somebody on the list bears it, the officer knows better. */
  | (OfRisk<'OwnerReadsAsTeam'> & { readonly name: string })
  | (OfRisk<'ToleranceLapsed'> & { readonly toleranceId: string; readonly standing: 'stale' | 'expired' })
  /** Rated lower though no action was completed and no control came or got better. */
  | (OfRisk<'DropWithoutCause'> & { readonly from: Cell; readonly to: Cell })
  | { readonly type: 'NameAlike'; readonly riskId: string; readonly otherId: string }
  | (OfRisk<'Wording'> & { readonly warning: WordingWarning })
  | (OfRisk<'PersonalDetail'> & { readonly detail: RiskDetail })
  | ActionWarning;

export interface FreezeChecks {
  readonly blocks: ReadonlyArray<FreezeBlock>;
  readonly warns: ReadonlyArray<FreezeWarning>;
}

/**
 * @param previous the last frozen review that stands, `null` before the first
 * @param today for what cannot have happened yet; everything else is told as at the review's own day
 */
export function freezeChecks(draft: Snapshot, previous: Snapshot | null, today: CivilDate): FreezeChecks {
  const before = new Map(previous?.risks.map((risk) => [risk.id, risk]));
  const numbers: FreezeBlock[] = repeats(draft.risks, ({ number }) => String(number)).map(([risk, other]) => {
    return { type: 'NumberTwice', riskId: risk.id, otherId: other.id, number: risk.number };
  });
  const live = draft.risks.filter(isLive);
  const names: FreezeWarning[] = repeats(live, ({ shortName }) => bareName(shortName)).map(([risk, other]) => {
    return { type: 'NameAlike', riskId: risk.id, otherId: other.id };
  });
  const scheme = schemeFaults(draft.scheme);
  const drops = live.flatMap((risk) => dropFindings(draft, risk, previous, before.get(risk.id)));
  const actions = live.map((risk) => actionFindings(risk, draft.asAt, today));
  return {
    blocks: [
      ...dateBlocks(draft, previous),
      ...scheme.blocks.map((fault): FreezeBlock => ({ type: 'SchemeFaulty', fault })),
      ...numbers,
      ...live.flatMap((risk) => [...lineBlocks(draft, risk), ...ratingBlocks(draft, risk)]),
      ...drops.filter((found) => found.type === 'DropWithoutRationale'),
      ...draft.risks.flatMap((risk) => {
        return risk.status === 'closed' && before.get(risk.id)?.status !== 'closed' ? closingBlocks(draft, risk) : [];
      }),
      ...actions.flatMap(({ blocks }) => blocks),
    ],
    warns: [
      ...scheme.warns.map((warning): FreezeWarning => ({ type: 'SchemeLine', warning })),
      ...names,
      ...live.flatMap((risk) => riskWarnings(draft, risk)),
      ...drops.filter((found) => found.type === 'DropWithoutCause'),
      ...actions.flatMap(({ warns }) => warns),
      ...personalDetailsIn(draft).map((detail): FreezeWarning => {
        return { type: 'PersonalDetail', riskId: detail.riskId, detail };
      }),
    ],
  };
}

function dateBlocks({ asAt, supersedes }: Snapshot, previous: Snapshot | null): ReadonlyArray<FreezeBlock> {
  if (previous === null || supersedes !== null || asAt > previous.asAt) return [];
  return [{ type: 'AsAtNotAfterLast', asAt, last: previous.asAt }];
}

/** Each risk that has the same key as one before it, with that one. An empty key is like no other. */
function repeats(
  risks: ReadonlyArray<SnapshotRisk>,
  keyOf: (risk: SnapshotRisk) => string,
): ReadonlyArray<readonly [SnapshotRisk, SnapshotRisk]> {
  const first = new Map<string, SnapshotRisk>();
  return risks.flatMap((risk) => {
    const key = keyOf(risk);
    const other = first.get(key);
    if (other === undefined) first.set(key, risk);
    return other === undefined || key === '' ? [] : [[risk, other] as const];
  });
}

function lineBlocks({ scheme, asAt }: Snapshot, risk: SnapshotRisk): ReadonlyArray<FreezeBlock> {
  const riskId = risk.id;
  const parts = missingParts(risk);
  const isBorne = !isRiskAbove(scheme, risk) || hasLiveTolerance(risk, asAt);
  const blocks: FreezeBlock[] = [];
  if (parts.length > 0) blocks.push({ type: 'PartMissing', riskId, parts });
  if (risk.review === null || risk.review.reviewedBy.trim() === '') blocks.push({ type: 'NotReviewed', riskId });
  if (risk.current === null) blocks.push({ type: 'NotRated', riskId });
  if (risk.owner === null || risk.owner.name.trim() === '') blocks.push({ type: 'NoOwner', riskId });
  else if (risk.owner.personId === null && readsAsTeam(risk.owner)) {
    blocks.push({ type: 'OwnerIsTeam', riskId, name: risk.owner.name });
  }
  if (!isBorne && risk.target === null) blocks.push({ type: 'NoTarget', riskId });
  if (!isBorne && !hasOpenAction(risk, asAt)) blocks.push({ type: 'NoOpenAction', riskId });
  return blocks;
}

function ratingBlocks({ scheme, asAt }: Snapshot, risk: SnapshotRisk): ReadonlyArray<FreezeBlock> {
  const { id: riskId, inherent, current, target } = risk;
  const blocks: FreezeBlock[] = [];
  if (target !== null && current !== null && !isNoWorse(scheme, target, current)) {
    blocks.push({ type: 'TargetWorse', riskId, target: cellAlone(target), current: cellAlone(current) });
  }
  if (target !== null && isAboveLine(scheme, target) && target.rationale.trim() === '') {
    blocks.push({ type: 'TargetAboveLine', riskId, target: cellAlone(target) });
  }
  if (inherent !== null && current !== null && !isNoWorse(scheme, current, inherent)) {
    blocks.push({ type: 'InherentBetter', riskId, inherent: cellAlone(inherent), current: cellAlone(current) });
  }
  for (const { id, approvedOn, expiresOn } of risk.tolerances) {
    const latest = addMonths(approvedOn, 12);
    // One that is long over is past mending, and bears nothing any more.
    if (expiresOn > latest && expiresOn >= asAt) {
      blocks.push({ type: 'ToleranceTooLong', riskId, toleranceId: id, expiresOn, latest });
    }
  }
  return blocks;
}

function cellAlone({ likelihood, impact }: Cell): Cell {
  return { likelihood, impact };
}

function closingBlocks({ risks, asAt }: Snapshot, risk: SnapshotRisk): ReadonlyArray<FreezeBlock> {
  const { id: riskId, closure } = risk;
  const missing = missingFromClosure(closure);
  const actionIds = risk.actions.filter((action) => isActionOpen(action, asAt)).map(({ id }) => id);
  const blocks: FreezeBlock[] = [];
  if (missing.length > 0) blocks.push({ type: 'ClosureIncomplete', riskId, missing });
  if (actionIds.length > 0) blocks.push({ type: 'ClosedWithOpenActions', riskId, actionIds });
  if (closure?.reason === 'merged') {
    const target = risks.find(({ id }) => id === closure.mergedIntoId);
    if (target === undefined || !isLive(target)) {
      blocks.push({ type: 'MergedIntoNoLiveRisk', riskId, targetId: closure.mergedIntoId });
    }
  }
  const isAccepted = risk.escalations.some(({ direction, status }) => direction === 'up' && status === 'accepted');
  if (closure?.reason === 'escalatedAccepted' && !isAccepted) blocks.push({ type: 'EscalationNotAccepted', riskId });
  return blocks;
}

function missingFromClosure(closure: Closure | null): ReadonlyArray<ClosurePart> {
  if (closure === null) return ['reason', 'note', 'minute'];
  return [
    ...(closure.note.trim() === '' ? (['note'] as const) : []),
    ...(closure.minuteRef.trim() === '' ? (['minute'] as const) : []),
  ];
}

type DropFinding = Extract<FreezeBlock | FreezeWarning, { type: 'DropWithoutRationale' | 'DropWithoutCause' }>;

/** A rating that fell since the last review: it needs a rationale, and something that brought it down. */
function dropFindings(
  { scheme, asAt }: Snapshot,
  risk: SnapshotRisk,
  previous: Snapshot | null,
  was: SnapshotRisk | undefined,
): ReadonlyArray<DropFinding> {
  const [from, to] = [was?.current ?? null, risk.current];
  if (previous === null || was === undefined || from === null || to === null) return [];
  if (previous.scheme.id !== scheme.id || isNoWorse(scheme, from, to) || !isNoWorse(scheme, to, from)) return [];
  const cells = { riskId: risk.id, from: cellAlone(from), to: cellAlone(to) };
  const found: DropFinding[] = [];
  if (to.rationale.trim() === '') found.push({ type: 'DropWithoutRationale', ...cells });
  const doneBefore = new Set(was.actions.filter((one) => isComplete(one, previous.asAt)).map(({ id }) => id));
  const isDone = risk.actions.some((action) => isComplete(action, asAt) && !doneBefore.has(action.id));
  if (!isDone && !hasBetterControl(was, risk)) found.push({ type: 'DropWithoutCause', ...cells });
  return found;
}

const strength = { notAssessed: 0, inadequate: 0, partial: 1, adequate: 2 } as const;

function hasBetterControl(was: SnapshotRisk, risk: SnapshotRisk): boolean {
  const before = new Map(was.controls.map(({ id, adequacy }) => [id, strength[adequacy]]));
  return risk.controls.some(({ id, adequacy }) => strength[adequacy] > (before.get(id) ?? 0));
}

function riskWarnings({ scheme, asAt }: Snapshot, risk: SnapshotRisk): ReadonlyArray<FreezeWarning> {
  const riskId = risk.id;
  const warns: FreezeWarning[] = [];
  if (risk.owner !== null && risk.owner.personId !== null && readsAsTeam(risk.owner)) {
    warns.push({ type: 'OwnerReadsAsTeam', riskId, name: risk.owner.name });
  }
  if (isRiskAbove(scheme, risk) && !hasLiveTolerance(risk, asAt)) {
    for (const tolerance of risk.tolerances) {
      const standing = toleranceStanding(tolerance, risk, asAt);
      if (standing === 'stale' || standing === 'expired') {
        warns.push({ type: 'ToleranceLapsed', riskId, toleranceId: tolerance.id, standing });
      }
    }
  }
  return [...warns, ...wordingWarnings(risk).map((warning): FreezeWarning => ({ type: 'Wording', riskId, warning }))];
}
