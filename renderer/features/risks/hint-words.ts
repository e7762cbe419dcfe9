/** Hints beside what is written of a risk. They judge by plain signs and may be wrong: none of them stops anything. */
import { personalDetails, type PersonalDetailType } from '#shared/domain/risks/personal-details.ts';
import type { ScenarioPart, WordingWarning } from '#shared/domain/risks/wording.ts';

const wordingWords: Readonly<Record<WordingWarning['type'], string>> = {
  OnlyAbsence: 'This says what is wanted. Say what exposes you, what may happen, and what would follow.',
  TopicTitle: 'This reads as a heading. Write a whole sentence: who or what, and what happens.',
};

export function hintFor(warnings: ReadonlyArray<WordingWarning>, part: ScenarioPart): string | undefined {
  const warning = warnings.find((one) => one.part === part);
  return warning === undefined ? undefined : wordingWords[warning.type];
}

const detailWords: Readonly<Record<PersonalDetailType, string>> = {
  NhsNumber: 'an NHS number',
  PupilNumber: 'a pupil’s number',
  ChildNamed: 'a child’s name',
  FamilyNamed: 'a family’s name',
  BirthDate: 'a date of birth',
};

/** `“Child A” looks like a child’s name. Registers are public documents.` */
export function personalHint(text: string): string | undefined {
  const [found] = personalDetails(text);
  return found === undefined
    ? undefined
    : `“${found.words}” looks like ${detailWords[found.type]}. Registers are public documents: write it so that nobody can be told by it.`;
}
