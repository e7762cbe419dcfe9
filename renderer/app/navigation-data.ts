/** The navigation: one line for each section. */
import {
  CalendarDays,
  CircleHelp,
  FileText,
  History,
  Settings,
  Share2,
  ShieldAlert,
  Sun,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { hrefTo, pathTo, type Section } from '#renderer/navigation/places.ts';
import type { NavigationLink } from '#renderer/ui/navigation-links.tsx';

interface Entry {
  readonly section: Section;
  readonly label: string;
  readonly icon: LucideIcon;
}

const main: ReadonlyArray<Entry> = [
  { section: 'today', label: 'Today', icon: Sun },
  { section: 'meetings', label: 'Meetings', icon: CalendarDays },
  { section: 'papers', label: 'Papers', icon: FileText },
  { section: 'risks', label: 'Risks', icon: ShieldAlert },
  { section: 'partners', label: 'Partners and bodies', icon: Users },
];

const workspace: ReadonlyArray<Entry> = [
  { section: 'share', label: 'Share and receive', icon: Share2 },
  { section: 'history', label: 'History', icon: History },
  { section: 'settings', label: 'Settings and backup', icon: Settings },
  { section: 'help', label: 'Help', icon: CircleHelp },
];

function links(entries: ReadonlyArray<Entry>, current: Section): ReadonlyArray<NavigationLink> {
  return entries.map(({ section, label, icon }) => ({
    href: hrefTo(pathTo.section(section)),
    label,
    icon,
    current: section === current,
  }));
}

export function mainLinks(current: Section): ReadonlyArray<NavigationLink> {
  return links(main, current);
}

export function workspaceLinks(current: Section): ReadonlyArray<NavigationLink> {
  return links(workspace, current);
}

/** Sections by name, for search. */
export const allSections: ReadonlyArray<Entry> = [...main, ...workspace];
