/** A seat on a body: an organisation's place at the table, who holds it and who is named to sit in their stead. */
import { kind, setField, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aBoolean, aText, listOf, oneOf, orNull } from '#shared/kernel/decode.ts';

/** Roles the protocols' quorums ask for, and offices. One seat may have several. */
export const seatRoles = ['chair', 'deputyChair', 'councilOfficer', 'health', 'representative'] as const;
export type SeatRole = (typeof seatRoles)[number];

export const seatKind = kind({
  name: 'seat',
  table: 'seats',
  label: 'seat',
  since: 1,
  fields: {
    bodyId: valueField('Body', aText(64), ''),
    name: valueField('Seat', aText(200), ''),
    organisationId: valueField('Organisation', orNull(aText(64)), null),
    memberId: valueField('Member', orNull(aText(64)), null),
    deputyId: valueField('Named deputy', orNull(aText(64)), null),
    roles: setField<SeatRole>('Roles', listOf(oneOf(seatRoles))),
    votes: valueField('Votes', aBoolean, true),
    place: valueField('Place in the list', aText(400), ''),
  },
  indexes: ['bodyId', 'memberId', 'deputyId'],
  parent: { kind: 'body', field: 'bodyId' },
  titleOf: ({ name }) => name,
});

export type Seat = RecordOf<typeof seatKind>;
