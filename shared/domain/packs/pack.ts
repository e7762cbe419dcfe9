/** How a meeting's board pack is to be made. Each meeting has one, under an id made from the meeting's. */
import { kind, setField, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aBoolean, aText, listOf } from '#shared/kernel/decode.ts';

export const packKind = kind({
  name: 'pack',
  table: 'packs',
  label: 'board pack',
  since: 2,
  fields: {
    meetingId: valueField('Meeting', aText(64), ''),
    hasCover: valueField('Cover', aBoolean, true),
    /** Papers the officer leaves out. */
    leftOut: setField('Left out', listOf(aText(64))),
    isMarkedDraft: valueField('“Draft” on every page', aBoolean, false),
    /** Who may have the restricted pack. Two people who name different ones are asked, for it is a decision. */
    access: valueField<ReadonlyArray<string>>('Access list', listOf(aText(200), 500), [], (names) => names.join(', ')),
    isSensitive: valueField('“OFFICIAL-SENSITIVE” on every page', aBoolean, false),
  },
  indexes: ['meetingId'],
  parent: { kind: 'meeting', field: 'meetingId' },
  titleOf: () => 'Board pack',
});

export type Pack = RecordOf<typeof packKind>;

export function packIdOf(meetingId: string): string {
  return `pack-${meetingId}`;
}
