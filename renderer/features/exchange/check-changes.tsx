import type { ReactElement } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import type { BundleReport, RecordChange } from '#renderer/data/exchange/bundle-report.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { changeInWords, countOf, gapInWords, momentInWords } from './exchange-words.ts';
import styles from './share.module.css';

/** An hour: a clock further ahead than that is told of. */
const notable = 60 * 60 * 1000;

export interface CheckChangesProps {
  readonly report: BundleReport;
  readonly onApply: () => void;
  readonly onLeave: () => void;
}

/** What a bundle would change, record by record, before any of it is. */
export function CheckChanges({ report, onApply, onLeave }: CheckChangesProps): ReactElement {
  const { author, madeAt, aheadBy, saves, waiting, files, records, gaps } = report;
  const open = records.filter(({ isNewlyOpen }) => isNewlyOpen).length;
  const isNothing = saves === 0 && waiting === 0 && files === 0;
  return (
    <div className={styles['stack']}>
      <div>
        <h3>Changes from {author}</h3>
        <p className={styles['soft']}>
          Made {momentInWords(madeAt)}. {countOf(saves, 'change')} to {countOf(records.length, 'record')},{' '}
          {countOf(files, 'file')}.
        </p>
      </div>
      {aheadBy > notable && (
        <Banner tone="warning" title={`The clock of ${author}’s laptop is ahead of yours`}>
          <p>Nothing is lost by that, but the times it shows are wrong. Ask for it to be put right.</p>
        </Banner>
      )}
      {waiting > 0 && (
        <Banner tone="info" title={`${countOf(waiting, 'change')} must wait for an earlier bundle`}>
          {gaps.map((gap) => (
            <p key={`${gap.device} ${gap.from}`}>{gapInWords(gap)}</p>
          ))}
          <p>
            Apply what is here: the rest comes in by itself when the earlier bundle does. Anybody who has it can send
            it.
          </p>
        </Banner>
      )}
      {open > 0 && (
        <Banner tone="warning" title={`${countOf(open, 'record')} changed by both of you`}>
          <p>Nothing of either is lost. After applying, choose what stands under Decisions to make.</p>
        </Banner>
      )}
      {isNothing && (
        <p>
          Nothing new in this bundle: you hold all of it already. What {author} lacks is known now: it stands beside the
          name under Make a bundle.
        </p>
      )}
      {records.length > 0 && <ChangeList records={records} />}
      <Row>
        <Button
          kind="primary"
          onPress={onApply}
          blockedBecause={isNothing && files === 0 ? 'There is nothing to apply' : undefined}
        >
          Apply changes
        </Button>
        <Button onPress={onLeave}>Not now</Button>
      </Row>
      <p className={styles['soft']}>Nothing has changed yet. You can undo the whole import afterwards.</p>
    </div>
  );
}

function ChangeList({ records }: { readonly records: ReadonlyArray<RecordChange> }): ReactElement {
  const { kinds } = useSession();
  const sorted = records.toSorted((one, other) => Number(other.isNewlyOpen) - Number(one.isNewlyOpen));
  return (
    <ul className={styles['list']} aria-label="What will change">
      {sorted.map((record) => (
        <li key={`${record.kind} ${record.id}`}>
          <p>
            <b>{record.title}</b> <span className={styles['soft']}>{kinds.get(record.kind)?.label}</span>
          </p>
          <p className={styles['soft']}>{changeInWords(record)}</p>
          {record.isNewlyOpen && <Status tone="amber">To decide: both of you changed it</Status>}
        </li>
      ))}
    </ul>
  );
}
