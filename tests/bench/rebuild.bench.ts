/** How long the sample's pack takes in the app: built first, and built again after one paper has been changed. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '#electron/build/freshness.ts';
import { openPrinter } from '#electron/local/pdf.ts';
import { codeLifetime, startLocalServer } from '#electron/local/server.ts';
import { browserProgram, launchBrowser } from '#tests/support/browser.ts';
import type { Measured } from './run.ts';

export async function run(): Promise<ReadonlyArray<Measured>> {
  const printer = openPrinter({ browser: await browserProgram() });
  const server = await startLocalServer({
    port: 0,
    pageFolder: path.join(projectRoot, 'dist/renderer'),
    calls: {
      about: () => ({ kind: 'browser', version: '0.0.0-bench', platform: process.platform, machine: 'bench' }),
      printHtml: printer.print,
    },
  });
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(server.plainAddress(codeLifetime.atOnce));
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
    await page
      .getByRole('link', { name: /^Partnership Board/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Open the pack' }).click();
    const home = page.url();
    const first = await timedBuild(page);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
    await page.getByRole('link', { name: 'Action log', exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Text of the paper' }).click();
    await page.keyboard.type('One more sentence. ');
    await page.getByText(/^Saved on this laptop/).waitFor();
    await page.waitForTimeout(1500);
    await page.goto(home);
    const again = await timedBuild(page);
    return [
      {
        what: 'The pack built again after one paper has changed',
        figure: `${(again / 1000).toFixed(2)} s after ${(first / 1000).toFixed(2)} s`,
        ratio: again / first,
        against: 'the first build',
        goal: 0.3,
      },
    ];
  } finally {
    await browser.close();
    await printer.close();
    await server.close();
  }
}

/** In milliseconds, from the press of the button to the pages shown. */
async function timedBuild(page: Page): Promise<number> {
  const progress = page.getByRole('progressbar', { name: 'Building the pack' });
  await page.getByRole('button', { name: 'Build pack' }).waitFor();
  const began = performance.now();
  await page.getByRole('button', { name: 'Build pack' }).click();
  await progress.waitFor();
  await progress.waitFor({ state: 'detached', timeout: 120_000 });
  return performance.now() - began;
}
