import { expect, test } from 'vitest';
import { receive } from '#renderer/data/commit.ts';
import { rebuild } from '#renderer/data/rebuild.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { testSession } from '#tests/support/workspace.ts';
import { tenYears } from '#tests/support/ten-years.ts';

test('reads each save once, however closely officers worked side by side', async () => {
  const session = await testSession();
  const saves = [...tenYears(3000)];
  await receive(session, saves);
  const papers = session.database.table('papers');
  const before = await papers.toArray();
  await papers.clear();
  let read = 0;
  session.database.saves.hook('reading', (save) => {
    read += 1;
    return save;
  });
  await rebuild(session, [paperKind]);
  expect(await papers.toArray()).toEqual(before);
  expect(read).toBe(saves.length);
});
