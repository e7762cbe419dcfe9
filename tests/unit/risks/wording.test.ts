import { describe, expect, test } from 'vitest';
import { missingParts, wordingWarnings } from '#shared/domain/risks/wording.ts';
import { septemberReview } from './worked-sample.ts';

const sound = {
  shortName: 'Funding gap',
  vulnerability: 'Half of the posts are paid from money that ends next March',
  trigger: 'A partner gives notice before the new year begins',
  consequences: ['Families wait longer'],
};
const warned = (values: Partial<typeof sound>) =>
  wordingWarnings({ ...sound, ...values }).map(({ type, part, at }) => `${type} ${part} ${at}`);

describe('parts of a scenario', () => {
  test('that are missing are named, in the order in which they are written', () => {
    expect(missingParts(sound)).toEqual([]);
    expect(missingParts({ ...sound, trigger: ' \n' })).toEqual(['trigger']);
    expect(missingParts({ vulnerability: '', trigger: '', consequences: [] })).toEqual([
      'vulnerability',
      'trigger',
      'consequences',
    ]);
    expect(missingParts({ ...sound, consequences: ['', 'Delay'] })).toEqual([]);
    expect(missingParts({ ...sound, consequences: ['', ' '] })).toEqual(['consequences']);
  });
});

describe('a scenario that only says what is wanted', () => {
  test.each([
    'Lack of funding',
    'lack of engagement from partners.',
    'A lack of suitable staff',
    'Failure to agree the budget',
    'The failure to recruit and retain social workers',
    'Inadequate resources',
    'Potential lack of capacity',
    'Inability to meet demand',
  ])('“%s” is warned of in every part', (text) => {
    expect(warned({ vulnerability: text })).toEqual(['OnlyAbsence vulnerability 0']);
    expect(warned({ trigger: text })).toEqual(['OnlyAbsence trigger 0']);
    expect(warned({ consequences: ['Delay grows', text] })).toEqual(['OnlyAbsence consequences 1']);
  });

  test.each([
    'Lack of head-teacher seats means that plans are made without schools',
    'Failure to recruit leaves two districts without a therapist',
    'Poor data, because five case systems do not speak to each other',
    'Partners lack a common consent form',
    'No head-teacher seat on two local committees',
  ])('“%s” says more', (text) => {
    expect(warned({ vulnerability: text, trigger: text })).toEqual([]);
  });
});

describe('a title in place of a scenario', () => {
  test.each([
    'Safeguarding',
    'Staff recruitment',
    'Budget cuts',
    'Budget pressures',
    'Information sharing issues',
    'FUNDING GAP.',
  ])('“%s” is warned of', (text) => {
    expect(warned({ vulnerability: text })).toEqual(['TopicTitle vulnerability 0']);
    expect(warned({ trigger: text })).toEqual(['TopicTitle trigger 0']);
  });

  test('short statements are none, and consequences are rightly short', () => {
    expect(warned({ trigger: 'The grant ends' })).toEqual([]);
    expect(warned({ trigger: 'Two leads resign' })).toEqual([]);
    expect(warned({ consequences: ['Memory lost', 'Statutory review', 'Inspection criticism'] })).toEqual([]);
    expect(warned({ consequences: ['Reputation', 'Delay grows', 'Funding issues'] })).toEqual([
      'TopicTitle consequences 0',
      'TopicTitle consequences 2',
    ]);
  });

  test('an empty part is no title: it is missing', () => {
    expect(warned({ trigger: ' ', consequences: [''] })).toEqual([]);
  });

  test('the worked sample is written as scenarios', () => {
    expect(septemberReview.risks.flatMap(wordingWarnings)).toEqual([]);
  });
});
