import type { ReactElement } from 'react';
import type { ChangeInWords } from '#shared/changes/history.ts';
import { inWords } from '#shared/kernel/civil-date.ts';
import { clockTime, inWords as timeInWords } from '#shared/kernel/clock-time.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { Status } from '#renderer/ui/status.tsx';
import type { NamedSave, Proof } from './history.queries.ts';
import styles from './save-timeline.module.css';

export interface SaveTimelineProps {
  readonly saves: ReadonlyArray<NamedSave>;
  /** Whether each change names its record and leads to that record's own history. */
  readonly withRecords: boolean;
}

/** What was done, day by day, latest first. */
export function SaveTimeline({ saves, withRecords }: SaveTimelineProps): ReactElement {
  const days = Map.groupBy(saves, (save) => civilDateOf(save.time));
  return (
    <Stack>
      {[...days].map(([day, ofDay]) => (
        <Panel key={day} title={inWords(day)}>
          <Timeline
            label={`What was done on ${inWords(day)}`}
            events={ofDay.map((save) => ({
              id: `${save.device} ${save.seq}`,
              label: save.command,
              by: save.by,
              time: timeInWords(clockTime(clockTimeOf(save.time))),
              detail: <Changes save={save} withRecords={withRecords} />,
            }))}
          />
        </Panel>
      ))}
    </Stack>
  );
}

interface ChangesProps {
  readonly save: NamedSave;
  readonly withRecords: boolean;
}

const shownAtMost = 8;

function Changes({ save, withRecords }: ChangesProps): ReactElement {
  const records = [...Map.groupBy(save.changes, (change) => change.record)];
  const shown = records.slice(0, shownAtMost);
  return (
    <>
      {save.note !== '' && <p>Reason: {save.note}</p>}
      <ul className={styles['changes']}>
        {shown.map(([record, changes]) => (
          <li key={record}>
            {withRecords && (
              <a href={hrefTo(pathTo.historyOf(changes[0]?.kind ?? '', record))}>{save.titles.get(record) ?? record}</a>
            )}
            {withRecords && ': '}
            {sentenceOf(changes)}
          </li>
        ))}
        {records.length > shown.length && <li>and {records.length - shown.length} more records</li>}
      </ul>
      {save.proof !== null && <ProofLine proof={save.proof} />}
    </>
  );
}

function ProofLine({ proof: { person, type } }: { readonly proof: Proof }): ReactElement {
  const whose = person === '' ? 'a laptop not met' : `the laptop of ${person}`;
  switch (type) {
    case 'signed':
      return <Status tone="green">{`Verified: signed by ${whose}`}</Status>;
    case 'introduced':
      return <Status tone="amber">{`Signed by ${whose}, whose words were not compared`}</Status>;
    case 'loose':
      return <Status tone="grey">On this laptop, not handed on yet</Status>;
    default:
      return unreachable(type);
  }
}

function sentenceOf(changes: ReadonlyArray<ChangeInWords>): string {
  // What was filled in when a record was made is not repeated field by field.
  const told = changes.some((change) => change.what === 'created')
    ? changes.filter((change) => change.what === 'created')
    : changes;
  return told.map(changeInWords).join('; ');
}

function changeInWords({ what, field, value }: ChangeInWords): string {
  switch (what) {
    case 'created':
      return 'made';
    case 'deleted':
      return 'moved to the bin';
    case 'broughtBack':
      return 'brought back';
    case 'changed':
      return `${field} is now ${value ?? 'nothing'}`;
    case 'wrote':
      return 'words changed';
    case 'unknown':
      return 'something a newer Packhorse knows';
    default:
      return unreachable(what);
  }
}
