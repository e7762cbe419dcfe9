import type { ReactElement } from 'react';
import type { FoundBefore } from '#shared/domain/packs/before-issue.ts';
import { changePack } from '#shared/domain/packs/pack.commands.ts';
import { changePaperStatus } from '#shared/domain/papers/paper.commands.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { obstacleInWords, staleInWords, undecidedInWords } from './before-issue-words.ts';
import type { PackAsItStands } from './build/pack.queries.ts';
import type { WritingFacts } from './build/writing-facts.ts';
import { FindingList, type Finding } from './finding-list.tsx';

export interface MissingListProps {
  readonly as: PackAsItStands;
  readonly found: ReadonlyArray<FoundBefore>;
  readonly writing: ReadonlyMap<string, WritingFacts>;
}

/** What is missing or not cleared, each with the way to put it right beside it. */
export function MissingList({ as, found, writing }: MissingListProps): ReactElement {
  return (
    <FindingList
      label="Missing"
      none="Every paper is there and cleared, and every restricted item says why it is."
      findings={[
        ...found.map((one) => {
          const { obstacle } = one;
          const paper = 'paper' in obstacle ? obstacle.paper : null;
          return {
            id: `${obstacle.type} ${obstacle.item.id} ${paper?.id ?? ''}`,
            ...obstacleInWords(one),
            about:
              paper === null
                ? null
                : { name: `${obstacle.item.number} ${paper.title}`, href: hrefTo(pathTo.paper(paper.id)) },
            actions: <WaysOut as={as} found={one} />,
          };
        }),
        ...staleFindings(as, writing),
      ]}
    />
  );
}

function WaysOut({
  as,
  found: { obstacle },
}: {
  readonly as: PackAsItStands;
  readonly found: FoundBefore;
}): ReactElement | null {
  const session = useSession();
  const { meeting, pack, paperRecords } = as;
  const leftOut = pack?.leftOut ?? [];
  const leaveOut = (ids: ReadonlyArray<string>): void =>
    void run(session, changePack, { meetingId: meeting.id, pack, values: { leftOut: ids } });

  async function clear(id: string): Promise<void> {
    const paper = paperRecords.get(id);
    if (paper === undefined) return;
    const result = await run(session, changePaperStatus, { paper, status: 'cleared' });
    if (!result.ok) noticeShown('Not cleared: the paper has changed meanwhile. Look at it first.', 'red');
  }

  if (obstacle.type === 'NoGround' || obstacle.type === 'NoPaper') {
    return (
      <LinkButton small href={hrefTo(pathTo.meeting(meeting.id))}>
        Open the agenda
      </LinkButton>
    );
  }
  const { id, title } = obstacle.paper;
  if (obstacle.type === 'LeftOut') {
    return (
      <Button small onPress={() => leaveOut(leftOut.filter((other) => other !== id))}>
        Put back in<span className="vh"> {title}</span>
      </Button>
    );
  }
  if (obstacle.type === 'StandsForNow') return null;
  return (
    <Row>
      {obstacle.type === 'NotCleared' && (
        <Button small onPress={() => void clear(id)}>
          Mark as cleared<span className="vh">: {title}</span>
        </Button>
      )}
      <Button small onPress={() => leaveOut([...leftOut, id])}>
        Leave out<span className="vh"> {title}</span>
      </Button>
    </Row>
  );
}

function staleFindings({ papers }: PackAsItStands, writing: ReadonlyMap<string, WritingFacts>): ReadonlyArray<Finding> {
  return papers.flatMap(({ id, title }) => {
    const { staleComments = [], openComments = 0, suggestions = 0 } = writing.get(id) ?? {};
    const about = { name: title, href: hrefTo(pathTo.paper(id)) };
    return [
      ...staleComments.map((heading) => ({ id: `stale ${id} ${heading}`, ...staleInWords(heading), about })),
      ...(suggestions + openComments === 0
        ? []
        : [{ id: `open ${id}`, ...undecidedInWords(suggestions, openComments), about }]),
    ];
  });
}
