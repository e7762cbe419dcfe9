import type { ReactElement } from 'react';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import { nextReviewOn } from '#shared/domain/risk-reviews/review-dates.ts';
import { daysBetween, withYear } from '#shared/kernel/civil-date.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import styles from './risk-reviews.module.css';

/** How far the review at work is, or when the next is due. */
export function ReviewBar({ open }: { readonly open: OpenRegister }): ReactElement | null {
  const { today } = useSession();
  const { draft, now, last } = open;
  if (draft !== null && now !== null) {
    const live = now.risks.filter(isLive);
    const left = live.filter(({ review }) => review === null).map(({ number }) => number);
    return (
      <div className={styles['bar']}>
        <p>
          <a href={hrefTo(pathTo.riskReview(draft.id))}>
            <b>{draft.label}</b>
          </a>
          {draft.asAt !== null && `, as at ${withYear(draft.asAt)}`}
        </p>
        <ProgressBar label="Risks reviewed" hideLabel done={live.length - left.length} total={live.length} />
        <p className="muted">{progressInWords(live.length, left)}</p>
      </div>
    );
  }
  const next = nextReviewOn(open.rows.register, last);
  if (next === null) return null;
  const late = daysBetween(next, today);
  return (
    <div className={styles['bar']}>
      <p>
        {late > 0
          ? `The next review was due on ${withYear(next)}, ${late === 1 ? '1 day' : `${late} days`} ago.`
          : `The next review is due on ${withYear(next)}.`}
      </p>
    </div>
  );
}

/** `8 of 10 reviewed. 7 and 14 still to do` */
export function progressInWords(live: number, left: ReadonlyArray<number>): string {
  const done = `${live - left.length} of ${live} reviewed`;
  if (left.length === 0) return live === 0 ? 'No open risks' : `${done}: all of them`;
  const named = left.slice(0, 6).join(', ');
  return `${done}. Still to do: ${left.length > 6 ? `${named} and ${left.length - 6} more` : named}`;
}
