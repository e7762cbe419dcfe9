import { X } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select, type SelectOption } from '#renderer/ui/select.tsx';
import type { PaperLine } from './lines.ts';
import { standings, type LineFilter } from './narrow.ts';
import { standingInWords } from './register-words.ts';
import { filterChanged, useRegister } from './register.store.ts';

export interface RegisterFiltersProps {
  readonly lines: ReadonlyArray<PaperLine>;
  /** How many papers fit, in words. */
  readonly found: string;
}

/** So many meetings are offered by name; older ones are found by typing. */
const meetingsOffered = 60;

/** What the register is narrowed to: words typed, and choices from what is in it. */
export function RegisterFilters({ lines, found }: RegisterFiltersProps): ReactElement {
  const filter = useRegister((register) => register.filter);
  const { bodies, meetings, authors } = useMemo(() => choicesOf(lines), [lines]);
  const chosen = chosenFilters(filter, meetings, bodies);
  return (
    <>
      <FormRow>
        <SearchField
          label="Search papers"
          placeholder="Title, author or meeting"
          value={filter.words}
          onChange={(words) => filterChanged({ words })}
          count={found}
          hideLabel={false}
        />
        {bodies.length > 1 && (
          <Select
            label="Body"
            value={filter.bodyId ?? ''}
            placeholder="Any body"
            options={bodies}
            onChange={(id) => filterChanged({ bodyId: id === '' ? null : id })}
          />
        )}
        <Select
          label="Meeting"
          value={filter.meetingId ?? ''}
          placeholder="Any meeting"
          options={meetings}
          onChange={(id) => filterChanged({ meetingId: id === '' ? null : id })}
        />
        <Select
          label="Status"
          value={filter.standing ?? ''}
          placeholder="Any status"
          options={standings.map((standing) => ({ value: standing, label: standingInWords(standing) }))}
          onChange={(value) => filterChanged({ standing: standings.find((each) => each === value) ?? null })}
        />
        <Select
          label="Author"
          value={filter.author ?? '*'}
          options={[{ value: '*', label: 'Anybody' }, ...authors]}
          onChange={(author) => filterChanged({ author: author === '*' ? null : author })}
        />
      </FormRow>
      {chosen.length > 0 && (
        <Row>
          {chosen.map(({ name, without }) => (
            <Button key={name} small icon={X} onPress={() => filterChanged(without)}>
              <span className="vh">Remove the filter </span>
              {name}
            </Button>
          ))}
        </Row>
      )}
    </>
  );
}

interface Choices {
  readonly bodies: ReadonlyArray<SelectOption>;
  readonly meetings: ReadonlyArray<SelectOption>;
  /** The empty name stands for papers without an author. */
  readonly authors: ReadonlyArray<SelectOption>;
}

function choicesOf(lines: ReadonlyArray<PaperLine>): Choices {
  const bodies = new Map<string, string>();
  const meetings = new Map<string, string>();
  const authors = new Set<string>();
  for (const { meeting, meetingName, paper } of lines) {
    authors.add(paper.author.trim());
    if (meeting === null) continue;
    if (meeting.bodyId !== '' && !bodies.has(meeting.bodyId)) bodies.set(meeting.bodyId, meeting.bodyName);
    if (meetings.size < meetingsOffered) meetings.set(meeting.id, meetingName);
  }
  const named = [...authors].filter((author) => author !== '').sort((a, b) => a.localeCompare(b, 'en-GB'));
  return {
    bodies: options(bodies),
    meetings: options(meetings),
    authors: [
      ...(authors.has('') ? [{ value: '', label: 'Nobody yet' }] : []),
      ...named.map((author) => ({ value: author, label: author })),
    ],
  };
}

function options(names: ReadonlyMap<string, string>): ReadonlyArray<SelectOption> {
  return [...names].map(([value, label]) => ({ value, label }));
}

function chosenFilters(
  { words, bodyId, meetingId, standing, author }: LineFilter,
  meetings: ReadonlyArray<SelectOption>,
  bodies: ReadonlyArray<SelectOption>,
): ReadonlyArray<{ readonly name: string; readonly without: Partial<LineFilter> }> {
  const labelOf = (all: ReadonlyArray<SelectOption>, value: string): string =>
    all.find((option) => option.value === value)?.label ?? 'chosen';
  return [
    ...(words.trim() === '' ? [] : [{ name: `Words: ${words.trim()}`, without: { words: '' } }]),
    ...(bodyId === null ? [] : [{ name: `Body: ${labelOf(bodies, bodyId)}`, without: { bodyId: null } }]),
    ...(meetingId === null ? [] : [{ name: `Meeting: ${labelOf(meetings, meetingId)}`, without: { meetingId: null } }]),
    ...(standing === null ? [] : [{ name: `Status: ${standingInWords(standing)}`, without: { standing: null } }]),
    ...(author === null
      ? []
      : [{ name: `Author: ${author === '' ? 'nobody yet' : author}`, without: { author: null } }]),
  ];
}
