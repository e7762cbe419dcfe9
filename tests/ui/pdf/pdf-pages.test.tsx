/** The sums and lists under the PDF viewer. */
import { describe, expect, test } from 'vitest';
import { createDrawQueue } from '#renderer/ui/pdf/draw-queue.ts';
import { findAll } from '#renderer/ui/pdf/find-text.ts';
import { currentBookmark, type Bookmark } from '#renderer/ui/pdf/outline.ts';
import { findPage, labelOf } from '#renderer/ui/pdf/page-labels.ts';
import { anchorAt, heightOf, layOutPages, pageAt, pageGap, pageInView } from '#renderer/ui/pdf/page-layout.ts';
import { nextZoom, percentOf, scaleOf } from '#renderer/ui/pdf/zoom.ts';

const portrait = { width: 595, height: 842 };
const landscape = { width: 842, height: 595 };
const view = { width: 1000, height: 700 };

describe('pages one below another', () => {
  const layout = layOutPages([portrait, landscape, portrait], 'width', view);

  test('each fills the width, and none overlaps the next', () => {
    expect(layout.boxes.map(({ width }) => width)).toEqual([976, 976, 976]);
    for (const [index, box] of layout.boxes.entries()) {
      const before = layout.boxes[index - 1];
      expect(box.top).toBe(before === undefined ? pageGap : before.top + before.height + pageGap);
    }
    expect(layout.height).toBe(layout.boxes[2]!.top + layout.boxes[2]!.height + pageGap);
  });

  test('a place in a page is found again after the zoom has changed', () => {
    const anchor = anchorAt(layout, layout.boxes[1]!.top + 100);
    expect(anchor.page).toBe(2);
    const larger = layOutPages([portrait, landscape, portrait], 300, view);
    expect(anchorAt(larger, heightOf(larger, anchor)).page).toBe(2);
    expect(heightOf(larger, anchor) - larger.boxes[1]!.top).toBeCloseTo(
      (100 / layout.boxes[1]!.height) * larger.boxes[1]!.height,
    );
  });

  test('the page at a height', () => {
    expect(pageAt(layout, -50)).toBe(1);
    expect(pageAt(layout, layout.boxes[1]!.top - 1)).toBe(1);
    expect(pageAt(layout, layout.boxes[1]!.top)).toBe(2);
    expect(pageAt(layout, 1e9)).toBe(3);
  });

  test('the page being read is the first of which at least half is seen', () => {
    const { top } = layout.boxes[1]!;
    expect(pageInView(layout, top, view.height)).toBe(2);
    expect(pageInView(layout, top - 200, view.height)).toBe(2);
    expect(pageInView(layout, top - 400, view.height)).toBe(1);
  });
});

describe('zoom', () => {
  test('fits the width, the page, or a share of the size on paper', () => {
    expect(portrait.width * scaleOf('width', portrait, view)).toBeCloseTo(976);
    expect(portrait.height * scaleOf('page', portrait, view)).toBeCloseTo(676);
    expect(percentOf(scaleOf(150, portrait, view))).toBe(150);
  });

  test('a slip of paper is not blown up without end', () => {
    expect(percentOf(scaleOf('width', { width: 10, height: 10 }, view))).toBe(300);
  });

  test('steps up and down from wherever it is, and stops at the ends', () => {
    expect(nextZoom(123, 'in')).toBe(125);
    expect(nextZoom(123, 'out')).toBe(100);
    expect(nextZoom(300, 'in')).toBe(300);
    expect(nextZoom(50, 'out')).toBe(50);
  });
});

describe('page numbers', () => {
  const labels = ['R1', 'R2', '1', '2', '3'];
  test('what the page carries wins over its place in the file', () => {
    expect(findPage(labels, '1')).toBe(3);
    expect(findPage(labels, ' page r2 ')).toBe(2);
    expect(findPage(labels, '5')).toBe(5);
    expect(findPage(labels, '6')).toBeNull();
    expect(findPage(labels, '0')).toBeNull();
    expect(findPage(labels, '')).toBeNull();
  });
  test('a page without one is called by its place', () => {
    expect(labelOf(['', ' '], 2)).toBe('2');
  });
});

describe('finding words', () => {
  test('capitals, line ends and signs do not hinder', () => {
    expect(findAll('The Board\nnotes (all) it. the  board notes', 'board notes')).toEqual([
      { start: 4, end: 15 },
      { start: 31, end: 42 },
    ]);
    expect(findAll('a (b) [c] a-d', '(b)')).toEqual([{ start: 2, end: 5 }]);
    expect(findAll('a (b) [c] a-d', 'a-d')).toHaveLength(1);
    expect(findAll('anything', '  ')).toEqual([]);
  });
});

describe('bookmarks', () => {
  const marks = [1, 3, 3, null, 7].map((page, id): Bookmark => ({
    id,
    title: `${id}`,
    depth: 1,
    parent: null,
    hasChildren: false,
    destination: null,
    page,
  }));
  test('the first on the page, else the last before it', () => {
    expect(currentBookmark(marks, 1)?.id).toBe(0);
    expect(currentBookmark(marks, 3)?.id).toBe(1);
    expect(currentBookmark(marks, 5)?.id).toBe(2);
    expect(currentBookmark(marks, 9)?.id).toBe(4);
    expect(currentBookmark([], 9)).toBeNull();
  });
});

describe('drawing', () => {
  test('the page being read first, pictures before words, one at a time', async () => {
    const queue = createDrawQueue();
    const done: string[] = [];
    let running = 0;
    queue.turnTo(5);
    const add = (page: number, order: number): (() => void) =>
      queue.add({
        page,
        order,
        run: async () => {
          running += 1;
          expect(running).toBe(1);
          await Promise.resolve();
          running -= 1;
          done.push(`${page}.${order}`);
        },
      });
    for (const page of [3, 4, 5, 6, 7]) add(page, 0);
    add(5, 1);
    const takeOut = add(8, 0);
    takeOut();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done).toEqual(['5.0', '5.1', '6.0', '4.0', '7.0', '3.0']);
  });
});
