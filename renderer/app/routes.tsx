import { Suspense, type ReactElement } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Session } from '#renderer/data/session.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import {
  TodayPage,
  MeetingsPage,
  MeetingScreen,
  PackScreen,
  IssuedScreen,
  BeforeIssueScreen,
  PapersScreen,
  ForwardPlanPage,
  LatenessPage,
  PaperScreen,
  RisksScreen,
  ReviewScreen,
  ReviewsPage,
  AnnualScreen,
  WorkshopPage,
  RiskSchemePage,
  RiskReportScreen,
  RiskTablePage,
  RiskImportPage,
  ReviewCheckPage,
  FrozenReviewPage,
  ComparisonPage,
  RiskPage,
  RiskRegisterAboutPage,
  PartnersPage,
  BodyPage,
  HistoryPage,
  RecordHistoryPage,
  SharePage,
  SettingsScreen,
  HelpPage,
} from './pages.ts';

const byHash = { hook: useHashLocation };

export interface RoutesProps {
  readonly isSample: boolean;
  readonly onRenamed: (session: Session) => void;
  readonly onLeaveSample: () => void;
  readonly onTrySample: () => Promise<void>;
}

/** Which screen stands at which address. Each is loaded when it is first gone to. */
export function Routes({ isSample, onRenamed, onLeaveSample, onTrySample }: RoutesProps): ReactElement {
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
          <Route path="/risks">
            <RisksScreen registerId={null} />
          </Route>
          <Route path="/risks/risk/:id">{({ id }) => <RiskPage key={id} riskId={id} />}</Route>
          <Route path="/risks/review/:id">{({ id }) => <ReviewScreen key={id} reviewId={id} />}</Route>
          <Route path="/risks/review/:id/check">{({ id }) => <ReviewCheckPage key={id} reviewId={id} />}</Route>
          <Route path="/risks/frozen/:id">{({ id }) => <FrozenReviewPage key={id} frozenId={id} />}</Route>
          <Route path="/risks/:register/register">
            {({ register }) => <RiskTablePage key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register/import">
            {({ register }) => <RiskImportPage key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register/report">
            {({ register }) => <RiskReportScreen key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register/scheme">
            {({ register }) => <RiskSchemePage key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register/workshop">
            {({ register }) => <WorkshopPage key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register/annual">
            {({ register }) => <AnnualScreen key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register/reviews">
            {({ register }) => <ReviewsPage key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register/compare/:from/:to">
            {({ register, from, to }) => (
              <ComparisonPage key={`${from} ${to}`} registerId={register} fromId={from} toId={to} />
            )}
          </Route>
          <Route path="/risks/:register/about">
            {({ register }) => <RiskRegisterAboutPage key={register} registerId={register} />}
          </Route>
          <Route path="/risks/:register">
            {({ register }) => <RisksScreen key={register} registerId={register} />}
          </Route>
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
          <Route path="/share">
            <SharePage />
          </Route>
          <Route path="/settings">
            <SettingsScreen
              onRenamed={onRenamed}
              onLeaveSample={isSample ? onLeaveSample : undefined}
              onTrySample={isSample ? undefined : onTrySample}
            />
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
