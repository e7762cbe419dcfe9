/** One row of a foreign register, read into what a risk of ours holds; and everything in it that cannot be. */
import { cellCode, cellOf, readCellCode, type Cell, type Scheme } from '#shared/domain/rating/scheme.ts';
import {
  longestName,
  longestRiskText,
  proximities,
  responses,
  type Proximity,
  type Publication,
  type Response,
} from '#shared/domain/risks/values.ts';
import { proximityWords, responseWords } from '#shared/domain/risks/words.ts';
import { addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { RiskField } from './fields.ts';
import { levelOf, type LevelMapping } from './levels.ts';
import { readDay, type DayFault } from './read-day.ts';

export interface Mappings {
  readonly likelihood: LevelMapping;
  readonly impact: LevelMapping;
}

export type RowProblem =
  | { readonly type: 'NoName' }
  | { readonly type: 'NotANumber'; readonly text: string }
  | {
      readonly type: 'UnknownCell';
      readonly field: RiskField;
      readonly text: string;
      readonly permitted: ReadonlyArray<string>;
    }
  | { readonly type: 'LevelUndecided'; readonly field: RiskField; readonly text: string }
  /** One of likelihood and impact, and not the other. */
  | { readonly type: 'HalfRated'; readonly field: RiskField }
  | {
      readonly type: 'UnknownChoice';
      readonly field: RiskField;
      readonly text: string;
      readonly permitted: ReadonlyArray<string>;
    }
  | { readonly type: 'TooLong'; readonly field: RiskField; readonly most: number }
  | (DayFault & { readonly field: RiskField });

/** What the row says; `undefined` where it says nothing of a thing. */
export interface ReadRow {
  readonly id?: string;
  readonly number?: number;
  readonly shortName?: string;
  readonly vulnerability?: string;
  readonly trigger?: string;
  readonly consequences?: ReadonlyArray<string>;
  readonly category?: string;
  readonly cluster?: string;
  readonly owner?: string;
  readonly inherent?: Cell;
  readonly current?: Cell;
  readonly target?: Cell;
  readonly rationale?: string;
  readonly targetOn?: CivilDate;
  readonly identifiedOn?: CivilDate;
  readonly response?: Response;
  readonly proximity?: Proximity;
  readonly publication?: Publication;
  /** Closed in the sheet: such a row is left out, for closing needs a minute. */
  readonly isClosed?: boolean;
  readonly controls?: ReadonlyArray<string>;
  readonly actions?: ReadonlyArray<string>;
  readonly actionOwner?: string;
  readonly actionDue?: CivilDate;
}

export interface RowRead {
  readonly row: ReadRow;
  readonly problems: ReadonlyArray<RowProblem>;
}

/** Several things in one cell: a line each, or numbered, or with a mark before each. */
export function itemsOf(text: string): ReadonlyArray<string> {
  return text
    .split(/\r?\n|;\s+(?=\S)/)
    .map((line) => line.replace(/^\s*(?:[-•*–·]|\(?[0-9a-z]{1,2}[.)])\s+/i, '').trim())
    .filter((line) => line !== '');
}

/** @param said the text of each field that has one */
export function readRow(
  said: ReadonlyMap<RiskField, string>,
  scheme: Scheme,
  mappings: Mappings,
  today: CivilDate,
): RowRead {
  const problems: RowProblem[] = [];
  const text = (field: RiskField): string | undefined => {
    const value = said.get(field)?.trim() ?? '';
    if (value === '') return undefined;
    const most = ['shortName', 'category', 'cluster', 'owner', 'actionOwner'].includes(field)
      ? longestName
      : longestRiskText;
    if (value.length > most) problems.push({ type: 'TooLong', field, most });
    return value;
  };
  const day = (field: RiskField): CivilDate | undefined => {
    const value = text(field);
    if (value === undefined) return undefined;
    const read = readDay(value, addMonths(today, 120));
    if (read.ok) return read.value;
    problems.push({ ...read.refusal, field });
    return undefined;
  };
  const choice = <Choice extends string>(
    field: RiskField,
    choices: ReadonlyArray<Choice>,
    words: Readonly<Record<Choice, string>>,
  ): Choice | undefined => {
    const value = text(field);
    if (value === undefined) return undefined;
    const found = choices.find(
      (one) => one === value.toLowerCase() || words[one].toLowerCase() === value.toLowerCase(),
    );
    if (found === undefined) {
      problems.push({ type: 'UnknownChoice', field, text: value, permitted: choices.map((one) => words[one]) });
    }
    return found;
  };
  const cell = (whole: RiskField, likelihoodField: RiskField, impactField: RiskField): Cell | undefined =>
    readCell(
      { whole: text(whole), likelihood: text(likelihoodField), impact: text(impactField) },
      [whole, likelihoodField, impactField],
      scheme,
      mappings,
      problems,
    );

  const description = text('description');
  const titled = said.get('shortName')?.trim() ?? '';
  // Many registers have one column for all of it, headed “Risk”.
  const isWholeRisk = titled.length > longestTitle;
  const vulnerability = text('vulnerability') ?? description ?? (isWholeRisk ? titled : undefined);
  const shortName = isWholeRisk
    ? firstWords(titled)
    : (text('shortName') ?? (description === undefined ? undefined : firstWords(description)));
  if (shortName === undefined) problems.push({ type: 'NoName' });
  const numberText = text('number');
  const number = numberText === undefined ? undefined : numberIn(numberText);
  if (numberText !== undefined && number === undefined) problems.push({ type: 'NotANumber', text: numberText });
  const consequences = text('consequences');
  const controls = text('controls');
  const actions = text('actions');
  const status = text('status');
  const publication = text('publication');
  const read = {
    id: text('id'),
    number,
    shortName,
    vulnerability,
    trigger: text('trigger'),
    consequences: consequences === undefined ? undefined : itemsOf(consequences),
    category: text('category'),
    cluster: text('cluster'),
    owner: text('owner'),
    inherent: cell('inherent', 'inherentLikelihood', 'inherentImpact'),
    current: cell('current', 'likelihood', 'impact'),
    target: cell('target', 'targetLikelihood', 'targetImpact'),
    rationale: text('rationale'),
    targetOn: day('targetOn'),
    identifiedOn: day('identifiedOn'),
    response: choice('response', responses, responseWords),
    proximity: choice('proximity', proximities, proximityWords),
    publication: publication === undefined ? undefined : publicationIn(publication),
    isClosed: status === undefined ? undefined : /^\s*(?:closed|removed|archived|retired|deleted)\b/i.test(status),
    controls: controls === undefined ? undefined : itemsOf(controls),
    actions: actions === undefined ? undefined : itemsOf(actions),
    actionOwner: text('actionOwner'),
    actionDue: day('actionDue'),
  };
  const row = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as ReadRow;
  return { row, problems };
}

interface CellSaid {
  readonly whole: string | undefined;
  readonly likelihood: string | undefined;
  readonly impact: string | undefined;
}

function readCell(
  { whole, likelihood, impact }: CellSaid,
  [wholeField, likelihoodField, impactField]: readonly [RiskField, RiskField, RiskField],
  scheme: Scheme,
  mappings: Mappings,
  problems: RowProblem[],
): Cell | undefined {
  if (likelihood === undefined && impact === undefined) {
    if (whole === undefined) return undefined;
    const read = readCellCode(scheme, whole);
    if (read.ok) return read.value;
    problems.push({ type: 'UnknownCell', field: wholeField, text: whole, permitted: read.refusal.permitted });
    return undefined;
  }
  if (likelihood === undefined || impact === undefined) {
    problems.push({ type: 'HalfRated', field: likelihood === undefined ? likelihoodField : impactField });
    return undefined;
  }
  const [first, second] = [
    levelOf(scheme, 'likelihood', likelihood, mappings.likelihood),
    levelOf(scheme, 'impact', impact, mappings.impact),
  ];
  if (first === undefined) problems.push({ type: 'LevelUndecided', field: likelihoodField, text: likelihood });
  if (second === undefined) problems.push({ type: 'LevelUndecided', field: impactField, text: impact });
  if (first === undefined || second === undefined || first === null || second === null) return undefined;
  const cell = { likelihood: first, impact: second };
  if (cellOf(scheme, cell) === null) {
    problems.push({
      type: 'UnknownCell',
      field: likelihoodField,
      text: cellCode(cell),
      permitted: scheme.cells.map(cellCode),
    });
    return undefined;
  }
  return cell;
}

/** `R07`, `SR 7`, `7`, `7.0`: the figures of a reference. `7.2` and `2026/7` are references of something else. */
function numberIn(text: string): number | undefined {
  const found = /^[A-Za-z]{0,6}[\s\-_/.]{0,2}0*(\d{1,6})(?:\.0+)?$/.exec(text.trim())?.[1];
  const number = Number(found);
  return found === undefined || number === 0 ? undefined : number;
}

const longestShortName = 90;
/** Beyond this a title is no title. */
const longestTitle = 140;

function firstWords(text: string): string {
  const line = (text.split('\n')[0] ?? '').trim();
  if (line.length <= longestShortName) return line;
  const cut = line.slice(0, longestShortName);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trimEnd()} …`;
}

function publicationIn(text: string): Publication {
  return /^\s*(?:exempt|confidential|restricted|private|part\s*(?:2|ii|b)|yes|y|true)\b/i.test(text)
    ? 'exempt'
    : 'public';
}
