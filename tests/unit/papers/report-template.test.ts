import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { openText, textRoot, withUpdate } from '#shared/changes/text.ts';
import { newReportText } from '#shared/domain/papers/new-report.ts';
import { lengthOf, outlineOf, type OutlineEntry } from '#shared/domain/papers/outline.ts';
import { blocksOf, countWords, isAllowedLink } from '#shared/domain/papers/paper-blocks.ts';
import { isHeadingOf, missingSections, reportTemplate } from '#shared/domain/papers/report-template.ts';

function newReport(): Y.Doc {
  return openText(withUpdate(null, newReportText()));
}

function writeUnder(text: Y.Doc, section: string, words: string): void {
  const root = text.getXmlFragment(textRoot);
  const index = root
    .toArray()
    .findIndex((node) => node instanceof Y.XmlElement && node.getAttribute('section') === section);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  root.insert(index + 1, [paragraph]);
}

function entry(heading: string, level: 2 | 3 | 4, hasContent = true): OutlineEntry {
  return { heading, level, section: null, words: hasContent ? 3 : 0, hasContent };
}

const requiredHeadings = reportTemplate.sections.filter((section) => section.isRequired);

describe('the template', () => {
  test('has no section twice, and optional ones for what does not bind a partnership', () => {
    const ids = reportTemplate.sections.map((section) => section.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['key-decision', 'exempt', 'finance-officer']) {
      expect(reportTemplate.sections.find((section) => section.id === id)).toMatchObject({ isRequired: false });
    }
  });

  test('a new report has every required heading, in order, and says of each that it is empty', () => {
    const outline = outlineOf(blocksOf(newReport()));
    expect(outline.map(({ heading, level }) => [heading, level])).toEqual(
      requiredHeadings.map(({ heading, level }) => [heading, level]),
    );
    const missing = missingSections(outline);
    expect(missing.map((gap) => gap.section.id)).toEqual(requiredHeadings.map((section) => section.id));
    expect(new Set(missing.map((gap) => gap.because))).toEqual(new Set(['empty']));
  });

  test('a section written in is no longer missing; one implication fills the heading above it', () => {
    const text = newReport();
    writeUnder(text, 'summary', 'The pilot works.');
    writeUnder(text, 'legal', 'None, because nothing is changed.');
    const missing = missingSections(outlineOf(blocksOf(text))).map((gap) => gap.section.id);
    expect(missing).not.toContain('summary');
    expect(missing).not.toContain('legal');
    expect(missing).not.toContain('implications');
    expect(missing).toContain('financial');
  });

  test('blank space is nothing written', () => {
    const text = newReport();
    writeUnder(text, 'summary', ' \u00a0 – … ');
    expect(missingSections(outlineOf(blocksOf(text))).map((gap) => gap.section.id)).toContain('summary');
  });

  test('a heading is known by its section or by its words, whatever number stands before it', () => {
    const [summary] = reportTemplate.sections;
    expect(isHeadingOf({ section: 'summary', heading: 'In short' }, summary!)).toBe(true);
    expect(isHeadingOf({ section: null, heading: '1. SUMMARY:' }, summary!)).toBe(true);
    expect(isHeadingOf({ section: null, heading: 'Summary of views' }, summary!)).toBe(false);
  });

  test('what stands under a later heading of the same rank does not fill an empty one', () => {
    const outline = [entry('Summary', 2, false), entry('Background', 2)];
    const missing = missingSections(outline);
    expect(missing.find((gap) => gap.section.id === 'summary')).toMatchObject({ because: 'empty' });
    expect(missing.find((gap) => gap.section.id === 'background')).toBeUndefined();
    expect(missing.find((gap) => gap.section.id === 'legal')).toMatchObject({ because: 'absent' });
  });
});

describe('a written paper', () => {
  test('is read as blocks, and a link that is no https or mailto link is words alone', () => {
    const text = openText(null);
    const root = text.getXmlFragment(textRoot);
    const paragraph = new Y.XmlElement('paragraph');
    const words = new Y.XmlText();
    paragraph.insert(0, [words]);
    root.insert(0, [paragraph]);
    words.insert(0, 'see ', {});
    words.insert(4, 'this', { bold: {}, link: { href: 'javascript:alert(1)' } });
    words.insert(8, ' page', { bold: null, link: { href: 'https://example.org/a' } });
    expect(blocksOf(text)).toEqual([
      {
        type: 'paragraph',
        runs: [
          { text: 'see ', bold: false, italic: false, link: null },
          { text: 'this', bold: true, italic: false, link: null },
          { text: ' page', bold: false, italic: false, link: 'https://example.org/a' },
        ],
      },
    ]);
  });

  test.each([
    ['https://www.example.gov.uk/a?b=c#d', true],
    ['mailto:clerk@example.org', true],
    ['HTTPS://EXAMPLE.ORG', true],
    ['http://example.org', false],
    ['javascript:alert(1)', false],
    ['https://user:pass@example.org', false],
    ['data:text/html,x', false],
    ['https://exa mple.org', false],
    ['mailto:', false],
    [`https://example.org/${'a'.repeat(2000)}`, false],
  ])('a link to %s is allowed: %s', (address, expected) => {
    expect(isAllowedLink(address)).toBe(expected);
  });

  test('words and pages are counted', () => {
    expect(countWords('The board’s co-operation: £1,250.50 (2026–27).')).toBe(6);
    const text = newReport();
    expect(lengthOf(blocksOf(text)).pages).toBe(1);
    writeUnder(text, 'summary', 'word '.repeat(900));
    expect(lengthOf(blocksOf(text)).words).toBeGreaterThan(900);
    expect(lengthOf(blocksOf(text)).pages).toBe(3);
  });

  test('a picture alone is content', () => {
    const picture = { type: 'picture', sha256: 'x', description: '' } as const;
    const heading = { type: 'heading', level: 2, section: 'summary', runs: [] } as const;
    expect(outlineOf([heading, picture])).toMatchObject([{ section: 'summary', words: 0, hasContent: true }]);
    const table = { type: 'table', rows: [[{ isHeader: false, columns: 1, rows: 1, blocks: [picture] }]] } as const;
    expect(outlineOf([heading, table])).toMatchObject([{ hasContent: true }]);
  });
});
