/** Bearing a risk for a time by the board's decision, and putting it to another body or taking one in from a partner. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import { addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { riskEscalationKind, type RiskEscalation } from './risk-escalation.ts';
import { riskToleranceKind } from './risk-tolerance.ts';
import { riskKind, type Risk } from './risk.ts';
import type { EscalationDirection, EscalationStatus } from './values.ts';

export interface TolerateRisk {
  readonly id: string;
  readonly risk: Risk;
  readonly reason: string;
  readonly approvedMinute: string;
  readonly approvedOn: CivilDate;
  readonly expiresOn: CivilDate;
}

export type TolerateRefusal =
  | { readonly type: 'ReasonMissing' }
  | { readonly type: 'MinuteMissing' }
  | { readonly type: 'NotRated' }
  | { readonly type: 'ApprovedInFuture' }
  /** A board bears a risk for twelve months at most, and for some time at least. */
  | { readonly type: 'ExpiryOutOfReach'; readonly latest: CivilDate };

/** The board bears the risk as it is rated now: a new rating makes the decision stale. */
export const tolerateRisk: Command<TolerateRisk, TolerateRefusal> = (input, { today }) => {
  const { id, risk, approvedOn, expiresOn } = input;
  const [reason, approvedMinute] = [input.reason.trim(), input.approvedMinute.trim()];
  if (reason === '') return refuse({ type: 'ReasonMissing' });
  if (approvedMinute === '') return refuse({ type: 'MinuteMissing' });
  if (risk.current === null) return refuse({ type: 'NotRated' });
  if (approvedOn > today) return refuse({ type: 'ApprovedInFuture' });
  const latest = addMonths(approvedOn, 12);
  if (expiresOn > latest || expiresOn <= approvedOn) return refuse({ type: 'ExpiryOutOfReach', latest });
  const ratingId = risk.current.id;
  return ok(
    draft(`Tolerated risk ${risk.number} until ${expiresOn}`, reason.slice(0, 10_000), [
      create(riskToleranceKind, id, {
        registerId: risk.registerId,
        riskId: risk.id,
        reason,
        approvedMinute,
        approvedOn,
        expiresOn,
        ratingId,
      }),
      set(riskKind, risk, { response: 'tolerate' }),
    ]),
  );
};

export interface EscalateRisk {
  readonly id: string;
  readonly risk: Risk;
  readonly direction: EscalationDirection;
  readonly otherBody: string;
  readonly theirRef: string;
  readonly minuteRef: string;
}

export interface BodyMissing {
  readonly type: 'BodyMissing';
}

/** Puts a risk to another body. It stays live here, marked escalated, until that body accepts it. */
export const escalateRisk: Command<EscalateRisk, BodyMissing> = (input, { today }) => {
  const { id, risk, direction, theirRef } = input;
  const otherBody = input.otherBody.trim();
  if (otherBody === '') return refuse({ type: 'BodyMissing' });
  const minuteRef = input.minuteRef.trim();
  return ok(
    draft(
      `${direction === 'in' ? `Took risk ${risk.number} in from` : `Put risk ${risk.number} to`} ${otherBody}`,
      '',
      [
        create(riskEscalationKind, id, {
          registerId: risk.registerId,
          riskId: risk.id,
          direction,
          otherBody,
          theirRef: theirRef.trim(),
          minuteRef,
          proposedOn: today,
          // What comes in from a partner is accepted by being taken in.
          status: direction === 'in' ? 'accepted' : 'proposed',
        }),
        direction === 'in' || risk.status !== 'open' ? [] : set(riskKind, risk, { status: 'escalated' }),
      ],
    ),
  );
};

export interface AnswerEscalation {
  readonly escalation: RiskEscalation;
  readonly risk: Risk;
  readonly status: Exclude<EscalationStatus, 'proposed'>;
  readonly theirRef: string;
  readonly minuteRef: string;
  /** Others of the same risk that still wait for an answer. */
  readonly othersWait: boolean;
}

/** What the other body said. Declined or returned, the risk is open here again; accepted, it may be closed here. */
export const answerEscalation: Command<AnswerEscalation> = (input) => {
  const { escalation, risk, status, othersWait } = input;
  const words = { accepted: 'accepted', declined: 'declined', returned: 'returned' } as const;
  const isBack = status !== 'accepted' && !othersWait && risk.status === 'escalated';
  return ok(
    draft(`${escalation.otherBody} ${words[status]} risk ${risk.number}`, '', [
      set(riskEscalationKind, escalation, {
        status,
        theirRef: input.theirRef.trim(),
        minuteRef: input.minuteRef.trim(),
      }),
      isBack ? set(riskKind, risk, { status: 'open' }) : [],
    ]),
  );
};
