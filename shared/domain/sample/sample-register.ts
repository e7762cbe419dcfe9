/**
 * The sample's risk register: found a year ago, reviewed and frozen twice, and half way through its third review.
 *
 * What happened is played through step by step on plain rows, and each frozen review is drawn up from them as the app would have done on
 * that day: so the files of the frozen reviews and the records can never tell two stories.
 */
import { draft, type Draft } from '#shared/changes/draft.ts';
import type { RecordOf } from '#shared/changes/kind.ts';
import { storm } from '#shared/domain/rating/presets.ts';
import { drawnUp } from '#shared/domain/risk-reviews/drawn-up.ts';
import { countsOf, positionsOf } from '#shared/domain/risk-reviews/frozen-figures.ts';
import { frozenReviewKind } from '#shared/domain/risk-reviews/frozen-review.ts';
import { reviewLabel } from '#shared/domain/risk-reviews/review-dates.ts';
import { riskReviewKind } from '#shared/domain/risk-reviews/risk-review.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { riskActionKind } from '#shared/domain/risks/risk-action.ts';
import { riskClusterKind } from '#shared/domain/risks/risk-cluster.ts';
import { riskControlKind } from '#shared/domain/risks/risk-control.ts';
import { riskRegisterKind } from '#shared/domain/risks/risk-register.ts';
import { riskSchemeKind } from '#shared/domain/risks/risk-scheme.ts';
import { riskKind } from '#shared/domain/risks/risk.ts';
import type { Answerable, KeptRating } from '#shared/domain/risks/values.ts';
import { addDays, addMonths, dayMonthYear, yearOf, monthOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import { playedRows } from './played-rows.ts';
import type { SampleDates } from './sample-dates.ts';
import type { SampleDraft } from './sample-draft.ts';
import { sampleOrganisations } from './sample-people.ts';
import { sampleMission, sampleObjectives, sampleRisks, sampleVision } from './sample-risks.ts';

/** A frozen review's text once it is kept. */
export interface KeptText {
  readonly sha256: string;
  readonly bytes: number;
}

export interface SampleRegister {
  /** What was frozen, the earlier first: to be kept as files before the drafts are made. */
  readonly frozen: ReadonlyArray<Snapshot>;
  /** @param kept the files of `frozen`, in that order */
  draftsOf(kept: ReadonlyArray<KeptText>): ReadonlyArray<SampleDraft>;
}

export interface SamplePlace {
  readonly dates: SampleDates;
  readonly boardId: string;
  readonly boardName: string;
  readonly personIds: ReadonlyMap<string, string>;
  newId(): string;
}

type Step = (kept: ReadonlyArray<KeptText>) => SampleDraft;

const riskOfficer = 'Dana Whitlock';

export function sampleRegister(place: SamplePlace): SampleRegister {
  const { dates, newId } = place;
  const played = playedRows();
  const steps: Step[] = [];
  const [first, second, third] = reviewDays(dates.today);

  /** One decision, in the rows at once and in the log later. `null` for what changes an existing record. */
  function act(on: CivilDate, what: string, changes: ReadonlyArray<Draft['changes']>): void {
    const day = on > dates.today ? dates.today : on;
    steps.push(() => ({ on: day, by: riskOfficer, draft: draft(what, '', changes) }));
  }
  const { put } = played;

  const registerId = newId();
  const schemeId = newId();
  const objectives = sampleObjectives.map((name) => ({ id: newId(), name }));
  const founded = addDays(first, -40);
  act(founded, 'Set up the risk register', [
    put(riskSchemeKind, schemeId, { ...schemeOf(), registerId, version: 1 }),
    put(riskRegisterKind, registerId, {
      bodyId: place.boardId,
      name: 'Partnership risk register',
      vision: sampleVision,
      mission: sampleMission,
      objectives,
      schemeId,
    }),
  ]);
  const clusters = new Map<string, string>();
  for (const { cluster } of sampleRisks) if (!clusters.has(cluster)) clusters.set(cluster, newId());
  act(
    addDays(founded, 1),
    'Gathered the risks under themes',
    [...clusters].map(([name, id]) => put(riskClusterKind, id, { registerId, name })),
  );

  const risks = sampleRisks.map((risk, index) => ({ risk, number: index + 1, id: newId() }));
  const person = (name: string): Answerable => ({
    personId: place.personIds.get(name) ?? null,
    name,
    role: place.personIds.has(name) ? (roleOf(name) ?? '') : '',
  });
  const ratingOf = (cell: string, ratedOn: CivilDate, rationale: string, reviewId: string | null): KeptRating => {
    const [likelihood = '', impact = ''] = cell.split('-');
    return {
      id: newId(),
      likelihood,
      impact,
      ratedOn,
      method: 'consensus',
      confidence: 'medium',
      rationale,
      schemeId,
      reviewId,
    };
  };
  const actionIds = new Map<string, string>();

  /** What was new on the register at a review. */
  function found(at: 0 | 1 | 2, asAt: CivilDate, reviewId: string | null): void {
    for (const { risk, number, id } of risks) {
      const cell = risk.cells[at];
      if (cell === null || (at > 0 && risk.cells[(at - 1) as 0 | 1] !== null)) continue;
      const on = addDays(asAt, -12);
      act(on, `Added risk ${number}, ${risk.shortName}`, [
        put(riskKind, id, {
          registerId,
          number,
          shortName: risk.shortName,
          clusterId: clusters.get(risk.cluster) ?? null,
          category: risk.category,
          objectiveIds: risk.objectives.flatMap((index) => objectives[index]?.id ?? []),
          vulnerability: risk.vulnerability,
          trigger: risk.trigger,
          consequences: risk.consequences,
          owner: person(risk.owner),
          identifiedOn: on,
          identifiedVia: at === 0 ? 'workshop' : 'quarterly',
          proximity: risk.proximity,
          targetOn: addMonths(asAt, 12),
          publication: risk.isExempt === true ? 'exempt' : 'public',
          status: 'open',
          current: ratingOf(cell, on, risk.reasons[at], reviewId),
          target: ratingOf(risk.target, on, '', reviewId),
        }),
        ...risk.controls.map((control) => put(riskControlKind, newId(), { ...control, registerId, riskIds: [id] })),
        ...risk.actions.map((action, index) => {
          const actionId = newId();
          actionIds.set(`${number}.${index + 1}`, actionId);
          const dueOn = addMonths(first, action.due);
          return put(riskActionKind, actionId, {
            registerId,
            riskId: id,
            ref: `${number}.${index + 1}`,
            text: action.text,
            responsible: person(action.responsible),
            successFactors: action.successFactors,
            status: 'inProgress',
            startOn: on,
            dueOn,
            originalDueOn: dueOn,
          });
        }),
      ]);
    }
  }

  /** What became of the actions in the months before a review. */
  function progressed(review: 2 | 3, asAt: CivilDate): void {
    for (const { risk, number } of risks) {
      for (const [index, action] of risk.actions.entries()) {
        const actionId = actionIds.get(`${number}.${index + 1}`);
        if (actionId === undefined) continue;
        if (action.doneBy === review) {
          const on = addDays(asAt, -9);
          act(on, `Marked action ${number}.${index + 1} as complete`, [
            put(riskActionKind, actionId, { status: 'complete', completedOn: on, outcome: action.outcome ?? '' }),
          ]);
        }
        if (action.putOff !== undefined && review === 2) {
          const from = addMonths(first, action.due);
          const to = addMonths(from, action.putOff.months);
          const on = addDays(asAt, -6);
          act(on, `Put off action ${number}.${index + 1}`, [
            put(riskActionKind, actionId, {
              dueOn: to,
              dueChanges: [{ from, to, reason: action.putOff.reason, on }],
            }),
          ]);
        }
      }
    }
  }

  function confirmed(at: 0 | 1 | 2, asAt: CivilDate, reviewId: string, isAll: boolean): void {
    for (const { risk, number, id } of risks) {
      const cell = risk.cells[at];
      if (cell === null || (!isAll && risk.isConfirmed !== true && risk.closed === undefined)) continue;
      const closed = at === 2 ? risk.closed : undefined;
      const before = at === 0 ? null : risk.cells[at === 2 ? 1 : 0];
      const moved = before !== null && before !== cell;
      const on = addDays(asAt, 3);
      act(on, `Reviewed risk ${number}`, [
        put(riskKind, id, {
          ...(moved
            ? { current: ratingOf(cell, on > dates.today ? dates.today : on, risk.reasons[at], reviewId) }
            : {}),
          reviewed: {
            reviewId,
            stillValid: true,
            commentary: risk.reasons[at],
            reviewedBy: risk.owner,
            reviewedOn: on > dates.today ? dates.today : on,
            decision: closed !== undefined ? 'close' : moved ? 'rescore' : 'keep',
          },
          ...(closed === undefined
            ? {}
            : {
                status: 'closed',
                closure: {
                  on: asAt,
                  reason: 'managed',
                  note: closed.note,
                  minuteRef: closed.minute,
                  mergedIntoId: null,
                },
              }),
        }),
      ]);
    }
  }

  function started(asAt: CivilDate): string {
    const id = newId();
    const label = reviewLabel('quarterly', asAt);
    act(asAt, `Started the review ${label}`, [put(riskReviewKind, id, { registerId, type: 'quarterly', label, asAt })]);
    return id;
  }

  const frozen: Snapshot[] = [];
  function froze(reviewId: string, asAt: CivilDate): void {
    const review = played.rowOf(riskReviewKind, reviewId);
    const snapshot = drawnUp(played.registerOf(registerId, place.boardName), review, dates.today);
    if (snapshot === null) throw new Error('the sample’s scheme is missing');
    const nth = frozen.push(snapshot) - 1;
    const on = addDays(asAt, 9);
    const after = put(riskReviewKind, reviewId, { state: 'frozen' });
    steps.push((kept) => ({
      on,
      by: riskOfficer,
      draft: draft(`Froze the review ${review.label}`, '', [
        put(frozenReviewKind, newId(), {
          registerId,
          reviewId,
          type: 'quarterly',
          label: review.label,
          asAt,
          frozenOn: on,
          frozenBy: riskOfficer,
          schemeId,
          sha256: kept[nth]?.sha256 ?? '',
          bytes: kept[nth]?.bytes ?? 0,
          counts: countsOf(snapshot),
          positions: positionsOf(snapshot),
        }),
        after,
      ]),
    }));
  }

  found(0, first, null);
  const reviewOne = started(first);
  confirmed(0, first, reviewOne, true);
  froze(reviewOne, first);
  found(1, second, null);
  progressed(2, second);
  const reviewTwo = started(second);
  confirmed(1, second, reviewTwo, true);
  froze(reviewTwo, second);
  found(2, third, null);
  progressed(3, third);
  const reviewThree = started(third);
  confirmed(2, third, reviewThree, false);
  return { frozen, draftsOf: (kept) => steps.map((step) => step(kept)) };
}

/** Three reviews, three months apart, the last as at the end of last month. */
function reviewDays(today: CivilDate): readonly [CivilDate, CivilDate, CivilDate] {
  const first = dayMonthYear(yearOf(today), monthOf(today), 1) ?? today;
  const endOf = (months: number): CivilDate => addDays(addMonths(first, -months), -1);
  return [endOf(6), endOf(3), endOf(0)];
}

function schemeOf(): Pick<RecordOf<typeof riskSchemeKind>, 'name' | 'likelihood' | 'impact' | 'cells'> {
  const { name, likelihood, impact, cells } = storm;
  return { name, likelihood, impact, cells };
}

function roleOf(name: string): string | undefined {
  return sampleOrganisations.flatMap(({ people }) => people).find(([person]) => person === name)?.[1];
}
