/** Where one voter put a risk on the grid. Votes are counted and never averaged; the group agrees the cell. */
import { kind, valueField, type RecordOf } from '#shared/changes/kind.ts';
import { aText } from '#shared/kernel/decode.ts';

export const workshopVoteKind = kind({
  name: 'workshopVote',
  table: 'workshopVotes',
  label: 'vote',
  since: 5,
  fields: {
    workshopId: valueField('Workshop', aText(64), ''),
    riskId: valueField('Risk', aText(64), ''),
    voter: valueField('Voter', aText(200), ''),
    likelihood: valueField('Likelihood', aText(6), ''),
    impact: valueField('Impact', aText(6), ''),
  },
  indexes: ['workshopId'],
  parent: { kind: 'workshop', field: 'workshopId' },
  titleOf: ({ voter }) => voter,
});

export type WorkshopVote = RecordOf<typeof workshopVoteKind>;
