import { useState, type ReactElement } from 'react';
import { timeOf } from '#shared/changes/clock.ts';
import {
  forgetVersionName,
  longestVersionName,
  nameVersion,
  type NamedVersion,
} from '#shared/domain/papers/named-version.ts';
import { bringBackText } from '#shared/domain/papers/paper.commands.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { issuedWords } from '#shared/domain/papers/refusal-words.ts';
import { wordDifferences } from '#shared/domain/papers/word-differences.ts';
import { inWords as timeInWords, clockTime } from '#shared/kernel/clock-time.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { dayInWords, paperRefusalInWords } from './paper-words.ts';
import { readCompared, readTextSittings, readWayBack, type TextSitting } from './text-versions.queries.ts';
import styles from './text-versions.module.css';

export interface TextVersionsProps {
  readonly paper: Paper;
}

/** Who wrote in a paper and when; each version can be read with what it changed, and brought back. */
export function TextVersions({ paper }: TextVersionsProps): ReactElement {
  const sittings = useLive((database) => readTextSittings(database, paper.id), [paper.id]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isNamedOnly, setNamedOnly] = useState(false);
  const session = useSession();
  if (sittings === undefined) return <Loading label="Looking up earlier versions" />;
  if (sittings.length === 0) return <EmptyState title="Nothing has been written yet" />;
  const found = sittings.findIndex((sitting) => sitting.id === chosenId);
  const place = Math.max(0, found);
  const chosen = sittings[place];
  const placed = sittings
    .map((sitting, index) => ({ sitting, index }))
    .filter(({ sitting }) => !isNamedOnly || sitting.named !== null);

  return (
    <div className={styles['versions']}>
      <Panel title="Versions" count={String(sittings.length)} flush>
        {sittings.some(({ named }) => named !== null) && (
          <div className={styles['filter']}>
            <Switch label="Named versions only" checked={isNamedOnly} onChange={setNamedOnly} />
          </div>
        )}
        <ol className={styles['list']}>
          {placed.map(({ sitting, index }) => (
            <li key={sitting.id}>
              <button
                type="button"
                className={styles['version']}
                aria-pressed={index === place}
                onClick={() => setChosenId(sitting.id)}
              >
                {sitting.named !== null && <b>{sitting.named.name}</b>}
                <WhenWords isStrong={sitting.named === null}>{whenInWords(sitting.stamp, session.today)}</WhenWords>
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
        <Version key={chosen.id} paper={paper} version={chosen} sittings={sittings} place={place} />
      )}
    </div>
  );
}

function whenInWords(stamp: number, today: CivilDate): string {
  const time = timeOf(stamp);
  return `${dayInWords(civilDateOf(time), today)}, ${timeInWords(clockTime(clockTimeOf(time)))}`;
}

interface WhenWordsProps {
  readonly isStrong: boolean;
  readonly children: string;
}

function WhenWords({ isStrong, children }: WhenWordsProps): ReactElement {
  return isStrong ? <b>{children}</b> : <span>{children}</span>;
}

interface VersionProps extends TextVersionsProps {
  readonly version: TextSitting;
  readonly sittings: ReadonlyArray<TextSitting>;
  /** Of the version among them, the latest being 0. */
  readonly place: number;
}

function Version({ paper, version, sittings, place }: VersionProps): ReactElement {
  const session = useSession();
  const [otherId, setOtherId] = useState<string | null>(null);
  const [isNaming, setNaming] = useState(false);
  const before = sittings[place + 1] ?? null;
  const other = sittings.find(({ id }) => id === otherId) ?? before;
  // What came later stands on the side of what was added.
  const isOtherLater = other !== null && other.saves > version.saves;
  const [later, earlier] = isOtherLater ? [other, version] : [version, other];
  const compared = useLive(
    (database) => readCompared(database, paper.id, later, earlier),
    [paper.id, later.id, earlier?.id],
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

  async function named(name: string): Promise<void> {
    setNaming(false);
    const naming = { paperId: paper.id, save: version.id, name, by: session.me.name, heads: version.heads };
    const result = await run(session, nameVersion, naming);
    if (!result.ok) noticeShown('The version could not be named.', 'red');
  }

  const title = version.named?.name ?? `As of ${whenInWords(version.stamp, session.today)}`;
  return (
    <Panel
      title={title}
      count={
        earlier === null ? 'the first version' : comparedInWords(isOtherLater, earlier === before && !isOtherLater)
      }
      actions={
        <>
          {version.named === null ? (
            <Button onPress={() => setNaming(true)}>Name this version</Button>
          ) : (
            <Button onPress={() => void run(session, forgetVersionName, { version: version.named as NamedVersion })}>
              Remove the name
            </Button>
          )}
          {place > 0 && (
            <Button
              onPress={() => void restored()}
              blockedBecause={paper.status === 'issued' ? issuedWords : undefined}
            >
              Restore this version
            </Button>
          )}
        </>
      }
    >
      {sittings.length > 1 && (
        <Select
          label="Compare with"
          options={sittings
            .filter(({ id }) => id !== version.id)
            .map((one) => ({ value: one.id, label: sittingInWords(one, session.today) }))}
          value={other?.id ?? ''}
          placeholder="Nothing"
          onChange={setOtherId}
        />
      )}
      {compared === undefined ? (
        <Loading label="Comparing the versions" />
      ) : (
        <div className={styles['words']}>
          <DiffText parts={wordDifferences(compared.before, compared.words)} />
        </div>
      )}
      {isNaming && <NameDialog onClose={() => setNaming(false)} onName={(name) => void named(name)} />}
    </Panel>
  );
}

function comparedInWords(isOtherLater: boolean, isWithBefore: boolean): string {
  if (isWithBefore) return 'with what was added and removed since the version before';
  return isOtherLater
    ? 'with what was added and removed until the other'
    : 'with what was added and removed since the other';
}

function sittingInWords({ named, stamp, by }: TextSitting, today: CivilDate): string {
  const when = `${whenInWords(stamp, today)}, ${by}`;
  return named === null ? when : `${named.name} (${when})`;
}

interface NameDialogProps {
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog({ onClose, onName }: NameDialogProps): ReactElement {
  const [name, setName] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      title="Name this version"
      onSubmit={() => {
        if (nameProblem(name) === null) onName(name);
      }}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit blockedBecause={nameProblem(name) ?? undefined}>
            Keep name
          </Button>
        </>
      }
    >
      <TextField label="Name" hint="Such as “As cleared by the Director”" value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}

function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Enter a name';
  return name.trim().length > longestVersionName ? `Use at most ${longestVersionName} letters` : null;
}
