/** Two writers at a time cost Chromium the whole database when it is killed: see one-writer.ts. */
import { expect, test } from 'vitest';
import { testSession } from '#tests/support/workspace.ts';

test('what writes to one table waits for what writes to another', async () => {
  const { database } = await testSession();
  const order: string[] = [];
  const writing = async (table: string, key: string): Promise<void> => {
    await database.transaction('rw', database.table(table), async () => {
      for (let at = 0; at < 5; at += 1) {
        await database.table(table).put({ [key]: `${at}` });
        order.push(table);
      }
    });
  };
  await Promise.all([writing('texts', 'key'), writing('privateNotes', 'id')]);
  expect(order).toEqual([...Array<string>(5).fill('texts'), ...Array<string>(5).fill('privateNotes')]);
  database.close();
});

test('reading does not wait', async () => {
  const { database } = await testSession();
  let isWritten = false;
  const writing = database.transaction('rw', database.files, async () => {
    for (let at = 0; at < 20; at += 1) await database.files.count();
    isWritten = true;
  });
  await database.texts.count();
  expect(isWritten).toBe(false);
  await writing;
  database.close();
});
