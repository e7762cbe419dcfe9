/** Doing what was planned: all of it in one save, or none. */
import type { Command, Context } from '#shared/changes/command.ts';
import { create, draft, set, type Change } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import type { Cell } from '#shared/domain/rating/scheme.ts';
import { riskActionKind } from '#shared/domain/risks/risk-action.ts';
import { riskClusterKind } from '#shared/domain/risks/risk-cluster.ts';
import { riskControlKind } from '#shared/domain/risks/risk-control.ts';
import { isOwnerFit } from '#shared/domain/risks/owner.ts';
import { riskKind, type Risk } from '#shared/domain/risks/risk.ts';
import type { KeptRating } from '#shared/domain/risks/values.ts';
import { missingParts } from '#shared/domain/risks/wording.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { actionsOf, controlsOf, newOnes, ownerOf, type PlanGiven, type PlannedRow } from './import-plan.ts';
import type { ReadRow } from './read-row.ts';

export interface ImportRisks {
  readonly registerId: string;
  readonly fileName: string;
  readonly rows: ReadonlyArray<PlannedRow>;
  readonly given: PlanGiven;
  /** Every number given so far, in frozen reviews too. */
  readonly numbers: Iterable<number>;
  /** New risks that are whole scenarios with one owner go onto the register at once. */
  readonly opensWhole: boolean;
}

export type ImportRefusal =
  | { readonly type: 'RowsRefused'; readonly count: number }
  | { readonly type: 'NothingToDo' }
  /** More than one save may hold: the sheet is to be taken in parts. */
  | { readonly type: 'TooMuchAtOnce' };

/** A save holds 100,000 changes at most. */
const mostChanges = 100_000;

/** Adds and changes risks as planned. A row that was refused keeps all of them out, unless the officer has left it out. */
export const importRisks: Command<ImportRisks, ImportRefusal> = (input, context) => {
  const { registerId, rows, given, opensWhole } = input;
  const refused = rows.filter(({ type }) => type === 'refused').length;
  if (refused > 0) return refuse({ type: 'RowsRefused', count: refused });
  const doing = rows.filter(({ type }) => type === 'add' || type === 'change');
  if (doing.length === 0) return refuse({ type: 'NothingToDo' });
  const clusters = new Map(given.clusters.map(({ id, name }) => [name.toLowerCase(), id]));
  const changes: ReadonlyArray<Change>[] = [];
  let largest = 0;
  for (const number of input.numbers) largest = Math.max(largest, number);
  for (const { row } of doing) largest = Math.max(largest, row.number ?? 0);
  const taken = new Set(input.numbers);

  function clusterOf(name: string): string {
    const known = clusters.get(name.toLowerCase());
    if (known !== undefined) return known;
    const id = context.newId();
    clusters.set(name.toLowerCase(), id);
    changes.push(create(riskClusterKind, id, { registerId, name }));
    return id;
  }

  for (const { row, risk } of doing) {
    const values = valuesOf(row, given, context, risk, clusterOf);
    const id = risk?.id ?? context.newId();
    let number = risk?.number ?? row.number;
    if (number === undefined || (risk === null && taken.has(number))) number = largest += 1;
    taken.add(number);
    if (risk === null) {
      const whole = { vulnerability: '', trigger: '', consequences: [], owner: null, ...values };
      const opens = opensWhole && missingParts(whole).length === 0 && isOwnerFit(whole.owner);
      changes.push(
        create(riskKind, id, {
          identifiedOn: context.today,
          ...values,
          registerId,
          number,
          identifiedVia: 'import',
          status: opens ? 'open' : 'proposed',
        }),
      );
    } else changes.push(set(riskKind, risk, values));
    for (const text of newOnes(row.controls ?? [], controlsOf(risk, given))) {
      changes.push(create(riskControlKind, context.newId(), { registerId, riskIds: [id], text }));
    }
    const held = actionsOf(risk, given);
    for (const [index, text] of newOnes(row.actions ?? [], held).entries()) {
      changes.push(
        create(riskActionKind, context.newId(), {
          registerId,
          riskId: id,
          ref: `${number}.${held.length + index + 1}`,
          text,
          responsible: row.actionOwner === undefined ? null : ownerOf(row.actionOwner, given),
          dueOn: row.actionDue ?? null,
          originalDueOn: row.actionDue ?? null,
        }),
      );
    }
  }
  const count = changes.reduce((sum, list) => sum + list.length, 0);
  if (count > mostChanges) return refuse({ type: 'TooMuchAtOnce' });
  const added = doing.filter(({ type }) => type === 'add').length;
  const what = `Imported ${input.fileName}: ${added} added, ${doing.length - added} changed`;
  return ok(draft(what.slice(0, 300), '', changes));
};

type Values = Partial<ValuesOf<typeof riskKind.fields>>;

function valuesOf(
  row: ReadRow,
  given: PlanGiven,
  context: Context,
  risk: Risk | null,
  clusterOf: (name: string) => string,
): Values {
  const rating = (cell: Cell | undefined, held: KeptRating | null | undefined): KeptRating | undefined => {
    if (cell === undefined) return undefined;
    const isSame = held?.likelihood === cell.likelihood && held.impact === cell.impact;
    if (isSame && held?.schemeId === given.scheme.id) return undefined;
    return {
      id: context.newId(),
      likelihood: cell.likelihood,
      impact: cell.impact,
      ratedOn: context.today,
      method: 'officer',
      confidence: 'medium',
      rationale: row.rationale ?? '',
      schemeId: given.scheme.id,
      reviewId: null,
    };
  };
  const wanted: Values = {
    ...(row.shortName === undefined ? {} : { shortName: row.shortName }),
    ...(row.vulnerability === undefined ? {} : { vulnerability: row.vulnerability }),
    ...(row.trigger === undefined ? {} : { trigger: row.trigger }),
    ...(row.consequences === undefined ? {} : { consequences: row.consequences }),
    ...(row.category === undefined ? {} : { category: row.category }),
    ...(row.cluster === undefined ? {} : { clusterId: clusterOf(row.cluster) }),
    ...(row.targetOn === undefined ? {} : { targetOn: row.targetOn }),
    ...(row.identifiedOn === undefined ? {} : { identifiedOn: row.identifiedOn }),
    ...(row.response === undefined ? {} : { response: row.response }),
    ...(row.proximity === undefined ? {} : { proximity: row.proximity }),
    ...(row.publication === undefined ? {} : { publication: row.publication }),
  };
  const owner = row.owner === undefined ? undefined : ownerOf(row.owner, given);
  const ratings: Values = {};
  const [inherent, current, target] = [
    rating(row.inherent, risk?.inherent),
    rating(row.current, risk?.current),
    rating(row.target, risk?.target),
  ];
  Object.assign(
    ratings,
    inherent === undefined ? {} : { inherent },
    current === undefined ? {} : { current },
    target === undefined ? {} : { target },
  );
  const changed = Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => risk === null || JSON.stringify(risk[name as keyof Risk]) !== JSON.stringify(value),
    ),
  );
  return {
    ...changed,
    ...ratings,
    ...(owner === undefined || risk?.owner?.name === owner.name ? {} : { owner }),
  };
}
