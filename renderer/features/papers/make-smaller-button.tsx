import { useState, type ReactElement } from 'react';
import type { PaperVersion } from '#shared/domain/papers/paper-version.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { makeSmaller, makeSmallerRefusalInWords } from './make-smaller.ts';
import { sizeInWords } from './paper-words.ts';

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
