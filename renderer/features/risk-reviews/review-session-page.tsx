import { Check, CircleDashed, ListChecks, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import type { RiskReview } from '#shared/domain/risk-reviews/risk-review.ts';
import type { Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { reviewTypeWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { useRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { progressInWords } from './review-bar.tsx';
import { ReviewedRisk } from './reviewed-risk.tsx';
import type { SessionParts } from './session-parts.ts';
import styles from './risk-reviews.module.css';
import { useFrozen } from './use-frozen.ts';

export interface ReviewSessionPageProps {
  readonly reviewId: string;
  readonly parts: SessionParts;
}

/** A review, one risk at a time. All is kept as it is done, so it may be left at any moment and gone on with. */
export function ReviewSessionPage({ reviewId, parts }: ReviewSessionPageProps): ReactElement {
  const registers = useRegisters();
  if (registers === undefined) return <Skeleton rows={8} label="Opening the review" />;
  const open = [...registers.values()].find(({ reviews }) => reviews.some(({ id }) => id === reviewId));
  const review = open?.reviews.find(({ id }) => id === reviewId);
  if (open === undefined || review === undefined || review.state !== 'draft' || open.draft?.id !== review.id) {
    return <NotOpen open={open} review={review} />;
  }
  if (open.now === null) return <NotOpen open={open} review={undefined} />;
  return <Session open={open} review={review} now={open.now} parts={parts} />;
}

function NotOpen({
  open,
  review,
}: {
  readonly open: OpenRegister | undefined;
  readonly review: RiskReview | undefined;
}): ReactElement {
  const frozen = open?.frozen.find(({ reviewId }) => reviewId === review?.id);
  const home = open === undefined ? pathTo.section('risks') : pathTo.riskReviews(open.rows.register.id);
  return (
    <>
      <PageHeader title={review?.label ?? 'Not here'} />
      <PageBody>
        <EmptyState
          icon={ListChecks}
          title={
            frozen !== undefined
              ? 'This review is frozen'
              : review?.state === 'draft'
                ? 'Another review of this register is gone on with first'
                : review?.state === 'setAside'
                  ? 'This review was set aside'
                  : 'This review is no longer here'
          }
          action={
            <LinkButton href={hrefTo(frozen === undefined ? home : pathTo.frozenReview(frozen.id))}>
              {frozen === undefined ? 'Go to the reviews' : 'See it as it was frozen'}
            </LinkButton>
          }
        />
      </PageBody>
    </>
  );
}

interface SessionProps extends Pick<ReviewSessionPageProps, 'parts'> {
  readonly open: OpenRegister;
  readonly review: RiskReview;
  readonly now: Snapshot;
}

function Session({ open, review, now, parts }: SessionProps): ReactElement {
  const { register } = open.rows;
  const before = useFrozen(open.last?.sha256 ?? null);
  const previous = before?.type === 'whole' ? before.snapshot : null;
  // Those that were closed on the way stay in sight, so that nothing vanishes under the hand.
  const closedHere = new Set(previous?.risks.filter(isLive).map(({ id }) => id));
  const listed = now.risks.filter((risk) => isLive(risk) || (risk.status === 'closed' && closedHere.has(risk.id)));
  const live = listed.filter(isLive);
  const left = live.filter((risk) => risk.review === null);
  const [chosenId, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  // Left off and gone on with: at the first that was not looked at.
  const chosen = listed.find(({ id }) => id === chosenId) ?? left[0] ?? listed[0];
  const at = listed.findIndex(({ id }) => id === chosen?.id);
  const risk = open.rows.risks.find(({ id }) => id === chosen?.id);

  const back = (): void => setChosen(listed[Math.max(0, at - 1)]?.id ?? null);
  function next(): void {
    const after = [...listed.slice(at + 1), ...listed.slice(0, at)];
    const following = after.find((one) => isLive(one) && one.review === null) ?? listed[at + 1];
    setChosen(following?.id ?? chosen?.id ?? null);
  }
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' || !event.ctrlKey || document.querySelector('[role=dialog]') !== null) return;
    const { target } = event;
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    event.preventDefault();
    back();
  });
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);

  return (
    <>
      <PageHeader
        title={review.label}
        breadcrumbs={[
          { label: register.name, href: hrefTo(pathTo.riskRegister(register.id)) },
          { label: 'Reviews', href: hrefTo(pathTo.riskReviews(register.id)) },
          { label: review.label },
        ]}
        facts={[
          { text: reviewTypeWords[review.type] },
          { text: `As at ${withYear(now.asAt)}` },
          ...(open.last === null ? [{ text: 'The first review: a baseline' }] : [{ text: `After ${open.last.label}` }]),
        ]}
        actions={
          <>
            <Button icon={Plus} onPress={() => setAdding(true)}>
              Add risk
            </Button>
            <LinkButton
              kind={left.length === 0 ? 'primary' : 'secondary'}
              href={hrefTo(pathTo.riskReviewCheck(review.id))}
            >
              Check and freeze
            </LinkButton>
          </>
        }
      />
      <PageBody>
        {(before?.type === 'missing' || before?.type === 'harmed') && (
          <Banner tone="warning" title={`What ${open.last?.label ?? ''} said in full cannot be shown`}>
            {before.type === 'missing'
              ? 'Its file has not come from the colleague who froze it. Ask them for a bundle. The review can go on meanwhile.'
              : 'Its file reads otherwise than when it was frozen: the integrity check failed. A colleague’s bundle may bring it back whole.'}
          </Banner>
        )}
        {chosen === undefined || risk === undefined ? (
          <EmptyState
            icon={ListChecks}
            title="No open risks yet"
            text="Add a risk, or open one that is proposed: a review goes through those that are open."
          />
        ) : (
          <div className={styles['session']}>
            <Panel title="Risks" flush>
              <div className={styles['list']}>
                {listed.map((one) => (
                  <button
                    key={one.id}
                    type="button"
                    className={styles['one']}
                    aria-current={one.id === chosen.id}
                    onClick={() => setChosen(one.id)}
                  >
                    <Icon of={isDone(one) ? Check : CircleDashed} size="s" />
                    <span className={styles['oneName']}>
                      {one.number}. {one.shortName}
                      <span className="vh">{isDone(one) ? ', reviewed' : ', still to do'}</span>
                    </span>
                  </button>
                ))}
              </div>
              <div style={{ padding: 'var(--s3)' }}>
                <ProgressBar
                  label="Reviewed"
                  hideLabel
                  done={live.length - left.length}
                  total={Math.max(1, live.length)}
                />
                <p className="small muted">
                  {progressInWords(
                    live.length,
                    left.map(({ number }) => number),
                  )}
                </p>
              </div>
            </Panel>
            <ReviewedRisk
              key={chosen.id}
              open={open}
              review={review}
              now={now}
              previous={previous}
              risk={risk}
              drawn={chosen}
              parts={parts}
              onNext={next}
              onBack={at > 0 ? back : undefined}
            />
          </div>
        )}
      </PageBody>
      {isAdding && parts.adding(open, () => setAdding(false))}
    </>
  );
}

function isDone(risk: SnapshotRisk): boolean {
  return !isLive(risk) || risk.review !== null;
}
