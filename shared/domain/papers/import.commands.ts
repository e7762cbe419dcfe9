/** Taking a report written elsewhere into a paper. */
import type { Command } from '#shared/changes/command.ts';
import { draft, set, writeText } from '#shared/changes/draft.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { cleanFileName } from './file-name.ts';
import type { PaperIssued } from './paper.commands.ts';
import { paperKind, type Paper } from './paper.ts';

export interface ImportText {
  readonly paper: Paper;
  /** An update of the paper's text. */
  readonly update: string;
  /** The file it came from, kept as it was. */
  readonly original: { readonly sha256: string; readonly fileName: string };
}

/** The words of a file in a written paper, and the file itself beside them. */
export const importText: Command<ImportText, PaperIssued> = ({ paper, update, original }) => {
  if (paper.status === 'issued') return refuse({ type: 'PaperIssued' });
  const fileName = cleanFileName(original.fileName);
  return ok(
    draft(`Imported “${fileName}” into “${paper.title}”`, '', [
      writeText(paperKind, paper.id, 'body', update),
      set(paperKind, paper, { original: { sha256: original.sha256, fileName } }),
    ]),
  );
};
