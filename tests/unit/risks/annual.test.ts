import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { scoreStatement, startAssessment } from '#shared/domain/annual-assessments/annual-assessment.commands.ts';
import { annualStatementKind, type AnnualStatement } from '#shared/domain/annual-assessments/annual-statement.ts';
import { compareYears } from '#shared/domain/annual-assessments/compare-years.ts';
import { defaultStatements } from '#shared/domain/annual-assessments/default-statements.ts';
import { agreed, bundleOf, founded, joined, take } from '#tests/support/laptops.ts';
import { done, openRegister, setUp } from '#tests/support/risk-work.ts';

test('one year is compared with the one before by statement: each exactly once, and nothing is averaged', () => {
  const statement = (text: string, score: number | null) =>
    ({ id: text, type: 'statement', theme: 'Governance', text, score }) as AnnualStatement;
  const changes = compareYears(
    [statement('a', 2), statement('b', 3), statement('c', 4), statement('d', 1), statement('e', null)],
    [statement('A ', 3), statement('b', 2), statement('c', 4), statement('f', 1), statement('e', 2)],
  );
  expect(changes.map(({ statement: { text }, type }) => `${text.trim()} ${type}`)).toEqual([
    'A better',
    'b worse',
    'c same',
    'f new',
    'e notScored',
    'd dropped',
  ]);
});

test('two people who score different statements on two laptops never clash', async () => {
  const helen = await founded('helen');
  await setUp(helen.session);
  const { rows } = await openRegister(helen.session);
  await done(helen.session, startAssessment, {
    id: 'assessment',
    register: rows.register,
    assessments: [],
    statements: defaultStatements([]),
  });
  const priya = await joined(helen, 'priya');
  await take(helen, await bundleOf(priya), true);
  for (const [laptop, at] of [
    [helen, 0],
    [priya, 1],
  ] as const) {
    const statements = await rowsOf(laptop.session.database, annualStatementKind).orderBy('id').toArray();
    await done(laptop.session, scoreStatement, { statement: statements[at]!, values: { score: at + 2 } });
  }
  await agreed(helen, priya);
  for (const { session: one } of [helen, priya]) {
    const statements = await rowsOf(one.database, annualStatementKind).orderBy('id').toArray();
    expect(statements.slice(0, 3).map(({ score }) => score)).toEqual([2, 3, null]);
    expect(statements.every(({ _open }) => _open === 0)).toBe(true);
  }
});
