/** Rows as they would stand after the decisions played through so far, to draw a register up from before anything is kept. */
import { create, type Change } from '#shared/changes/draft.ts';
import { initialsOf, type Kind, type RecordOf, type ValuesOf } from '#shared/changes/kind.ts';
import type { RegisterRows } from '#shared/domain/risk-reviews/drawn-up.ts';
import { riskActionKind } from '#shared/domain/risks/risk-action.ts';
import { riskClusterKind } from '#shared/domain/risks/risk-cluster.ts';
import { riskControlKind } from '#shared/domain/risks/risk-control.ts';
import { riskRegisterKind } from '#shared/domain/risks/risk-register.ts';
import { riskSchemeKind } from '#shared/domain/risks/risk-scheme.ts';
import { riskKind } from '#shared/domain/risks/risk.ts';

export interface PlayedRows {
  /** Makes a record or changes one, and answers with the changes that do so. */
  put<SomeKind extends Kind>(
    kind: SomeKind,
    id: string,
    values: Partial<ValuesOf<SomeKind['fields']>>,
  ): ReadonlyArray<Change>;
  rowOf<SomeKind extends Kind>(kind: SomeKind, id: string): RecordOf<SomeKind>;
  registerOf(id: string, bodyName: string): RegisterRows;
}

export function playedRows(): PlayedRows {
  const rows = new Map<string, Map<string, Record<string, unknown>>>();
  const all = <SomeKind extends Kind>(kind: SomeKind): ReadonlyArray<RecordOf<SomeKind>> =>
    [...(rows.get(kind.name)?.values() ?? [])] as unknown as ReadonlyArray<RecordOf<SomeKind>>;
  const rowOf: PlayedRows['rowOf'] = (kind, id) => rows.get(kind.name)?.get(id) as never;
  return {
    put: (kind, id, values) => {
      const ofKind = rows.get(kind.name) ?? new Map<string, Record<string, unknown>>();
      rows.set(kind.name, ofKind);
      const before = ofKind.get(id);
      ofKind.set(id, { id, ...(before ?? initialsOf(kind)), ...values });
      const made = create(kind, id, values);
      // Whatever stands in a record that is there already: nobody else has written in the sample.
      return before === undefined ? made : made.slice(1).map((change) => ({ ...change, seen: null }));
    },
    rowOf,
    registerOf: (id, bodyName) => ({
      register: rowOf(riskRegisterKind, id),
      bodyName,
      schemes: all(riskSchemeKind),
      clusters: all(riskClusterKind),
      risks: all(riskKind),
      controls: all(riskControlKind),
      actions: all(riskActionKind),
      tolerances: [],
      escalations: [],
    }),
  };
}
