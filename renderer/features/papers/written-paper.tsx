import type { ReactElement, ReactNode } from 'react';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { PaperEditor } from './paper-editor.tsx';
import { usePaperText } from './paper-text.ts';

export interface WrittenPaperProps {
  readonly paper: Paper;
  /** Stands below the outline: the paper's head. */
  readonly details: ReactNode;
}

/** A paper written here, open for writing. */
export function WrittenPaper({ paper, details }: WrittenPaperProps): ReactElement {
  const open = usePaperText(paper.id);
  return open === undefined ? (
    <Loading label="Opening the text" />
  ) : (
    <PaperEditor paper={paper} open={open} details={details} />
  );
}
