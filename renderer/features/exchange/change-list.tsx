import { useMemo, useState, type ReactElement } from 'react';
import { wordDifferences } from '#shared/domain/papers/word-differences.ts';
import type { RecordChange } from '#renderer/data/exchange/bundle-report.ts';
import type { FieldChange } from '#renderer/data/exchange/field-changes.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { askExchange } from './exchange-work.ts';
import { alongsideInWords, changeInWords, countOf, momentInWords } from './exchange-words.ts';
import { LongList } from './long-list.tsx';
import styles from './share.module.css';

/** Asked for together with the one that was opened, for whoever opens one reads on. */
const askedTogether = 100;

/** A list that can be seen at a glance needs no narrowing. */
const narrowedFrom = 10;

export interface ChangeListProps {
  readonly records: ReadonlyArray<RecordChange>;
}

/** Every record that a bundle changes, what people must look at first. */
export function ChangeList({ records }: ChangeListProps): ReactElement {
  const { kinds, me, database } = useSession();
  // Kept here and not in the items, which go when they are scrolled out of sight.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map());
  const [words, setWords] = useState('');
  const [person, setPerson] = useState('');
  const people = useMemo(() => [...new Set(records.flatMap(({ by }) => by))].toSorted(), [records]);
  const titled = useMemo(
    () =>
      records
        .map((record) => ({ record, key: keyOf(record), title: record.title.toLowerCase() }))
        .toSorted((one, other) => weightOf(other.record) - weightOf(one.record)),
    [records],
  );
  const found = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return titled.filter(
      ({ record, title }) => (person === '' || record.by.includes(person)) && title.includes(wanted),
    );
  }, [titled, words, person]);
  const keys = useMemo(() => found.map(({ key }) => key), [found]);

  async function ask(from: number): Promise<void> {
    const asked = found
      .slice(from, from + askedTogether)
      .filter(({ record, key }) => !record.isDetailed && isToAsk(told.get(key)))
      .map(({ key }) => key);
    const tell = (each: (key: string) => Told): void =>
      setTold((before) => new Map([...before, ...asked.map((key) => [key, each(key)] as const)]));
    tell(() => 'asked');
    try {
      const answer = await askExchange({ type: 'details', workspace: database.name, records: new Set(asked) });
      const answers = answer.type === 'detailed' ? answer.records : [];
      const byKey = new Map(answers.map((record) => [keyOf(record), record.changes]));
      tell((key) => byKey.get(key) ?? 'failed');
    } catch {
      tell(() => 'failed');
    }
  }

  function toggled(index: number, key: string, isOpen: boolean): void {
    if (isOpen === opened.has(key)) return;
    setOpened((before) => new Set(isOpen ? [...before, key] : [...before].filter((one) => one !== key)));
    if (isOpen && found[index]?.record.isDetailed === false && isToAsk(told.get(key))) void ask(index);
  }

  function drawItem(index: number): ReactElement | null {
    const item = found[index];
    if (item === undefined) return null;
    const { record, key } = item;
    const changes = record.isDetailed ? record.changes : (told.get(key) ?? 'asked');
    return (
      <>
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
        {changes.length > 0 && (
          <FieldList
            title={record.title}
            changes={changes}
            isOpen={opened.has(key)}
            onToggle={(isOpen) => toggled(index, key, isOpen)}
          />
        )}
      </>
    );
  }
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
      {found.length > 0 && <LongList label="What will change" keys={keys} drawItem={drawItem} usualHeight={6.5} />}
      {found.length === 0 && <p>Nothing among the changes is called that.</p>}
    </>
  );
}

/** What is to be decided comes first, then what was written by both. */
function weightOf({ isNewlyOpen, alongside }: RecordChange): number {
  return (isNewlyOpen ? 2 : 0) + (alongside.length > 0 ? 1 : 0);
}

/** What was answered about a record's fields, or that it has been asked for, or could not be told. */
type Told = ReadonlyArray<FieldChange> | 'asked' | 'failed';

function isToAsk(told: Told | undefined): boolean {
  return told === undefined || told === 'failed';
}

function keyOf({ kind, id }: RecordChange): string {
  return `${kind} ${id}`;
}

interface FieldListProps {
  readonly title: string;
  readonly changes: Told;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

function FieldList({ title, changes, isOpen, onToggle }: FieldListProps): ReactElement {
  return (
    <details open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        What exactly<span className="vh"> in {title}</span>
      </summary>
      {isOpen && changes === 'asked' && <Loading label={`Looking up what changes in ${title}`} />}
      {isOpen && changes === 'failed' && (
        <p role="alert">What changes here could not be told. Nothing has been changed. Close it and open it again.</p>
      )}
      {isOpen && typeof changes !== 'string' && (
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
