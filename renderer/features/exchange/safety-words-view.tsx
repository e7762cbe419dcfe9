import { useEffect, useState, type ReactElement } from 'react';
import { safetyWords } from '#shared/bundle/safety-words.ts';
import styles from './share.module.css';

export interface SafetyWordsViewProps {
  readonly workspace: string;
  readonly device: string;
  readonly signKey: Uint8Array;
}

/** The six words of a laptop, to be read aloud. */
export function SafetyWordsView({ workspace, device, signKey }: SafetyWordsViewProps): ReactElement {
  const [words, setWords] = useState<ReadonlyArray<string>>([]);
  useEffect(() => {
    let isWanted = true;
    void safetyWords(workspace, device, signKey).then((found) => {
      if (isWanted) setWords(found);
    });
    return () => {
      isWanted = false;
    };
  }, [workspace, device, signKey]);
  return (
    <ol className={styles['safety']} aria-label="Safety words">
      {words.map((word, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same word may come twice, and none of them moves
        <li key={place}>{word}</li>
      ))}
    </ol>
  );
}
