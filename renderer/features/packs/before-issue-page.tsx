import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Send } from 'lucide-react';
import { beforeIssue } from '#shared/domain/packs/before-issue.ts';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { isEmptyOrder, packName, type PackOrder } from '#shared/domain/packs/pack-order.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { accessInWords, droppedInWords } from './before-issue-words.ts';
import { orderOf } from './build/build-pack.ts';
import { useBuild } from './build/build.store.ts';
import type { BuiltPack } from './build/built-pack.ts';
import { readPack, type PackAsItStands } from './build/pack.queries.ts';
import { usePackBuilder } from './build/use-pack-builder.ts';
import { readWritingFacts, type WritingFacts } from './build/writing-facts.ts';
import { whatPapersSay } from './build/what-papers-say.ts';
import { FindingList, type Finding } from './finding-list.tsx';
import { LengthPanel, type LengthPanelProps } from './length-panel.tsx';
import { MissingList } from './missing-list.tsx';
import { NoMeeting } from './no-meeting.tsx';
import { PackNews } from './pack-news.tsx';
import { useBuiltPack } from './use-built-pack.ts';

export interface BeforeIssuePageProps {
  readonly meetingId: string;
  readonly edition: Edition;
  readonly makeSmaller: LengthPanelProps['makeSmaller'];
}

/** The last look before a pack is given out: what is missing, who can read it, what is dropped, how long it is. */
export function BeforeIssuePage({ meetingId, edition, makeSmaller }: BeforeIssuePageProps): ReactElement {
  const ordered = useLive(
    async (database) => {
      const as = await readPack(database, meetingId);
      if (as === null) return null;
      const [says, writing] = await Promise.all([whatPapersSay(database, as), readWritingFacts(database, as)]);
      return { as, writing, order: orderOf(as, edition, says) };
    },
    [meetingId, edition],
  );
  if (ordered === undefined) return <Loading label="Checking the pack" />;
  if (ordered === null) return <NoMeeting />;
  return <OpenCheck {...ordered} makeSmaller={makeSmaller} />;
}

interface OpenCheckProps {
  readonly as: PackAsItStands;
  readonly order: PackOrder;
  /** Of papers written here, by paper. */
  readonly writing: ReadonlyMap<string, WritingFacts>;
  readonly makeSmaller: LengthPanelProps['makeSmaller'];
}

function OpenCheck({ as, order, writing, makeSmaller }: OpenCheckProps): ReactElement {
  const { edition, form, issue } = order;
  const meetingId = as.meeting.id;
  const found = beforeIssue(order, as.papers, as.pack?.leftOut ?? []);
  const stops = found.filter((one) => one.stops).length;
  const isEmpty = isEmptyOrder(order);
  const { built, isCurrent, standing } = useBuiltPack(as, edition);
  useFreshBuild(as, order, built !== null && isCurrent, standing);
  const facts = built?.facts ?? null;
  const refused = facts?.leftOut ?? [];
  const name = packName(edition, form, issue);
  const blocked = isEmpty
    ? `Nothing cleared has come or changed since issue ${issue - 1}`
    : stops > 0
      ? `${stops === 1 ? 'One thing stands' : `${stops} things stand`} in the way: see Missing`
      : refused.length > 0
        ? 'A file cannot be taken: attach it again, or leave it out'
        : undefined;
  return (
    <>
      <PageHeader
        title={`Check before issue: ${name.charAt(0).toLowerCase()}${name.slice(1)}`}
        breadcrumbs={[
          { label: 'Meetings', href: hrefTo(pathTo.section('meetings')) },
          { label: as.meeting.bodyName, href: hrefTo(pathTo.meeting(meetingId)) },
          { label: 'Pack', href: hrefTo(pathTo.pack(meetingId)) },
          { label: 'Check before issue' },
        ]}
        facts={[{ text: `Issue ${issue}` }, { text: `From page ${edition === 'restricted' ? 'R' : ''}${order.first}` }]}
        actions={<IssueButton order={order} meetingId={meetingId} blockedBecause={blocked} />}
      />
      <PageBody>
        <Verdict stops={stops} isEmpty={isEmpty} issue={issue} />
        <PackNews meetingId={meetingId} edition={edition} built={built} isCurrent={isCurrent} isChecking />
        <MissingList as={as} found={found} writing={writing} />
        {facts !== null && !isEmpty && (
          <BuiltFindings as={as} order={order} writing={writing} facts={facts} makeSmaller={makeSmaller} />
        )}
      </PageBody>
    </>
  );
}

/** The check looks at the very pages: where none stand ready as things are now, they are made. */
function useFreshBuild(as: PackAsItStands, order: PackOrder, isReady: boolean, standing: string | null): void {
  const { build } = usePackBuilder();
  const isBuilding = useBuild((state) => state.building !== null);
  const tried = useRef<string | null>(null);
  const isEmpty = isEmptyOrder(order) || order.entries.length === 0;
  useEffect(() => {
    if (isReady || isEmpty || isBuilding || standing === null || tried.current === standing) return;
    tried.current = standing;
    void build(as.meeting.id, order.edition);
  }, [isReady, isEmpty, isBuilding, standing, build, as.meeting.id, order.edition]);
}

function Verdict({
  stops,
  isEmpty,
  issue,
}: {
  readonly stops: number;
  readonly isEmpty: boolean;
  readonly issue: number;
}): ReactElement {
  if (isEmpty) {
    return (
      <Banner tone="info" title={`Nothing has changed since issue ${issue - 1}`}>
        A supplement holds papers that are new, or cleared again after a change. Clear one, and it is named here.
      </Banner>
    );
  }
  if (stops === 0) return <Banner tone="success" title="Nothing stands in the way of issuing it" />;
  return (
    <Banner tone="error" title={stops === 1 ? 'One thing stands in the way' : `${stops} things stand in the way`}>
      Put right what is marked red under Missing. Everything else is for you to know.
    </Banner>
  );
}

function BuiltFindings({
  as,
  order,
  writing,
  facts,
  makeSmaller,
}: OpenCheckProps & { readonly facts: BuiltPack }): ReactElement {
  const papers = facts.parts.filter(({ role }) => role === 'paper');
  const about = ({
    itemNumber,
    title,
    paperId,
  }: (typeof papers)[number]): { readonly name: string; readonly href: string } => ({
    name: `${itemNumber} ${title}`,
    href: hrefTo(pathTo.paper(paperId ?? '')),
  });
  return (
    <>
      <FindingList
        label="Accessibility"
        none="There are no papers in it."
        findings={worstFirst(
          papers.map((part) => ({
            id: part.id,
            ...accessInWords(part, writing.get(part.paperId ?? '')),
            about: about(part),
          })),
        )}
      />
      <FindingList
        label="Will be dropped"
        none="Nothing is dropped from any file."
        findings={papers.flatMap((part) => {
          const text = droppedInWords(part);
          if (text === null) return [];
          return [
            {
              id: part.id,
              tone: 'amber',
              title: 'Not carried into the pack',
              text: `${text}. The file as attached keeps it.`,
              about: about(part),
            },
          ];
        })}
      />
      <LengthPanel body={as.body} edition={order.edition} facts={facts} makeSmaller={makeSmaller} />
    </>
  );
}

function worstFirst(findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> {
  const rank = ['red', 'amber', 'blue', 'grey', 'green'];
  return [...findings].sort((a, b) => rank.indexOf(a.tone) - rank.indexOf(b.tone));
}

interface IssueButtonProps {
  readonly order: PackOrder;
  readonly meetingId: string;
  readonly blockedBecause: string | undefined;
}

function IssueButton({
  order: { edition, form, issue, first },
  meetingId,
  blockedBecause,
}: IssueButtonProps): ReactElement {
  const { issue: issueNow } = usePackBuilder();
  const { today } = useSession();
  const [isAsking, setAsking] = useState(false);
  const isBuilding = useBuild((state) => state.building !== null);
  const label = form === 'main' ? 'Issue pack' : 'Make supplement';
  const name = packName(edition, form, issue);

  async function confirmed(): Promise<void> {
    setAsking(false);
    const id = await issueNow(meetingId, edition);
    if (id === null) return;
    noticeShown(`${name} issued as issue ${issue}. Save it, or print it, to give it out.`, 'green');
    goTo(pathTo.issued(meetingId, id));
  }

  return (
    <>
      <Button
        kind="primary"
        icon={Send}
        pending={isBuilding}
        pendingLabel="Making the pages"
        {...(blockedBecause === undefined ? {} : { blockedBecause })}
        onPress={() => setAsking(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirmed()}
        title={`${label}?`}
        confirmLabel={label}
      >
        <p>
          {form === 'main'
            ? 'The pack and its papers are kept for good as they stand now, under today’s date'
            : `Its pages go on from page ${edition === 'restricted' ? 'R' : ''}${first}, with the agenda issued again, under today’s date`}
          . Issuing cannot be undone: what comes later goes into a supplement, and no page number is used twice.
        </p>
        <p className="small muted">Nothing is sent: you give it out yourself. Today is {withYear(today)}.</p>
      </ConfirmDialog>
    </>
  );
}
