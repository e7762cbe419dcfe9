/**
 * Automerge as a second judge: the same writes and exchanges through its documents and through the app's core must leave the same values in
 * conflict. Which of them is shown first differs by design, and so do equal values (Automerge calls two equal writes a conflict), so
 * every value here is written once. Deletion is left to the first judge: in Automerge a write into a deleted record is lost.
 */
import * as Automerge from '@automerge/automerge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { create, set } from '#shared/changes/draft.ts';
import { decisionsOf, type Row } from '#shared/changes/record.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { act, carry, testMachine, testSession } from '#tests/support/workspace.ts';

const runs = Number(process.env['PACKHORSE_SCHEDULES'] ?? 200);

type Doc = Automerge.Doc<Record<string, Record<string, string>>>;

const fields = ['name', 'jobTitle', 'email'] as const;
const records = ['p0', 'p1'] as const;

const aStep = fc.oneof(
  fc.record({
    type: fc.constant('write' as const),
    who: fc.nat(2),
    record: fc.constantFrom(...records),
    field: fc.constantFrom(...fields),
  }),
  fc.record({ type: fc.constant('carry' as const), from: fc.nat(2), to: fc.nat(2) }),
);

/** Values that stand beside each other, in no order. */
function inAutomerge(doc: Doc, record: string, field: string): ReadonlyArray<string> {
  const of = doc[record] ?? {};
  const conflicts = Automerge.getConflicts(of, field);
  return (conflicts === undefined ? [of[field] ?? ''] : Object.values(conflicts).map(String)).toSorted();
}

async function inOurs({ database }: Session, record: string, field: string): Promise<ReadonlyArray<string>> {
  const row = await rowsOf(database, personKind).get(record);
  if (row === undefined) return [];
  const decision = decisionsOf(personKind, row as unknown as Row).find(({ path }) => path === field);
  const values = decision === undefined ? [{ value: (row as unknown as Row)[field] }] : decision.values;
  return values.map(({ value }) => String(value)).toSorted();
}

test(`in ${runs} schedules the same values are in conflict as Automerge says`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      const sessions: Session[] = [];
      for (let who = 0; who < 3; who += 1) sessions.push(await testSession(testMachine(`l${who}`)));
      const [first] = sessions;
      if (first === undefined) throw new Error('nobody');
      const blank = Object.fromEntries(fields.map((field) => [field, '-']));
      await act(first, 'Added', ...records.map((id) => create(personKind, id, blank)));
      for (const other of sessions.slice(1)) await carry(first, other);
      const base = Automerge.from<Record<string, Record<string, string>>>(
        Object.fromEntries(records.map((id) => [id, { ...blank }])),
      );
      let docs: Doc[] = sessions.map(() => Automerge.clone(base));
      const carried = async (from: number, to: number): Promise<void> => {
        const [source, target] = [sessions[from], sessions[to]];
        const [theirs, ours] = [docs[from], docs[to]];
        if (from === to || !source || !target || !theirs || !ours) return;
        await carry(source, target);
        const merged = Automerge.merge(ours, Automerge.clone(theirs));
        docs = docs.map((doc, at) => (at === to ? merged : doc));
      };
      const agree = async (): Promise<void> => {
        for (const [at, session] of sessions.entries()) {
          for (const record of records) {
            for (const field of fields) {
              const doc = docs[at];
              if (doc === undefined) continue;
              expect(await inOurs(session, record, field)).toEqual(inAutomerge(doc, record, field));
            }
          }
        }
      };
      for (const [nth, step] of steps.entries()) {
        if (step.type === 'carry') {
          await carried(step.from, step.to);
          continue;
        }
        const { who, record, field } = step;
        const session = sessions[who] ?? first;
        const row = await rowsOf(session.database, personKind).get(record);
        if (row === undefined) continue;
        const value = `value ${nth}`;
        await act(session, 'Set', set(personKind, row, { [field]: value }));
        docs = docs.map((doc, at) => {
          if (at !== who) return doc;
          return Automerge.change(doc, (draft) => {
            const of = draft[record];
            if (of !== undefined) of[field] = value;
          });
        });
      }
      await agree();
      for (const from of [0, 1, 2]) for (const to of [0, 1, 2]) await carried(from, to);
      for (const from of [2, 1, 0]) for (const to of [0, 1, 2]) await carried(from, to);
      await agree();
      for (const { database } of sessions) await database.delete();
    }),
    { numRuns: runs },
  );
}, 3_600_000);
