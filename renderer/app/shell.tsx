import { lazy, Suspense, useCallback, useEffect, useState, type ReactElement } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { clockTime, inWords } from '#shared/kernel/clock-time.ts';
import { readBackupPlan } from '#renderer/data/backup/backup-plan.ts';
import { readLogHeld, rowsOf } from '#renderer/data/database.ts';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import { sessionAs, type Session } from '#renderer/data/session.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { useDailyBackup } from '#renderer/features/exchange/daily-backup.ts';
import { useOwnMachine } from '#renderer/features/exchange/own-machine.ts';
import { RecordDecisions } from '#renderer/features/exchange/record-decisions.tsx';
import { Unlocking } from '#renderer/features/papers/unlocking.tsx';
import { noticeDismissed, noticeShown, useNotices } from '#renderer/navigation/notices.store.ts';
import { sectionOf, type Section } from '#renderer/navigation/places.ts';
import { AppFrame } from '#renderer/ui/app-frame.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SampleBanner } from '#renderer/ui/sample-banner.tsx';
import { SearchButton } from '#renderer/ui/search-button.tsx';
import { ToastRegion } from '#renderer/ui/toast-region.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { useLastPlace } from './last-place.ts';
import { loadSections } from './pages.ts';
import { mainLinks, workspaceLinks } from './navigation-data.ts';
import { Routes } from './routes.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { useShortcuts } from './shortcuts.ts';
import { UndoControl } from './undo-control.tsx';

/** Sections with screens that show records; the others say by themselves what is to be decided, or show none. */
const placesOfRecords: ReadonlySet<Section> = new Set(['meetings', 'papers', 'risks', 'partners']);

const SearchPalette = lazy(async () => ({ default: (await import('./search-palette.tsx')).SearchPalette }));

export interface ShellProps {
  readonly isSample: boolean;
  readonly onRenamed: (session: Session) => void;
  readonly onLeaveSample: () => void;
  readonly onTrySample: () => Promise<void>;
}

/** The frame around every screen of an open workspace. */
export function Shell({ isSample, onRenamed, onLeaveSample, onTrySample }: ShellProps): ReactElement {
  const { me, now, database } = useSession();
  const [place] = useHashLocation();
  const [isSearching, setSearching] = useState(false);
  const [openedAt] = useState(now);
  const workspace = useLive((database) => rowsOf(database, workspaceKind).get(workspaceId), []);
  const notices = useNotices();
  const backedUp = useBackedUp();
  const section = sectionOf(place);
  const name = workspace?.name ?? '';

  const search = useCallback(() => setSearching(true), []);
  const alreadySaved = useCallback(
    () => noticeShown('Everything is saved already: Packhorse saves as you type.', 'grey'),
    [],
  );
  useShortcuts({ onSearch: search, onAlreadySaved: alreadySaved });
  useLastPlace(database.name);
  useDailyBackup(!isSample);
  useOwnMachine();
  useNewIdentity(onRenamed);
  usePlaceAnnounced(place, name);
  useSectionsLoaded();

  return (
    <>
      <AppFrame
        workspace={name}
        navigation={mainLinks(section)}
        workspaceNavigation={workspaceLinks(section)}
        person={me.role === '' ? me.name : `${me.name}, ${me.role}`}
        personNote={backedUp ?? 'Kept on this laptop'}
        undo={<UndoControl />}
        search={<SearchButton onPress={search} />}
        saveState={<SaveIndicator openedAt={openedAt} />}
        banner={
          isSample ? (
            <SampleBanner
              actions={
                <Button small onPress={onLeaveSample}>
                  Leave the sample
                </Button>
              }
            />
          ) : undefined
        }
      >
        <FaultBoundary place={place}>
          {placesOfRecords.has(section) && <RecordDecisions place={place} />}
          <Routes isSample={isSample} onRenamed={onRenamed} onLeaveSample={onLeaveSample} onTrySample={onTrySample} />
        </FaultBoundary>
      </AppFrame>
      <Unlocking />
      <ToastRegion toasts={notices} onDismiss={noticeDismissed} />
      {isSearching && (
        <Suspense fallback={null}>
          <SearchPalette onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Goes on under the new identity that this laptop was given, in whatever window that happened. */
function useNewIdentity(onRenewed: (session: Session) => void): void {
  const session = useSession();
  const device = useLive(async (database) => (await readLogHeld(database))?.device ?? null, []);
  useEffect(() => {
    if (device != null && device !== session.device) onRenewed(sessionAs(session, device));
  }, [device, session, onRenewed]);
}

/** When the work was last backed up, in words, or that it could not be; `null` where it never was. */
function useBackedUp(): string | null {
  const { now } = useSession();
  const plan = useLive(readBackupPlan, []);
  if (plan?.failure != null) return 'The backup failed: see Settings';
  if (plan?.last == null) return null;
  const [day, today] = [civilDateOf(plan.last.at), civilDateOf(now())];
  const time = inWords(clockTime(clockTimeOf(plan.last.at)));
  return `Backed up ${day === today ? `today, ${time}` : withYear(day)}`;
}

/** Long enough for the first screen to be there and read. */
const afterFirstScreen = 600;

function useSectionsLoaded(): void {
  useEffect(() => {
    const later = setTimeout(() => void loadSections(), afterFirstScreen);
    return () => clearTimeout(later);
  }, []);
}

/** After going somewhere the page's heading is in view, and its name is the window's. */
function usePlaceAnnounced(place: string, workspace: string): void {
  useEffect(() => {
    const main = document.querySelector('#main');
    if (main instanceof HTMLElement && document.activeElement === document.body) main.focus({ preventScroll: true });
    if (place !== '') main?.parentElement?.scrollTo(0, 0);
  }, [place]);
  useEffect(() => {
    document.title = workspace === '' ? 'Packhorse' : `${workspace} – Packhorse`;
  }, [workspace]);
}
