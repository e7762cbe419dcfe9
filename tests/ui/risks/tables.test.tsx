import { screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { Host } from '#shared/host/contract.ts';
import type { Session } from '#renderer/data/session.ts';
import { ImportPage } from '#renderer/features/risk-tables/import-page.tsx';
import { readSheets } from '#renderer/features/risk-tables/read-sheets.ts';
import { RegisterPage } from '#renderer/features/risk-tables/register-page.tsx';
import { sheetCsv } from '#renderer/features/risk-tables/csv.ts';
import { risksSheet, sheetsOf } from '#renderer/features/risk-tables/tables.ts';
import { riskWorkbook } from '#renderer/features/risk-tables/workbook.ts';
import { HostProvider } from '#renderer/host/host-context.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { confirmed, froze, openRegister, rated, riskOf, setUp, started, wroteDown } from '#tests/support/risk-work.ts';
import { testSession } from '#tests/support/workspace.ts';
import { axeFinds, show } from './show.tsx';

let session: Session;

beforeEach(async () => {
  session = await testSession();
  location.hash = '';
  await setUp(session);
});

/** No test here saves a file, so the machine is asked for nothing. */
function hosted(page: ReactElement): ReactElement {
  return <HostProvider value={{} as Host}>{page}</HostProvider>;
}

test('the register is edited as a spreadsheet; a code that the scheme lacks is refused with those it has', async () => {
  await wroteDown(session, 'One');
  await wroteDown(session, 'Two');
  const user = show(session, hosted(<RegisterPage registerId="register" />));
  const grid = await screen.findByRole('grid', { name: 'Risk register' });
  const cell = () => within(grid).getAllByRole('row')[1]!.querySelectorAll('td,th')[5] as HTMLElement;
  await user.click(cell());
  await user.keyboard('{Enter}G2{Enter}');
  expect(await screen.findByText(/There is no cell “G2”. The scheme has A-I, A-II/)).toBeTruthy();
  await user.keyboard('{Control>}a{/Control}c2{Enter}');
  await expect.poll(async () => (await riskOf(session, 1)).current).toMatchObject({ likelihood: 'C', impact: 'II' });
  expect(await axeFinds()).toEqual([]);
});

test('selected risks are changed in one act', async () => {
  await wroteDown(session, 'One');
  await wroteDown(session, 'Two');
  const user = show(session, hosted(<RegisterPage registerId="register" />));
  await user.click(await screen.findByRole('checkbox', { name: 'Select all rows' }));
  await user.click(screen.getByRole('button', { name: 'Set cluster' }));
  const dialog = await screen.findByRole('dialog', { name: 'Cluster of 2 risks' });
  await user.type(within(dialog).getByLabelText('Cluster'), 'Money');
  await user.click(within(dialog).getByRole('button', { name: 'Change' }));
  await expect.poll(async () => (await openRegister(session)).rows.clusters.map(({ name }) => name)).toEqual(['Money']);
  expect(new Set((await openRegister(session)).now?.risks.map(({ cluster }) => cluster))).toEqual(new Set(['Money']));
});

test('a file is matched, looked through row by row, and taken in whole', async () => {
  await wroteDown(session, 'One');
  const user = show(session, <ImportPage registerId="register" read={readSheets} />);
  const file = new File(['Ref,Risk name,Likelihood,Impact\n1,One,5,II\n9,Nine,1,III\n'], 'ours.csv');
  await user.upload(await screen.findByLabelText('Choose a file'), file);
  expect(await screen.findByText('4 of 4 columns of ours.csv')).toBeTruthy();
  expect(await screen.findAllByText(/say above which level/)).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: /Import/ }));
  expect((await openRegister(session)).rows.risks).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText('“5” is'), 'A');
  await user.selectOptions(screen.getByLabelText('“1” is'), 'F');
  expect(await axeFinds()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Import' }));
  await expect.poll(async () => (await openRegister(session)).rows.risks.length).toBe(2);
  expect(await riskOf(session, 9)).toMatchObject({ shortName: 'Nine', current: { likelihood: 'F', impact: 'III' } });
});

test('what is exported comes in again as it is', async () => {
  await wroteDown(session, '=cmd|calc', { category: '+1', consequences: ['One', 'Two'] }, civilDate('2027-01-31'));
  await rated(session, 1, 'C-II');
  await rated(session, 1, 'D-III', 'target');
  await started(session, civilDate('2026-10-31'));
  await confirmed(session, 1);
  await froze(session);
  const { now, frozen } = await openRegister(session);
  const csv = sheetCsv(risksSheet(now!));
  expect(csv).toContain("'=cmd|calc");
  expect(csv).toContain("'+1");
  const sheets = sheetsOf(now!, frozen, now);
  expect(sheets.map(({ name }) => name)).toEqual([
    'Method and scales',
    'Risks',
    'Actions',
    'Controls',
    'Ratings history',
    'Matrix',
    'Changes',
  ]);
  const blob = await riskWorkbook(sheets);
  const read = await readSheets({ name: 'r.xlsx', bytes: new Uint8Array(await blob.arrayBuffer()) });
  if (!read.ok) throw new Error(read.refusal.type);
  const risks = read.value.find(({ name }) => name === 'Risks')!;
  expect(risks.rows[1]?.slice(0, 2)).toEqual(['1', '=cmd|calc']);
  expect(risks.rows[1]?.[10]).toBe('C-II');
  const user = show(session, <ImportPage registerId="register" read={readSheets} />);
  await user.upload(await screen.findByLabelText('Choose a file'), new File([await blob.arrayBuffer()], 'r.xlsx'));
  expect(await screen.findByText('As it is')).toBeTruthy();
});
