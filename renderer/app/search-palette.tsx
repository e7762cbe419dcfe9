import {
  Building2,
  CalendarDays,
  FileText,
  ListOrdered,
  Search,
  ShieldAlert,
  User,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useSearch } from '#renderer/features/search/use-search.ts';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { CommandPalette } from '#renderer/ui/command-palette.tsx';
import { appCommands } from './app-commands.ts';
import { allSections } from './navigation-data.ts';

export interface SearchPaletteProps {
  readonly onClose: () => void;
}

const icons: Readonly<Record<string, LucideIcon>> = {
  meeting: CalendarDays,
  agendaItem: ListOrdered,
  paper: FileText,
  body: Users,
  organisation: Building2,
  person: User,
  risk: ShieldAlert,
  riskAction: ShieldAlert,
  riskRegister: ShieldAlert,
  frozenReview: ShieldAlert,
};

function holdsAll(label: string, words: ReadonlyArray<string>): boolean {
  const text = label.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Finds records and runs commands, over everything there is. */
export function SearchPalette({ onClose }: SearchPaletteProps): ReactElement {
  const [query, setQuery] = useState('');
  const { isReady, found } = useSearch(query);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const sections = allSections.filter(({ label }) => holdsAll(label, words));
  const commands = appCommands.filter(({ label }) => holdsAll(label, words));

  const choose = (id: string): void => {
    onClose();
    const record = found.find(({ key }) => key === id);
    const section = sections.find((entry) => `section ${entry.section}` === id);
    if (record !== undefined) goTo(record.path);
    else if (section !== undefined) goTo(pathTo.section(section.section));
    else commands.find((command) => command.id === id)?.perform();
  };

  return (
    <CommandPalette
      open
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      onChoose={choose}
      empty={isReady ? 'Nothing found. Try fewer or shorter words.' : 'Getting search ready…'}
      groups={[
        {
          title: 'Go to',
          items: [
            ...found.map(({ key, kind, label, title }) => ({
              id: key,
              icon: icons[kind] ?? Search,
              label: title,
              kind: label.charAt(0).toUpperCase() + label.slice(1),
            })),
            ...sections.map(({ section, label, icon }) => ({ id: `section ${section}`, icon, label })),
          ],
        },
        { title: 'Do', items: commands.map(({ id, icon, label, keys }) => ({ id, icon, label, keys })) },
      ].filter((group) => group.items.length > 0)}
    />
  );
}
