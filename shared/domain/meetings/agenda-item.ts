/** An item of an agenda, perhaps under another. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aBoolean, aText, aWholeNumber, objectOf, oneOf, orNull } from '#shared/kernel/decode.ts';

export const purposes = ['decision', 'discussion', 'noting'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * The grounds on which an item may be kept from the public: paragraphs 1 to 7 of Schedule 12A to the Local Government Act
 * 1972, and confidentiality ruled by the body's own Chair where the Act does not bind it.
 */
export const restrictionGrounds = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'ruling'] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

/** Where an item stands: under which item (`null` at the top) and between which neighbours. Moved as one. */
export interface AgendaPlace {
  readonly under: string | null;
  readonly key: string;
}

export const agendaItemKind = kind({
  name: 'agendaItem',
  table: 'agendaItems',
  label: 'agenda item',
  since: 1,
  fields: {
    meetingId: valueField('Meeting', aText(64), ''),
    place: valueField<AgendaPlace>(
      'Place on the agenda',
      objectOf({ under: orNull(aText(64)), key: aText(400) }),
      { under: null, key: '' },
      () => 'moved',
    ),
    title: valueField('Title', aText(500), ''),
    purpose: valueField<Purpose>('Purpose', oneOf(purposes), 'discussion'),
    lead: valueField('Lead', aText(200), ''),
    minutes: valueField<number | null>('Minutes allowed', orNull(aWholeNumber(0, 600)), null),
    /** Whether the public may see it. The ground and the reason may follow later, while drafting. */
    isRestricted: valueField('Restricted', aBoolean, false),
    ground: valueField<RestrictionGround | null>('Ground', orNull(oneOf(restrictionGrounds)), null),
    groundReason: valueField('Reason for restricting it', aText(4000), ''),
    note: valueField('Note', aText(4000), ''),
  },
  indexes: ['meetingId'],
  parent: { kind: 'meeting', field: 'meetingId' },
  titleOf: ({ title }) => title,
});

export type AgendaItem = RecordOf<typeof agendaItemKind>;
