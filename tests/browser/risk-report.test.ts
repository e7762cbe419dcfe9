import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';
import { runOutside } from '#tests/support/outside-tools.ts';

test('the Risk Report is printed as a tagged PDF without exempt risks, and put before a meeting as a paper', async () => {
  const { page, close } = await openApp();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByRole('link', { name: 'Risks' }).click();
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await page.getByRole('button', { name: 'Show the pages' }).click();
  await page.getByRole('region', { name: 'Pages of the report' }).getByRole('textbox').first().waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save PDF' }).click(),
  ]);
  const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-report-'));
  const file = path.join(folder, 'report.pdf');
  await download.saveAs(file);
  await runOutside('qpdf', ['--check', file]);
  const facts = await runOutside('pdfinfo', [file]);
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toMatch(
    /Title:\s+Partnership risk register: Risk Report, 2026\/27|Title:\s+Partnership risk register: Risk Report/,
  );
  const words = await runOutside('pdftotext', ['-layout', file, '-']);
  expect(words).toContain('DRAFT');
  expect(words).toContain('Management Action Plan');
  expect(words).toContain('1 risk is exempt from publication');
  // The exempt risk of the sample: neither its name nor its number in the matrix, nor any word of it.
  expect(words).not.toContain('Tender for the outreach');
  expect(words).not.toContain('letter before action');
  for (const column of [
    'Action/controls already',
    'Adequacy of',
    'Required management',
    'Responsibility for',
    'Key dates',
  ]) {
    expect(words).toContain(column);
  }

  await page.getByRole('button', { name: 'Add to meeting' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to meeting' });
  await dialog.getByRole('button', { name: 'Add to meeting' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Papers', exact: true }).click();
  await page.getByLabel('Search papers').fill('Risk Report');
  await page
    .getByRole('grid')
    .getByText(/Risk Report/)
    .first()
    .waitFor();

  // The exempt edition has nowhere to go but a restricted item.
  await page.getByRole('link', { name: 'Risks' }).click();
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await page.getByLabel('Edition').selectOption('exempt');
  await page.getByRole('button', { name: 'Add to meeting' }).click();
  const options = await page.getByRole('dialog').getByLabel('Agenda item').locator('option').allTextContents();
  expect(options.every((option) => option.includes('(restricted)') || option === 'No such item')).toBe(true);
  await close();
}, 90_000);
