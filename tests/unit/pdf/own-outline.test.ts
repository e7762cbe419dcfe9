import { expect, test } from 'vitest';
import { ownOutline, type OutlineItem } from '#shared/pdf/outline.ts';

function item(title: string, children: ReadonlyArray<OutlineItem> = []): OutlineItem {
  return { title, destination: null, children };
}

test('moves what lies beneath the one title up, and says a heading once', () => {
  const printed = [
    item('The paper', [item('Options consideredOptions considered', [item('Bora Bora')]), item('papa')]),
  ];
  expect(ownOutline(printed)).toEqual([item('Options considered', [item('Bora Bora')]), item('papa')]);
});

test('leaves several headings of the first level where they are', () => {
  expect(ownOutline([item('One', [item('a')]), item('Two')])).toEqual([item('One', [item('a')]), item('Two')]);
});
