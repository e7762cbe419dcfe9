/**
 * What an import would do, row by row, before anything is done. A row is found again by its Packhorse id, then by its number; what is closed is
 * left as it is; what a sheet does not say is left as it is too.
 */
import { cellCode, isNoWorse, type Cell } from '#shared/domain/rating/scheme.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import { personInWords, type Risk } from '#shared/domain/risks/risk.ts';
import type { Answerable, KeptRating } from '#shared/domain/risks/values.ts';
import { publicationWords, proximityWords, responseWords } from '#shared/domain/risks/words.ts';
import type { RiskCluster } from '#shared/domain/risks/risk-cluster.ts';
import type { RiskControl } from '#shared/domain/risks/risk-control.ts';
import type { PlannedAction } from '#shared/domain/risks/risk-action.ts';
import { isSameJson } from '#shared/kernel/json.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { ReadRow, RowProblem, RowRead } from './read-row.ts';

export type PlanProblem =
  | RowProblem
  | { readonly type: 'NumberTwice'; readonly number: number; readonly otherRow: number }
  | { readonly type: 'TargetWorse'; readonly target: Cell; readonly current: Cell }
  | { readonly type: 'InherentBetter'; readonly inherent: Cell; readonly current: Cell };

export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface PlannedRow {
  /** As it is numbered in the sheet, from 1. */
  readonly sheetRow: number;
  readonly name: string;
  /** `leftOut`: closed, there or here. */
  readonly type: 'add' | 'change' | 'same' | 'leftOut' | 'refused';
  readonly number: number | null;
  readonly changes: ReadonlyArray<FieldChange>;
  readonly problems: ReadonlyArray<PlanProblem>;
  readonly row: ReadRow;
  readonly risk: Risk | null;
}

export interface PlanGiven {
  readonly scheme: RiskScheme;
  readonly risks: ReadonlyArray<Risk>;
  readonly clusters: ReadonlyArray<RiskCluster>;
  readonly controls: ReadonlyArray<RiskControl>;
  readonly actions: ReadonlyArray<PlannedAction>;
  /** Names of people with their ids and roles, for owners. */
  readonly people: ReadonlyArray<{ readonly id: string; readonly name: string; readonly jobTitle: string }>;
  readonly today: CivilDate;
}

export interface SheetRow {
  readonly sheetRow: number;
  readonly read: RowRead;
}

export function planImport(rows: ReadonlyArray<SheetRow>, given: PlanGiven): ReadonlyArray<PlannedRow> {
  const byId = new Map(given.risks.map((risk) => [risk.id, risk]));
  const byNumber = new Map<number, Risk>();
  for (const risk of given.risks) if (!byNumber.has(risk.number)) byNumber.set(risk.number, risk);
  const firstRow = new Map<number, number>();
  return rows.map(({ sheetRow, read }): PlannedRow => {
    const { row } = read;
    const risk = byId.get(row.id ?? '') ?? (row.number === undefined ? undefined : byNumber.get(row.number)) ?? null;
    const problems: PlanProblem[] = [...read.problems];
    const number = row.number ?? risk?.number ?? null;
    if (number !== null) {
      const other = firstRow.get(number);
      if (other === undefined) firstRow.set(number, sheetRow);
      else problems.push({ type: 'NumberTwice', number, otherRow: other });
    }
    problems.push(...orderProblems(row, risk, given.scheme));
    const name = row.shortName ?? risk?.shortName ?? '';
    const plain = { sheetRow, name, number, row, risk };
    if (row.isClosed === true || risk?.status === 'closed')
      return { ...plain, type: 'leftOut', changes: [], problems: [] };
    // A row that only changes a risk needs no name of its own.
    const serious = risk === null ? problems : problems.filter(({ type }) => type !== 'NoName');
    if (serious.length > 0) return { ...plain, type: 'refused', changes: [], problems: serious };
    const changes = changesIn(row, risk, given);
    if (risk === null) return { ...plain, type: 'add', changes, problems: [] };
    return { ...plain, type: changes.length === 0 ? 'same' : 'change', changes, problems: [] };
  });
}

function orderProblems(row: ReadRow, risk: Risk | null, scheme: RiskScheme): ReadonlyArray<PlanProblem> {
  const held = (rating: KeptRating | null | undefined): Cell | undefined =>
    rating === null || rating === undefined || rating.schemeId !== scheme.id ? undefined : rating;
  const current = row.current ?? held(risk?.current);
  const target = row.target ?? held(risk?.target);
  const inherent = row.inherent ?? held(risk?.inherent);
  if (current === undefined) return [];
  return [
    ...(target === undefined || isNoWorse(scheme, target, current)
      ? []
      : [{ type: 'TargetWorse' as const, target: bare(target), current: bare(current) }]),
    ...(inherent === undefined || isNoWorse(scheme, current, inherent)
      ? []
      : [{ type: 'InherentBetter' as const, inherent: bare(inherent), current: bare(current) }]),
  ];
}

function bare({ likelihood, impact }: Cell): Cell {
  return { likelihood, impact };
}

export function ownerOf(name: string, given: Pick<PlanGiven, 'people'>): Answerable {
  const wanted = name.trim().toLowerCase();
  const known = given.people.find((person) => person.name.trim().toLowerCase() === wanted);
  return known === undefined
    ? { personId: null, name: name.trim(), role: '' }
    : { personId: known.id, name: known.name, role: known.jobTitle };
}

/** What the row would change, in words: for a new risk all that it says. */
function changesIn(row: ReadRow, risk: Risk | null, given: PlanGiven): ReadonlyArray<FieldChange> {
  const changes: FieldChange[] = [];
  const compare = (label: string, before: string, after: string | undefined): void => {
    if (after !== undefined && after !== before) changes.push({ label, before, after });
  };
  const cluster = given.clusters.find(({ id }) => id === risk?.clusterId)?.name ?? '';
  const rated = (rating: KeptRating | null | undefined): string =>
    rating === null || rating === undefined ? '' : cellCode(rating);
  const cell = (one: Cell | undefined): string | undefined => (one === undefined ? undefined : cellCode(one));
  compare('Short name', risk?.shortName ?? '', row.shortName);
  compare('Vulnerability', risk?.vulnerability ?? '', row.vulnerability);
  compare('Trigger', risk?.trigger ?? '', row.trigger);
  compare('Consequences', (risk?.consequences ?? []).join('; '), row.consequences?.join('; '));
  compare('Category', risk?.category ?? '', row.category);
  if (row.cluster?.toLowerCase() !== cluster.toLowerCase()) compare('Cluster', cluster, row.cluster);
  if (row.owner !== undefined && !isSameJson(ownerOf(row.owner, given), risk?.owner ?? null)) {
    const after = ownerOf(row.owner, given);
    if (after.name !== risk?.owner?.name)
      compare('Owner', risk?.owner == null ? '' : personInWords(risk.owner), personInWords(after));
  }
  compare('Inherent', rated(risk?.inherent), cell(row.inherent));
  compare('Current', rated(risk?.current), cell(row.current));
  compare('Target', rated(risk?.target), cell(row.target));
  compare('Target date', risk?.targetOn ?? '', row.targetOn);
  compare('Identified on', risk?.identifiedOn ?? '', row.identifiedOn);
  if (row.response !== undefined)
    compare('Response', risk === null ? '' : responseWords[risk.response], responseWords[row.response]);
  if (row.proximity !== undefined)
    compare('Proximity', risk === null ? '' : proximityWords[risk.proximity], proximityWords[row.proximity]);
  if (row.publication !== undefined) {
    compare('Publication', risk === null ? '' : publicationWords[risk.publication], publicationWords[row.publication]);
  }
  const added = (label: string, wanted: ReadonlyArray<string> | undefined, held: ReadonlyArray<string>): void => {
    const fresh = newOnes(wanted ?? [], held);
    if (fresh.length > 0) changes.push({ label, before: '', after: fresh.join('; ') });
  };
  added('New controls', row.controls, controlsOf(risk, given));
  added('New actions', row.actions, actionsOf(risk, given));
  return changes;
}

export function newOnes(wanted: ReadonlyArray<string>, held: ReadonlyArray<string>): ReadonlyArray<string> {
  const known = new Set(held.map((text) => text.trim().toLowerCase()));
  return wanted.filter((text) => !known.has(text.trim().toLowerCase()));
}

export function controlsOf(risk: Risk | null, { controls }: Pick<PlanGiven, 'controls'>): ReadonlyArray<string> {
  return risk === null ? [] : controls.filter(({ riskIds }) => riskIds.includes(risk.id)).map(({ text }) => text);
}

export function actionsOf(risk: Risk | null, { actions }: Pick<PlanGiven, 'actions'>): ReadonlyArray<string> {
  return risk === null ? [] : actions.filter(({ riskId }) => riskId === risk.id).map(({ text }) => text);
}
