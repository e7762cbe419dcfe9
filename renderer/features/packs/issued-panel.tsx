import { Layers, PackageCheck, PackagePlus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Edition, IssuedPack } from '#shared/domain/packs/issued-pack.ts';
import { issuedSoFar, issuedTwice } from '#shared/domain/packs/issues.ts';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { RecordList } from '#renderer/ui/record-list.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { canConsolidate } from './build/consolidate.ts';
import { useBuild } from './build/build.store.ts';
import type { PackAsItStands } from './build/pack.queries.ts';
import { usePackBuilder } from './build/use-pack-builder.ts';
import { issuedDetail, issuedName } from './issued-words.ts';

export interface IssuedPanelProps {
  readonly as: PackAsItStands;
  readonly edition: Edition;
}

const icons = { main: PackageCheck, supplement: PackagePlus, consolidated: Layers } as const;

/** What has been given out so far, each as it was, and what may be made of it. */
export function IssuedPanel({ as, edition }: IssuedPanelProps): ReactElement {
  const { consolidate } = usePackBuilder();
  const isBuilding = useBuild((state) => state.building !== null);
  const meetingId = as.meeting.id;
  const so = issuedSoFar(as.issued, edition);
  const twice = issuedTwice(so);

  async function consolidated(): Promise<void> {
    const id = await consolidate(meetingId, edition);
    if (id === null) return;
    noticeShown('Consolidated pack made: every page issued so far, under its own number.', 'green');
    goTo(pathTo.issued(meetingId, id));
  }

  return (
    <SidePanel title="Issued">
      {twice.length > 0 && (
        <Banner tone="warning" title="Two laptops made the same issue">
          Both are kept. Make what {twice.map(issuedDetail).join('; ')} held again as the next supplement.
        </Banner>
      )}
      <RecordList
        label="Issued packs"
        items={inOrder(as.issued, edition).map((pack) => ({
          id: pack.id,
          icon: icons[pack.form],
          title: issuedName(pack),
          href: hrefTo(pathTo.issued(meetingId, pack.id)),
          detail: issuedDetail(pack),
        }))}
      />
      <PanelSection>
        <Row>
          <LinkButton icon={PackagePlus} href={hrefTo(pathTo.beforeIssue(meetingId, edition))}>
            Make supplement
          </LinkButton>
          <Button
            icon={Layers}
            pending={isBuilding}
            pendingLabel="Making the pages"
            {...(canConsolidate(as, edition)
              ? {}
              : {
                  blockedBecause:
                    so.packs.length > 1
                      ? 'It has been made: it stands above'
                      : 'There is no supplement to put together',
                })}
            onPress={() => void consolidated()}
          >
            Make consolidated pack
          </Button>
        </Row>
      </PanelSection>
    </SidePanel>
  );
}

/** The newest first; a consolidated pack above the supplement it ends with. */
export function inOrder(issued: ReadonlyArray<IssuedPack>, edition: Edition): ReadonlyArray<IssuedPack> {
  const rank = ({ form }: IssuedPack): number => (form === 'consolidated' ? 1 : 0);
  return issued
    .filter((pack) => pack.edition === edition)
    .sort((a, b) => b.issue - a.issue || rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
}
