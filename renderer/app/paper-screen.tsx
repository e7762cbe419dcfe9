import { useMemo, type ReactElement } from 'react';
import { readFile } from '#renderer/data/files.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { PaperPage } from '#renderer/features/papers/paper-page.tsx';
import { WordTools } from '#renderer/features/word/word-tools.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { ReadPages } from './read-pages.tsx';
import styles from './paper-screen.module.css';

/** Pages that the engine takes at most. */
const mostPages = 100_000;

export interface PaperScreenProps {
  readonly paperId: string;
}

/** A paper with the viewer for its pages. */
export function PaperScreen({ paperId }: PaperScreenProps): ReactElement {
  return (
    <PaperPage
      paperId={paperId}
      preview={(sha256) => <KeptPages key={sha256} paperId={paperId} sha256={sha256} />}
      tools={<WordTools paperId={paperId} />}
    />
  );
}

interface KeptPagesProps {
  readonly paperId: string;
  readonly sha256: string;
}

function KeptPages({ paperId, sha256 }: KeptPagesProps): ReactElement | null {
  const file = useLive((database) => readFile(database, sha256), [sha256]);
  // A kept file has no more pages than this; notes need no closer bound here.
  const parts = useMemo(() => [{ subject: paperId, says: sha256, first: 1, pages: mostPages }], [paperId, sha256]);
  if (file === undefined) return null;
  if (file === null) {
    return (
      <Banner tone="warning" title="This file is not on this laptop">
        Attach it again, or ask whoever added it for it.
      </Banner>
    );
  }
  return (
    <div className={styles['pages']}>
      <ReadPages placeKey={sha256} file={file} title="Pages of the paper" parts={parts} labelOf={String} />
    </div>
  );
}
