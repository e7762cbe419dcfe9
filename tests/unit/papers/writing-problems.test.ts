import { describe, expect, test } from 'vitest';
import { syllable } from 'syllable';
import { commentStandings, confirmComment } from '#shared/domain/papers/comment-standing.ts';
import type { Block } from '#shared/domain/papers/paper-blocks.ts';
import type { Paper } from '#shared/domain/papers/paper.ts';
import { reportTemplate } from '#shared/domain/papers/report-template.ts';
import { readingAge, writingProblems } from '#shared/domain/papers/writing-problems.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

const run = (text: string, link: string | null = null) => ({ text, bold: false, italic: false, link });
const heading = (level: 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  level,
  section: null,
  runs: [run(text)],
});
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [run(text)] });

describe('checks of the writing', () => {
  test('name what a screen reader stumbles over, and where', () => {
    const blocks: Block[] = [
      heading(2, 'Summary'),
      heading(4, 'Too small'),
      {
        type: 'paragraph',
        runs: [run('For the plan click '), run('he', 'https://a.org'), run('re', 'https://a.org'), run('.')],
      },
      { type: 'paragraph', runs: [run('the county’s bus plan', 'https://a.org')] },
      { type: 'picture', sha256: 'x', description: ' ' },
      { type: 'table', rows: [[{ isHeader: false, columns: 1, rows: 1, blocks: [paragraph('a')] }]] },
      { type: 'table', rows: [[{ isHeader: true, columns: 1, rows: 1, blocks: [paragraph('a')] }]] },
      heading(2, '  '),
      heading(3, 'Fine'),
    ];
    expect(writingProblems(blocks, syllable)).toEqual([
      { type: 'HeadingSkips', heading: 'Too small', at: 1 },
      { type: 'LinkUnclear', words: 'here', at: 2 },
      { type: 'PictureUndescribed', at: 4 },
      { type: 'TableWithoutHeader', at: 5 },
      { type: 'HeadingEmpty', at: 7 },
    ]);
  });

  test('reckon how hard a text is, once there is enough of it', () => {
    const plain = paragraph('The bus goes to the shop. We pay a third of it. '.repeat(20));
    const hard = paragraph(
      'Notwithstanding considerable organisational interdependencies, multidisciplinary commissioning arrangements necessitate comprehensive prioritisation of discretionary expenditure across participating authorities. '.repeat(
        8,
      ),
    );
    expect(readingAge([paragraph('Too short.')], syllable)).toBeNull();
    expect(readingAge([plain], syllable)).toBeLessThan(9);
    expect(readingAge([hard], syllable)).toBeGreaterThan(22);
    expect(writingProblems([hard], syllable).map(({ type }) => type)).toEqual(['HardToRead']);
    expect(writingProblems([plain], syllable)).toEqual([]);
  });
});

describe('statutory comments', () => {
  const report = (recommendation: string, comment: string): Block[] => [
    heading(2, 'Recommendations'),
    { type: 'list', isNumbered: true, start: 1, items: [[paragraph(recommendation)]] },
    heading(2, 'Statutory comments'),
    heading(3, 'Chief finance officer (section 151)'),
    paragraph(comment),
    heading(3, 'Monitoring officer'),
  ];
  const paper = { id: 'p', status: 'draft', seen: [], _heads: {} } as unknown as Paper;
  const section = reportTemplate.sections.find(({ id }) => id === 'finance-officer')!;
  const context = { today: '2026-11-26' as CivilDate, newId: () => 'x' };

  function confirmed(blocks: ReadonlyArray<Block>): Paper['seen'] {
    const result = confirmComment({ paper, section, blocks, by: 'Ada Fell' }, context);
    if (!result.ok) throw new Error('refused');
    return result.value.changes[0]!.value as unknown as Paper['seen'];
  }

  test('go stale when the recommendations change, and stand again when confirmed', () => {
    const before = report('Agree option B', 'It can be afforded.');
    expect(commentStandings(before, []).map(({ type }) => type)).toEqual(['unconfirmed']);
    const seen = confirmed(before);
    expect(commentStandings(before, seen).map(({ type }) => type)).toEqual(['stands']);
    const after = report('Agree option C', 'It can be afforded.');
    expect(commentStandings(after, seen).map(({ type }) => type)).toEqual(['stale']);
    expect(commentStandings(after, confirmed(after)).map(({ type }) => type)).toEqual(['stands']);
    expect(commentStandings(report('Agree option B', 'It cannot.'), seen).map(({ type }) => type)).toEqual(['stale']);
  });

  test('are not made stale by spaces, and an issued paper takes none', () => {
    const seen = confirmed(report('Agree option B', 'It can be afforded.'));
    expect(commentStandings(report('Agree  option B ', 'It can be afforded.'), seen).map(({ type }) => type)).toEqual([
      'stands',
    ]);
    const issued = { ...paper, status: 'issued' } as Paper;
    expect(confirmComment({ paper: issued, section, blocks: [], by: 'A' }, context)).toEqual({
      ok: false,
      refusal: { type: 'PaperIssued' },
    });
  });
});
