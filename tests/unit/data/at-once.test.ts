/** Several things at once on one laptop: each is whole, and none is lost. */
import { expect, it } from 'vitest';
import { makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { openBundle } from '#renderer/data/exchange/open-bundle.ts';
import { lookAtBundle, takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { checkLog } from '#renderer/data/check-log.ts';
import { readWholeLog } from '#renderer/data/log.ts';
import { rebuild } from '#renderer/data/rebuild.ts';
import { openSession } from '#renderer/data/session.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { added, agreed, bodies, bundleOf, everything, passphrase, renamed, three } from '#tests/support/laptops.ts';

it('two bundles taken in twice each, in two windows, while somebody types and makes a bundle', async () => {
  const [helen, priya, tom] = await three();
  await agreed(helen, priya, tom);
  for (let at = 0; at < 30; at += 1) {
    await added(priya, `priya-${at}`);
    await added(tom, `tom-${at}`);
  }
  await renamed(priya, 'board', 'Board of Priya');
  const files = [await bundleOf(priya), await bundleOf(tom)];
  const window2 = await openSession(helen.session.database.name, kinds, helen.machine);
  if (window2 === null) throw new Error('no second window');
  const sessions = [helen.session, window2];
  const taking = files.flatMap((file) =>
    sessions.map(async (session) => {
      const opened = await openBundle(session, file, passphrase);
      if (!opened.ok) throw new Error(opened.refusal.type);
      const order = { opened: opened.value, fileName: '', isAuthorChecked: false };
      expect(await lookAtBundle(session, order)).toMatchObject({ ok: true });
      expect(await takeBundle(session, order)).toMatchObject({ ok: true });
    }),
  );
  const typing = (async () => {
    for (let at = 0; at < 15; at += 1) await added(helen, `helen-${at}`);
  })();
  const making = Promise.all(
    sessions.map((session) => makeBundle(session, { recipients: [], passphrase, cost: 8, app: 'test', note: null })),
  );
  await Promise.all([...taking, typing, making]);
  const names = await bodies(helen);
  for (let at = 0; at < 30; at += 1) expect(names).toEqual(expect.arrayContaining([`priya-${at}`, `tom-${at}`]));
  for (let at = 0; at < 15; at += 1) expect(names).toContain(`helen-${at}`);
  const dots = (await readWholeLog(helen.session.database)).map(({ device, seq }) => `${device} ${seq}`);
  expect(new Set(dots).size).toBe(dots.length);
  expect((await checkLog(helen.session.database)).faults).toEqual([]);
  const before = await everything(helen);
  await rebuild(helen.session, kinds);
  expect(await everything(helen)).toEqual(before);
  window2.database.close();
  await agreed(helen, priya, tom);
  expect(await everything(priya)).toEqual(await everything(helen));
});
