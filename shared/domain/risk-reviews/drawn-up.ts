/**
 * A register drawn up as at a day, in the shape in which reviews are frozen: for checking and comparing a review in draft, and for the
 * matrix and the lists of today.
 *
 * Lists whose order nobody chose stand in the order of their ids, so that two laptops that hold the same draw up the same to the byte.
 */
import { carriedCell, mappingBetween } from '#shared/domain/rating/carried.ts';
import type { PlannedAction } from '#shared/domain/risks/risk-action.ts';
import type { RiskCluster } from '#shared/domain/risks/risk-cluster.ts';
import type { RiskControl } from '#shared/domain/risks/risk-control.ts';
import type { RiskEscalation } from '#shared/domain/risks/risk-escalation.ts';
import type { RiskRegister } from '#shared/domain/risks/risk-register.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import type { RiskTolerance } from '#shared/domain/risks/risk-tolerance.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import type { KeptRating, Rating } from '#shared/domain/risks/values.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { RiskReview } from './risk-review.ts';
import type { Snapshot, SnapshotRisk } from './snapshot.ts';

/** All that belongs to one register. */
export interface RegisterRows {
  readonly register: RiskRegister;
  readonly bodyName: string;
  readonly schemes: ReadonlyArray<RiskScheme>;
  readonly clusters: ReadonlyArray<RiskCluster>;
  readonly risks: ReadonlyArray<Risk>;
  readonly controls: ReadonlyArray<RiskControl>;
  readonly actions: ReadonlyArray<PlannedAction>;
  readonly tolerances: ReadonlyArray<RiskTolerance>;
  readonly escalations: ReadonlyArray<RiskEscalation>;
}

/** The review that is drawn up; `null` for the register as it stands, outside any. */
export type DrawnFor = Pick<RiskReview, 'id' | 'type' | 'label' | 'asAt' | 'supersedesId' | 'decisions'> | null;

/**
 * The register as at a day; `null` where the scheme that it names is not here, as when only a part of a colleague's work has come.
 *
 * @param previousSchemeId the scheme of the review that this one is compared with
 */
export function drawnUp(
  rows: RegisterRows,
  review: DrawnFor,
  today: CivilDate,
  previousSchemeId: string | null = null,
): Snapshot | null {
  const { register } = rows;
  const versions = new Map(rows.schemes.map((scheme) => [scheme.id, scheme]));
  const scheme = versions.get(register.schemeId);
  if (scheme === undefined) return null;
  const asAt = review?.asAt ?? today;
  const mapping = previousSchemeId === null ? scheme.mapping : mappingBetween(versions, previousSchemeId, scheme.id);
  return {
    format: 1,
    reviewId: review?.id ?? '',
    type: review?.type ?? 'exceptional',
    label: review?.label ?? '',
    asAt,
    supersedes: review?.supersedesId ?? null,
    register: {
      id: register.id,
      bodyName: rows.bodyName,
      name: register.name,
      prompt: register.prompt,
      vision: register.vision,
      mission: register.mission,
      horizonMonths: register.horizonMonths,
      reviewIntervalMonths: register.reviewIntervalMonths,
      closureRunLength: register.closureRunLength,
    },
    scheme: {
      id: scheme.id,
      name: scheme.name,
      likelihood: scheme.likelihood,
      impact: scheme.impact,
      cells: scheme.cells,
      mapping,
    },
    risks: drawnRisks(rows, review?.id ?? null, (rating) => carriedRating(versions, scheme.id, rating), asAt),
    decisions: review?.decisions ?? '',
  };
}

function carriedRating(
  versions: ReadonlyMap<string, RiskScheme>,
  schemeId: string,
  rating: KeptRating | null,
): Rating | null {
  if (rating === null) return null;
  const { id, ratedOn, method, confidence, rationale } = rating;
  const { likelihood, impact } = rating;
  if (rating.schemeId === schemeId) return { id, likelihood, impact, ratedOn, method, confidence, rationale };
  const cell = carriedCell(versions, rating.schemeId, schemeId, { likelihood, impact });
  return cell === null ? null : { id, ...cell, ratedOn, method, confidence, rationale };
}

function drawnRisks(
  rows: RegisterRows,
  reviewId: string | null,
  carried: (rating: KeptRating | null) => Rating | null,
  asAt: CivilDate,
): ReadonlyArray<SnapshotRisk> {
  const clusters = new Map(rows.clusters.map(({ id, name }) => [id, name]));
  const objectives = new Map(rows.register.objectives.map(({ id, name }) => [id, name]));
  const known = new Set(rows.risks.map(({ id }) => id));
  const controls = byRisk(rows.controls, ({ riskIds }) => riskIds);
  const actions = byRisk(rows.actions, ({ riskId }) => [riskId]);
  const tolerances = byRisk(rows.tolerances, ({ riskId }) => [riskId]);
  const escalations = byRisk(rows.escalations, ({ riskId }) => [riskId]);
  const drawn = rows.risks.map((risk): SnapshotRisk => {
    const { closure, reviewed } = risk;
    return {
      id: risk.id,
      number: risk.number,
      shortName: risk.shortName,
      cluster: clusters.get(risk.clusterId ?? '') ?? '',
      category: risk.category,
      objectives: risk.objectiveIds.flatMap((id) => objectives.get(id) ?? []).sort(),
      vulnerability: risk.vulnerability,
      trigger: risk.trigger,
      consequences: risk.consequences,
      owner: risk.owner,
      identifiedOn: risk.identifiedOn ?? asAt,
      proximity: risk.proximity,
      response: risk.response,
      targetOn: risk.targetOn,
      publication: risk.publication,
      status: risk.status,
      closure:
        closure === null
          ? null
          : { ...closure, mergedIntoId: known.has(closure.mergedIntoId ?? '') ? closure.mergedIntoId : null },
      inherent: carried(risk.inherent),
      current: carried(risk.current),
      target: carried(risk.target),
      controls: (controls.get(risk.id) ?? []).map(drawnControl),
      actions: (actions.get(risk.id) ?? []).map(drawnAction).sort(inOrderOfRefs),
      tolerances: (tolerances.get(risk.id) ?? []).flatMap(drawnTolerance),
      escalations: (escalations.get(risk.id) ?? []).map((one) => drawnEscalation(one, asAt)),
      review: reviewId === null || reviewed?.reviewId !== reviewId ? null : drawnLine(reviewed),
    };
  });
  return drawn.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
}

/** What belongs to each risk, in the order of ids. */
function byRisk<Row extends { readonly id: string }>(
  rows: ReadonlyArray<Row>,
  risksOf: (row: Row) => ReadonlyArray<string>,
): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    for (const id of risksOf(row)) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [row]);
      else list.push(row);
    }
  }
  for (const list of found.values()) if (list.length > 1) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return found;
}

/** Made once: asking for the order anew with each pair costs more than all the rest. */
const byNumbers = new Intl.Collator('en', { numeric: true });

function inOrderOfRefs(a: { readonly ref: string }, b: { readonly ref: string }): number {
  return byNumbers.compare(a.ref, b.ref);
}

type Drawn<Part extends 'controls' | 'actions' | 'tolerances' | 'escalations'> = SnapshotRisk[Part][number];

function drawnControl(control: RiskControl): Drawn<'controls'> {
  const { id, text, owner, adequacy, assuranceLine, lastAssuredOn, evidence } = control;
  return { id, text, owner, adequacy, assuranceLine, lastAssuredOn, evidence };
}

function drawnAction(action: PlannedAction): Drawn<'actions'> {
  return {
    id: action.id,
    ref: action.ref,
    text: action.text,
    responsible: action.responsible,
    successFactors: action.successFactors,
    kpi: action.kpi,
    reviewFrequency: action.reviewFrequency,
    keyDates: action.keyDates,
    startOn: action.startOn,
    dueOn: action.dueOn,
    originalDueOn: action.originalDueOn,
    dueChanges: action.dueChanges,
    status: action.status,
    completedOn: action.completedOn,
    outcome: action.outcome,
  };
}

function drawnTolerance(tolerance: RiskTolerance): ReadonlyArray<Drawn<'tolerances'>> {
  const { id, reason, approvedMinute, approvedOn, expiresOn, ratingId } = tolerance;
  // Without its days it bears nothing: a colleague's laptop of another age may have left them out.
  return approvedOn === null || expiresOn === null
    ? []
    : [{ id, reason, approvedMinute, approvedOn, expiresOn, ratingId }];
}

function drawnEscalation(escalation: RiskEscalation, asAt: CivilDate): Drawn<'escalations'> {
  const { id, direction, otherBody, theirRef, proposedOn, status, minuteRef } = escalation;
  return { id, direction, otherBody, theirRef, proposedOn: proposedOn ?? asAt, status, minuteRef };
}

function drawnLine(line: NonNullable<Risk['reviewed']>): NonNullable<SnapshotRisk['review']> {
  const { stillValid, commentary, reviewedBy, reviewedOn, decision } = line;
  return { stillValid, commentary, reviewedBy, reviewedOn, decision };
}
