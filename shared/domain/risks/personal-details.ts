/**
 * Signs that a text names a child or a family. A register is a public document, so whoever writes it is warned; nothing is stopped, for
 * only a person can tell whether the “Hope family” is one.
 *
 * NHS number: NHS Data Dictionary, ten digits of which the last is a check by modulo 11. Unique pupil number: Government Data
 * Standards Catalogue, version 2.0, a check letter by modulo 23 before twelve digits, of which the last is a letter when temporary.
 */
export type PersonalDetailType = 'NhsNumber' | 'PupilNumber' | 'ChildNamed' | 'FamilyNamed' | 'BirthDate';

export interface PersonalDetail {
  readonly type: PersonalDetailType;
  /** Where in the text, in UTF-16 units, and what stands there. */
  readonly at: number;
  readonly words: string;
}

/** In the order of the text. */
export function personalDetails(text: string): ReadonlyArray<PersonalDetail> {
  return [
    ...found(text, 'NhsNumber', tenDigits, isNhsNumber),
    ...found(text, 'PupilNumber', pupilNumber, isPupilNumber),
    ...childPatterns.flatMap((pattern) => found(text, 'ChildNamed', pattern, isNoInstitution)),
    ...familyPatterns.flatMap((pattern) => found(text, 'FamilyNamed', pattern, isNoInstitution)),
    ...found(text, 'BirthDate', birthDate, () => true),
  ].sort((a, b) => a.at - b.at);
}

function found(
  text: string,
  type: PersonalDetailType,
  pattern: RegExp,
  accepts: (words: string) => boolean,
): ReadonlyArray<PersonalDetail> {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [words] = match;
    return accepts(words) ? [{ type, at: match.index, words }] : [];
  });
}

const tenDigits = /(?<![\d£]|\d[.,-])\d{3}[ \u00A0-]?\d{3}[ \u00A0-]?\d{4}(?![\d-])/g;

/** Whether a text holds ten digits whose check digit is right. */
export function isNhsNumber(text: string): boolean {
  const digits = Array.from(text.replaceAll(/\D/g, ''), Number);
  const last = digits.pop();
  if (digits.length !== 9 || last === undefined) return false;
  const sum = digits.reduce((total, digit, place) => total + digit * (10 - place), 0);
  // A remainder of 1 would ask for a check digit of 10: such numbers are never issued.
  return (11 - (sum % 11)) % 11 === last;
}

const pupilNumber = /(?<![\p{L}\p{N}])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\p{L}\p{N}])/giu;
/** Their places are their values: I, O and S are too like figures. */
const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Whether the first letter of thirteen signs is the right check of the others. */
export function isPupilNumber(text: string): boolean {
  const signs = Array.from(text.toUpperCase());
  const first = signs[0] ?? '';
  const rest = signs.slice(1);
  if (rest.length !== 12) return false;
  const values = rest.map((sign, place) => {
    return /\d/.test(sign) ? Number(sign) : place === 11 ? checkLetters.indexOf(sign) : -1;
  });
  if (values.includes(-1)) return false;
  const sum = values.reduce((total, value, place) => total + value * (place + 2), 0);
  return checkLetters[sum % 23] === first;
}

/** A name: one or two capitalised words, or the single letter by which case reviews call a child. */
const name = String.raw`(?:\p{Lu}[\p{Ll}’'-]+(?:\p{Lu}[\p{Ll}’'-]+)?(?:\s\p{Lu}[\p{Ll}’'-]+)?|\p{Lu}(?![\p{L}\p{N}]))`;
const relation =
  'son|daughter|baby|child|sister|brother|twins?|siblings?|stepson|stepdaughter|grandson|granddaughter|nephew|niece';

const childPatterns = [
  // “Child A”, “baby Rowan”, “pupil Rowan Ashdown”
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:[Cc]hild|[Bb]aby|[Pp]upil|[Yy]oung person|[Tt]oddler|[Ii]nfant)\s${name}`,
    'gu',
  ),
  // “her son Rowan”, “mother of Rowan”
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:${relation}),?\s${name}`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:[Mm]other|[Ff]ather|[Pp]arents?|[Cc]arers?|[Gg]uardian|${relation})\sof\s${name}`,
    'gu',
  ),
  // “Rowan, aged 7”, “Rowan, a 7-year-old”; “Rowan Ashdown (7)”, with both names, for “Vacancies (7)” is no child
  new RegExp(String.raw`(?<![\p{L}\p{N}])${name}(?:,?\s\(?aged?\s\d{1,2}(?!\d)|,\sa\s\d{1,2}-year-old)`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}’'-]+\s\p{Lu}[\p{Ll}’'-]+\s\(\d{1,2}\)`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])\d{1,2}-year-old\s${name}`, 'gu'),
];

/** “the Fellwater children’s plan” and “the Fellwater family hub” are no families. */
const service = String.raw`(?!\s(?:hubs?|centres?|support|services?|courts?|learning|plans?|partnerships?|groups?|teams?|workers?)\b)`;

const familyPatterns = [
  // “the Ashdown family”, “the Ashdown children”
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])[Tt]he\s${name}\s(?:family|household|children(?![’'])|siblings|brothers|sisters)\b${service}`,
    'gu',
  ),
  // “Family A”, “family Ashdown”
  new RegExp(String.raw`(?<![\p{L}\p{N}])[Ff]amily\s${name}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:Mr and Mrs|Mr & Mrs)\s${name}`, 'gu'),
];

/** Words with a capital beside “child” or “family” that name services, laws and groups of people rather than one of them. */
const institutions = new Set(
  `
  Abuse Act Action Adolescent Adults Advocacy And Anyone Appendix Assessment Attendance Babies Band Benefit Board Boys Care Centre Centres Child
  Children Commission Commissioner Committee Conference Court Courts Criminal Death Development Directorate Early East Education
  England English European Every Everyone Exploitation Families Family First Focus Forum Friendly Girls Group Guidance Health Help Hub Hubs
  Information Intervention Item Joint Justice Key Learning Level Link Local Looked Matters Mental Ministry National Neglect Nhs North Northern Nurse
  Obesity Objective Officer Ofsted Option Outcome Outcomes Panel Parenting Partners Partnership People Place Places Plan Planning Poverty Practice
  Practitioner Practitioners Premium Priority Programme Project Protection Pupils Reception Referral Residents Resilience Review Reviews
  Safeguarding Safety School Schools Scotland Section Send Service Services Sexual Social South Specialist Start Strategy Strengthening
  Students Support Supporting Sure Team Teams Teenagers The Therapy Those Tier Time Together Town Trafficking Travel Troubled Trust Unit Voice
  Wales Welfare Welsh West Work Worker Workers Year Years Young Youth
  `.match(/\S+/g),
);

function isNoInstitution(words: string): boolean {
  const named = words.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*/gu) ?? [];
  const names = named.filter((word) => !leading.test(word));
  return names.length > 0 && !names.some((word) => institutions.has(word));
}

/** Words of the patterns themselves that may begin a sentence. */
const leading =
  /^(?:The|Child|Baby|Pupil|Young|Toddler|Infant|Family|His|Her|Their|Mother|Father|Parents?|Carers?|Guardian|Mr|Mrs)$/;

const birthDate =
  /\b(?:(?:date of birth|d\.?o\.?b\.?)[\s:]*(?=\d)|born(?:\son)?\s(?=\d))\d{1,2}(?:[\s./-](?:\d{1,2}|\p{L}{3,9})[\s./-]\d{2,4})/giu;
