import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  contentsOf,
  problemsOf,
  readinessOf,
  restrictedIds,
  type ItemLine,
  type PaperLine,
} from '#shared/domain/packs/pack-contents.ts';

function item(id: string, values: Partial<ItemLine> = {}): ItemLine {
  return {
    id,
    number: id,
    depth: 0,
    title: `Item ${id}`,
    purpose: 'noting',
    lead: '',
    minutes: 5,
    isRestricted: false,
    ground: null,
    groundReason: '',
    ...values,
  };
}

function paper(id: string, itemId: string, values: Partial<PaperLine> = {}): PaperLine {
  return {
    id,
    itemId,
    title: `Paper ${id}`,
    reference: '',
    form: 'written',
    status: 'ready',
    sha256: null,
    version: null,
    ...values,
  };
}

test('keeps everything under a restricted item out of the public pack, and puts it into the other', () => {
  const items = [item('1'), item('2', { isRestricted: true }), item('2a', { depth: 1 }), item('3')];
  const papers = [paper('a', '1'), paper('b', '2'), paper('c', '2a'), paper('d', '3')];
  const open = contentsOf('public', items, papers, []);
  expect(open.flatMap((entry) => entry.papers.map(({ id }) => id))).toEqual(['a', 'd']);
  expect(open.filter((entry) => entry.isWithheld).map((entry) => entry.item.id)).toEqual(['2', '2a']);
  const closed = contentsOf('restricted', items, papers, []);
  expect(closed.map((entry) => entry.item.id)).toEqual(['2', '2a']);
  expect(closed.flatMap((entry) => entry.papers.map(({ id }) => id))).toEqual(['b', 'c']);
});

test('no paper stands in both packs, and each that is wanted stands in one', () => {
  const anItem = fc.record({ depth: fc.integer({ min: 0, max: 3 }), isRestricted: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anItem, { maxLength: 12 }), fc.array(fc.nat(12), { maxLength: 5 }), (shapes, out) => {
      const items = shapes.map((shape, index) => item(`i${index}`, shape));
      const papers = items.map(({ id }) => paper(`p-${id}`, id));
      const leftOut = out.map((index) => `p-i${index}`);
      const ids = (edition: 'public' | 'restricted'): string[] =>
        contentsOf(edition, items, papers, leftOut).flatMap((entry) => entry.papers.map(({ id }) => id));
      const both = [...ids('public'), ...ids('restricted')].sort();
      expect(both).toEqual(
        papers
          .map(({ id }) => id)
          .filter((id) => !leftOut.includes(id))
          .sort(),
      );
      // What is left out is named once, in the edition it would stand in.
      const named = (edition: 'public' | 'restricted'): string[] =>
        contentsOf(edition, items, papers, leftOut).flatMap((entry) =>
          entry.leftOut.map((title) => `${title} ${entry.item.id}`),
        );
      const wanted = papers.filter(({ id }) => leftOut.includes(id)).map(({ title, itemId }) => `${title} ${itemId}`);
      expect([...named('public'), ...named('restricted')].sort()).toEqual(wanted.sort());
      expect(
        contentsOf('public', items, papers, leftOut).every((entry) => !entry.isWithheld || entry.leftOut.length === 0),
      ).toBe(true);
      // The judge walks upwards from each item, the code downwards from the first.
      const isRestricted = (index: number): boolean => {
        for (let at = index, depth = Infinity; at >= 0; at--) {
          const here = items[at];
          if (here === undefined || here.depth >= depth) continue;
          depth = here.depth;
          if (here.isRestricted) return true;
        }
        return false;
      };
      const expected = items.flatMap(({ id }, index) => (isRestricted(index) ? [id] : []));
      expect([...restrictedIds(items)]).toEqual(expected);
    }),
  );
});

test('names what stands in the way, and only that', () => {
  const items = [
    item('1', { purpose: 'decision' }),
    item('2', { purpose: 'decision' }),
    item('2a', { depth: 1 }),
    item('3', { isRestricted: true, ground: 'p3' }),
  ];
  const papers = [
    paper('a', '2a', { status: 'draft' }),
    paper('b', '3', { form: 'file' }),
    paper('c', '3', { form: 'file', sha256: 'x', status: 'cleared' }),
  ];
  expect(problemsOf(items, papers, []).map(({ type, item: { id } }) => `${type} ${id}`)).toEqual([
    'PaperMissing 1',
    'PaperNotReady 2a',
    'FileMissing 3',
    'GroundMissing 3',
  ]);
  expect(readinessOf(papers, [])).toEqual({ ready: 1, papers: 3 });
  expect(readinessOf(papers, ['a', 'b'])).toEqual({ ready: 1, papers: 1 });
});
