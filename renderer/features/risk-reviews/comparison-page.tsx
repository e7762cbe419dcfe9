import { ArrowLeftRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { mappingBetween } from '#shared/domain/rating/carried.ts';
import { compareSnapshots } from '#shared/domain/risk-reviews/comparison.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { useFrozen } from './use-frozen.ts';

export interface ComparisonPageProps {
  readonly registerId: string;
  /** A frozen review. */
  readonly fromId: string;
  /** A frozen review, or `draft`. */
  readonly toId: string;
}

/** What changed between two reviews of a register. */
export function ComparisonPage({ registerId, fromId, toId }: ComparisonPageProps): ReactElement {
  const open = useRegister(registerId);
  const from = open?.frozen.find(({ id }) => id === fromId);
  const to = open?.frozen.find(({ id }) => id === toId);
  const before = useFrozen(from?.sha256 ?? null);
  const after = useFrozen(to?.sha256 ?? null);
  if (open === undefined || before === undefined || after === undefined) {
    return <Skeleton rows={8} label="Comparing the reviews" />;
  }
  const isDraft = toId === 'draft';
  if (open === null || from === undefined || (isDraft ? open.draft === null : to === undefined)) {
    return (
      <>
        <PageHeader title="Compare" />
        <PageBody>
          <EmptyState
            icon={ArrowLeftRight}
            title="One of these reviews is not here"
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  const { register } = open.rows;
  const previous = before?.type === 'whole' ? before.snapshot : null;
  const current = isDraft ? open.now : after?.type === 'whole' ? after.snapshot : null;
  const labelTo = to?.label ?? `${open.draft?.label ?? ''}, in draft`;
  return (
    <>
      <PageHeader
        title={`${from.label} to ${labelTo}`}
        breadcrumbs={[
          { label: register.name, href: hrefTo(pathTo.riskRegister(register.id)) },
          { label: 'Reviews', href: hrefTo(pathTo.riskReviews(register.id)) },
          { label: 'Compare' },
        ]}
        facts={
          previous === null || current === null
            ? undefined
            : [{ text: `As at ${withYear(previous.asAt)} and as at ${withYear(current.asAt)}` }]
        }
      />
      <PageBody>
        {previous === null || current === null ? (
          <Banner tone="warning" title="These reviews cannot be compared yet">
            The full text of {previous === null ? from.label : labelTo} is not on this laptop, or its integrity check
            failed. Ask the colleague who froze it for a bundle.
          </Banner>
        ) : (
          <Compared open={open} previous={previous} current={current} />
        )}
      </PageBody>
    </>
  );
}

function Compared({
  open,
  previous,
  current,
}: {
  readonly open: OpenRegister;
  readonly previous: Snapshot;
  readonly current: Snapshot;
}): ReactElement {
  const versions = new Map(open.rows.schemes.map((scheme) => [scheme.id, scheme]));
  const mapping = mappingBetween(versions, previous.scheme.id, current.scheme.id) ?? current.scheme.mapping;
  const earlier = open.frozen.filter(({ asAt }) => asAt !== null && asAt < previous.asAt);
  const comparison = compareSnapshots(previous, { ...current, scheme: { ...current.scheme, mapping } }, earlier);
  return <ComparisonView comparison={comparison} previous={previous} current={current} />;
}
