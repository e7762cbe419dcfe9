import type { ReactElement, ReactNode } from 'react';
import type { Session } from '#renderer/data/session.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { BinPanel } from './bin-panel.tsx';
import { SamplePanel } from './sample-panel.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import styles from './settings-page.module.css';
import { StoragePanel } from './storage-panel.tsx';
import { WordListPanel } from './word-list-panel.tsx';
import { YouPanel } from './you-panel.tsx';

export interface SettingsPageProps {
  /** The same session under the officer's new name or role. */
  readonly onRename: (session: Session) => void;
  /** Given in the sample alone. */
  readonly onLeaveSample?: (() => void) | undefined;
  /** Given in one's own workspace alone. */
  readonly onTrySample?: (() => Promise<void>) | undefined;
  /** Making and proving backups; put in by the app. */
  readonly backup?: ReactNode;
  /** The list of keys. */
  readonly shortcuts?: ReactNode;
}

/** Settings of this laptop and of the workspace. Each works at once. */
export function SettingsPage({
  onRename,
  onLeaveSample,
  onTrySample,
  backup,
  shortcuts,
}: SettingsPageProps): ReactElement {
  return (
    <>
      <PageHeader title="Settings and backup" facts={[{ text: 'Each setting works at once' }]} />
      <PageBody layout="reading">
        {onLeaveSample !== undefined && (
          <Panel title="You are in the sample">
            <p className={styles['words']}>
              Nothing here is real. Leaving takes the whole sample off this laptop, with everything you changed in it.
              Your own workspace, if you have one, is not touched.
            </p>
            <div>
              <Button onPress={onLeaveSample}>Leave the sample</Button>
            </div>
          </Panel>
        )}
        <YouPanel onRename={onRename} />
        <ScreenPanel />
        {backup}
        <WordListPanel />
        <StoragePanel />
        <BinPanel />
        {onTrySample !== undefined && <SamplePanel onTry={onTrySample} />}
        <Panel title="Keyboard">
          {shortcuts ?? (
            <div>
              <LinkButton href={hrefTo(pathTo.section('help'))}>See the keys in Help</LinkButton>
            </div>
          )}
        </Panel>
        <AboutPanel />
      </PageBody>
    </>
  );
}
