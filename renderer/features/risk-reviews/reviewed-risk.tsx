import type { ReactElement } from 'react';
import { useLive } from '#renderer/data/session-context.tsx';
import { closableRisks } from '#shared/domain/risk-reviews/closable.ts';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import { standingReviews } from '#shared/domain/risk-reviews/review-dates.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { closureWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { readFrozen } from '#renderer/data/risks/frozen.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { LastQuarter } from './last-quarter.tsx';
import type { ReviewedRiskProps } from './session-parts.ts';
import styles from './risk-reviews.module.css';

/** One risk of the review: what the last one said of it beside what is said now. */
export function ReviewedRisk(props: ReviewedRiskProps): ReactElement {
  const { open, now, previous, risk, drawn, parts } = props;
  const was = previous?.risks.find(({ id }) => id === risk.id) ?? null;
  const suggestion = useClosable(open, now, risk.id);
  return (
    <Stack>
      <h2>
        <a href={hrefTo(pathTo.risk(risk.id))}>
          {risk.number}. {risk.shortName}
        </a>
      </h2>
      {suggestion !== null && (
        <Banner tone="info" title="Closing this risk may be put to the board">
          It has been at its target and below the line since {withYear(suggestion)}, and nothing is left to be done.
        </Banner>
      )}
      {!isLive(drawn) && risk.closure !== null && (
        <Banner tone="success" title={`Closed in this review: ${closureWords[risk.closure.reason].toLowerCase()}`}>
          {risk.closure.note}
        </Banner>
      )}
      <div className={styles['sides']}>
        <LastQuarter previous={previous} was={was} />
        <Stack>
          {isLive(drawn) && <DecisionPanel {...props} was={was} />}
          {parts.scenario(risk)}
        </Stack>
      </div>
      {parts.actions(open, risk)}
      {risk.consequences.length === 0 && (
        <Panel title="What is missing">
          <p>The consequences are not written yet. The review cannot be frozen without them.</p>
        </Panel>
      )}
    </Stack>
  );
}

/** Since when closing has been worth a thought; `null` where it is not. */
function useClosable(open: OpenRegister, now: Snapshot, riskId: string) {
  const run = standingReviews(open.frozen).slice(-open.rows.register.closureRunLength);
  const hashes = run.map(({ sha256 }) => sha256).join(' ');
  const snapshots = useLive(
    async (database) => {
      const read = await Promise.all(run.map(async ({ sha256 }) => readFrozen(database, sha256)));
      return read.flatMap((one) => (one.type === 'whole' ? [one.snapshot] : []));
    },
    [hashes],
  );
  if (snapshots === undefined || snapshots.length < run.length) return null;
  return closableRisks(now, snapshots).find((one) => one.riskId === riskId)?.since ?? null;
}
