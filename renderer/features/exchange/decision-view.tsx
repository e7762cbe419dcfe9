import { useId, useState, type ReactElement } from 'react';
import { timeOf } from '#shared/changes/clock.ts';
import { wordDifferences } from '#shared/domain/papers/word-differences.ts';
import type { Json } from '#shared/kernel/json.ts';
import { combined, type Choice, type Decision } from '#renderer/data/exchange/decisions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { momentInWords } from './exchange-words.ts';
import styles from './share.module.css';

export interface DecisionViewProps {
  readonly decision: Decision;
  readonly onChosen: (value: Json) => void;
  readonly autoFocus?: boolean | undefined;
  /** Words that somebody is writing, kept while this is out of sight. */
  readonly unfinished?: Map<string, string> | undefined;
}

/** Values that were written without sight of each other, side by side with their differences, and the ways to decide. */
export function DecisionView({ decision, onChosen, autoFocus = false, unfinished }: DecisionViewProps): ReactElement {
  const [own, setOwn] = useState(unfinished?.get(keyOfDecision(decision)) ?? null);
  function written(words: string | null): void {
    setOwn(words);
    if (words === null) unfinished?.delete(keyOfDecision(decision));
    else unfinished?.set(keyOfDecision(decision), words);
  }
  const writeId = useId();
  const { title, label, about, choices, isWords, isDeletion } = decision;
  const others = choices.filter(({ isOwn }) => !isOwn).length;
  const ownFirst = choices.toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn));

  return (
    <div className={styles['stack']}>
      <div>
        <p>
          <b>{title}</b> <span className={styles['soft']}>{label}</span>
        </p>
        <p>{isDeletion ? 'One of you deleted it while another changed it.' : about}</p>
      </div>
      <div className={styles['choices']}>
        {ownFirst.map((choice, place) => (
          <OneChoice
            key={`${choice.by} ${choice.stamp} ${JSON.stringify(choice.value)}`}
            choice={choice}
            other={ownFirst[place === 0 ? 1 : 0]}
            isWords={isWords}
            name={nameOf(choice, others, isDeletion)}
            about={`${title}: ${about}`}
            autoFocus={autoFocus && place === 0}
            onKeep={() => onChosen(choice.value)}
          />
        ))}
      </div>
      {isWords && (
        <Row>
          <Button onPress={() => onChosen(combined(ownFirst))}>
            Combine both
            <span className="vh">
              {' '}
              for {title}: {about}
            </span>
          </Button>
          <Button id={writeId} kind="quiet" onPress={() => written(combined(ownFirst))}>
            Write my own
            <span className="vh">
              {' '}
              for {title}: {about}
            </span>
          </Button>
        </Row>
      )}
      {own !== null && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            onChosen(own);
          }}
        >
          <TextArea label={about} value={own} onChange={written} autoFocus />
          <Row>
            <Button kind="primary" submit>
              Keep this
            </Button>
            <Button
              onPress={() => {
                written(null);
                document.getElementById(writeId)?.focus();
              }}
            >
              Cancel
            </Button>
          </Row>
        </form>
      )}
    </div>
  );
}

export function keyOfDecision({ kind, record, path }: Decision): string {
  return `${kind} ${record} ${path}`;
}

/** @param others how many of the choices are not one's own: where there are several, “theirs” would not tell whose */
function nameOf(choice: Choice, others: number, isDeletion: boolean): string {
  if (isDeletion) return choice.value === true ? 'Delete it' : 'Keep it';
  if (choice.isOwn) return 'Keep yours';
  return others === 1 ? 'Keep theirs' : `Keep that of ${choice.by}`;
}

interface OneChoiceProps {
  readonly choice: Choice;
  readonly other: Choice | undefined;
  readonly isWords: boolean;
  readonly name: string;
  readonly about: string;
  readonly autoFocus: boolean;
  readonly onKeep: () => void;
}

function OneChoice({ choice, other, isWords, name, about, autoFocus, onKeep }: OneChoiceProps): ReactElement {
  return (
    <div className={styles['choice']}>
      {isWords && other !== undefined ? (
        <DiffText parts={wordDifferences(other.words, choice.words)} />
      ) : (
        <p>{choice.words}</p>
      )}
      <p className={styles['soft']}>
        {choice.by === '' ? '' : `${choice.isOwn ? 'You' : choice.by}, ${momentInWords(timeOf(choice.stamp))}`}
      </p>
      <div>
        <Button small autoFocus={autoFocus} onPress={onKeep}>
          {name}
          <span className="vh"> for {about}</span>
        </Button>
      </div>
    </div>
  );
}
