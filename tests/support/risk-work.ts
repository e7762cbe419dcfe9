/** A risk register worked on as officers do: through the commands, on a real database. */
import { readFrozen, keepFrozen } from '#renderer/data/risks/frozen.ts';
import { readRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import type { Command } from '#shared/changes/command.ts';
import { storm } from '#shared/domain/rating/presets.ts';
import type { Scheme } from '#shared/domain/rating/scheme.ts';
import { confirmLine, freezeReview, startReview } from '#shared/domain/risk-reviews/review.commands.ts';
import { reviewLabel } from '#shared/domain/risk-reviews/review-dates.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { rateRisk, type RatingKind } from '#shared/domain/risks/rate.commands.ts';
import { addAction } from '#shared/domain/risks/risk-action.commands.ts';
import { addControl } from '#shared/domain/risks/risk-control.commands.ts';
import { addRiskRegister } from '#shared/domain/risks/risk-register.commands.ts';
import { addRisk, openRisks, type RiskValues } from '#shared/domain/risks/risk.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import type { LineDecision } from '#shared/domain/risks/values.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { TestMachine } from './workspace.ts';

/** Runs a command that must not be refused. */
export async function done<Input, Refusal>(
  session: Session,
  command: Command<Input, Refusal>,
  input: Input,
): Promise<void> {
  const result = await run(session, command, input);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
}

export async function openRegister(session: Session, id = 'register'): Promise<OpenRegister> {
  const open = (await readRegisters(session.database, session.today)).get(id);
  if (open === undefined) throw new Error(`no register ${id}`);
  return open;
}

export async function riskOf(session: Session, number: number): Promise<Risk> {
  const risk = (await openRegister(session)).rows.risks.find((one) => one.number === number);
  if (risk === undefined) throw new Error(`no risk ${number}`);
  return risk;
}

export async function setUp(session: Session, scheme: Scheme = storm): Promise<void> {
  await done(session, addRiskRegister, {
    id: 'register',
    schemeId: 'scheme-1',
    bodyId: 'board',
    name: 'Risk register',
    scheme,
  });
}

export const owner = { personId: null, name: 'Tomas Hale', role: 'Partnership manager' };

/** An open risk with a control, and with an action where it is due by some day. */
export async function wroteDown(
  session: Session,
  shortName: string,
  values: Partial<RiskValues> = {},
  dueOn: CivilDate | null = null,
): Promise<Risk> {
  const { rows } = await openRegister(session);
  const id = session.newId();
  await done(session, addRisk, {
    id,
    registerId: 'register',
    numbers: rows.risks.map(({ number }) => number),
    values: {
      shortName,
      vulnerability: 'Half of the posts are paid from money that ends next March',
      trigger: 'A partner gives notice before the new year begins',
      consequences: ['Families wait longer'],
      owner,
      ...values,
    },
  });
  const find = async (): Promise<Risk> =>
    (await openRegister(session)).rows.risks.find((risk) => risk.id === id) ?? Promise.reject(new Error('not kept'));
  await done(session, openRisks, { risks: [await find()] });
  await done(session, addControl, {
    id: session.newId(),
    registerId: 'register',
    values: { text: `What stands against ${shortName}`, riskIds: [id], adequacy: 'partial' },
  });
  if (dueOn !== null) {
    await done(session, addAction, {
      id: session.newId(),
      risk: await find(),
      actions: [],
      dueOn,
      values: { text: `Something about ${shortName}`, responsible: owner },
    });
  }
  return find();
}

export async function rated(
  session: Session,
  number: number,
  code: string,
  which: RatingKind = 'current',
  rationale = 'Agreed round the table.',
): Promise<void> {
  const { rows, draft } = await openRegister(session);
  const [likelihood = '', impact = ''] = code.split('-');
  await done(session, rateRisk, {
    risk: await riskOf(session, number),
    which,
    cell: { likelihood, impact },
    scheme: rows.schemes.find(({ id }) => id === rows.register.schemeId) ?? rows.schemes[0]!,
    method: 'consensus',
    confidence: 'medium',
    rationale,
    reviewId: draft?.id ?? null,
  });
}

export async function started(session: Session, asAt: CivilDate): Promise<void> {
  const { rows, reviews, frozen } = await openRegister(session);
  await done(session, startReview, {
    id: session.newId(),
    register: rows.register,
    type: 'quarterly',
    label: reviewLabel('quarterly', asAt),
    asAt,
    meetingId: null,
    reviews,
    frozen,
  });
}

export async function confirmed(session: Session, number: number, decision: LineDecision = 'keep'): Promise<void> {
  const { draft } = await openRegister(session);
  if (draft === null) throw new Error('no review is at work');
  await done(session, confirmLine, {
    review: draft,
    risk: await riskOf(session, number),
    decision,
    stillValid: true,
    commentary: '',
    by: session.me.name,
  });
}

export async function frozenOf(session: Session, at: number): Promise<Snapshot> {
  const frozen = (await openRegister(session)).frozen.at(at);
  const read = await readFrozen(session.database, frozen?.sha256 ?? '');
  if (read.type !== 'whole') throw new Error(read.type);
  return read.snapshot;
}

export async function froze(session: Session): Promise<void> {
  const { rows, draft, now, last } = await openRegister(session);
  if (draft === null || now === null) throw new Error('no review is at work');
  await done(session, freezeReview, {
    id: session.newId(),
    register: rows.register,
    review: draft,
    snapshot: now,
    previous: last === null ? null : await frozenOf(session, -1),
    ...(await keepFrozen(session.database, now)),
    by: session.me.name,
    nextReviewOn: null,
  });
}

/** Sets the clock to nine in the morning of a day. */
export function on(machine: TestMachine, day: string): void {
  machine.pass(Date.parse(`${day}T09:00:00Z`) - machine.now());
}
