import { personalDetailsIn } from '#shared/domain/risk-reviews/details-in-snapshot.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNhsNumber, isPupilNumber, personalDetails } from '#shared/domain/risks/personal-details.ts';
import { action, control, juneReview, march, rating, risk, septemberReview } from './worked-sample.ts';

const found = (text: string) => personalDetails(text).map(({ type, words }) => `${type} ${words}`);

describe('numbers of a person', () => {
  /** The check digit found by trying: the one that makes the weighted sum of all ten a multiple of eleven. */
  const nhsCheck = (nine: string): string | null => {
    for (let last = 0; last <= 9; last += 1) {
      let sum = last;
      for (let place = 0; place < 9; place += 1) sum += Number(nine[place]) * (10 - place);
      if (sum % 11 === 0) return String(last);
    }
    return null;
  };
  const nine = fc.stringMatching(/^\d{9}$/);

  test('NHS numbers are known by their check digit, with or without spaces', () => {
    fc.assert(
      fc.property(nine, fc.nat(9), (digits, last) => {
        const right = nhsCheck(digits);
        expect(isNhsNumber(`${digits}${last}`)).toBe(right === String(last));
        if (right === null) return;
        const whole = `${digits}${right}`;
        const spaced = `${whole.slice(0, 3)} ${whole.slice(3, 6)} ${whole.slice(6)}`;
        expect(found(`Known as ${spaced}, since May.`)).toEqual([`NhsNumber ${spaced}`]);
        expect(found(`Known as ${whole}.`)).toEqual([`NhsNumber ${whole}`]);
      }),
      { numRuns: 300 },
    );
  });

  test('money, longer numbers and telephone numbers are none', () => {
    expect(found('A budget of £9434765919 or 94347659190, call 09434 765919 now')).toEqual([]);
    expect(found('Number 943 476 5919')).toEqual(['NhsNumber 943 476 5919']);
    expect(found('No.943 476 5919')).toEqual(['NhsNumber 943 476 5919']);
    expect(found('Number 943 476 5918')).toEqual([]);
  });

  test('pupil numbers are known by their check letter', () => {
    // An example that is published; the other two differ in nothing but the letter.
    expect(isPupilNumber('B801200005001')).toBe(true);
    expect(isPupilNumber('P207000016049')).toBe(true);
    expect(isPupilNumber('B207000016049')).toBe(false);
    const alphabet = 'ABCDEFGHJKLMNPQRTUVWXYZ';
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{11}$/),
        fc.constantFrom(...Array.from(`0123456789${alphabet}`)),
        (eleven, last) => {
          let sum = 0;
          let weight = 2;
          for (const sign of `${eleven}${last}`) {
            sum += weight * (sign >= '0' && sign <= '9' ? Number(sign) : alphabet.indexOf(sign));
            weight += 1;
          }
          const right = alphabet.charAt(sum % 23);
          for (const first of alphabet) expect(isPupilNumber(`${first}${eleven}${last}`)).toBe(first === right);
          expect(found(`Pupil number ${right}${eleven}${last}, at Fell School`)).toEqual([
            `PupilNumber ${right}${eleven}${last}`,
          ]);
        },
      ),
    );
    expect(isPupilNumber('B80120000A001')).toBe(false);
  });
});

describe('names of children and families', () => {
  test.each([
    ['The review of Child A is late', 'ChildNamed Child A'],
    ['after baby Rowan was moved', 'ChildNamed baby Rowan'],
    ['pupil Rowan Ashdown left', 'ChildNamed pupil Rowan Ashdown'],
    ['and her son Rowan', 'ChildNamed her son Rowan'],
    ['The mother of Rowan Ashdown complained', 'ChildNamed mother of Rowan Ashdown'],
    ['Rowan Ashdown, aged 7, was seen', 'ChildNamed Rowan Ashdown, aged 7'],
    ['Rowan Ashdown (7) was seen', 'ChildNamed Rowan Ashdown (7)'],
    ['Rowan, a 7-year-old', 'ChildNamed Rowan, a 7-year-old'],
    ['a 7-year-old Rowan', 'ChildNamed 7-year-old Rowan'],
    ['The Ashdown family moved', 'FamilyNamed The Ashdown family'],
    ['the O’Hara children were seen', 'FamilyNamed the O’Hara children'],
    ['the Ashdown family’s house', 'FamilyNamed the Ashdown family'],
    ['Family B waits', 'FamilyNamed Family B'],
    ['Mr and Mrs Ashdown wrote', 'FamilyNamed Mr and Mrs Ashdown'],
    ['born on 3 May 2019', 'BirthDate born on 3 May 2019'],
    ['DOB: 03/05/2019', 'BirthDate DOB: 03/05/2019'],
  ])('“%s” is pointed out', (text, wanted) => {
    expect(found(text).map((one) => one.toLowerCase())).toContain(wanted.toLowerCase());
  });

  test.each([
    'Child protection plans are late and the Child Death Overview Panel is not told',
    'The Child and Adolescent Mental Health Service loses two posts',
    'Family Hubs open late; the Family Court asks for reports',
    'The Early Help family plan is not shared',
    'Children wait longer, and their families with them',
    'Priority 2 is missed by 3 May 2027',
    'The Troubled Families programme ends',
    'A child is seriously harmed',
    'Baby Friendly accreditation lapses',
    'Every child and family in Fellwater',
    'The Fellwater children’s plan and the Fellwater family hub open late',
    'Vacancies (7) rise, see Section (3) and Action Plan (4)',
    'Pupils aged 11 and those aged 16 leave',
    'Parents of Year 6 pupils; Child Poverty strategy',
    'In post since 2019, with 24 of 30 posts filled by 1 May',
  ])('“%s” names nobody', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('nothing in the worked sample is pointed out', () => {
    expect(personalDetailsIn(juneReview)).toEqual([]);
    expect(personalDetailsIn(septemberReview)).toEqual([]);
  });

  test('is looked for in every text of a public risk, and its place is told', () => {
    const name = 'the Ashdown family';
    const named = risk(1, {
      shortName: name,
      vulnerability: name,
      trigger: name,
      consequences: ['Delay', name],
      closure: { on: march, reason: 'managed', note: name, minuteRef: '', mergedIntoId: null },
      controls: [control('c', name, 'adequate')],
      actions: [action('1.1', { outcome: name, keyDates: [{ label: name, on: march, doneOn: null }] })],
      review: { stillValid: true, commentary: name, reviewedBy: '', reviewedOn: march, decision: 'keep' },
      target: rating('D-III', march, name),
      tolerances: [{ id: 't', reason: name, approvedMinute: '', approvedOn: march, expiresOn: march, ratingId: '' }],
    });
    expect(personalDetailsIn({ risks: [named] }).map(({ field, index }) => `${field} ${index}`)).toEqual([
      'shortName 0',
      'vulnerability 0',
      'trigger 0',
      'consequences 1',
      'closure 0',
      'controls 0',
      'actions 3',
      'actions 4',
      'commentary 0',
      'rationale 2',
      'tolerance 0',
    ]);
    expect(personalDetailsIn({ risks: [{ ...named, publication: 'exempt' }] })).toEqual([]);
  });

  test('long texts are looked through quickly, whatever stands in them', () => {
    const start = performance.now();
    for (const piece of ['Child ', 'Aa', 'the Ashdown ', '123 ', 'born on 3 ', 'A801200005', 'son, ']) {
      personalDetails(piece.repeat(Math.floor(20_000 / piece.length)));
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
