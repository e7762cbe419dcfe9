import type { KeyboardEvent, ReactElement } from 'react';
import styles from './meeting-tabs.module.css';

export interface MeetingTab {
  readonly id: string;
  readonly label: string;
}

export interface MeetingTabsProps {
  readonly label: string;
  readonly tabs: ReadonlyArray<MeetingTab>;
  readonly chosen: string;
  /** The panel they choose, which stands elsewhere on the page. */
  readonly panelId: string;
  readonly onChoose: (id: string) => void;
}

/** The id of a tab, for the panel to be named by. */
export function tabId(panelId: string, tab: string): string {
  return `${panelId}-${tab}`;
}

/** Tabs in a page's header, apart from the panel below it: arrows move between them. */
export function MeetingTabs({ label, tabs, chosen, panelId, onChoose }: MeetingTabsProps): ReactElement {
  function moved(event: KeyboardEvent): void {
    const place = tabs.findIndex((tab) => tab.id === chosen);
    const places: Readonly<Record<string, number>> = {
      ArrowRight: (place + 1) % tabs.length,
      ArrowLeft: (place - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const tab = tabs[places[event.key] ?? -1];
    if (tab === undefined) return;
    event.preventDefault();
    onChoose(tab.id);
    document.getElementById(tabId(panelId, tab.id))?.focus();
  }

  return (
    <div className={styles['list']} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(panelId, tab.id)}
          className={styles['tab']}
          aria-selected={tab.id === chosen}
          aria-controls={tab.id === chosen ? panelId : undefined}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={moved}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
