import { useCallback, type ReactElement } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import { startAttaching } from '#renderer/features/papers/start-attaching.ts';
import { ReportPage } from '#renderer/features/risk-report/report-page.tsx';
import { AnnualPage } from '#renderer/features/annual-assessment/annual-page.tsx';
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

/** The report, which becomes a paper as any file does that is attached to an agenda item. */
export function RiskReportScreen({ registerId }: { readonly registerId: string }): ReactElement {
  const session = useSession();
  const add = useCallback(
    async (file: File, meetingId: string, itemId: string): Promise<string | null> => {
      const to = { type: 'item', meetingId, itemId } as const;
      const [outcome] = await startAttaching({ session, files: [file], to, reportTo: 'notice' });
      return outcome?.result.ok === true ? null : 'The report was made, and could not be attached to the item.';
    },
    [session],
  );
  return <ReportPage registerId={registerId} onAdd={add} />;
}

/** The annual assessment, which raises risks as they are raised elsewhere. */
export function AnnualScreen({ registerId }: { readonly registerId: string }): ReactElement {
  return <AnnualPage registerId={registerId} adding={parts.adding} />;
}
