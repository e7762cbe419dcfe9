import { useState, type ReactElement } from 'react';
import { isSameJson } from '#shared/kernel/json.ts';
import type { Decided, Decision } from '#renderer/data/exchange/decisions.ts';
import type { BundleReport } from '#renderer/data/exchange/bundle-report.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { ChangeList } from './change-list.tsx';
import { DecisionView, keyOfDecision } from './decision-view.tsx';
import { countOf, gapInWords, momentInWords } from './exchange-words.ts';
import { LongList } from './long-list.tsx';
import styles from './share.module.css';

/** An hour: a clock further ahead than that is told of. */
const notable = 60 * 60 * 1000;

export interface CheckChangesProps {
  readonly report: BundleReport;
  readonly onApply: (decided: ReadonlyArray<Decided>) => void;
  readonly onLeave: () => void;
}

/** What a bundle would change, record by record, before any of it is. */
export function CheckChanges({ report, onApply, onLeave }: CheckChangesProps): ReactElement {
  const { author, madeAt, aheadBy, behindBy, saves, waiting, files, records, gaps, decisions } = report;
  const [decided, setDecided] = useState<ReadonlyArray<Decided>>([]);
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
        <Banner tone="warning" title={`The clock of ${author}’s laptop is ahead of yours, or yours is behind`}>
          <p>Nothing is lost by that, but the times it shows are wrong. Ask for it to be put right.</p>
        </Banner>
      )}
      {behindBy > notable && (
        <Banner tone="warning" title={`The clock of ${author}’s laptop is behind yours, or yours is ahead`}>
          <p>Nothing is lost by that, but the times it shows are wrong. Look at both, and put the wrong one right.</p>
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
      {decisions.length > 0 && <ToDecide decisions={decisions} decided={decided} onChange={setDecided} />}
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
          onPress={() => onApply(decided)}
          blockedBecause={isNothing ? 'There is nothing to apply' : undefined}
        >
          Apply changes
        </Button>
        <Button onPress={onLeave}>Not now</Button>
      </Row>
      <p className={styles['soft']}>Nothing has changed yet. You can undo the whole import afterwards.</p>
    </div>
  );
}

interface ToDecideProps {
  readonly decisions: ReadonlyArray<Decision>;
  readonly decided: ReadonlyArray<Decided>;
  readonly onChange: (decided: ReadonlyArray<Decided>) => void;
}

/** What both changed: to be decided here and now, or later. */
function ToDecide({ decisions, decided, onChange }: ToDecideProps): ReactElement {
  // What takes a button's place takes its focus too.
  const [again, setAgain] = useState<Decision | null>(null);
  const [unfinished] = useState(() => new Map<string, string>());
  const madeOf = new Map(decided.map((one) => [one.decision, one]));

  function drawItem(index: number): ReactElement | null {
    const decision = decisions[index];
    if (decision === undefined) return null;
    const made = madeOf.get(decision);
    const others = decided.filter((one) => one !== made);
    if (made === undefined)
      return (
        <DecisionView
          decision={decision}
          unfinished={unfinished}
          autoFocus={again === decision}
          onChosen={(value) => {
            setAgain(decision);
            onChange([...others, { decision, value }]);
          }}
        />
      );
    return (
      <Row>
        <Status tone="green">{chosenInWords(made)}</Status>
        <Button
          small
          autoFocus={again === decision}
          onPress={() => {
            setAgain(decision);
            onChange(others);
          }}
        >
          Choose again<span className="vh"> for {decision.title}</span>
        </Button>
      </Row>
    );
  }

  return (
    <section className={styles['stack']} aria-label="Changed by both of you">
      <Banner tone="warning" title={`${countOf(decisions.length, 'difference')} between what you wrote and what came`}>
        <p>
          Nothing of either is lost. Choose here what stands, or leave it: it then waits under Decisions to make, and on
          Today.
        </p>
      </Banner>
      <LongList label="Decide now or later" keys={decisions.map(keyOfDecision)} drawItem={drawItem} usualHeight={12} />
    </section>
  );
}

function chosenInWords({ decision, value }: Decided): string {
  const { title, about, choices, isDeletion } = decision;
  if (isDeletion) return `${title}: ${value === true ? 'deleted' : 'kept'}`;
  const choice = choices.find((one) => isSameJson(one.value, value));
  return `${title}, ${about}: ${choice?.words ?? (typeof value === 'string' ? value : '')}`;
}
