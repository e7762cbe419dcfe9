import type { LucideIcon } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import { Icon } from './icon.tsx';
import styles from './navigation-links.module.css';

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown at the right; left out when nothing waits there. */
  readonly count?: number | undefined;
  /** What is counted, for screen readers: “papers not in”. */
  readonly countMeans?: string | undefined;
  readonly current: boolean;
}

export interface NavigationLinksProps {
  readonly links: ReadonlyArray<NavigationLink>;
  readonly labelledBy?: string | undefined;
}

/**
 * One section of the navigation. In the narrow navigation the label stays the link's name and flies out beside its icon.
 * The count stands outside the link, so that a link's name is its label alone.
 */
export function NavigationLinks({ links, labelledBy }: NavigationLinksProps): ReactElement {
  const id = useId();
  const [labelsDismissed, setLabelsDismissed] = useState(false);
  return (
    <ul className={styles['list']} data-dismissed={labelsDismissed || undefined} aria-labelledby={labelledBy}>
      {links.map((link) => {
        const countId = `${id}-${link.href}`;
        const counted = link.count !== undefined && link.count > 0;
        return (
          <li key={link.href} className={styles['entry']}>
            <a
              className={styles['link']}
              href={link.href}
              aria-current={link.current ? 'page' : undefined}
              aria-describedby={counted ? countId : undefined}
              onFocus={() => setLabelsDismissed(false)}
              onPointerEnter={() => setLabelsDismissed(false)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setLabelsDismissed(true);
              }}
            >
              <Icon of={link.icon} />
              <span className={styles['label']}>{link.label}</span>
            </a>
            {counted && (
              <span className={styles['count']} id={countId}>
                {link.count}
                {link.countMeans !== undefined && <span className="vh"> {link.countMeans}</span>}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
