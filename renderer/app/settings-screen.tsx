import type { ReactElement } from 'react';
import type { Session } from '#renderer/data/session.ts';
import { ShortcutList } from '#renderer/features/help/shortcut-list.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';

export interface SettingsScreenProps {
  readonly onRenamed: (session: Session) => void;
  /** Given in the sample alone. */
  readonly onLeaveSample: (() => void) | undefined;
}

/** Settings, with the list of keys from Help. */
export function SettingsScreen({ onRenamed, onLeaveSample }: SettingsScreenProps): ReactElement {
  return <SettingsPage onRename={onRenamed} onLeaveSample={onLeaveSample} shortcuts={<ShortcutList />} />;
}
