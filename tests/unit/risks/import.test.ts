import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { readSheets, type Sheet } from '#renderer/features/risk-tables/read-sheets.ts';
import { storm } from '#shared/domain/rating/presets.ts';
import { headerRowOf, matchHeadings, type RiskField } from '#shared/domain/risk-tables/fields.ts';
import { importRisks } from '#shared/domain/risk-tables/import.commands.ts';
import { planImport, type PlannedRow } from '#shared/domain/risk-tables/import-plan.ts';
import { undecidedValues, type LevelMapping } from '#shared/domain/risk-tables/levels.ts';
import { readDay } from '#shared/domain/risk-tables/read-day.ts';
import { readRow } from '#shared/domain/risk-tables/read-row.ts';
import { addDays, civilDate, dayMonthYear } from '#shared/kernel/civil-date.ts';
import { openRegister, rated, riskOf, setUp, wroteDown } from '#tests/support/risk-work.ts';
import { wholeOf } from '#tests/support/officers.ts';
import { testSession } from '#tests/support/workspace.ts';

let session: Session;

beforeEach(async () => {
  session = await testSession();
  await setUp(session);
});

const csv = (text: string, encode: (text: string) => Uint8Array = strToU8) =>
  readSheets({ name: 'register.csv', bytes: encode(text) });

async function sheetOf(text: string): Promise<Sheet> {
  const read = await csv(text);
  if (!read.ok) throw new Error(read.refusal.type);
  return read.value[0]!;
}

async function workbook(
  sheets: ReadonlyArray<{ readonly name: string; readonly data: SheetData }>,
): Promise<Uint8Array> {
  const blob = await writeExcelFile(
    sheets.map(({ name, data }) => ({ sheet: name, data, dateFormat: 'dd/mm/yyyy' })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

interface Mapped {
  readonly likelihood?: LevelMapping;
  readonly impact?: LevelMapping;
}

async function planned(sheet: Sheet, mapped: Mapped = {}): Promise<ReadonlyArray<PlannedRow>> {
  const { rows } = await openRegister(session);
  const scheme = rows.schemes.at(-1)!;
  const header = headerRowOf(sheet.rows) ?? 0;
  const fields = matchHeadings(sheet.rows[header] ?? []);
  const read = sheet.rows.slice(header + 1).map((row, index) => {
    const said = new Map<RiskField, string>();
    fields.forEach((field, at) => {
      if (field !== null) said.set(field, row[at] ?? '');
    });
    const mappings = { likelihood: mapped.likelihood ?? {}, impact: mapped.impact ?? {} };
    return { sheetRow: header + index + 2, read: readRow(said, scheme, mappings, session.today) };
  });
  return planImport(read, { ...rows, scheme, people: [], today: session.today });
}

async function imported(plan: ReadonlyArray<PlannedRow>, opensWhole = true) {
  const { rows } = await openRegister(session);
  return run(session, importRisks, {
    registerId: 'register',
    fileName: 'register.csv',
    rows: plan,
    given: { ...rows, scheme: rows.schemes.at(-1)!, people: [], today: session.today },
    numbers: rows.risks.map(({ number }) => number),
    opensWhole,
  });
}

const problemsOf = (plan: ReadonlyArray<PlannedRow>) =>
  plan.flatMap(({ problems }) => problems.map(({ type }) => type));

describe('registers of several layouts', () => {
  test('one column for the whole risk, figures for ratings, controls and actions as lists', async () => {
    const sheet = await sheetOf(
      [
        'Westmere Borough,,,,,,,',
        'Corporate register as at 30 September,,,,,,,',
        'Risk Ref,Risk Description,Existing Controls,Likelihood (1-4),Impact (1-4),Mitigating Actions,Risk Owner,Due Date',
        'CR07,"The hosting contract ends before a new one is let, because procurement began late","1. Monthly contract meeting\n2. Exit plan",3,4,"- Extend by a year\n- Begin the tender",Ada Fell,31/03/2027',
      ].join('\n'),
    );
    expect(headerRowOf(sheet.rows)).toBe(2);
    expect(problemsOf(await planned(sheet))).toEqual(['LevelUndecided', 'LevelUndecided']);
    const plan = await planned(sheet, { likelihood: { '3': 'B' }, impact: { '4': 'I' } });
    expect(plan.map(({ type, number }) => [type, number])).toEqual([['add', 7]]);
    expect((await imported(plan)).ok).toBe(true);
    const { rows } = await openRegister(session);
    expect(rows.risks[0]).toMatchObject({
      number: 7,
      status: 'proposed',
      identifiedVia: 'import',
      owner: { name: 'Ada Fell' },
      current: { likelihood: 'B', impact: 'I', schemeId: 'scheme-1' },
      vulnerability: 'The hosting contract ends before a new one is let, because procurement began late',
    });
    expect(rows.controls.map(({ text }) => text).toSorted()).toEqual(['Exit plan', 'Monthly contract meeting']);
    expect(rows.actions.map(({ ref, text, dueOn }) => [ref, text, dueOn])).toEqual([
      ['7.1', 'Extend by a year', '2027-03-31'],
      ['7.2', 'Begin the tender', '2027-03-31'],
    ]);
  });

  test('cause, event and effect in columns of their own: a whole scenario is opened', async () => {
    const sheet = await sheetOf(
      'No.,Risk title,Cause,Event,Effect,Current rating,Target rating,Risk owner\n4,Quorum,Five seats have no deputy,Four members are away,Decisions wait; money lapses,C-III,d iii,Ada Fell\n',
    );
    const plan = await planned(sheet);
    expect((await imported(plan)).ok).toBe(true);
    expect(await riskOf(session, 4)).toMatchObject({
      status: 'open',
      trigger: 'Four members are away',
      consequences: ['Decisions wait', 'money lapses'],
      current: { likelihood: 'C', impact: 'III' },
      target: { likelihood: 'D', impact: 'III' },
    });
  });

  test('an Excel workbook with the register on its second sheet, days as days', async () => {
    const bytes = await workbook([
      { name: 'Read me', data: [[{ value: 'How to fill this in', type: String }]] },
      {
        name: 'Register',
        data: [
          ['Ref', 'Risk name', 'Date identified', 'Probability', 'Severity', 'Treatment'].map((value) => ({
            value,
            type: String,
          })),
          [
            { value: 12, type: Number },
            { value: 'Flooding of the road', type: String },
            { value: new Date(Date.UTC(2026, 4, 3)), type: Date },
            { value: 'Very high', type: String },
            { value: 'Critical', type: String },
            { value: 'Treat', type: String },
          ],
        ],
      },
    ]);
    const read = await readSheets({ name: 'r.xlsx', bytes });
    if (!read.ok) throw new Error(read.refusal.type);
    expect(read.value.map(({ name, rows }) => [name, headerRowOf(rows)])).toEqual([
      ['Read me', null],
      ['Register', 0],
    ]);
    const plan = await planned(read.value[1]!);
    expect(plan[0]?.problems).toEqual([]);
    expect((await imported(plan)).ok).toBe(true);
    expect(await riskOf(session, 12)).toMatchObject({
      identifiedOn: '2026-05-03',
      current: { likelihood: 'A', impact: 'II' },
    });
  });
});

describe('what is there already', () => {
  test('is found by its number, changed where the sheet says otherwise and left where it says nothing', async () => {
    await wroteDown(session, 'One', { category: 'Money' });
    await rated(session, 1, 'C-III');
    const plan = await planned(
      await sheetOf('Number,Short name,Category,Likelihood,Impact\n1,One,,B,III\n2,Two,People,C,II\n'),
    );
    expect(
      plan.map(({ type, changes }) => [type, changes.map(({ label, before, after }) => `${label} ${before}>${after}`)]),
    ).toEqual([
      ['change', ['Current C-III>B-III']],
      ['add', ['Short name >Two', 'Category >People', 'Current >C-II']],
    ]);
    expect((await imported(plan)).ok).toBe(true);
    expect(await riskOf(session, 1)).toMatchObject({ category: 'Money', current: { likelihood: 'B', impact: 'III' } });
    const again = await planned(
      await sheetOf('Number,Short name,Category,Likelihood,Impact\n1,One,,B,III\n2,Two,People,C,II\n'),
    );
    expect(again.map(({ type }) => type)).toEqual(['same', 'same']);
    expect(await imported(again)).toMatchObject({ ok: false, refusal: { type: 'NothingToDo' } });
  });

  test('is kept whole where one row is refused: nothing in the database is changed', async () => {
    await wroteDown(session, 'One');
    const before = await wholeOf(session);
    const plan = await planned(await sheetOf('Number,Short name,Current\n1,Renamed,C-II\n2,Two,G2\n'));
    expect(plan.map(({ type }) => type)).toEqual(['change', 'refused']);
    expect(await imported(plan)).toMatchObject({ ok: false, refusal: { type: 'RowsRefused', count: 1 } });
    expect(await wholeOf(session)).toEqual(before);
  });
});

describe('refused rows', () => {
  test.each([
    ['an unknown code', 'Short name,Current\nX,G2\n', 'UnknownCell'],
    ['a code turned round', 'Short name,Current\nX,2C\n', 'UnknownCell'],
    ['a score', 'Short name,Current\nX,12\n', 'UnknownCell'],
    ['a word for a cell', 'Short name,Current\nX,Likely\n', 'UnknownCell'],
    ['a level nobody explained', 'Short name,Likelihood,Impact\nX,5,II\n', 'LevelUndecided'],
    ['half a rating', 'Short name,Likelihood,Impact\nX,C,\n', 'HalfRated'],
    ['a target worse than the risk', 'Short name,Current,Target\nX,D-III,C-II\n', 'TargetWorse'],
    ['an inherent rating better than the risk', 'Short name,Current,Inherent\nX,C-II,D-III\n', 'InherentBetter'],
    ['a month first', 'Short name,Date identified\nX,11/30/2026\n', 'MonthFirst'],
    ['the 31st of February', 'Short name,Date identified\nX,31/02/2026\n', 'NotADay'],
    ['a year of two figures', 'Short name,Date identified\nX,3/2/26\n', 'NotADay'],
    ['a day before 2000', 'Short name,Date identified\nX,1999-12-31\n', 'YearOutOfReach'],
    ['a day beyond ten years', 'Short name,Target date\nX,01/01/2060\n', 'YearOutOfReach'],
    ['a response that is none', 'Short name,Response\nX,Pray\n', 'UnknownChoice'],
    ['a number that is none', 'Number,Short name\n7.2,X\n', 'NotANumber'],
    ['no name', 'Number,Short name,Category\n3,,Money\n', 'NoName'],
    ['a number twice', 'Number,Short name\n3,X\n3,Y\n', 'NumberTwice'],
  ])('%s', async (_, text, type) => {
    expect(problemsOf(await planned(await sheetOf(text)))).toContain(type);
  });
});

describe('hostile files', () => {
  test.each([
    ['nothing', new Uint8Array(), 'Empty'],
    ['an .xls, or a locked workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'OldOrLocked'],
    ['a program', Uint8Array.from({ length: 600 }, (_, at) => (at * 7) % 31), 'NotASpreadsheet'],
    ['a broken package', strToU8('PK\u0003\u0004 and no more of it'), 'NotASpreadsheet'],
    ['a package of something else', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'NotASpreadsheet'],
    ['macros', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/vbaProject.bin': strToU8('x') }), 'WithMacros'],
    ['100,000 rows', strToU8(`Number,Short name\n${'1,X\n'.repeat(100_000)}`), 'TooManyRows'],
    ['31 MB', new Uint8Array(31 * 1024 * 1024).fill(65), 'TooLarge'],
  ])('%s is refused by name', async (_, bytes, type) => {
    expect(await readSheets({ name: 'x', bytes })).toMatchObject({ ok: false, refusal: { type } });
  });

  test('a package that says it unpacks to more than a quarter of a gigabyte is never unpacked', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(260 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await readSheets({ name: 'x.xlsx', bytes: bomb })).toMatchObject({
      ok: false,
      refusal: { type: 'UnpacksTooLarge' },
    });
  });

  test('merged cells are told with their rows', async () => {
    const bytes = await workbook([
      {
        name: 'Register',
        data: [
          [
            { value: 'Number', type: String },
            { value: 'Short name', type: String },
          ],
          [
            { value: 1, type: Number },
            { value: 'X', type: String, rowSpan: 2 },
          ],
          [{ value: 2, type: Number }, null],
        ],
      },
    ]);
    const read = await readSheets({ name: 'm.xlsx', bytes });
    expect(read).toMatchObject({ ok: true, value: [{ merged: [[1, 2]] }] });
  });

  test('of a formula the value counts, and nothing is run', async () => {
    const sheet = await sheetOf('Number,Short name\n1,"=HYPERLINK(""http://x"",""y"")"\n');
    const plan = await planned(sheet);
    expect((await imported(plan)).ok).toBe(true);
    expect((await riskOf(session, 1)).shortName).toBe('=HYPERLINK("http://x","y")');
  });

  test('a byte order mark, Windows-1252, UTF-16, semicolons and tabs are read; ragged rows lack what they lack', async () => {
    const utf16 = (text: string) =>
      Uint8Array.from([
        0xff,
        0xfe,
        ...Array.from(text).flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
      ]);
    const old = (text: string) =>
      Uint8Array.from(Array.from(text).map((one) => (one === '’' ? 0x92 : one.charCodeAt(0))));
    const reads = await Promise.all([
      csv('\uFEFFNumber,Short name\r\n1,Café’s lease\r\n'),
      csv('Number;Short name\r\n1;Café’s lease\r\n', old),
      csv('Number\tShort name\r\n1\tCafé’s lease\r\n', utf16),
    ]);
    for (const read of reads) {
      expect(read).toMatchObject({
        ok: true,
        value: [
          {
            rows: [
              ['Number', 'Short name'],
              ['1', 'Café’s lease'],
            ],
          },
        ],
      });
    }
    const plan = await planned(await sheetOf('Number,Short name,Category\n1,X\n2,Y,Money,more,and more\n'));
    expect(plan.map(({ type }) => type)).toEqual(['add', 'add']);
  });

  test('whatever a sheet holds, it is read or refused and never a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), async (noise, isPackage) => {
        const bytes = isPackage ? Uint8Array.from([0x50, 0x4b, 3, 4, ...noise]) : noise;
        const read = await readSheets({ name: 'x', bytes });
        if (read.ok) await planned(read.value[0]!);
      }),
      { numRuns: 200 },
    );
  });
});

test('a day is read as it was written, or refused: the two never meet', () => {
  const latest = civilDate('2036-11-23');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 13_000 }), (days) => {
      const day = addDays(civilDate('2000-01-01'), days);
      const [year, month, date] = day.split('-').map(Number);
      for (const text of [day, `${date}/${month}/${year}`, `${date}.${month}.${year}`]) {
        expect(readDay(text, latest)).toEqual({ ok: true, value: day });
      }
      const turned = readDay(`${month}/${date}/${year}`, latest);
      // Read with the day first, or refused where that is no day.
      expect(turned.ok ? turned.value : turned.refusal.type).toBe(dayMonthYear(year!, date!, month!) ?? 'MonthFirst');
      const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000);
      expect(readDay(String(serial), latest)).toEqual({ ok: true, value: day });
    }),
  );
});

test('only what the scheme itself calls so is a level without being asked', () => {
  expect(
    undecidedValues(storm, 'likelihood', ['C', 'Significant', 'c - significant', '3', 'Possible', '3', '']),
  ).toEqual(['3', 'Possible']);
});
