import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyText, openText, withUpdate } from '#shared/changes/text.ts';
import { intoTemplate } from '#shared/domain/papers/into-template.ts';
import { blocksOf, type Block, type Run } from '#shared/domain/papers/paper-blocks.ts';
import { reportTemplate } from '#shared/domain/papers/report-template.ts';
import { writeBlocks } from '#shared/domain/papers/write-blocks.ts';

const someWords = fc.stringMatching(/^[A-Za-z£é’ ]{1,20}$/);
const aRun: fc.Arbitrary<Run> = fc.record({
  text: someWords,
  bold: fc.boolean(),
  italic: fc.boolean(),
  link: fc.option(fc.constant('https://example.org/a'), { nil: null }),
});

/** Neighbours that look alike are one run, as a text holds them. */
const aNote: fc.Arbitrary<Run> = someWords.map((note) => ({ text: '', bold: false, italic: false, link: null, note }));
const someRuns = fc
  .array(fc.oneof({ weight: 4, arbitrary: aRun }, { weight: 1, arbitrary: aNote }), { minLength: 1, maxLength: 3 })
  .map((runs) =>
    runs.filter((run, at) => {
      const before = runs[at - 1];
      return (
        before === undefined ||
        run.note !== undefined ||
        before.note !== undefined ||
        before.bold !== run.bold ||
        before.italic !== run.italic ||
        before.link !== run.link
      );
    }),
  );
const aParagraph: fc.Arbitrary<Block> = fc.record({ type: fc.constant('paragraph'), runs: someRuns });

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    aParagraph,
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(2, 3, 4),
      section: fc.constant(null),
      runs: someRuns,
    }) as fc.Arbitrary<Block>,
    fc.record({ type: fc.constant('picture' as const), sha256: fc.constant('a'.repeat(64)), description: someWords }),
    fc.record({
      type: fc.constant('list' as const),
      isNumbered: fc.boolean(),
      start: fc.constant(1),
      items: fc.array(
        fc.tuple(aParagraph, fc.array(tie('block'), { maxLength: 1 })).map(([first, more]) => [first, ...more]),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    fc.record({
      type: fc.constant('table' as const),
      rows: fc.array(
        fc.array(
          fc.record({
            isHeader: fc.boolean(),
            columns: fc.constantFrom(1, 2),
            rows: fc.constant(1),
            blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
}));

test('what is written is what is read, on another laptop too', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.array(block, { maxLength: 2 }), (blocks, more) => {
      const text = emptyText();
      const first = writeBlocks(text, blocks, 'instead');
      expect(blocksOf(text)).toEqual(blocks);
      const after = writeBlocks(text, more, 'after');
      expect(blocksOf(text)).toEqual([...blocks, ...more]);
      const state = [first, after].reduce<Uint8Array | null>(
        (held, update) => (update === null ? held : withUpdate(held, update)),
        null,
      );
      expect(blocksOf(openText(state))).toEqual([...blocks, ...more]);
    }),
    { numRuns: 60 },
  );
});

const heading = (text: string): Block => ({
  type: 'heading',
  level: 3,
  section: null,
  runs: [{ text, bold: false, italic: false, link: null }],
});

test('a report from elsewhere is fitted into the template, in its own order', () => {
  const { blocks, found, added } = intoTemplate([
    heading('1. RECOMMENDATIONS'),
    heading('Our local matter'),
    heading('Background'),
  ]);
  expect(found.map(({ id }) => id)).toEqual(['recommendations', 'background']);
  const headings = blocks.flatMap((one) => (one.type === 'heading' ? [`${one.level} ${one.runs[0]?.text}`] : []));
  expect(headings.slice(0, 3)).toEqual(['2 Summary', '2 1. RECOMMENDATIONS', '3 Our local matter']);
  const required = reportTemplate.sections.filter(({ isRequired }) => isRequired);
  expect(added).toHaveLength(required.length - 2);
  // Fitting it again finds everything, and adds nothing.
  expect(intoTemplate(blocks).added).toEqual([]);
});
