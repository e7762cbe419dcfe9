/** Giving a pack out: its record is written once, and its papers stand as issued. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { issuedPackKind, type IssuedPack } from './issued-pack.ts';
import { issuedSoFar } from './issues.ts';
import { isCleared, packName } from './pack-order.ts';

export type IssuedValues = Omit<ValuesOf<typeof issuedPackKind.fields>, 'meetingId' | 'issuedOn' | 'issuedBy'>;

export interface IssuePack {
  readonly id: string;
  readonly meeting: Meeting;
  readonly values: IssuedValues;
  /** What was issued for the meeting before. */
  readonly issued: ReadonlyArray<IssuedPack>;
  /** The papers whose pages are in it. */
  readonly papers: ReadonlyArray<Paper>;
  readonly by: string;
}

export type IssueRefusal =
  /** Somebody has issued since: its numbers are taken, and it is to be made again. */
  | { readonly type: 'NumbersTaken'; readonly last: number }
  | { readonly type: 'NotCleared'; readonly titles: ReadonlyArray<string> };

/**
 * Issues a main pack, a supplement or a consolidated pack. Numbers run from the last number issued without a gap; a
 * consolidated pack holds them all from 1.
 */
export const issuePack: Command<IssuePack, IssueRefusal> = ({ id, meeting, values, issued, papers, by }, context) => {
  const so = issuedSoFar(issued, values.edition);
  const first = values.form === 'consolidated' ? 1 : so.last + 1;
  const issue = values.form === 'consolidated' ? so.issue : so.issue + 1;
  if (values.first !== first || values.issue !== issue) return refuse({ type: 'NumbersTaken', last: so.last });
  assertTiled(values);
  const raw = papers.filter((paper) => !isCleared(paper));
  if (raw.length > 0) return refuse({ type: 'NotCleared', titles: raw.map(({ title }) => title) });
  const name = packName(values.edition, values.form, values.issue).toLowerCase();
  const pages =
    values.edition === 'restricted' ? `R${values.first} to R${values.last}` : `${values.first} to ${values.last}`;
  return ok(
    draft(`Issued the ${name} of ${meetingKind.titleOf(meeting)}, pages ${pages}`, '', [
      create(issuedPackKind, id, { ...values, meetingId: meeting.id, issuedOn: context.today, issuedBy: by }),
      ...papers.filter(({ status }) => status !== 'issued').map((paper) => set(paperKind, paper, { status: 'issued' })),
    ]),
  );
};

/** Ranges tile first to last without gap or overlap (board-papers, invariant 2). */
function assertTiled({ first, last, parts }: IssuedValues): void {
  let next = first;
  for (const part of parts) {
    if (part.first !== next) throw new Error(`Page ${next} is missing or there twice`);
    next += part.pages;
  }
  if (next !== last + 1) throw new Error(`The pack ends at ${next - 1}, not at ${last}`);
}
