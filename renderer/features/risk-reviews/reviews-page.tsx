import { ListChecks } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { joinReviews, setReviewAside } from '#shared/domain/risk-reviews/review.commands.ts';
import { standingReviews } from '#shared/domain/risk-reviews/review-dates.ts';
import type { FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import { reviewTypeWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ReviewAction } from './review-action.tsx';
import { ReviewBar } from './review-bar.tsx';
import { TrendPanel } from './trend-panel.tsx';

/** A register's reviews: the one at work, those that were frozen, what changed between any two, and the trend over all. */
export function ReviewsPage({ registerId }: { readonly registerId: string }): ReactElement {
  const open = useRegister(registerId);
  if (open === undefined) return <Skeleton rows={6} label="Opening the reviews" />;
  if (open === null) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            icon={ListChecks}
            title="This register is no longer here"
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  const { register } = open.rows;
  return (
    <>
      <PageHeader
        title={register.name}
        breadcrumbs={[{ label: 'Risks', href: hrefTo(pathTo.section('risks')) }, { label: register.name }]}
        actions={<ReviewAction open={open} />}
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'reviews')} />}
      />
      <PageBody>
        <ReviewBar open={open} />
        <TwoDrafts open={open} />
        <SameDayTwice open={open} />
        <FrozenPanel open={open} />
        {open.frozen.length > 0 && <ComparePanel open={open} />}
        {open.frozen.length > 1 && <TrendPanel open={open} />}
      </PageBody>
    </>
  );
}

/** Two laptops began a review each: one goes on, and what was confirmed in the other counts for it. */
function TwoDrafts({ open }: { readonly open: OpenRegister }): ReactElement | null {
  const session = useSession();
  const drafts = open.reviews.filter(({ state }) => state === 'draft');
  const [draft] = drafts;
  if (draft === undefined) return null;
  if (drafts.length === 1) {
    return (
      <p>
        <Button small kind="quiet" onPress={() => void run(session, setReviewAside, { review: draft })}>
          Set {draft.label} aside
        </Button>{' '}
        <span className="muted small">
          for a review begun by mistake; nothing that was kept meanwhile is taken back
        </span>
      </p>
    );
  }
  return (
    <Banner
      tone="warning"
      title={`${drafts.length} reviews of this register are open`}
      actions={drafts.map((into) => (
        <Button
          key={into.id}
          small
          onPress={() => {
            void (async () => {
              for (const other of drafts) {
                if (other.id !== into.id) await run(session, joinReviews, { into, other, risks: open.rows.risks });
              }
            })();
          }}
        >
          {`Go on with ${into.label}${into.asAt === null ? '' : `, as at ${withYear(into.asAt)}`}`}
        </Button>
      ))}
    >
      Two laptops began one each without knowing of each other. Choose the one to go on with: what was confirmed in the
      other counts for it.
    </Banner>
  );
}

/** Two laptops froze the same quarter: neither gives way to the other by itself. */
function SameDayTwice({ open }: { readonly open: OpenRegister }): ReactElement | null {
  const standing = standingReviews(open.frozen);
  const pair = standing.flatMap((one, at) => {
    const other = standing[at + 1];
    return other !== undefined && (other.asAt === one.asAt || other.label === one.label) ? [[one, other] as const] : [];
  })[0];
  if (pair === undefined) return null;
  const [one, other] = pair;
  return (
    <Banner
      tone="warning"
      title={`${one.label} was frozen twice, by ${one.frozenBy} and by ${other.frozenBy}`}
      actions={
        <LinkButton small href={hrefTo(pathTo.riskComparison(open.rows.register.id, one.id, other.id))}>
          Compare both
        </LinkButton>
      }
    >
      Two laptops did so without knowing of each other. Both are kept. Where they differ, the register’s own ratings are
      to be decided; a review that corrects one of them says which the board stands by.
    </Banner>
  );
}

function FrozenPanel({ open }: { readonly open: OpenRegister }): ReactElement {
  const [corrected, setCorrected] = useState<FrozenReview | null>(null);
  const { register } = open.rows;
  const newest = open.frozen.toReversed();
  const correctedBy = new Map(
    open.frozen.flatMap((one) => (one.supersedesId === null ? [] : [[one.supersedesId, one]])),
  );
  return (
    <Panel title="Frozen reviews" count={newest.length === 0 ? undefined : String(newest.length)} flush>
      <Table
        caption="Frozen reviews, the newest first"
        rows={newest}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(pathTo.frozenReview(id))}
        empty={
          <EmptyState
            icon={ListChecks}
            title="No review has been frozen yet"
            text="Each quarter the register is gone through risk by risk and frozen, so that what the board saw can be shown for good."
          />
        }
        columns={[
          {
            id: 'label',
            header: 'Review',
            rowHeader: true,
            cell: ({ label }) => label,
          },
          {
            id: 'marks',
            header: 'Kind',
            width: 13,
            cell: (one) => {
              const by = correctedBy.get(one.id);
              return by === undefined ? reviewTypeWords[one.type] : <Tag tone="grey">Corrected by {by.label}</Tag>;
            },
          },
          { id: 'asAt', header: 'As at', width: 10, cell: ({ asAt }) => (asAt === null ? '' : withYear(asAt)) },
          { id: 'live', header: 'Live', width: 4, align: 'end', cell: ({ counts }) => counts.live },
          { id: 'above', header: 'Above the line', width: 7, align: 'end', cell: ({ counts }) => counts.above },
          {
            id: 'by',
            header: 'Frozen by',
            width: 12,
            hideWhenNarrow: true,
            cell: ({ frozenBy, frozenOn }) => `${frozenBy}${frozenOn === null ? '' : `, ${withYear(frozenOn)}`}`,
          },
          {
            id: 'more',
            header: 'More',
            hideHeader: true,
            width: 3,
            align: 'end',
            cell: (one) => (
              <MenuButton
                label={`More about ${one.label}`}
                iconOnly
                small
                sections={[
                  {
                    items: [
                      {
                        id: 'see',
                        label: 'See it as it was frozen',
                        onChoose: () => goTo(pathTo.frozenReview(one.id)),
                      },
                      {
                        id: 'history',
                        label: 'History of the register',
                        onChoose: () => goTo(pathTo.historyOf('riskRegister', register.id)),
                      },
                      {
                        id: 'correct',
                        label: 'Correct this review',
                        blockedBecause: open.draft === null ? undefined : `Not while ${open.draft.label} is open`,
                        onChoose: () => setCorrected(one),
                      },
                    ],
                  },
                ]}
              />
            ),
          },
        ]}
      />
      {corrected !== null && <CorrectDialog open={open} frozen={corrected} onClose={() => setCorrected(null)} />}
    </Panel>
  );
}

/** Any two reviews, the draft among them. */
function ComparePanel({ open }: { readonly open: OpenRegister }): ReactElement {
  const standing = standingReviews(open.frozen);
  const options = [
    ...open.frozen.map(({ id, label, asAt }) => ({
      value: id,
      label: `${label}${asAt === null ? '' : `, as at ${withYear(asAt)}`}`,
    })),
    ...(open.draft === null ? [] : [{ value: 'draft', label: `${open.draft.label}, in draft` }]),
  ].toReversed();
  const [from, setFrom] = useState(standing.at(open.draft === null ? -2 : -1)?.id ?? options.at(-1)?.value ?? '');
  const [to, setTo] = useState(open.draft === null ? (standing.at(-1)?.id ?? '') : 'draft');
  return (
    <Panel
      title="What changed"
      actions={
        <LinkButton small kind="primary" href={hrefTo(pathTo.riskComparison(open.rows.register.id, from, to))}>
          Compare
        </LinkButton>
      }
    >
      <FormRow>
        <Select
          label="From"
          value={from}
          options={options.filter(({ value }) => value !== 'draft')}
          onChange={setFrom}
        />
        <Select label="To" value={to} options={options} onChange={setTo} />
      </FormRow>
    </Panel>
  );
}
