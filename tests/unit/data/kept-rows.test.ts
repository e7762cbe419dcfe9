import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKeptRows, rowsInMemory } from '#renderer/data/kept-rows.ts';
import { reverse } from '#renderer/data/undo.ts';
import { create, remove, set } from '#shared/changes/draft.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { act, carry, testMachine, testSession } from '#tests/support/workspace.ts';

const watched = [paperKind, meetingKind];

test('rows in memory are those of the tables, whatever was saved, undone or taken in since', async () => {
  const acts = fc.array(fc.constantFrom('add', 'change', 'remove', 'meet', 'undo', 'redo', 'receive', 'look'), {
    minLength: 5,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(acts, async (does) => {
      const [here, there] = [await testSession(testMachine('here')), await testSession(testMachine('there'))];
      const table = here.database.table<Paper, string>('papers');
      for (const each of does) {
        const some = await table.toCollection().first();
        if (each === 'add') await act(here, 'Added', create(paperKind, here.newId(), { title: 'P' }));
        else if (each === 'meet') await act(here, 'Planned', create(meetingKind, here.newId(), {}));
        else if (each === 'undo' || each === 'redo') await reverse(here, each);
        else if (each === 'look') await readKeptRows(here.database, watched);
        else if (each === 'receive') {
          await act(there, 'Added', create(paperKind, there.newId(), { title: 'From elsewhere' }));
          await carry(there, here);
        } else if (some !== undefined && each === 'change') {
          await act(here, 'Changed', set(paperKind, some, { title: `${some.title}!` }));
        } else if (some !== undefined) await act(here, 'Removed', remove(paperKind, some.id));
      }
      const { rows } = await readKeptRows(here.database, watched);
      for (const { name, table } of watched) {
        const kept = [...(rows.get(name)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(kept).toEqual(await here.database.table(table).orderBy(':id').toArray());
      }
    }),
    { numRuns: 25 },
  );
});

test('nothing is in memory before the first reading, and a reading without news changes nothing', async () => {
  const session = await testSession();
  expect(rowsInMemory(session.database, watched)).toBeNull();
  const first = await readKeptRows(session.database, watched);
  const second = await readKeptRows(session.database, watched);
  expect(second.rows).toBe(first.rows);
  expect(second.turn).toBe(first.turn);
});
