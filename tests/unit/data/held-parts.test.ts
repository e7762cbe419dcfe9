/** Of a bundle only those sealed parts are read that are not held here, and what is said of it is the same. */
import { expect, test } from 'vitest';
import { openBundle } from '#renderer/data/exchange/open-bundle.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { added, bodies, bundleOf, founded, joined, passphrase, take } from '#tests/support/laptops.ts';

test('parts that are held are not read again, and the others come in', async () => {
  const helen = await founded('helen');
  await added(helen, 'board');
  const priya = await joined(helen, 'priya');
  await take(helen, await bundleOf(priya), true);
  await added(helen, 'panel');
  const first = await bundleOf(helen);
  await take(priya, first);

  const again = await openBundle(priya.session, first, passphrase);
  if (!again.ok) throw new Error(again.refusal.type);
  expect(again.value.manifest.segments.length).toBeGreaterThan(0);
  expect(again.value.segments).toEqual([]);
  const order = { opened: again.value, fileName: '', isAuthorChecked: false };
  const known = again.value.manifest.segments.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  expect(await takeBundle(priya.session, order)).toMatchObject({
    ok: true,
    value: { saves: 0, known, waiting: 0, records: [], gaps: [] },
  });

  await added(helen, 'forum');
  const later = await openBundle(priya.session, await bundleOf(helen), passphrase);
  if (!later.ok) throw new Error(later.refusal.type);
  expect(later.value.segments.map(({ read }) => read.saves.map(({ command }) => command))).toEqual([['Added']]);
  expect(later.value.manifest.segments.length).toBeGreaterThan(1);
  await takeBundle(priya.session, { opened: later.value, fileName: '', isAuthorChecked: false });
  expect(await bodies(priya)).toEqual(['board', 'forum', 'panel']);
});
