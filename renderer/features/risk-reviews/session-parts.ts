import type { ReactNode } from 'react';
import type { RiskReview } from '#shared/domain/risk-reviews/risk-review.ts';
import type { Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';

/** What the app hands in from where risks are written: the same panels and dialogs that a risk's own page has. */
export interface SessionParts {
  readonly scenario: (risk: Risk) => ReactNode;
  readonly actions: (open: OpenRegister, risk: Risk) => ReactNode;
  readonly closing: (open: OpenRegister, risk: Risk, onClose: () => void) => ReactNode;
  readonly tolerating: (risk: Risk, onClose: () => void) => ReactNode;
  readonly escalating: (risk: Risk, onClose: () => void) => ReactNode;
  readonly adding: (open: OpenRegister, onClose: () => void) => ReactNode;
}

/** One risk of a review at work. */
export interface ReviewedRiskProps {
  readonly open: OpenRegister;
  readonly review: RiskReview;
  readonly now: Snapshot;
  /** The last frozen review in full; `null` before the first. */
  readonly previous: Snapshot | null;
  readonly risk: Risk;
  /** The risk as it is drawn up for this review. */
  readonly drawn: SnapshotRisk;
  readonly parts: SessionParts;
  readonly onNext: () => void;
  readonly onBack: (() => void) | undefined;
}
