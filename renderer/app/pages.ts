/** Every page, each loaded when it is first wanted. */
import { pageWhenWanted } from './page-when-wanted.ts';

export const TodayPage = pageWhenWanted(
  async () => (await import('#renderer/features/today/today-page.tsx')).TodayPage,
);
export const MeetingsPage = pageWhenWanted(
  async () => (await import('#renderer/features/meetings/meetings-page.tsx')).MeetingsPage,
);
export const MeetingScreen = pageWhenWanted(async () => (await import('./meeting-screen.tsx')).MeetingScreen);
export const PackScreen = pageWhenWanted(async () => (await import('./pack-screen.tsx')).PackScreen);
export const IssuedScreen = pageWhenWanted(async () => (await import('./pack-screen.tsx')).IssuedScreen);
export const BeforeIssueScreen = pageWhenWanted(async () => (await import('./pack-screen.tsx')).BeforeIssueScreen);
export const PapersScreen = pageWhenWanted(async () => (await import('./papers-screen.tsx')).PapersScreen);
export const ForwardPlanPage = pageWhenWanted(
  async () => (await import('#renderer/features/forward-plan/forward-plan-page.tsx')).ForwardPlanPage,
);
export const LatenessPage = pageWhenWanted(
  async () => (await import('#renderer/features/paper-register/lateness-page.tsx')).LatenessPage,
);
export const PaperScreen = pageWhenWanted(async () => (await import('./paper-screen.tsx')).PaperScreen);
export const RisksScreen = pageWhenWanted(async () => (await import('./risk-screens.tsx')).RisksScreen);
export const ReviewScreen = pageWhenWanted(async () => (await import('./risk-screens.tsx')).ReviewScreen);
export const RiskTablePage = pageWhenWanted(
  async () => (await import('#renderer/features/risk-tables/register-page.tsx')).RegisterPage,
);
export const RiskImportPage = pageWhenWanted(
  async () => (await import('#renderer/features/risk-tables/import-page.tsx')).ImportPage,
);
export const RiskReportScreen = pageWhenWanted(async () => (await import('./risk-screens.tsx')).RiskReportScreen);
export const RiskSchemePage = pageWhenWanted(
  async () => (await import('#renderer/features/risk-scheme/scheme-page.tsx')).SchemePage,
);
export const WorkshopPage = pageWhenWanted(
  async () => (await import('#renderer/features/workshop/workshop-page.tsx')).WorkshopPage,
);
export const AnnualScreen = pageWhenWanted(async () => (await import('./risk-screens.tsx')).AnnualScreen);
export const ReviewsPage = pageWhenWanted(
  async () => (await import('#renderer/features/risk-reviews/reviews-page.tsx')).ReviewsPage,
);
export const ReviewCheckPage = pageWhenWanted(
  async () => (await import('#renderer/features/risk-reviews/check-page.tsx')).CheckPage,
);
export const FrozenReviewPage = pageWhenWanted(
  async () => (await import('#renderer/features/risk-reviews/frozen-page.tsx')).FrozenPage,
);
export const ComparisonPage = pageWhenWanted(
  async () => (await import('#renderer/features/risk-reviews/comparison-page.tsx')).ComparisonPage,
);
export const RiskPage = pageWhenWanted(async () => (await import('#renderer/features/risks/risk-page.tsx')).RiskPage);
export const RiskRegisterAboutPage = pageWhenWanted(
  async () => (await import('#renderer/features/risks/about-page.tsx')).AboutPage,
);
export const PartnersPage = pageWhenWanted(
  async () => (await import('#renderer/features/bodies/partners-page.tsx')).PartnersPage,
);
export const BodyPage = pageWhenWanted(async () => (await import('#renderer/features/bodies/body-page.tsx')).BodyPage);
export const HistoryPage = pageWhenWanted(
  async () => (await import('#renderer/features/history/history-page.tsx')).HistoryPage,
);
export const RecordHistoryPage = pageWhenWanted(
  async () => (await import('#renderer/features/history/record-history-page.tsx')).RecordHistoryPage,
);
export const SharePage = pageWhenWanted(
  async () => (await import('#renderer/features/exchange/share-page.tsx')).SharePage,
);
export const SettingsScreen = pageWhenWanted(async () => (await import('./settings-screen.tsx')).SettingsScreen);
export const HelpPage = pageWhenWanted(async () => (await import('#renderer/features/help/help-page.tsx')).HelpPage);

/** Those that the navigation leads to. */
const sections = [
  TodayPage,
  MeetingsPage,
  PapersScreen,
  RisksScreen,
  PartnersPage,
  SharePage,
  HistoryPage,
  SettingsScreen,
  HelpPage,
];

/** Loads the pages of the navigation while nothing else is going on, so that the first visit is as quick as the second. */
export async function loadSections(): Promise<void> {
  for (const page of sections) await page.load();
}
