import { lazy, Suspense, type ReactElement } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Session } from '#renderer/data/session.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';

const TodayPage = lazy(async () => ({ default: (await import('#renderer/features/today/today-page.tsx')).TodayPage }));
const MeetingsPage = lazy(async () => ({
  default: (await import('#renderer/features/meetings/meetings-page.tsx')).MeetingsPage,
}));
const MeetingScreen = lazy(async () => ({ default: (await import('./meeting-screen.tsx')).MeetingScreen }));
const PackScreen = lazy(async () => ({ default: (await import('./pack-screen.tsx')).PackScreen }));
const IssuedScreen = lazy(async () => ({ default: (await import('./pack-screen.tsx')).IssuedScreen }));
const BeforeIssueScreen = lazy(async () => ({ default: (await import('./pack-screen.tsx')).BeforeIssueScreen }));
const PapersScreen = lazy(async () => ({ default: (await import('./papers-screen.tsx')).PapersScreen }));
const ForwardPlanPage = lazy(async () => ({
  default: (await import('#renderer/features/forward-plan/forward-plan-page.tsx')).ForwardPlanPage,
}));
const LatenessPage = lazy(async () => ({
  default: (await import('#renderer/features/paper-register/lateness-page.tsx')).LatenessPage,
}));
const PaperScreen = lazy(async () => ({ default: (await import('./paper-screen.tsx')).PaperScreen }));
const PartnersPage = lazy(async () => ({
  default: (await import('#renderer/features/bodies/partners-page.tsx')).PartnersPage,
}));
const BodyPage = lazy(async () => ({ default: (await import('#renderer/features/bodies/body-page.tsx')).BodyPage }));
const HistoryPage = lazy(async () => ({
  default: (await import('#renderer/features/history/history-page.tsx')).HistoryPage,
}));
const RecordHistoryPage = lazy(async () => ({
  default: (await import('#renderer/features/history/record-history-page.tsx')).RecordHistoryPage,
}));
const SettingsScreen = lazy(async () => ({ default: (await import('./settings-screen.tsx')).SettingsScreen }));
const HelpPage = lazy(async () => ({ default: (await import('#renderer/features/help/help-page.tsx')).HelpPage }));

const byHash = { hook: useHashLocation };

export interface RoutesProps {
  readonly isSample: boolean;
  readonly onRenamed: (session: Session) => void;
  readonly onLeaveSample: () => void;
}

/** Which screen stands at which address. Each is loaded when it is first gone to. */
export function Routes({ isSample, onRenamed, onLeaveSample }: RoutesProps): ReactElement {
  return (
    <Router {...byHash}>
      <Suspense fallback={<Loading label="Opening the page" />}>
        <Switch>
          <Route path="/">
            <TodayPage />
          </Route>
          <Route path="/meetings">
            <MeetingsPage />
          </Route>
          <Route path="/meetings/:id">{({ id }) => <MeetingScreen key={id} meetingId={id} />}</Route>
          <Route path="/meetings/:id/pack">{({ id }) => <PackScreen key={id} meetingId={id} />}</Route>
          <Route path="/meetings/:id/check/:edition">
            {({ id, edition }) => (
              <BeforeIssueScreen
                key={`${id} ${edition}`}
                meetingId={id}
                edition={edition === 'restricted' ? 'restricted' : 'public'}
              />
            )}
          </Route>
          <Route path="/meetings/:id/issued/:pack">{({ pack }) => <IssuedScreen key={pack} id={pack} />}</Route>
          <Route path="/papers">
            <PapersScreen />
          </Route>
          <Route path={pathTo.forwardPlan}>
            <ForwardPlanPage />
          </Route>
          <Route path={pathTo.lateness}>
            <LatenessPage />
          </Route>
          <Route path="/papers/:id">{({ id }) => <PaperScreen key={id} paperId={id} />}</Route>
          <Route path="/partners">
            <PartnersPage />
          </Route>
          <Route path="/partners/bodies/:id">{({ id }) => <BodyPage key={id} bodyId={id} />}</Route>
          <Route path="/history">
            <HistoryPage />
          </Route>
          <Route path="/history/:kind/:id">
            {({ kind, id }) => <RecordHistoryPage key={id} kind={kind} id={id} />}
          </Route>
          <Route path="/settings">
            <SettingsScreen onRenamed={onRenamed} onLeaveSample={isSample ? onLeaveSample : undefined} />
          </Route>
          <Route path="/help">
            <HelpPage />
          </Route>
          <Route>
            <PageHeader title="Not found" />
            <EmptyState title="There is no such page" text="Choose a page from the navigation." />
          </Route>
        </Switch>
      </Suspense>
    </Router>
  );
}
