/** Steps that tests of the editor share: a workspace, a report, its text. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

export async function startWorkspace(on: Page): Promise<void> {
  await on.getByLabel('Your name').fill('Helen Marsh');
  await on.getByLabel('Your role').fill('Clerk');
  await on.getByLabel('Organisation').fill('Westmere Council');
  await on.getByLabel('Workspace name').fill('Westmere');
  await on.getByRole('button', { name: 'Start a new workspace' }).click();
  await on.getByRole('link', { name: 'Papers' }).waitFor();
}

export function textOf(on: Page): Locator {
  return on.getByRole('textbox', { name: 'Text of the paper' });
}

export async function newReport(on: Page, title: string): Promise<void> {
  await on.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
  await on.getByRole('heading', { name: 'Papers', level: 1 }).waitFor();
  await on.getByRole('button', { name: 'Add paper' }).click();
  const dialog = on.getByRole('dialog');
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('button', { name: 'Add paper' }).click();
  await textOf(on).waitFor();
}

export async function writeIn(on: Page, section: string, words: string): Promise<void> {
  await on.getByRole('button', { name: `Write “${section}”` }).click();
  await on.keyboard.type(words);
}

export async function faultsForAxe(on: Page): Promise<ReadonlyArray<string>> {
  // By the debugger's own door: the page's policy lets no script in.
  const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  await on.evaluate(axe);
  return on.evaluate(async () => {
    const { axe: checks } = window as unknown as {
      axe: { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checks.run({ exclude: ['[data-live-announcer]'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
