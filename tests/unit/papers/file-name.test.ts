import { describe, expect, test } from 'vitest';
import { cleanFileName, endingOf, titleFromFileName } from '#shared/domain/papers/file-name.ts';

describe('a file name', () => {
  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    [String.raw`C:\fakepath\Finance report.pdf`, 'Finance report.pdf'],
    ['report\u202Efdp.exe', 'reportfdp.exe'],
    ['a\u0000b\u0007c.pdf', 'abc.pdf'],
    ['zero\u200Bwidth\uFEFF.pdf', 'zerowidth.pdf'],
    ['  spaced \t out .pdf  ', 'spaced out .pdf'],
    ['..hidden.pdf', 'hidden.pdf'],
    ['ends with dots...', 'ends with dots'],
    ['Café – naïve.pdf', 'Café – naïve.pdf'],
    ['Cafe\u0301.pdf', 'Café.pdf'],
    ['folder/', 'Unnamed file'],
    ['\u202E\u200F', 'Unnamed file'],
    ['...', 'Unnamed file'],
    ['', 'Unnamed file'],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected);
  });

  test('a long one keeps its ending and no half characters', () => {
    const clean = cleanFileName(`${'😀'.repeat(300)}.pdf`);
    expect(clean.length).toBeLessThanOrEqual(200);
    expect(clean).toMatch(/^(😀)+\.pdf$/u);
  });

  test('cleaning a clean name changes nothing', () => {
    for (const name of ['../a\u202E.pdf', '  x  ', 'é'.repeat(400), '.. .a']) {
      expect(cleanFileName(cleanFileName(name))).toBe(cleanFileName(name));
    }
  });

  test('tells its ending', () => {
    expect(endingOf('Report.PDF')).toBe('pdf');
    expect(endingOf('archive.tar.gz')).toBe('gz');
    expect(endingOf('no ending')).toBe('');
    expect(endingOf('.gitignore')).toBe('');
  });

  test('gives a title', () => {
    expect(titleFromFileName('04_Finance-report_v2.pdf')).toBe('04 Finance-report v2');
    expect(titleFromFileName('Budget 2026.27.pdf')).toBe('Budget 2026.27');
    expect(titleFromFileName('<b>bold</b>.pdf')).toBe('b>');
  });
});
