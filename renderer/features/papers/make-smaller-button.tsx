import { useState, type ReactElement } from 'react';
import { tooFine } from '#shared/pdf/scan-resolution.ts';
import { paperVersionKind, type PaperVersion } from '#shared/domain/papers/paper-version.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { issuedWords } from '#shared/domain/papers/refusal-words.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { makeSmaller, makeSmallerRefusalInWords } from './make-smaller.ts';
import { sizeInWords } from './paper-words.ts';

export interface MakePaperSmallerProps {
  readonly paperId: string;
}

/** The same, for the version of a paper in use. */
export function MakePaperSmaller({ paperId }: MakePaperSmallerProps): ReactElement | null {
  const found = useLive(
    async (database) => {
      const paper = await rowsOf(database, paperKind).get(paperId);
      const version =
        paper?.versionId == null ? undefined : await rowsOf(database, paperVersionKind).get(paper.versionId);
      return paper === undefined || version === undefined ? null : { paper, version };
    },
    [paperId],
  );
  if (found === undefined || found === null) return null;
  const { paper, version } = found;
  if ((version.contents?.scanResolution ?? 0) <= tooFine) return null;
  return <MakeSmallerButton version={version} blockedBecause={paper.status === 'issued' ? issuedWords : undefined} />;
}

export interface MakeSmallerButtonProps {
  readonly version: PaperVersion;
  readonly blockedBecause: string | undefined;
}

/** For a file with scans finer than print needs. */
export function MakeSmallerButton({ version, blockedBecause }: MakeSmallerButtonProps): ReactElement {
  const session = useSession();
  const [isAtWork, setAtWork] = useState(false);

  async function made(): Promise<void> {
    setAtWork(true);
    try {
      const done = await makeSmaller(session, version);
      if (done.ok) {
        const { before, after } = done.value;
        noticeShown(`Made smaller: ${sizeInWords(before)} to ${sizeInWords(after)}. The original is kept.`);
      } else noticeShown(`It stays as it is, because ${makeSmallerRefusalInWords(done.refusal)}`, 'amber');
    } finally {
      setAtWork(false);
    }
  }

  return (
    <Button
      kind="quiet"
      small
      onPress={() => void made()}
      blockedBecause={isAtWork ? 'It is being made smaller.' : blockedBecause}
    >
      {isAtWork ? 'Making it smaller…' : 'Make smaller'}
    </Button>
  );
}
