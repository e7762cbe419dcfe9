import { useEffect, useState, type ReactElement } from 'react';
import type { Session } from '#renderer/data/session.ts';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import { showScreenSettings } from '#renderer/features/settings/screen-settings.store.ts';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { FaultPage } from './fault-page.tsx';
import { FirstRun } from './first-run.tsx';
import { returnToLastPlace } from './last-place.ts';
import { TodayPage } from './pages.ts';
import { Shell } from './shell.tsx';
import { OpeningPage } from './opening-page.tsx';
import { foundSample, leaveSample, openChosen, remember, type Opened } from './workspaces.ts';

type Opening =
  | { readonly type: 'opening' }
  | { readonly type: 'firstRun' }
  | { readonly type: 'open'; readonly opened: Opened }
  | { readonly type: 'fault'; readonly fault: unknown };

function openingOf(opened: Opened | null): Opening {
  return opened === null ? { type: 'firstRun' } : { type: 'open', opened };
}

/** Begins again from nothing, so that no screen, notice or report speaks of the other workspace any more. */
function beginAgain(): void {
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  location.reload();
}

/** The app: whichever workspace was open last, or the first run. */
export function App(): ReactElement | null {
  const [opening, setOpening] = useState<Opening>({ type: 'opening' });
  const settle = (opened: Opened | null): void => setOpening(openingOf(opened));

  const left = (session: Session): void => {
    setOpening({ type: 'opening' });
    leaveSample(session).then(beginAgain, (fault: unknown) => setOpening({ type: 'fault', fault }));
  };

  /** The sample beside one's own workspace, which is left as it is and opens again when the sample is left. */
  const sampleTried = async (): Promise<void> => {
    const { workspace, session } = await foundSample();
    await remember(workspace);
    session.database.close();
    beginAgain();
  };

  useEffect(() => {
    // Loaded while the workspace is being opened, so that the first page is there when it is.
    const firstPage = TodayPage.load();
    const looks = showScreenSettings();
    openChosen()
      .then(async (opened) => {
        const place = opened === null ? null : returnToLastPlace(opened.session.database.name);
        await Promise.all([looks, firstPage, place]);
        setOpening(openingOf(opened));
      })
      .catch((fault: unknown) => setOpening({ type: 'fault', fault }));
  }, []);

  switch (opening.type) {
    case 'opening':
      return <OpeningPage />;
    case 'fault':
      return <FaultPage fault={opening.fault} />;
    case 'firstRun':
      return (
        <FaultBoundary place="first run">
          <FirstRun
            onOpened={(opened) => {
              goTo(pathTo.section('today'));
              settle(opened);
            }}
          />
        </FaultBoundary>
      );
    case 'open': {
      const { session, workspace } = opening.opened;
      return (
        <SessionProvider value={session}>
          <Shell
            isSample={workspace === 'sample'}
            onRenamed={(renamed) => settle({ session: renamed, workspace })}
            onLeaveSample={() => left(session)}
            onTrySample={sampleTried}
          />
        </SessionProvider>
      );
    }
  }
}
