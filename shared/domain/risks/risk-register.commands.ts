/** Setting a register up, and changing its scheme: each change of the scheme is a version of its own. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { mappingBySameCodes, type MappedCell } from '#shared/domain/rating/position.ts';
import { schemeFaults, type SchemeFault } from '#shared/domain/rating/scheme-faults.ts';
import type { Scheme } from '#shared/domain/rating/scheme.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { riskClusterKind, type RiskCluster } from './risk-cluster.ts';
import { riskRegisterKind, type RiskRegister } from './risk-register.ts';
import { riskSchemeKind, type RiskScheme } from './risk-scheme.ts';
import { riskKind, type Risk } from './risk.ts';

export interface NoName {
  readonly type: 'NoName';
}

export interface SchemeFaulty {
  readonly type: 'SchemeFaulty';
  readonly faults: ReadonlyArray<SchemeFault>;
}

export interface AddRiskRegister {
  readonly id: string;
  readonly schemeId: string;
  readonly bodyId: string;
  readonly name: string;
  readonly scheme: Scheme;
  readonly values?: Partial<ValuesOf<typeof riskRegisterKind.fields>>;
}

export const addRiskRegister: Command<AddRiskRegister, NoName | SchemeFaulty> = (input) => {
  const name = input.name.trim();
  if (name === '') return refuse({ type: 'NoName' });
  const faults = schemeFaults(input.scheme).blocks;
  if (faults.length > 0) return refuse({ type: 'SchemeFaulty', faults });
  const { id, schemeId, bodyId } = input;
  return ok(
    draft(`Added the risk register ${name}`, '', [
      create(riskSchemeKind, schemeId, { ...schemeValues(input.scheme), registerId: id, version: 1 }),
      create(riskRegisterKind, id, { ...input.values, bodyId, name, schemeId }),
    ]),
  );
};

function schemeValues({ name, likelihood, impact, cells }: Scheme): Partial<ValuesOf<typeof riskSchemeKind.fields>> {
  return { name, likelihood, impact, cells };
}

export interface ChangeRiskRegister {
  readonly register: RiskRegister;
  readonly values: Partial<Omit<ValuesOf<typeof riskRegisterKind.fields>, 'schemeId' | 'bodyId'>>;
}

export const changeRiskRegister: Command<ChangeRiskRegister, NoName> = ({ register, values }) => {
  if (values.name?.trim() === '') return refuse({ type: 'NoName' });
  return ok(draft(`Changed the risk register ${register.name}`, '', [set(riskRegisterKind, register, values)]));
};

export interface ChangeScheme {
  readonly id: string;
  readonly register: RiskRegister;
  /** The version in use until now. */
  readonly before: RiskScheme;
  readonly scheme: Scheme;
  /** Which cell of the version before stands for which of this one; worked out where the levels keep their codes. */
  readonly mapping: ReadonlyArray<MappedCell> | null;
}

/**
 * The next version of a register's scheme. Where the levels keep their codes every rating goes on to stand in its cell; otherwise, without a
 * mapping, every risk is to be rated anew, for a rating is never bent to fit another grid.
 */
export const changeScheme: Command<ChangeScheme, NoName | SchemeFaulty> = ({ id, register, before, ...input }) => {
  const { scheme } = input;
  if (scheme.name.trim() === '') return refuse({ type: 'NoName' });
  const faults = schemeFaults(scheme).blocks;
  if (faults.length > 0) return refuse({ type: 'SchemeFaulty', faults });
  const cells = input.mapping ?? mappingBySameCodes(before, scheme);
  return ok(
    draft(`Changed the rating scheme of ${register.name}`, '', [
      create(riskSchemeKind, id, {
        ...schemeValues(scheme),
        registerId: register.id,
        version: before.version + 1,
        mapping: cells === null ? null : { from: before.id, cells },
      }),
      set(riskRegisterKind, register, { schemeId: id }),
    ]),
  );
};

export interface AddCluster {
  readonly id: string;
  readonly registerId: string;
  readonly name: string;
  /** Risks that go into it at once. */
  readonly risks: ReadonlyArray<Risk>;
}

export const addCluster: Command<AddCluster, NoName> = ({ id, registerId, risks, ...input }) => {
  const name = input.name.trim();
  if (name === '') return refuse({ type: 'NoName' });
  return ok(
    draft(`Added the cluster ${name}`, '', [
      create(riskClusterKind, id, { registerId, name }),
      ...risks.map((risk) => set(riskKind, risk, { clusterId: id })),
    ]),
  );
};

export const renameCluster: Command<{ readonly cluster: RiskCluster; readonly name: string }, NoName> = (input) => {
  const name = input.name.trim();
  if (name === '') return refuse({ type: 'NoName' });
  const { cluster } = input;
  return ok(draft(`Renamed the cluster ${cluster.name} to ${name}`, '', [set(riskClusterKind, cluster, { name })]));
};
