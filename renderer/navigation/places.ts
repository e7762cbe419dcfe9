/** Places in the app, as links: the one way in which a feature speaks of another. Addresses are hash locations. */

export type Section =
  'today' | 'meetings' | 'papers' | 'risks' | 'partners' | 'share' | 'history' | 'settings' | 'help';

/** Where each section begins. */
export const sectionPaths: Readonly<Record<Section, string>> = {
  today: '/',
  meetings: '/meetings',
  papers: '/papers',
  risks: '/risks',
  partners: '/partners',
  share: '/share',
  history: '/history',
  settings: '/settings',
  help: '/help',
};

export const pathTo = {
  section: (section: Section): string => sectionPaths[section],
  meeting: (id: string): string => `/meetings/${id}`,
  pack: (meetingId: string): string => `/meetings/${meetingId}/pack`,
  beforeIssue: (meetingId: string, edition: 'public' | 'restricted'): string =>
    `/meetings/${meetingId}/check/${edition}`,
  issued: (meetingId: string, id: string): string => `/meetings/${meetingId}/issued/${id}`,
  forwardPlan: '/papers/forward-plan',
  lateness: '/papers/lateness',
  paper: (id: string): string => `/papers/${id}`,
  /** A risk register as a whole. */
  riskRegister: (id: string): string => `/risks/${id}`,
  riskRegisterAbout: (id: string): string => `/risks/${id}/about`,
  riskTable: (id: string): string => `/risks/${id}/register`,
  riskImport: (id: string): string => `/risks/${id}/import`,
  riskReport: (id: string): string => `/risks/${id}/report`,
  riskScheme: (id: string): string => `/risks/${id}/scheme`,
  workshop: (id: string): string => `/risks/${id}/workshop`,
  annualAssessment: (id: string): string => `/risks/${id}/annual`,
  riskReviews: (id: string): string => `/risks/${id}/reviews`,
  riskComparison: (id: string, from: string, to: string): string => `/risks/${id}/compare/${from}/${to}`,
  /** A review at work, one risk at a time. */
  riskReview: (id: string): string => `/risks/review/${id}`,
  riskReviewCheck: (id: string): string => `/risks/review/${id}/check`,
  frozenReview: (id: string): string => `/risks/frozen/${id}`,
  risk: (id: string): string => `/risks/risk/${id}`,
  body: (id: string): string => `/partners/bodies/${id}`,
  historyOf: (kind: string, id: string): string => `/history/${kind}/${id}`,
} as const;

/** A path as an address for a link: `#/meetings/…`. */
export function hrefTo(path: string): string {
  return `#${path}`;
}

/** The section a path lies in, for the navigation to mark. */
export function sectionOf(path: string): Section {
  const [, first = ''] = path.split('/');
  const found = Object.entries(sectionPaths).find(([, start]) => start === `/${first}`);
  return (found?.[0] as Section | undefined) ?? 'today';
}
