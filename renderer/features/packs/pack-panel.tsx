import type { ReactElement } from 'react';
import { changePack } from '#shared/domain/packs/pack.commands.ts';
import {
  problemsOf,
  readinessOf,
  restrictedIds,
  type ItemLine,
  type PaperLine,
} from '#shared/domain/packs/pack-contents.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { readPack } from './build/pack.queries.ts';
import { ProblemList } from './problem-list.tsx';

export interface PackPanelProps {
  readonly meetingId: string;
}

/** The board pack beside the agenda: how far it is, what stands in its way, and what goes in. */
export function PackPanel({ meetingId }: PackPanelProps): ReactElement | null {
  const session = useSession();
  const as = useLive((database) => readPack(database, meetingId), [meetingId]);
  if (as === undefined || as === null) return null;
  const { pack, items, papers, unplaced, knownPages } = as;
  const leftOut = pack?.leftOut ?? [];
  const { ready, papers: wanted } = readinessOf(papers, leftOut);
  const problems = problemsOf(items, papers, leftOut);
  const restricted = restrictedIds(items).size;
  const change = (values: Parameters<typeof changePack>[0]['values']): void =>
    void run(session, changePack, { meetingId, pack, values });

  return (
    <SidePanel title="Board pack" actions={pack?.isMarkedDraft === true ? <Tag tone="grey">Draft</Tag> : undefined}>
      <PanelSection>
        <ProgressBar
          label={`${ready} of ${wanted} papers ready`}
          done={ready}
          total={wanted}
          text={knownPages === 0 ? '' : `${knownPages} pages attached`}
        />
      </PanelSection>
      {problems.length + unplaced.length > 0 && (
        <PanelSection title="Before you send it">
          <ProblemList problems={problems} unplaced={unplaced} />
        </PanelSection>
      )}
      <PanelSection title="Include">
        <Checkbox label="Cover" checked={pack?.hasCover ?? true} onChange={(hasCover) => change({ hasCover })} />
        <Checkbox
          label="“Draft” on every page"
          checked={pack?.isMarkedDraft ?? false}
          onChange={(isMarkedDraft) => change({ isMarkedDraft })}
        />
        <Checkbox
          label="“OFFICIAL-SENSITIVE” on every page"
          checked={pack?.isSensitive ?? false}
          onChange={(isSensitive) => change({ isSensitive })}
        />
        {inAgendaOrder(items, papers).map(({ item, paper }) => (
          <Checkbox
            key={paper.id}
            label={`${item.number} ${paper.title}`}
            checked={!leftOut.includes(paper.id)}
            onChange={(isIn) => change({ leftOut: isIn ? without(leftOut, paper.id) : [...leftOut, paper.id] })}
          />
        ))}
        {restricted > 0 && (
          <p className="small muted">
            {restricted === 1 ? 'One restricted item goes' : `${restricted} restricted items go`} into a separate pack,
            numbered R1, R2 and so on.
          </p>
        )}
      </PanelSection>
      <PanelSection>
        <Row>
          <LinkButton href={hrefTo(pathTo.pack(meetingId))}>Open the pack</LinkButton>
        </Row>
      </PanelSection>
    </SidePanel>
  );
}

function inAgendaOrder(
  items: ReadonlyArray<ItemLine>,
  papers: ReadonlyArray<PaperLine>,
): ReadonlyArray<{ readonly item: ItemLine; readonly paper: PaperLine }> {
  return items.flatMap((item) => papers.filter(({ itemId }) => itemId === item.id).map((paper) => ({ item, paper })));
}

function without(list: ReadonlyArray<string>, one: string): ReadonlyArray<string> {
  return list.filter((other) => other !== one);
}
