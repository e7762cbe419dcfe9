import { useState, type ReactElement } from 'react';
import { wordDifferences } from '#shared/domain/papers/word-differences.ts';
import type { RecordChange } from '#renderer/data/exchange/bundle-report.ts';
import type { FieldChange } from '#renderer/data/exchange/field-changes.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { alongsideInWords, changeInWords, countOf, momentInWords } from './exchange-words.ts';
import styles from './share.module.css';

/** More at once nobody reads, and the window must not wait for. */
const shownAtFirst = 100;

/** A list that can be seen at a glance needs no narrowing. */
const narrowedFrom = 10;

export interface ChangeListProps {
  readonly records: ReadonlyArray<RecordChange>;
}

/** Every record that a bundle changes, what people must look at first. */
export function ChangeList({ records }: ChangeListProps): ReactElement {
  const { kinds, me } = useSession();
  const [most, setMost] = useState(shownAtFirst);
  const [words, setWords] = useState('');
  const [person, setPerson] = useState('');
  const people = [...new Set(records.flatMap(({ by }) => by))].toSorted();
  const wanted = words.trim().toLocaleLowerCase('en-GB');
  const found = records
    .filter(({ by }) => person === '' || by.includes(person))
    .filter(({ title }) => title.toLocaleLowerCase('en-GB').includes(wanted))
    .toSorted((one, other) => weightOf(other) - weightOf(one));
  return (
    <>
      {records.length >= narrowedFrom && (
        <div className={styles['narrowing']}>
          <SearchField
            label="Find a record among the changes"
            placeholder="Find a record"
            value={words}
            onChange={setWords}
            count={`${countOf(found.length, 'record')} of ${records.length}`}
          />
          {people.length > 1 && (
            <Select
              label="Changed by"
              placeholder="Everybody"
              value={person}
              options={people.map((name) => ({ value: name, label: name }))}
              onChange={setPerson}
            />
          )}
        </div>
      )}
      <ul className={styles['list']} aria-label="What will change">
        {found.slice(0, most).map((record) => (
          <li key={`${record.kind} ${record.id}`}>
            <p>
              <b>{record.title}</b> <span className={styles['soft']}>{kinds.get(record.kind)?.label}</span>
            </p>
            <p className={styles['soft']}>
              {changeInWords(record)}, {momentInWords(record.at)}
            </p>
            {record.isNewlyOpen && <Status tone="amber">To decide: both of you changed it</Status>}
            {record.alongside.length > 0 && (
              <Status tone="blue">{alongsideInWords(record.alongside, record.by, me.name)}</Status>
            )}
            {record.changes.length > 0 && <FieldList title={record.title} changes={record.changes} />}
            {!record.isDetailed && (
              <p className={styles['soft']}>
                In a bundle as large as this its words are not shown here. History shows them once it is applied.
              </p>
            )}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>Nothing among the changes is called that.</p>}
      {found.length > most && (
        <div>
          <Button onPress={() => setMost(most * 4)}>{`Show more: ${found.length - most} records are not shown`}</Button>
        </div>
      )}
    </>
  );
}

/** What is to be decided comes first, then what was written by both. */
function weightOf({ isNewlyOpen, alongside }: RecordChange): number {
  return (isNewlyOpen ? 2 : 0) + (alongside.length > 0 ? 1 : 0);
}

interface FieldListProps {
  readonly title: string;
  readonly changes: ReadonlyArray<FieldChange>;
}

function FieldList({ title, changes }: FieldListProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        What exactly<span className="vh"> in {title}</span>
      </summary>
      {isOpen && (
        <DefinitionList
          items={changes.map(({ field, before, after, alongside }) => ({
            term: field,
            detail: (
              <>
                <DiffText parts={wordDifferences(before, after)} />
                {alongside.length > 0 && (
                  <p className={styles['soft']}>
                    This is the text with both in it. Read it through: the words may not fit together.
                  </p>
                )}
              </>
            ),
          }))}
        />
      )}
    </details>
  );
}
