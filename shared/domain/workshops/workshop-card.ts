/** One thing that somebody in the room feared, in their own words. It stays as it was said, whatever becomes of it. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText, orNull } from '#shared/kernel/decode.ts';

export const longestCard = 1000;

export const workshopCardKind = kind({
  name: 'workshopCard',
  table: 'workshopCards',
  label: 'card',
  since: 5,
  fields: {
    workshopId: valueField('Workshop', aText(64), ''),
    text: valueField('Card', aText(longestCard), ''),
    /** The theme under which it was put; a cluster of the register. */
    clusterId: valueField('Cluster', orNull(aText(64)), null),
    /** The risk that it became. */
    riskId: valueField('Risk', orNull(aText(64)), null),
    /** Its place among the cards, as they were written. */
    place: valueField('Place', aText(400), ''),
  },
  indexes: ['workshopId'],
  parent: { kind: 'workshop', field: 'workshopId' },
  titleOf: ({ text }) => text.slice(0, 80),
});

export type WorkshopCard = RecordOf<typeof workshopCardKind>;
