import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { registerCsv } from '#renderer/features/paper-register/csv.ts';
import { linesOf, type PaperLine } from '#renderer/features/paper-register/lines.ts';
import { registerWorkbook } from '#renderer/features/paper-register/workbook.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { create } from '#shared/changes/draft.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { act, testSession } from '#tests/support/workspace.ts';

async function lines(...titles: ReadonlyArray<string>): Promise<ReadonlyArray<PaperLine>> {
  const session = await testSession();
  const day = civilDate('2026-11-20');
  await act(
    session,
    'Added',
    ...titles.map((title, at) =>
      create(paperKind, `p${at}`, { title, author: 'Zoë, Ltd', dueOn: day, place: `a${at}` }),
    ),
  );
  const papers = await rowsOf(session.database, paperKind).toArray();
  const rows = new Map([['paper', new Map(papers.map((paper) => [paper.id, paper]))]]);
  return linesOf(rows, civilDate('2026-11-26'));
}

test('a plain table quotes what must be quoted and disarms what would be a formula', async () => {
  const csv = registerCsv(
    await lines('=1+1', '+44 20', '-3 %', '@SUM(A1)', ' =HYPERLINK("x")', 'Say "no", then\nleave', 'Plain'),
  );
  expect(csv.startsWith('\uFEFFTitle,Reference,')).toBe(true);
  const titles = csv.slice(1).split('\r\n').slice(1, -1);
  expect(titles.map((line) => line.slice(0, line.indexOf(',,')))).toEqual([
    "'=1+1",
    "'+44 20",
    "'-3 %",
    "'@SUM(A1)",
    `"' =HYPERLINK(""x"")"`,
    '"Say ""no"", then\nleave"',
    'Plain',
  ]);
  expect(titles.at(-1)).toBe('Plain,,,,,"Zoë, Ltd",Draft,2026-11-20,,6,,,Public');
});

test('a workbook holds texts as texts, days as days and numbers as numbers, and no formula', async () => {
  const book = unzipSync(new Uint8Array(await (await registerWorkbook(await lines('=1+1 <b>'))).arrayBuffer()));
  const sheet = strFromU8(book['xl/worksheets/sheet1.xml']!);
  expect(sheet).not.toContain('<f');
  expect(strFromU8(book['xl/sharedStrings.xml']!)).toContain('=1+1 &lt;b&gt;');
  // 20 November 2026 as Excel counts days, and six days late.
  expect(sheet).toMatch(/<c r="H2"[^>]*><v>46346<\/v>/);
  expect(sheet).toMatch(/<c r="J2"[^>]*><v>6<\/v>/);
});
