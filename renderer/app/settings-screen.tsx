import type { ReactElement } from 'react';
import type { Session } from '#renderer/data/session.ts';
import { BackupPanel } from '#renderer/features/exchange/backup-panel.tsx';
import { ShortcutList } from '#renderer/features/help/shortcut-list.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';

export interface SettingsScreenProps {
  readonly onRenamed: (session: Session) => void;
  /** Given in the sample alone. */
  readonly onLeaveSample: (() => void) | undefined;
  /** Given in one's own workspace alone. */
  readonly onTrySample: (() => Promise<void>) | undefined;
}

/** Settings, with backups and the list of keys from Help. */
export function SettingsScreen({ onRenamed, onLeaveSample, onTrySample }: SettingsScreenProps): ReactElement {
  return (
    <SettingsPage
      onRename={onRenamed}
      onLeaveSample={onLeaveSample}
      onTrySample={onTrySample}
      backup={<BackupPanel />}
      shortcuts={<ShortcutList />}
    />
  );
}
