import { useId, useRef, type ReactElement, type ReactNode } from 'react';
import styles from './app-frame.module.css';
import { joinClasses } from './join-classes.ts';
import { NavigationLinks, type NavigationLink } from './navigation-links.tsx';

export interface AppFrameProps {
  /** Name of the workspace, beside the mark. */
  readonly workspace: string;
  readonly navigation: ReadonlyArray<NavigationLink>;
  readonly workspaceNavigation: ReadonlyArray<NavigationLink>;
  /** Who is at work: “Helen Marsh, Clerk”. */
  readonly person?: string | undefined;
  readonly personNote?: string | undefined;
  readonly undo?: ReactNode;
  readonly search?: ReactNode;
  readonly saveState?: ReactNode;
  readonly banner?: ReactNode;
  /** The narrow navigation whatever the width, for a meeting under way. */
  readonly rail?: boolean | undefined;
  readonly children: ReactNode;
}

export function AppFrame({
  workspace,
  navigation,
  workspaceNavigation,
  person,
  personNote,
  undo,
  search,
  saveState,
  banner,
  rail = false,
  children,
}: AppFrameProps): ReactElement {
  const main = useRef<HTMLElement>(null);
  const workspaceHeadingId = useId();
  return (
    <div className={styles['window']}>
      <div className={joinClasses(styles['frame'], rail && styles['rail'])}>
        <a
          className={styles['skip']}
          href="#main"
          onClick={(event) => {
            // The address after `#` is the place in the app, so the link must not be followed.
            event.preventDefault();
            main.current?.focus();
          }}
        >
          Skip to main content
        </a>
        <header className={styles['bar']}>
          <div className={styles['start']}>
            <div className={styles['brand']}>
              <span className={styles['mark']} aria-hidden="true">
                {workspace.trim().charAt(0).toUpperCase() || 'P'}
              </span>
              <span className={styles['workspace']}>{workspace}</span>
            </div>
            <div className={styles['undo']}>{undo}</div>
          </div>
          <div className={styles['search']}>{search}</div>
          <div className={styles['save']}>{saveState}</div>
        </header>
        <nav className={styles['navigation']} aria-label="Main">
          <NavigationLinks links={navigation} />
          <h2 className={styles['section']} id={workspaceHeadingId}>
            Workspace
          </h2>
          <NavigationLinks links={workspaceNavigation} labelledBy={workspaceHeadingId} />
          {person !== undefined && (
            <div className={styles['person']}>
              <p>{person}</p>
              {personNote !== undefined && <p>{personNote}</p>}
            </div>
          )}
        </nav>
        <div className={styles['page']}>
          {banner}
          <main className={styles['main']} id="main" tabIndex={-1} ref={main}>
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
