/** Backups that make themselves, in a real browser with a profile on the disk; and what they are for: a database that is gone. */
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';
import { faultsForAxe, newReport, startWorkspace } from '#tests/support/written-paper.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'packhorse-backup-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The backup is begun some seconds after the workspace was opened. */
const made = { timeout: 30_000 };

test('a workspace whose database is damaged on the disk comes back from the backup that made itself', async () => {
  const first = await openApp({ dataDir });
  await first.page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Stick', { create: true }),
    });
  });
  await startWorkspace(first.page);
  await newReport(first.page, 'Footpaths of the fells');
  await first.page.reload();
  await first.page.getByText(/^Backed up today, /).waitFor(made);

  const { page } = first;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings and backup' }).click();
  await page.getByText(/The last one: .* 1 backup kept/).waitFor();
  await page.getByRole('button', { name: 'Show the passphrase' }).click();
  await page.getByText(/^Passphrase of these backups: ([a-z]+ ){5}[a-z]+$/).waitFor();
  expect(await faultsForAxe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Rehearse the last one' }).click();
  await page.getByText('This backup can be restored').waitFor();
  await page.getByRole('button', { name: 'Copy them to a folder' }).click();
  await page.getByText(/the last one copied to “Stick” too/).waitFor(made);
  const onStick = await page.evaluate(async () => {
    const stick = await (await navigator.storage.getDirectory()).getDirectoryHandle('Stick');
    const names: string[] = [];
    for await (const name of (stick as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names;
  });
  expect(onStick).toHaveLength(1);
  await first.close();

  // As a failing disk leaves it: the file that says where everything else is holds nothing that makes sense.
  const current = globSync('Default/IndexedDB/*.leveldb/{CURRENT,MANIFEST-*}', { cwd: dataDir });
  expect(current.length).toBeGreaterThanOrEqual(2);
  for (const file of current) writeFileSync(path.join(dataDir, file), 'nothing of sense');

  const second = await openApp({ dataDir });
  await second.page.getByText('There is a backup of your work on this laptop').waitFor();
  expect(await faultsForAxe(second.page)).toEqual([]);
  await second.page.getByRole('button', { name: 'Restore the backup' }).click();
  await second.page.getByText('Westmere', { exact: true }).waitFor();
  await second.page.getByRole('button', { name: 'Restore it' }).click();
  await second.page.getByText('Helen Marsh, Clerk').waitFor();
  await second.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await second.page.getByText('Footpaths of the fells').first().waitFor();
  await second.close();
}, 120_000);
