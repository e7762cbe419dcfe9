import { useEffect, useEffectEvent, useState, type ReactElement, type ReactNode } from 'react';
import { FileDown, ListChecks, Printer, Save } from 'lucide-react';
import type { Edition, IssuedPart } from '#shared/domain/packs/issued-pack.ts';
import { issuedSoFar } from '#shared/domain/packs/issues.ts';
import { restrictedIds, problemsOf } from '#shared/domain/packs/pack-contents.ts';
import { readFile } from '#renderer/data/files.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob } from '#renderer/host/save-blob.ts';
import { intentTaken, useIntent } from '#renderer/navigation/intent.store.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { AccessList } from './access-list.tsx';
import { useBuild } from './build/build.store.ts';
import type { PackFile } from './build/built-pack.ts';
import { inOrder, IssuedPanel } from './issued-panel.tsx';
import { NoMeeting } from './no-meeting.tsx';
import { PackNews } from './pack-news.tsx';
import { savedInWords, sizeInWords } from './build/pack-words.ts';
import { readPack, type PackAsItStands } from './build/pack.queries.ts';
import styles from './pack-page.module.css';
import { ProblemList } from './problem-list.tsx';
import { useBuiltPack } from './use-built-pack.ts';
import { usePackBuilder } from './build/use-pack-builder.ts';

/** A pack's pages to be looked at or printed. */
export interface ShownPack {
  readonly file: Blob;
  readonly title: string;
  /** Which pages belong to what. */
  readonly parts: ReadonlyArray<IssuedPart>;
  /** The number printed on its first page, without the R of a restricted pack. */
  readonly first: number;
  readonly prefix: '' | 'R';
  /** Names the pack among all others, for notes on its own pages. */
  readonly subject: string;
}

export interface PackPageProps {
  readonly meetingId: string;
  readonly viewerOf: (shown: ShownPack) => ReactNode;
  readonly onPrint: (shown: ShownPack) => void;
}

/** A meeting's pack: build it, look through it, save it, print it, and what has been issued of it. */
export function PackPage({ meetingId, viewerOf, onPrint }: PackPageProps): ReactElement {
  const as = useLive((database) => readPack(database, meetingId), [meetingId]);
  if (as === undefined) return <Loading label="Opening the pack" />;
  if (as === null) return <NoMeeting />;
  return <OpenPack as={as} viewerOf={viewerOf} onPrint={onPrint} />;
}

interface OpenPackProps extends Omit<PackPageProps, 'meetingId'> {
  readonly as: PackAsItStands;
}

/** What stands ready: the pack just built, or what was issued last. */
interface ReadyPack extends ShownPack {
  readonly fileName: string;
  readonly pages: number;
  readonly bytes: number;
}

function OpenPack({ as, viewerOf, onPrint }: OpenPackProps): ReactElement {
  const host = useHost();
  const { build } = usePackBuilder();
  const [edition, setEdition] = useState<Edition>('public');
  const meetingId = as.meeting.id;
  const { built, isCurrent } = useBuiltPack(as, edition);
  const ready = useReadyPack(as, edition, built);
  const building = useBuild((state) => state.building);
  const isWanted = useIntent('buildPack');
  const hasRestricted = restrictedIds(as.items).size > 0 || as.issued.some((pack) => pack.edition === 'restricted');
  const issue = issuedSoFar(as.issued, edition).issue;

  useEffect(() => {
    if (!isWanted) return;
    intentTaken();
    void build(meetingId, 'public');
  }, [isWanted, build, meetingId]);

  const save = async (pack: ReadyPack): Promise<void> => {
    const saved = await saveBlob(host, pack.file, { suggestedName: pack.fileName, format: 'pdf' });
    if (saved.type !== 'cancelled') noticeShown(savedInWords(saved), saved.type === 'saved' ? 'green' : 'red');
  };

  usePrintKey(() => ready !== null && onPrint(ready));
  const waiting = ready === null ? { blockedBecause: 'Build the pack first' } : {};
  const pages = (
    <>
      <PackNews meetingId={meetingId} edition={edition} built={built} isCurrent={isCurrent} issue={issue} />
      {ready !== null && <div className={styles['viewer']}>{viewerOf(ready)}</div>}
    </>
  );

  return (
    <>
      <PageHeader
        title={edition === 'public' ? 'Board pack' : 'Restricted pack'}
        beside={issue > 0 ? <Tag tone="blue">{`Issue ${issue}`}</Tag> : undefined}
        breadcrumbs={[
          { label: 'Meetings', href: hrefTo(pathTo.section('meetings')) },
          { label: as.meeting.bodyName, href: hrefTo(pathTo.meeting(meetingId)) },
          { label: 'Pack' },
        ]}
        facts={ready === null ? [] : [{ text: `${ready.pages} pages` }, { text: sizeInWords(ready.bytes) }]}
        actions={
          <>
            <Button icon={Printer} {...waiting} onPress={() => ready !== null && onPrint(ready)}>
              Print
            </Button>
            <Button icon={Save} {...waiting} onPress={() => ready !== null && void save(ready)}>
              Save PDF
            </Button>
            <LinkButton icon={ListChecks} href={hrefTo(pathTo.beforeIssue(meetingId, edition))}>
              Check before issue
            </LinkButton>
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
      <PageBody side={sideOf(as, edition, built !== null)}>
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
            {pages}
          </Tabs>
        ) : (
          pages
        )}
      </PageBody>
    </>
  );
}

function sideOf(as: PackAsItStands, edition: Edition, isBuilt: boolean): ReactNode {
  const isIssued = as.issued.some((pack) => pack.edition === edition);
  const problems = problemsOf(as.items, as.papers, as.pack?.leftOut ?? []);
  const hasProblems = edition === 'public' && !isIssued && !isBuilt && problems.length + as.unplaced.length > 0;
  if (!isIssued && !hasProblems && edition === 'public') return undefined;
  return (
    <>
      {isIssued && <IssuedPanel as={as} edition={edition} />}
      {edition === 'restricted' && <AccessList as={as} />}
      {hasProblems && <ProblemList problems={problems} unplaced={as.unplaced} />}
    </>
  );
}

/** The pack built last; where none stands, the newest issued, everything together before a supplement alone. */
function useReadyPack(as: PackAsItStands, edition: Edition, built: PackFile | null): ReadyPack | null {
  const [newest] = inOrder(as.issued, edition);
  const issued = useLive(
    async (database) => (newest === undefined ? null : readFile(database, newest.sha256)),
    [newest?.sha256],
  );
  const named = { prefix: edition === 'public' ? '' : 'R', subject: `${as.meeting.id} ${edition}` } as const;
  if (built !== null) {
    const { file, facts } = built;
    return { file, ...facts, first: facts.parts[0]?.first ?? 1, ...named };
  }
  if (newest === undefined || issued === undefined || issued === null) return null;
  const { title, fileName, bytes, parts, first, last } = newest;
  return { file: issued, title, fileName, bytes, parts, first, pages: last - first + 1, ...named };
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
