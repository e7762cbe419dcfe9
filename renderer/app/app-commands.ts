/** Commands that can be run from anywhere: each a value with its name, its look and what it does. */
import { CalendarPlus, FilePlus, History, UserPlus, type LucideIcon } from 'lucide-react';
import { goTo } from '#renderer/navigation/go.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { intentGiven } from '#renderer/navigation/intent.store.ts';

export interface AppCommand {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string | undefined;
  perform(): void;
}

export const appCommands: ReadonlyArray<AppCommand> = [
  {
    id: 'planMeeting',
    label: 'Plan a meeting',
    icon: CalendarPlus,
    perform: () => {
      intentGiven('planMeeting');
      goTo(pathTo.section('meetings'));
    },
  },
  {
    id: 'addPaper',
    label: 'Add paper',
    icon: FilePlus,
    perform: () => {
      intentGiven('addPaper');
      goTo(pathTo.section('papers'));
    },
  },
  {
    id: 'addBody',
    label: 'Add body',
    icon: UserPlus,
    perform: () => {
      intentGiven('addBody');
      goTo(pathTo.section('partners'));
    },
  },
  {
    id: 'history',
    label: 'Show what was done lately',
    icon: History,
    keys: 'Ctrl Shift H',
    perform: () => goTo(pathTo.section('history')),
  },
];
