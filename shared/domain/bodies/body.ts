/**
 * A body that meets: a board, its executive group, a sub-group, a local committee.
 *
 * Its deadlines are data, for local practice varies: Haringey (2009) asks for papers to partners 14 days before and to the
 * Chair at least 7 clear working days before.
 */
import { aNation, type Nation } from '#shared/calendar/bank-holiday.ts';
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aCivilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { aText, aWholeNumber, listOf, objectOf, oneOf, orNull } from '#shared/kernel/decode.ts';

export const bodyTypes = ['board', 'executive', 'subGroup', 'localGroup', 'taskGroup'] as const;
export type BodyType = (typeof bodyTypes)[number];

/** Days on which the body's office is closed beside weekends and bank holidays. */
export interface Closure {
  readonly day: CivilDate;
  readonly name: string;
}

/** An item every agenda of the body starts from. */
export interface StandingItem {
  readonly title: string;
  readonly minutes: number;
  readonly lead: string;
}

const aStandingItem = objectOf({ title: aText(300), minutes: aWholeNumber(0, 600), lead: aText(200) });

export const bodyKind = kind({
  name: 'body',
  table: 'bodies',
  label: 'body',
  since: 1,
  fields: {
    name: valueField('Name', aText(200), ''),
    type: valueField<BodyType>('Kind of body', oneOf(bodyTypes), 'board'),
    parentId: valueField('Accountable to', orNull(aText(64)), null),
    purpose: valueField('Purpose', aText(4000), ''),
    usualPlace: valueField('Usual place', aText(300), ''),
    quorum: valueField('Quorum', orNull(aWholeNumber(1, 200)), null),
    nation: valueField<Nation>('Bank holidays of', aNation, 'england-and-wales'),
    circulationDays: valueField('Papers to partners, days before', aWholeNumber(0, 90), 14),
    clearanceDays: valueField('Papers to the Chair, clear working days before', aWholeNumber(0, 60), 7),
    packPages: valueField('Pages in a pack at most', orNull(aWholeNumber(1, 10_000)), null),
    paperPages: valueField('Pages in a paper at most', orNull(aWholeNumber(1, 10_000)), null),
    closures: valueField<ReadonlyArray<Closure>>(
      'Closure days',
      listOf(objectOf({ day: aCivilDate, name: aText(200) }), 400),
      [],
      (closures) => (closures.length === 1 ? '1 day' : `${closures.length} days`),
    ),
    standingItems: valueField<ReadonlyArray<StandingItem>>('Standing items', listOf(aStandingItem, 60), [], (items) =>
      items.map((item) => item.title).join('; '),
    ),
  },
  indexes: ['name', 'parentId'],
  parent: null,
  titleOf: ({ name }) => name,
});

export type Body = RecordOf<typeof bodyKind>;
