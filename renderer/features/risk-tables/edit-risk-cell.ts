import { cellCode, readCellCode } from '#shared/domain/rating/scheme.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { isSameName } from '#shared/domain/people/same-name.ts';
import { rateRisk } from '#shared/domain/risks/rate.commands.ts';
import { addCluster } from '#shared/domain/risks/risk-register.commands.ts';
import { changeRisks, type RiskValues } from '#shared/domain/risks/risk.commands.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { proximities, publications, responses, type Answerable } from '#shared/domain/risks/values.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { noRoomWords, run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import type { Session } from '#renderer/data/session.ts';
import type { RiskLine } from './risk-lines.ts';

/** Keeps what was put into a cell of the register. Answers with what is wrong, in words, or with nothing. */
export async function editRiskCell(
  session: Session,
  open: OpenRegister,
  scheme: RiskScheme,
  { risk }: RiskLine,
  column: string,
  value: string,
): Promise<string | undefined> {
  if (column === 'current' || column === 'target') return editRating(session, open, scheme, risk, column, value);
  return changeAll(session, open, [risk], column, value);
}

async function editRating(
  session: Session,
  open: OpenRegister,
  scheme: RiskScheme,
  risk: Risk,
  which: 'current' | 'target',
  value: string,
): Promise<string | undefined> {
  const read = value.trim() === '' ? null : readCellCode(scheme, value);
  if (read !== null && !read.ok)
    return `There is no cell “${value}”. The scheme has ${read.refusal.permitted.join(', ')}.`;
  const result = await run(session, rateRisk, {
    risk,
    which,
    cell: read === null ? null : read.value,
    scheme,
    method: 'officer',
    confidence: 'medium',
    rationale: '',
    reviewId: open.draft?.id ?? null,
  });
  if (result.ok) return undefined;
  switch (result.refusal.type) {
    case 'CurrentNeeded':
      return 'A current rating can be changed, not taken away.';
    case 'TargetWorse':
      return `The target ${cellCode(result.refusal.target)} is worse than the current rating ${cellCode(result.refusal.current)}.`;
    case 'InherentBetter':
      return `The inherent rating ${cellCode(result.refusal.inherent)} is better than the current rating ${cellCode(result.refusal.current)}.`;
    case 'StorageFull':
      return noRoomWords;
    case 'UnknownCell':
    case 'RationaleTooLong':
      return 'This rating cannot be kept.';
  }
}

/** The same value in one risk or in many, in one act that Undo takes back whole. */
export async function changeAll(
  session: Session,
  open: OpenRegister,
  risks: ReadonlyArray<Risk>,
  column: string,
  value: string,
): Promise<string | undefined> {
  const wanted = value.trim();
  if (column === 'cluster' && wanted !== '') {
    const known = open.rows.clusters.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (known === undefined) {
      const order = { id: session.newId(), registerId: open.rows.register.id, name: wanted, risks };
      const added = await run(session, addCluster, order);
      return added.ok ? undefined : 'This cluster cannot be kept.';
    }
    return kept(session, risks, { clusterId: known.id });
  }
  const values = await valuesOf(session, column, wanted);
  return typeof values === 'string' ? values : kept(session, risks, values);
}

async function kept(
  session: Session,
  risks: ReadonlyArray<Risk>,
  values: Partial<RiskValues>,
): Promise<string | undefined> {
  const result = await run(session, changeRisks, { risks, values });
  if (result.ok) return undefined;
  switch (result.refusal.type) {
    case 'NameMissing':
      return 'Give the risk a short name.';
    case 'TextTooLong':
      return `This is longer than the ${result.refusal.most.toLocaleString('en-GB')} characters that fit.`;
    case 'StorageFull':
      return noRoomWords;
  }
}

async function valuesOf(session: Session, column: string, value: string): Promise<Partial<RiskValues> | string> {
  switch (column) {
    case 'shortName':
      return { shortName: value };
    case 'category':
      return { category: value };
    case 'cluster':
      return { clusterId: null };
    case 'owner':
      return { owner: await ownerNamed(session, value) };
    case 'response': {
      const response = responses.find((one) => one === value);
      return response === undefined ? 'Choose one of the responses.' : { response };
    }
    case 'proximity': {
      const proximity = proximities.find((one) => one === value);
      return proximity === undefined ? 'Choose one of the proximities.' : { proximity };
    }
    case 'publication': {
      const publication = publications.find((one) => one === value);
      return publication === undefined ? 'Choose public or exempt.' : { publication };
    }
    default:
      throw new Error(`The register has no field “${column}” to change`);
  }
}

async function ownerNamed(session: Session, name: string): Promise<Answerable | null> {
  if (name === '') return null;
  const people = await rowsOf(session.database, personKind).toArray();
  const known = people.find((person) => isSameName(person.name, name));
  return known === undefined
    ? { personId: null, name, role: '' }
    : { personId: known.id, name: known.name, role: known.jobTitle };
}
