/**
 * Whether a risk is written as a scenario: the situation that exposes the body, the event that turns it into harm, and what follows.
 *
 * A missing part keeps a risk from being opened. The rest are hints beside the field; they judge by plain signs and may be wrong, so none
 * of them stops anything.
 */
export type ScenarioPart = 'vulnerability' | 'trigger' | 'consequences';

export interface Scenario {
  readonly shortName: string;
  readonly vulnerability: string;
  readonly trigger: string;
  readonly consequences: ReadonlyArray<string>;
}

/** The parts that say nothing at all, in the order in which they are written. */
export function missingParts({
  vulnerability,
  trigger,
  consequences,
}: Omit<Scenario, 'shortName'>): ReadonlyArray<ScenarioPart> {
  return [
    ...(isBlank(vulnerability) ? (['vulnerability'] as const) : []),
    ...(isBlank(trigger) ? (['trigger'] as const) : []),
    ...(consequences.every(isBlank) ? (['consequences'] as const) : []),
  ];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

export interface WordingWarning {
  /**
   * `OnlyAbsence`: “Lack of…” or “Failure to…” and nothing more, which tells what is wanted and not what may happen.
   * `TopicTitle`: a heading such as “Safeguarding”, or the risk's own name again.
   */
  readonly type: 'OnlyAbsence' | 'TopicTitle';
  readonly part: ScenarioPart;
  /** Which of the consequences, counted from 0; 0 for the other parts. */
  readonly at: number;
  readonly text: string;
}

export function wordingWarnings(scenario: Scenario): ReadonlyArray<WordingWarning> {
  const { shortName, vulnerability, trigger, consequences } = scenario;
  return [
    ...warningsFor('vulnerability', [vulnerability], shortName),
    ...warningsFor('trigger', [trigger], shortName),
    ...warningsFor('consequences', consequences, shortName),
  ];
}

function warningsFor(
  part: ScenarioPart,
  texts: ReadonlyArray<string>,
  shortName: string,
): ReadonlyArray<WordingWarning> {
  return texts.flatMap((text, at): WordingWarning[] => {
    if (isBlank(text)) return [];
    if (isOnlyAbsence(text)) return [{ type: 'OnlyAbsence', part, at, text }];
    return isTopicTitle(text, part, shortName) ? [{ type: 'TopicTitle', part, at, text }] : [];
  });
}

const absence =
  /^(?:(?:a|an|any|the)\s+)?(?:(?:general|potential|possible|continued|continuing|persistent)\s+)?(?:lack|absence|shortage|failure|failing|inability|unable|insufficient|inadequate|poor)\b/i;

/** Words that go on to say what happens, to whom, or why. */
const goesOn =
  /[;:]|\.\s+\S|\b(?:because|so that|so|since|as|when|whenever|while|where|if|once|until|unless|after|before|which|who|means?|meaning|leads?|leading|leaves?|leaving|causes?|causing|results?|resulting|forces?|exposes?|puts?|rests?|depends?)\b/i;

function isOnlyAbsence(text: string): boolean {
  const said = text.trim();
  return absence.test(said) && !goesOn.test(said);
}

/** Nouns that head a subject rather than tell an event. */
const subject =
  /\b(?:issues?|problems?|matters?|concerns?|risks?|challenges?|pressures?|management|planning|governance|arrangements?)\W*$/i;

/** Verbs that make a statement of a few words, and so no title. Those that are nouns as often, such as “cuts”, are not among them. */
const states =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|may|might|can|cannot|could|does|do|ends?|ended|fails?|failed|falls?|rises?|leaves?|left|loses?|lost|withdraws?|withdrawn|closes?|closed|stops?|stopped|relies|rely|rests?|depends?|expires?|resigns?|retires?|merges?|disappears?)\b/i;

/** Consequences are rightly short, as “memory lost”: of them only a lone word or a heading's noun is taken for a title. */
const longestTitle: Readonly<Record<ScenarioPart, number>> = { vulnerability: 3, trigger: 3, consequences: 1 };
const longestHeading = 4;

function isTopicTitle(text: string, part: ScenarioPart, shortName: string): boolean {
  if (plain(text) === plain(shortName)) return true;
  const words = text.match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
  if (states.test(text)) return false;
  return words.length <= longestTitle[part] || (words.length <= longestHeading && subject.test(text));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
