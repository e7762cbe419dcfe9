import { useEffect, useEffectEvent, useState, type ReactElement, type ReactNode } from 'react';
import { FileDown, Printer, Save } from 'lucide-react';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { restrictedIds, problemsOf } from '#shared/domain/packs/pack-contents.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { intentTaken, useIntent } from '#renderer/navigation/intent.store.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { fingerprintOf } from './build/fingerprint.ts';
import { useBuild } from './build/build.store.ts';
import { readBuilt, type PackFile } from './build/built-pack.ts';
import { PackNews } from './pack-news.tsx';
import { savedInWords, sizeInWords } from './build/pack-words.ts';
import { readPack, type PackAsItStands } from './build/pack.queries.ts';
import styles from './pack-page.module.css';
import { ProblemList } from './problem-list.tsx';
import { savePack } from './build/save-pack.ts';
import { usePackBuilder } from './build/use-pack-builder.ts';

export interface PackPageProps {
  readonly meetingId: string;
  /** Shows a built pack; `null` while there is none. */
  readonly viewerOf: (file: Blob, title: string) => ReactNode;
  readonly onPrint: (file: Blob, title: string) => void;
}

/** A meeting's pack: build it, look through it, save it, print it. */
export function PackPage({ meetingId, viewerOf, onPrint }: PackPageProps): ReactElement {
  const as = useLive((database) => readPack(database, meetingId), [meetingId]);
  if (as === undefined) return <Loading label="Opening the pack" />;
  if (as === null) {
    return (
      <>
        <PageHeader title="Not found" />
        <PageBody>
          <EmptyState
            title="There is no such meeting here"
            text="It may have been removed. The bin in Settings keeps what was removed for 30 days."
          />
        </PageBody>
      </>
    );
  }
  return <OpenPack as={as} viewerOf={viewerOf} onPrint={onPrint} />;
}

interface OpenPackProps extends Omit<PackPageProps, 'meetingId'> {
  readonly as: PackAsItStands;
}

function OpenPack({ as, viewerOf, onPrint }: OpenPackProps): ReactElement {
  const host = useHost();
  const build = usePackBuilder();
  const [edition, setEdition] = useState<Edition>('public');
  const meetingId = as.meeting.id;
  const { built, isCurrent } = useBuiltPack(as, edition);
  const building = useBuild((state) => state.building);
  const isWanted = useIntent('buildPack');
  const hasRestricted = restrictedIds(as.items).size > 0;
  const problems = problemsOf(as.items, as.papers, as.pack?.leftOut ?? []);

  useEffect(() => {
    if (!isWanted) return;
    intentTaken();
    void build(meetingId, 'public');
  }, [isWanted, build, meetingId]);

  const save = async (pack: PackFile): Promise<void> => {
    const saved = await savePack(host, pack.file, pack.facts.fileName);
    if (saved.type !== 'cancelled') noticeShown(savedInWords(saved), saved.type === 'saved' ? 'green' : 'red');
  };

  usePrintKey(() => built !== null && onPrint(built.file, built.facts.title));

  const viewer =
    built === null ? null : <div className={styles['viewer']}>{viewerOf(built.file, built.facts.title)}</div>;

  return (
    <>
      <PageHeader
        title={edition === 'public' ? 'Board pack' : 'Restricted pack'}
        breadcrumbs={[
          { label: 'Meetings', href: hrefTo(pathTo.section('meetings')) },
          { label: as.meeting.bodyName, href: hrefTo(pathTo.meeting(meetingId)) },
          { label: 'Pack' },
        ]}
        facts={built === null ? [] : [{ text: `${built.facts.pages} pages` }, { text: sizeInWords(built.facts.bytes) }]}
        actions={
          <>
            <Button
              icon={Printer}
              {...whenBuilt(built)}
              onPress={() => built && onPrint(built.file, built.facts.title)}
            >
              Print
            </Button>
            <Button icon={Save} {...whenBuilt(built)} onPress={() => built && void save(built)}>
              Save PDF
            </Button>
            <Button
              kind="primary"
              icon={FileDown}
              pending={building !== null}
              pendingLabel="Building the pack"
              onPress={() => void build(meetingId, edition)}
            >
              Build pack
            </Button>
          </>
        }
      />
      <PageBody
        side={
          problems.length + as.unplaced.length > 0 && built === null ? (
            <ProblemList problems={problems} unplaced={as.unplaced} />
          ) : undefined
        }
      >
        {hasRestricted ? (
          <Tabs
            label="Which pack"
            tabs={[
              { id: 'public', label: 'Public pack' },
              { id: 'restricted', label: 'Restricted pack' },
            ]}
            chosen={edition}
            onChoose={(id) => setEdition(id === 'restricted' ? 'restricted' : 'public')}
          >
            <PackNews meetingId={meetingId} edition={edition} built={built} isCurrent={isCurrent} />
            {viewer}
          </Tabs>
        ) : (
          <>
            <PackNews meetingId={meetingId} edition={edition} built={built} isCurrent={isCurrent} />
            {viewer}
          </>
        )}
      </PageBody>
    </>
  );
}

function whenBuilt(built: PackFile | null): { readonly blockedBecause?: string } {
  return built === null ? { blockedBecause: 'Build the pack first' } : {};
}

/** Ctrl+P prints the pack, not the screen. */
function usePrintKey(print: () => void): void {
  const pressed = useEffectEvent(print);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'p')
        return;
      event.preventDefault();
      pressed();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** The pack built last, read anew whenever a build ends, and whether it still shows the papers as they stand. */
function useBuiltPack(
  as: PackAsItStands,
  edition: Edition,
): { readonly built: PackFile | null; readonly isCurrent: boolean } {
  const { database } = useSession();
  const ended = useBuild((state) => state.ended);
  const [found, setFound] = useState<{ readonly built: PackFile | null; readonly isCurrent: boolean }>({
    built: null,
    isCurrent: true,
  });
  useEffect(() => {
    let isWanted = true;
    void Promise.all([readBuilt(database.name, as.meeting.id, edition), fingerprintOf(as, edition)]).then(
      ([built, madeFrom]) => {
        if (isWanted) setFound({ built, isCurrent: built === null || built.facts.madeFrom === madeFrom });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [database, as, edition, ended]);
  return found;
}
