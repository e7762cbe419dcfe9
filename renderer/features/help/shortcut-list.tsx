import type { ReactElement } from 'react';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import styles from './help-page.module.css';
import { shortcutGroups } from './shortcut-groups.ts';

/** Every key that does something, by where it works. */
export function ShortcutList(): ReactElement {
  return (
    <div className={styles['groups']}>
      {shortcutGroups.map(({ title, shortcuts }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl className={styles['keys']}>
            {shortcuts.map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <KeyHint keys={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
