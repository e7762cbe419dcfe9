import { Printer, Save } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { issuedPackKind, type IssuedPack } from '#shared/domain/packs/issued-pack.ts';
import { pagesOf, rangeInWords } from '#shared/domain/packs/issues.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { readFile } from '#renderer/data/files.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { PanelSection } from '#renderer/ui/panel-section.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { savedInWords, sizeInWords } from './build/pack-words.ts';
import { issuedDetail, issuedName } from './issued-words.ts';
import { NoMeeting } from './no-meeting.tsx';
import type { ShownPack } from './pack-page.tsx';
import styles from './pack-page.module.css';

export interface IssuedPageProps {
  readonly id: string;
  readonly viewerOf: (shown: ShownPack) => ReactNode;
  readonly onPrint: (shown: ShownPack) => void;
}

/** A pack as it was given out: looked through, saved again, printed again, never changed. */
export function IssuedPage({ id, viewerOf, onPrint }: IssuedPageProps): ReactElement {
  const pack = useLive(async (database) => (await rowsOf(database, issuedPackKind).get(id)) ?? null, [id]);
  if (pack === undefined) return <Loading label="Opening the pack" />;
  if (pack === null) return <NoMeeting />;
  return <OpenIssued pack={pack} viewerOf={viewerOf} onPrint={onPrint} />;
}

interface OpenIssuedProps extends Omit<IssuedPageProps, 'id'> {
  readonly pack: IssuedPack;
}

function OpenIssued({ pack, viewerOf, onPrint }: OpenIssuedProps): ReactElement {
  const host = useHost();
  const file = useLive((database) => readFile(database, pack.sha256), [pack.sha256]);
  const shown: ShownPack | null =
    file === undefined || file === null
      ? null
      : {
          file,
          title: pack.title,
          parts: pack.parts,
          first: pack.first,
          prefix: pack.edition === 'public' ? '' : 'R',
          subject: `${pack.meetingId} ${pack.edition}`,
        };
  const waiting = shown === null ? { blockedBecause: 'This laptop does not hold its pages' } : {};

  async function save(): Promise<void> {
    if (shown === null) return;
    const saved = await saveBlob(host, shown.file, { suggestedName: pack.fileName, format: 'pdf' });
    if (saved.type !== 'cancelled') noticeShown(savedInWords(saved), saved.type === 'saved' ? 'green' : 'red');
  }

  return (
    <>
      <PageHeader
        title={issuedName(pack)}
        beside={<Tag tone="blue">Issued</Tag>}
        breadcrumbs={[
          { label: 'Meetings', href: hrefTo(pathTo.section('meetings')) },
          { label: pack.title.split(':')[0] ?? 'Meeting', href: hrefTo(pathTo.meeting(pack.meetingId)) },
          { label: 'Pack', href: hrefTo(pathTo.pack(pack.meetingId)) },
          { label: `Issue ${pack.issue}` },
        ]}
        facts={[{ text: issuedDetail(pack) }, { text: sizeInWords(pack.bytes) }]}
        actions={
          <>
            <Button icon={Printer} {...waiting} onPress={() => shown !== null && onPrint(shown)}>
              Print
            </Button>
            <Button kind="primary" icon={Save} {...waiting} onPress={() => void save()}>
              Save PDF
            </Button>
          </>
        }
      />
      <PageBody side={<Contents pack={pack} />}>
        {file === null && (
          <Banner tone="warning" title="The pages of this pack are not on this laptop">
            What was in it is listed here. Whoever issued it has the file.
          </Banner>
        )}
        {shown !== null && <div className={styles['viewer']}>{viewerOf(shown)}</div>}
      </PageBody>
    </>
  );
}

/** The manifest: every part with its pages, and whom a restricted pack is for. */
function Contents({ pack }: { readonly pack: IssuedPack }): ReactElement {
  return (
    <SidePanel title="What is in it">
      <DefinitionList
        items={pack.parts.map((part) => ({
          term: [part.itemNumber, part.title].join(' ').trim(),
          detail: rangeInWords(pagesOf(part, pack.edition)),
        }))}
      />
      {pack.access.length > 0 && (
        <PanelSection title="Access list">
          <ul>
            {pack.access.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection title="Proof">
        <p className="small muted">
          SHA-256 of the file: <span className={styles['hash']}>{pack.sha256}</span>
        </p>
      </PanelSection>
    </SidePanel>
  );
}
