import { useState, type ReactElement } from 'react';
import { timeOf } from '#shared/changes/clock.ts';
import { bringBackText } from '#shared/domain/papers/paper.commands.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { wordDifferences } from '#shared/domain/papers/word-differences.ts';
import { inWords as timeInWords, clockTime } from '#shared/kernel/clock-time.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { dayInWords, issuedWords, paperRefusalInWords } from './paper-words.ts';
import { readCompared, readTextSittings, readWayBack, type TextSitting } from './text-versions.queries.ts';
import styles from './text-versions.module.css';

export interface TextVersionsProps {
  readonly paper: Paper;
}

/** Who wrote in a paper and when; each version can be read with what it changed, and brought back. */
export function TextVersions({ paper }: TextVersionsProps): ReactElement {
  const sittings = useLive((database) => readTextSittings(database, paper.id), [paper.id]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const session = useSession();
  if (sittings === undefined) return <Loading label="Looking up earlier versions" />;
  if (sittings.length === 0) return <EmptyState title="Nothing has been written yet" />;
  const found = sittings.findIndex((sitting) => sitting.id === chosenId);
  const place = Math.max(0, found);
  const chosen = sittings[place];

  return (
    <div className={styles['versions']}>
      <Panel title="Versions" count={String(sittings.length)} flush>
        <ol className={styles['list']}>
          {sittings.map((sitting, index) => (
            <li key={sitting.id}>
              <button
                type="button"
                className={styles['version']}
                aria-pressed={index === place}
                onClick={() => setChosenId(sitting.id)}
              >
                <b>{whenInWords(sitting.stamp, session.today)}</b>
                <span className={styles['soft']}>
                  {sitting.by}
                  {index === 0 ? ', as it stands' : ''}
                </span>
                {!sitting.command.startsWith('Wrote in') && <span className={styles['soft']}>{sitting.command}</span>}
              </button>
            </li>
          ))}
        </ol>
      </Panel>
      {chosen !== undefined && (
        <Version paper={paper} version={chosen} before={sittings[place + 1] ?? null} isNow={place === 0} />
      )}
    </div>
  );
}

function whenInWords(stamp: number, today: CivilDate): string {
  const time = timeOf(stamp);
  return `${dayInWords(civilDateOf(time), today)}, ${timeInWords(clockTime(clockTimeOf(time)))}`;
}

interface VersionProps extends TextVersionsProps {
  readonly version: TextSitting;
  readonly before: TextSitting | null;
  readonly isNow: boolean;
}

function Version({ paper, version, before, isNow }: VersionProps): ReactElement {
  const session = useSession();
  const compared = useLive(
    (database) => readCompared(database, paper.id, version, before),
    [paper.id, version.id, before?.id],
  );

  async function restored(): Promise<void> {
    const update = await readWayBack(session.database, paper.id, version);
    if (update === null) {
      noticeShown('The paper already reads as this version does.', 'blue');
      return;
    }
    const result = await run(session, bringBackText, { paper, update });
    if (result.ok) noticeShown('The earlier version is back. What stood since is kept among the versions.');
    else noticeShown(paperRefusalInWords(result.refusal), 'red');
  }

  return (
    <Panel
      title={`As of ${whenInWords(version.stamp, session.today)}`}
      count={before === null ? 'the first version' : 'with what was added and removed since the version before'}
      actions={
        !isNow && (
          <Button onPress={() => void restored()} blockedBecause={paper.status === 'issued' ? issuedWords : undefined}>
            Restore this version
          </Button>
        )
      }
    >
      {compared === undefined ? (
        <Loading label="Comparing the versions" />
      ) : (
        <div className={styles['words']}>
          <DiffText parts={wordDifferences(compared.before, compared.words)} />
        </div>
      )}
    </Panel>
  );
}
