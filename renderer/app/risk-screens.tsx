import type { ReactElement } from 'react';
import { ReviewAction } from '#renderer/features/risk-reviews/review-action.tsx';
import { ReviewBar } from '#renderer/features/risk-reviews/review-bar.tsx';
import { ReviewSessionPage } from '#renderer/features/risk-reviews/review-session-page.tsx';
import type { SessionParts } from '#renderer/features/risk-reviews/session-parts.ts';
import { ActionsPanel } from '#renderer/features/risks/actions-panel.tsx';
import { AddRiskDialog } from '#renderer/features/risks/add-risk-dialog.tsx';
import { CloseDialog } from '#renderer/features/risks/close-dialog.tsx';
import { EscalateDialog } from '#renderer/features/risks/escalate-dialog.tsx';
import { RisksPage } from '#renderer/features/risks/risks-page.tsx';
import { ScenarioPanel } from '#renderer/features/risks/scenario-panel.tsx';
import { TolerateDialog } from '#renderer/features/risks/tolerate-dialog.tsx';

/** A register with the review at work above it. */
export function RisksScreen({ registerId }: { readonly registerId: string | null }): ReactElement {
  return (
    <RisksPage
      registerId={registerId}
      actionsFor={(open) => <ReviewAction open={open} />}
      aboveFor={(open) => <ReviewBar open={open} />}
    />
  );
}

const parts: SessionParts = {
  scenario: (risk) => <ScenarioPanel risk={risk} />,
  actions: (open, risk) => <ActionsPanel open={open} risk={risk} />,
  closing: (open, risk, onClose) => <CloseDialog open={open} risk={risk} onClose={onClose} />,
  tolerating: (risk, onClose) => <TolerateDialog risk={risk} onClose={onClose} />,
  escalating: (risk, onClose) => <EscalateDialog risk={risk} onClose={onClose} />,
  adding: (open, onClose) => <AddRiskDialog open={open} opensPage={false} onClose={onClose} />,
};

/** A review, with the panels and dialogs by which risks are written elsewhere. */
export function ReviewScreen({ reviewId }: { readonly reviewId: string }): ReactElement {
  return <ReviewSessionPage reviewId={reviewId} parts={parts} />;
}
