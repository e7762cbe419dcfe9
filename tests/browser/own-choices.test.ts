/** What is chosen on this laptop: kept when the browser is killed the moment after, and a sample that leaves no trace beside one's own work. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '#tests/support/app.ts';
import { processHolding } from '#tests/support/core-page-build.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-choices-'));
let app: OpenedApp | null = null;

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function begun(): Promise<Page> {
  await app?.close();
  app = await openApp({ dataDir: folder });
  return app.page;
}

async function settings(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/settings';
  });
  await page.getByRole('heading', { level: 1, name: 'Settings and backup' }).waitFor();
}

test('the sample opens beside one’s own workspace, and one’s own opens again when it is left', async () => {
  const page = await begun();
  for (const [label, text] of [
    ['Your name', 'Asha Rowe'],
    ['Your role', 'Clerk'],
    ['Organisation', 'Northmoor Council'],
    ['Workspace name', 'Northmoor'],
  ] as const) {
    await page.getByLabel(label).fill(text);
  }
  await page.getByRole('button', { name: 'Start a new workspace' }).click();
  await page.getByText('Asha Rowe, Clerk').waitFor();
  await settings(page);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.getByText('Sample: nothing here is real').waitFor();
  await page.reload();
  await page.getByText('Sample: nothing here is real').waitFor();
  await page.getByRole('button', { name: 'Leave the sample' }).first().click();
  await page.getByText('Asha Rowe, Clerk').waitFor();
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(new Set(left)).toEqual(new Set(['packhorse', 'packhorse-places', 'packhorse-fresh-log']));
});

test('the text size is kept when the browser dies the moment after, and is there before anything is drawn', async () => {
  const page = await begun();
  await settings(page);
  await page.getByText('150 %').click();
  await page.waitForFunction(() => document.documentElement.dataset['textSize'] === '150');
  await page.waitForTimeout(100);
  const gone = new Promise<void>((resolve) => {
    page.context().once('close', () => resolve());
  });
  process.kill(processHolding(folder), 'SIGKILL');
  await gone;
  await app?.server.close();
  app = null;
  const again = await begun();
  await again.getByRole('heading', { level: 1 }).waitFor();
  expect(await again.evaluate(() => document.documentElement.dataset['textSize'])).toBe('150');
});
