/** Records for tests of meetings and agendas, with only what a test says about them. */
import type { Draft } from '#shared/changes/draft.ts';
import { initialsOf, type Kind, type RecordOf } from '#shared/changes/kind.ts';
import type { Context } from '#shared/changes/command.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';

function recordOf<SomeKind extends Kind>(kind: SomeKind, id: string, values: object): RecordOf<SomeKind> {
  const marks = { _heads: {}, _others: {}, _deletions: [], _open: 0 };
  return { ...initialsOf(kind), ...marks, ...values, id } as unknown as RecordOf<SomeKind>;
}

export function someItem(id: string, values: Partial<AgendaItem> = {}): AgendaItem {
  return recordOf(agendaItemKind as unknown as Kind, id, {
    meetingId: 'meeting',
    title: `Item ${id}`,
    ...values,
  }) as unknown as AgendaItem;
}

/** Items in the order given, `place` telling under which; keys `a0`, `a1` … */
export function itemsUnder(...places: ReadonlyArray<readonly [id: string, under: string | null]>): AgendaItem[] {
  return places.map(([id, under], index) => someItem(id, { place: { under, key: `a${index}` } }));
}

export function someMeeting(id: string, values: Partial<Meeting> = {}): Meeting {
  return recordOf(meetingKind as unknown as Kind, id, values) as unknown as Meeting;
}

export function someBody(id: string, values: Partial<Body> = {}): Body {
  return recordOf(bodyKind as unknown as Kind, id, { name: 'Partnership Board', ...values }) as unknown as Body;
}

export function somePaper(id: string, values: Partial<Paper> = {}): Paper {
  return recordOf(paperKind as unknown as Kind, id, values) as unknown as Paper;
}

export function someContext(): Context {
  let count = 0;
  return { today: civilDate('2026-11-23'), newId: () => `new-${(count += 1)}` };
}

export function accepted<Refusal>(result: Result<Draft, Refusal>): Draft {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The items after a draft, worked out here by the plainest reading of its changes. */
export function itemsAfter(items: ReadonlyArray<AgendaItem>, draft: Draft): AgendaItem[] {
  const rows = new Map<string, AgendaItem>(items.map((item) => [item.id, item]));
  for (const { kind, record, path, value } of draft.changes) {
    if (kind !== 'agendaItem') continue;
    if (path === '$gone') rows.delete(record);
    else if (path === '$touch') rows.set(record, someItem(record, { title: '' }));
    else rows.set(record, { ...rows.get(record)!, [path]: value });
  }
  return [...rows.values()];
}
