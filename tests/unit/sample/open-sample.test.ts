import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { readLatestSaves } from '#renderer/data/log.ts';
import { openSample } from '#renderer/features/sample/open-sample.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperVersionKind } from '#shared/domain/papers/paper-version.ts';
import { testSession } from '#tests/support/workspace.ts';

test('opens the sample with its files, as work of a year and none of it in the future', async () => {
  const session = await testSession();
  await openSample(session);
  const { database } = session;
  expect(await rowsOf(database, meetingKind).count()).toBe(16);
  for (const { sha256, size } of await rowsOf(database, paperVersionKind).toArray()) {
    expect((await database.files.get(sha256))?.size).toBe(size);
  }
  const saves = await readLatestSaves(database, 10_000);
  const times = saves.map((save) => Math.floor(save.at / 1024));
  expect(Math.max(...times)).toBeLessThanOrEqual(session.now());
  expect(Math.min(...times)).toBeLessThan(session.now() - 250 * 24 * 60 * 60 * 1000);
  expect(new Set(saves.map((save) => save.by)).size).toBeGreaterThan(5);
});
