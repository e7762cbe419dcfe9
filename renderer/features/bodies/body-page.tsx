import { Building2, EllipsisVertical, History, Landmark, Trash2, Users } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { removeBody } from '#shared/domain/bodies/body.commands.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { BodyDetails } from './body-details.tsx';
import { BodyDeadlines } from './body-deadlines.tsx';
import { bodyTypeInWords, storageFullInWords } from './partner-words.ts';
import { readBody, type OpenBody } from './partners.queries.ts';
import { SeatsPanel } from './seats-panel.tsx';
import { StandingItemsPanel } from './standing-items-panel.tsx';

export interface BodyPageProps {
  readonly bodyId: string;
}

const tabIds = ['seats', 'standing', 'deadlines', 'about'] as const;
type Tab = (typeof tabIds)[number];

const partnersHref = hrefTo(pathTo.section('partners'));

/** One body: who sits on it, what its agendas start from, its deadlines, and what it is for. */
export function BodyPage({ bodyId }: BodyPageProps): ReactElement {
  const open = useLive((database) => readBody(database, bodyId), [bodyId]);
  if (open === undefined) return <Skeleton rows={6} label="Opening the body" />;
  if (open === null) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            icon={Landmark}
            title="This body is no longer here"
            text="It was removed, here or by a colleague. Undo, or the bin in Settings, brings it back."
            action={<LinkButton href={partnersHref}>Go to partners and bodies</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  return <OpenBodyPage open={open} />;
}

function OpenBodyPage({ open }: { readonly open: OpenBody }): ReactElement {
  const session = useSession();
  const [tab, setTab] = useState<Tab>('seats');
  const { body, ownSeats, bodies, below, meetings } = open;
  const parent = bodies.find((other) => other.id === body.parentId);
  const seats = ownSeats.length === 1 ? '1 seat' : `${ownSeats.length} seats`;

  async function removed(): Promise<void> {
    const result = await run(session, removeBody, { body, seats: ownSeats, meetings, below });
    if (result.ok) {
      goTo(pathTo.section('partners'));
      noticeShown(`Removed ${body.name}. Undo brings it back.`);
      return;
    }
    switch (result.refusal.type) {
      case 'InUse':
        noticeShown(`${body.name} was not removed: ${inUse(open)}.`, 'amber');
        return;
      case 'StorageFull':
        noticeShown(storageFullInWords(), 'red');
        return;
      default:
        unreachable(result.refusal);
    }
  }

  const blockedBecause = meetings > 0 || below.length > 0 ? `Not while ${inUse(open)}` : undefined;
  return (
    <>
      <PageHeader
        title={body.name}
        breadcrumbs={[{ label: 'Partners and bodies', href: partnersHref }, { label: body.name }]}
        facts={[
          { icon: Landmark, text: bodyTypeInWords(body.type) },
          { icon: Users, text: body.quorum === null ? `${seats}, no quorum set` : `${seats}, quorum ${body.quorum}` },
          ...(parent === undefined ? [] : [{ icon: Building2, text: `Accountable to ${parent.name}` }]),
        ]}
        actions={
          <MenuButton
            label="More about this body"
            icon={EllipsisVertical}
            iconOnly
            sections={[
              {
                items: [
                  {
                    id: 'history',
                    label: 'History of this body',
                    icon: History,
                    onChoose: () => goTo(pathTo.historyOf('body', body.id)),
                  },
                  {
                    id: 'remove',
                    label: 'Remove this body',
                    icon: Trash2,
                    danger: true,
                    blockedBecause,
                    onChoose: () => void removed(),
                  },
                ],
              },
            ]}
          />
        }
      />
      <PageBody>
        <Tabs
          label="About the body"
          chosen={tab}
          onChoose={(id) => setTab(tabIds.find((each) => each === id) ?? 'seats')}
          tabs={[
            { id: 'seats', label: 'Seats', count: ownSeats.length },
            { id: 'standing', label: 'Standing items', count: body.standingItems.length },
            { id: 'deadlines', label: 'Deadlines and closures' },
            { id: 'about', label: 'Name and purpose' },
          ]}
        >
          <TabOf tab={tab} open={open} />
        </Tabs>
      </PageBody>
    </>
  );
}

function TabOf({ tab, open }: { readonly tab: Tab; readonly open: OpenBody }): ReactElement {
  switch (tab) {
    case 'seats':
      return <SeatsPanel open={open} />;
    case 'standing':
      return <StandingItemsPanel body={open.body} />;
    case 'deadlines':
      return <BodyDeadlines open={open} />;
    case 'about':
      return <BodyDetails open={open} />;
  }
}

/** `it has 14 meetings, and Executive Group answers to it` */
function inUse({ meetings, below }: OpenBody): string {
  const names = below.map((body) => body.name).join(', ');
  return [
    ...(meetings === 0 ? [] : [`it has ${meetings === 1 ? '1 meeting' : `${meetings} meetings`}`]),
    ...(below.length === 0 ? [] : [`${names} ${below.length === 1 ? 'answers' : 'answer'} to it`]),
  ].join(', and ');
}
