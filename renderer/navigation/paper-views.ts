/** The pages about papers as a whole, for the links at their head. */
import { hrefTo, pathTo } from './places.ts';

export type PaperView = 'register' | 'plan' | 'lateness';

const views: ReadonlyArray<{ readonly view: PaperView; readonly label: string; readonly path: string }> = [
  { view: 'register', label: 'Papers register', path: pathTo.section('papers') },
  { view: 'plan', label: 'Forward plan', path: pathTo.forwardPlan },
  { view: 'lateness', label: 'Lateness per author', path: pathTo.lateness },
];

export function paperViews(
  current: PaperView,
): ReadonlyArray<{ readonly label: string; readonly href: string; readonly current: boolean }> {
  return views.map(({ view, label, path }) => ({ label, href: hrefTo(path), current: view === current }));
}
