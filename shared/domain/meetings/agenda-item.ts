/** An item of an agenda, perhaps under another. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aBoolean, aText, aWholeNumber, objectOf, oneOf, orNull } from '#shared/kernel/decode.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { groundInWords, restrictionGrounds, type RestrictionGround } from './restriction.ts';

export type { RestrictionGround };

export const purposes = ['decision', 'discussion', 'noting'] as const;
export type Purpose = (typeof purposes)[number];

export function purposeInWords(purpose: Purpose): string {
  switch (purpose) {
    case 'decision':
      return 'Decision';
    case 'discussion':
      return 'Discussion';
    case 'noting':
      return 'Noting';
    default:
      return unreachable(purpose);
  }
}

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
    purpose: valueField<Purpose>('Purpose', oneOf(purposes), 'discussion', purposeInWords),
    lead: valueField('Lead', aText(200), ''),
    minutes: valueField<number | null>('Minutes allowed', orNull(aWholeNumber(0, 600)), null),
    /** Whether the public may see it. The ground and the reason may follow later, while drafting. */
    isRestricted: valueField('Restricted', aBoolean, false),
    ground: valueField<RestrictionGround | null>('Ground', orNull(oneOf(restrictionGrounds)), null, (ground) =>
      ground === null ? 'none' : groundInWords(ground),
    ),
    groundReason: valueField('Reason for restricting it', aText(4000), ''),
    note: valueField('Note', aText(4000), ''),
  },
  indexes: ['meetingId'],
  parent: { kind: 'meeting', field: 'meetingId' },
  titleOf: ({ title }) => title,
});

export type AgendaItem = RecordOf<typeof agendaItemKind>;
