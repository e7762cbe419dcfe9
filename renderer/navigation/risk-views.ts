/** The pages about one risk register, for the links at their head. */
import { hrefTo, pathTo } from './places.ts';

export type RiskView = 'overview' | 'register' | 'reviews' | 'report' | 'workshop' | 'annual' | 'scheme' | 'about';

const views: ReadonlyArray<{
  readonly view: RiskView;
  readonly label: string;
  readonly path: (registerId: string) => string;
}> = [
  { view: 'overview', label: 'Overview', path: pathTo.riskRegister },
  { view: 'register', label: 'Register', path: pathTo.riskTable },
  { view: 'reviews', label: 'Reviews', path: pathTo.riskReviews },
  { view: 'report', label: 'Report', path: pathTo.riskReport },
  { view: 'workshop', label: 'Workshop', path: pathTo.workshop },
  { view: 'annual', label: 'Annual assessment', path: pathTo.annualAssessment },
  { view: 'scheme', label: 'Scheme', path: pathTo.riskScheme },
  { view: 'about', label: 'About', path: pathTo.riskRegisterAbout },
];

export function riskViews(
  registerId: string,
  current: RiskView,
): ReadonlyArray<{ readonly label: string; readonly href: string; readonly current: boolean }> {
  return views.map(({ view, label, path }) => ({
    label,
    href: hrefTo(path(registerId)),
    current: view === current,
  }));
}
