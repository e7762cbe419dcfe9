import type { ReactElement } from 'react';
import { cellCode, cellName, cellOf } from '#shared/domain/rating/scheme.ts';
import { isActionOpen, overdueDays } from '#shared/domain/risk-reviews/as-at.ts';
import type { Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { actionStatusWords, decisionWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { CellTag } from '#renderer/ui/cell-tag.tsx';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import styles from './risk-reviews.module.css';

export interface LastQuarterProps {
  readonly previous: Snapshot | null;
  readonly was: SnapshotRisk | null;
}

/** What the last frozen review said of a risk, as it was said then and by the scheme of that day. */
export function LastQuarter({ previous, was }: LastQuarterProps): ReactElement {
  if (previous === null || was === null) {
    return (
      <section className={styles['then']} aria-label="Last review">
        <h3>{previous === null ? 'The first review' : `Not in ${previous.label}`}</h3>
        <p>{previous === null ? 'There is nothing to compare with yet.' : 'This risk is new to the register.'}</p>
      </section>
    );
  }
  const { scheme, asAt } = previous;
  const rule = was.current === null ? null : cellOf(scheme, was.current);
  const target = was.target === null ? null : cellOf(scheme, was.target);
  return (
    <section className={styles['then']} aria-label="Last review">
      <h3>
        {previous.label}, as at {withYear(asAt)}
      </h3>
      <p>
        {rule === null ? 'Not rated' : <CellTag code={cellCode(rule)} band={rule.band} above={rule.above} />}{' '}
        {rule !== null && cellName(scheme, rule)}
      </p>
      <DefinitionList
        items={[
          { term: 'Reason', detail: was.current?.rationale || 'None given' },
          { term: 'Target', detail: target === null ? 'None' : cellName(scheme, target) },
          { term: 'Vulnerability', detail: was.vulnerability },
          { term: 'Trigger', detail: was.trigger },
          { term: 'Consequences', detail: was.consequences.join('; ') },
          {
            term: 'Decision',
            detail:
              was.review === null
                ? 'None'
                : `${decisionWords[was.review.decision]}. ${was.review.commentary} (${was.review.reviewedBy})`,
          },
          {
            term: 'Actions',
            detail:
              was.actions.length === 0
                ? 'None'
                : was.actions
                    .map((action) => {
                      const late = overdueDays(action, asAt);
                      const state =
                        isActionOpen(action, asAt) && late > 0
                          ? `${late} days overdue`
                          : actionStatusWords[action.status].toLowerCase();
                      return `${action.ref} ${action.text}: ${state}`;
                    })
                    .join('; '),
          },
        ]}
      />
    </section>
  );
}
