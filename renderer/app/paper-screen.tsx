import type { ReactElement } from 'react';
import { readFile } from '#renderer/data/files.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { PaperPage } from '#renderer/features/papers/paper-page.tsx';
import { WordTools } from '#renderer/features/word/word-tools.tsx';
import { makePdfWorker } from '#renderer/host/pdf-worker.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { PdfViewer } from '#renderer/ui/pdf/pdf-viewer.tsx';
import styles from './paper-screen.module.css';

export interface PaperScreenProps {
  readonly paperId: string;
}

/** A paper with the viewer for its pages. */
export function PaperScreen({ paperId }: PaperScreenProps): ReactElement {
  return (
    <PaperPage
      paperId={paperId}
      preview={(sha256) => <KeptPages key={sha256} sha256={sha256} />}
      tools={<WordTools paperId={paperId} />}
    />
  );
}

interface KeptPagesProps {
  readonly sha256: string;
}

function KeptPages({ sha256 }: KeptPagesProps): ReactElement | null {
  const file = useLive((database) => readFile(database, sha256), [sha256]);
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
      <PdfViewer file={file} title="Pages of the paper" makeWorker={makePdfWorker} />
    </div>
  );
}
