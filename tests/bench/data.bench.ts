/** The data core in a real browser: what a save costs, taking in a colleague's work, opening ten years of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchWithProfile } from '#tests/support/browser.ts';
import { openCorePage } from '#tests/support/core-page-build.ts';
import type { Measured } from './run.ts';

const few = 1000;
const many = 100_000;

function inMilliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

export async function run(): Promise<ReadonlyArray<Measured>> {
  const profile = mkdtempSync(path.join(tmpdir(), 'packhorse-bench-'));
  const context = await launchWithProfile(profile);
  try {
    const page = await openCorePage(context);
    const fill = (name: string, saves: number): Promise<number> =>
      page.evaluate(([to, count]) => window.core.fillWithTenYears(to, count), [name, saves] as const);
    const oneSave = (name: string): Promise<number> => page.evaluate((of) => window.core.timeOneSave(of, 65), name);
    const opening = (name: string): Promise<number> => page.evaluate((of) => window.core.timeOpening(of, 9), name);
    const oneWord = (words: number): Promise<number> =>
      page.evaluate((count) => window.core.timeOneWord(`text-${count}`, count, 25), words);

    await fill('few', few);
    const filled = await fill('many', many);
    // Turn and turn about, so that what else the machine does falls on both.
    const saves = [await oneSave('few'), await oneSave('many'), await oneSave('few'), await oneSave('many')];
    const saveAtFew = Math.min(saves[0] ?? 0, saves[2] ?? 0);
    const saveAtMany = Math.min(saves[1] ?? 0, saves[3] ?? 0);
    const openings = [await opening('empty'), await opening('many'), await opening('empty'), await opening('many')];
    const openEmpty = Math.min(openings[0] ?? 0, openings[2] ?? 0);
    const openMany = Math.min(openings[1] ?? 0, openings[3] ?? 0);
    const shortText = await oneWord(200);
    const longText = await oneWord(10_000);
    const received = await page.evaluate(() => window.core.timeReceiving('receiving', 100_000));

    return [
      {
        what: 'one save with 100,000 saves in the log',
        figure: inMilliseconds(saveAtMany),
        ratio: saveAtMany / saveAtFew,
        against: `with 1,000 (${inMilliseconds(saveAtFew)})`,
        goal: 1.2,
      },
      {
        what: 'open ten years of work',
        figure: inMilliseconds(openMany),
        ratio: openMany / openEmpty,
        against: `an empty workspace (${inMilliseconds(openEmpty)})`,
        goal: 1.2,
      },
      {
        what: 'one word into a text of 10,000',
        figure: inMilliseconds(longText),
        ratio: longText / shortText,
        against: `into one of 200 (${inMilliseconds(shortText)})`,
        goal: null,
      },
      {
        what: 'receive 100,000 field changes',
        figure: inMilliseconds(received.receive),
        ratio: received.receive / received.yjs,
        against: `one bare Yjs map (${inMilliseconds(received.yjs)})`,
        goal: 2,
      },
      {
        what: 'receive them once more',
        figure: inMilliseconds(received.again),
        ratio: received.again / received.receive,
        against: 'the first time',
        goal: 0.1,
      },
      {
        what: 'receive ten years (100,000 saves)',
        figure: `${(filled / 1000).toFixed(1)} s`,
        ratio: null,
        against: '',
        goal: null,
      },
    ];
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
