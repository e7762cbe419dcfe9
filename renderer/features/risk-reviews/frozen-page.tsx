import { FileLock2, ListChecks } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cellCode, cellOf } from '#shared/domain/rating/scheme.ts';
import { isLive, isActionOpen } from '#shared/domain/risk-reviews/as-at.ts';
import type { FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import type { Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { closureWords, decisionWords, reviewTypeWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { useRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { CellTag } from '#renderer/ui/cell-tag.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatRow } from '#renderer/ui/stat-row.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useFrozen } from './use-frozen.ts';

/** A review as it was frozen, read from its own file. */
export function FrozenPage({ frozenId, actionsFor }: FrozenPageProps): ReactElement {
  const registers = useRegisters();
  if (registers === undefined) return <Skeleton rows={6} label="Opening the review" />;
  const open = [...registers.values()].find(({ frozen }) => frozen.some(({ id }) => id === frozenId));
  const frozen = open?.frozen.find(({ id }) => id === frozenId);
  if (open === undefined || frozen === undefined) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            icon={ListChecks}
            title="This review has not come from the colleague who froze it"
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  return <OpenFrozen open={open} frozen={frozen} actions={actionsFor?.(open, frozen)} />;
}

export interface FrozenPageProps {
  readonly frozenId: string;
  /** Buttons of other features for this review. */
  readonly actionsFor?: ((open: OpenRegister, frozen: FrozenReview) => ReactNode) | undefined;
}

interface OpenFrozenProps {
  readonly open: OpenRegister;
  readonly frozen: FrozenReview;
  readonly actions: ReactNode;
}

function OpenFrozen({ open, frozen, actions }: OpenFrozenProps): ReactElement {
  const read = useFrozen(frozen.sha256);
  const { register } = open.rows;
  const at = open.frozen.findIndex(({ id }) => id === frozen.id);
  const before = open.frozen[at - 1];
  const by = open.frozen.find(({ supersedesId }) => supersedesId === frozen.id);
  return (
    <>
      <PageHeader
        title={frozen.label}
        breadcrumbs={[
          { label: register.name, href: hrefTo(pathTo.riskRegister(register.id)) },
          { label: 'Reviews', href: hrefTo(pathTo.riskReviews(register.id)) },
          { label: frozen.label },
        ]}
        beside={<Tag tone="blue">Frozen</Tag>}
        facts={[
          { text: reviewTypeWords[frozen.type] },
          ...(frozen.asAt === null ? [] : [{ text: `As at ${withYear(frozen.asAt)}` }]),
          {
            icon: FileLock2,
            text: `Frozen by ${frozen.frozenBy}${frozen.frozenOn === null ? '' : ` on ${withYear(frozen.frozenOn)}`}, mark ${frozen.sha256.slice(0, 8)}`,
          },
        ]}
        actions={
          <>
            {actions}
            {before !== undefined && (
              <LinkButton href={hrefTo(pathTo.riskComparison(register.id, before.id, frozen.id))}>
                Compare with {before.label}
              </LinkButton>
            )}
          </>
        }
      />
      <PageBody>
        {by !== undefined && (
          <Banner
            tone="warning"
            title={`Corrected by ${by.label}`}
            actions={
              <LinkButton small href={hrefTo(pathTo.frozenReview(by.id))}>
                See the correction
              </LinkButton>
            }
          >
            {by.supersedeReason}
          </Banner>
        )}
        {frozen.supersedeReason !== '' && (
          <Banner tone="info" title="This review corrects an earlier one">
            {frozen.supersedeReason}
          </Banner>
        )}
        <StatRow
          label="Counts of live risks"
          stats={[
            { label: 'Live risks', value: String(frozen.counts.live) },
            { label: 'Above the line', value: String(frozen.counts.above) },
            { label: 'Red', value: String(frozen.counts.red) },
            { label: 'Amber', value: String(frozen.counts.amber) },
            { label: 'Green', value: String(frozen.counts.green) },
          ]}
        />
        {read === undefined || read === null ? (
          <Skeleton rows={6} label="Reading the review" />
        ) : read.type === 'whole' ? (
          <FrozenRisks snapshot={read.snapshot} />
        ) : read.type === 'missing' ? (
          <Banner tone="warning" title="Its contents are not on this laptop yet">
            The counts above are here; the text is a file that has not come from the colleague who froze it. Ask them
            for a bundle.
          </Banner>
        ) : (
          <Banner tone="error" title="The integrity check failed">
            The file reads otherwise than when it was frozen, so it is not shown as what the board saw. Nothing else is
            touched by this. A colleague’s bundle or a backup may hold it whole.
          </Banner>
        )}
      </PageBody>
    </>
  );
}

function FrozenRisks({ snapshot }: { readonly snapshot: Snapshot }): ReactElement {
  const { scheme, asAt } = snapshot;
  const live = snapshot.risks.filter(isLive);
  const closed = snapshot.risks.filter(({ status }) => status === 'closed');
  const tag = (cell: SnapshotRisk['current']): ReactNode => {
    const rule = cell === null ? null : cellOf(scheme, cell);
    return rule === null ? 'Not rated' : <CellTag code={cellCode(rule)} band={rule.band} above={rule.above} />;
  };
  return (
    <>
      <Panel title="Risks" count={String(live.length)} flush>
        <Table
          caption="Risks as they were"
          rows={live}
          keyOf={({ id }) => id}
          columns={[
            { id: 'number', header: 'No.', width: 3, align: 'end', cell: ({ number }) => number },
            { id: 'name', header: 'Risk', rowHeader: true, cell: ({ shortName }) => shortName },
            { id: 'owner', header: 'Owner', width: 11, hideWhenNarrow: true, cell: ({ owner }) => owner?.name ?? '' },
            { id: 'current', header: 'Current', width: 6.5, cell: ({ current }) => tag(current) },
            { id: 'target', header: 'Target', width: 6.5, cell: ({ target }) => tag(target) },
            {
              id: 'decision',
              header: 'Review',
              cell: ({ review }) =>
                review === null
                  ? ''
                  : `${decisionWords[review.decision]}${review.commentary === '' ? '' : `: ${review.commentary}`}`,
            },
            {
              id: 'actions',
              header: 'Open actions',
              width: 5.5,
              align: 'end',
              cell: ({ actions }) => actions.filter((action) => isActionOpen(action, asAt)).length,
            },
          ]}
        />
      </Panel>
      {closed.length > 0 && (
        <Panel title="Closed by then" count={String(closed.length)} flush>
          <Table
            caption="Closed risks"
            rows={closed}
            keyOf={({ id }) => id}
            columns={[
              { id: 'number', header: 'No.', width: 3, align: 'end', cell: ({ number }) => number },
              { id: 'name', header: 'Risk', rowHeader: true, cell: ({ shortName }) => shortName },
              {
                id: 'why',
                header: 'Why',
                cell: ({ closure }) => (closure === null ? '' : `${closureWords[closure.reason]}: ${closure.note}`),
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
