/**
 * Acts of the exchange in which the browser is killed, with every process of it: afterwards the whole database is what it was before or
 * what it is after, never between, and no file that bears a bundle's name is half there.
 *
 * PACKHORSE_KILLS sets how often (7 unless told, once in each act), PACKHORSE_KILL_SEED the moments.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWithProfile } from '#tests/support/browser.ts';
import { killBrowserHolding, openCorePage } from '#tests/support/core-page-build.ts';
import { chanceFrom } from '#tests/support/harm.ts';
import type { KilledAct } from '#tests/support/killed-page.ts';
import type { WholeDatabase } from '#tests/support/whole-database.ts';

const kills = Number(process.env['PACKHORSE_KILLS'] ?? 7);
const chance = chanceFrom(Number(process.env['PACKHORSE_KILL_SEED'] ?? 45));
const isLong = kills > 20;
const saves = isLong ? 400 : 120;
const fileBytes = isLong ? 2_000_000 : 500_000;

const acts: ReadonlyArray<KilledAct> = ['import', 'make', 'undo', 'typing', 'join', 'backup', 'seal'];
const folder = mkdtempSync(path.join(tmpdir(), 'packhorse-killed-'));

interface Foretold {
  readonly before: WholeDatabase;
  /** What is kept after each step of the act, the last of them when it is done. */
  readonly steps: ReadonlyArray<WholeDatabase>;
  /** How long it takes undisturbed, in milliseconds. */
  readonly took: number;
}

const foretold = new Map<KilledAct, Foretold>();

function templateOf(act: KilledAct): string {
  return path.join(folder, ['import', 'undo', 'typing', 'join'].includes(act) ? 'agreed' : 'unsealed');
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly stages: { readonly at: number; readonly stage: string }[];
}

async function opened(profile: string): Promise<Opened> {
  const context = await launchWithProfile(profile);
  const stages: Opened['stages'] = [];
  await context.exposeFunction('reached', (stage: string) => stages.push({ at: performance.now(), stage }));
  return { context, page: await openCorePage(context), stages };
}

function copied(template: string): string {
  const profile = mkdtempSync(path.join(folder, 'profile-'));
  cpSync(template, profile, { recursive: true, filter: (name) => !path.basename(name).startsWith('Singleton') });
  return profile;
}

beforeAll(async () => {
  const [unsealed, agreed] = [path.join(folder, 'unsealed'), path.join(folder, 'agreed')];
  const first = await opened(unsealed);
  await first.page.evaluate(([count, size]) => window.core.prepareKills(count, size), [saves, fileBytes] as const);
  await first.context.close();
  cpSync(unsealed, agreed, { recursive: true, filter: (name) => !path.basename(name).startsWith('Singleton') });
  const second = await opened(agreed);
  await second.page.evaluate(() => window.core.prepareBundle());
  await second.context.close();

  for (const act of new Set(acts)) {
    const profile = copied(templateOf(act));
    const { context, page, stages } = await opened(profile);
    const before = await page.evaluate((of) => window.core.wholeLaptop(of), act);
    const began = performance.now();
    await page.evaluate((of) => window.core.actToKill(of), act);
    const took = performance.now() - began;
    const after = await page.evaluate((of) => window.core.wholeLaptop(of), act);
    // Sealing is a step of its own, and whatever is made begins with it.
    const sealed = { ...before, ...only(after, ['segments', 'contents', 'saves', 'devices']) };
    foretold.set(act, { before, steps: act === 'make' || act === 'backup' ? [sealed, after] : [after], took });
    const told = stages.map(({ at, stage }) => `${stage} ${Math.round(at - began)}`);
    console.log(`${act}: ${Math.round(took)} ms (${told.join(', ')})`);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

function only(whole: WholeDatabase, tables: ReadonlyArray<string>): WholeDatabase {
  return Object.fromEntries(Object.entries(whole).filter(([table]) => tables.includes(table)));
}

function stageAmong(stages: Opened['stages']): string {
  return stages.findLast(({ stage }) => !stage.startsWith('kept '))?.stage ?? 'the beginning';
}

/** Files are kept before the rest, by their hash: alone they harm nobody. */
function withoutFiles({ files: _files, ...others }: WholeDatabase): WholeDatabase {
  return others;
}

function isSame(one: WholeDatabase, other: WholeDatabase): boolean {
  return JSON.stringify(withoutFiles(one)) === JSON.stringify(withoutFiles(other));
}

test('killed at any moment, all of it is there or none', { timeout: 60_000 + kills * 30_000 }, async () => {
  const fell = new Map<string, number>();
  const ended = new Map<string, number>();
  const count = (where: Map<string, number>, what: string): void => void where.set(what, (where.get(what) ?? 0) + 1);
  for (let kill = 0; kill < kills; kill += 1) {
    const act = acts[kill % acts.length] ?? 'import';
    const { before, steps, took } = foretold.get(act) ?? { before: {}, steps: [], took: 0 };
    const after = steps.at(-1) ?? {};
    const profile = copied(templateOf(act));
    const { context, page, stages } = await opened(profile);
    const acting = page
      .evaluate((of) => window.core.actToKill(of), act)
      .then(
        () => true,
        () => false,
      );
    // Two of five near the end, where all of it is kept at once.
    await pause((chance() < 0.4 ? 0.75 + chance() * 0.4 : chance()) * took);
    const gone = new Promise<void>((resolve) => {
      context.once('close', () => resolve());
    });
    killBrowserHolding(profile);
    await gone;
    const isAcknowledged = await acting;
    count(fell, `${act}, in ${stageAmong(stages)}`);

    const again = await opened(profile);
    if (act === 'typing') {
      const left = await again.page.evaluate(() => window.core.typedAndTaken());
      count(ended, `typing: ${left.counts.imports === 1 ? 'none' : 'all'} of the import`);
      const kept = stages.flatMap(({ stage }) => (stage.startsWith('kept ') ? [stage.slice('kept '.length)] : []));
      expect(left.typed, 'a save that was acknowledged is lost').toEqual(expect.arrayContaining(kept));
      expect(left.isSound).toBe(true);
      const wholes = [before, after].map(({ imports, segments, people }) => {
        return { imports: imports?.length, segments: segments?.length, people: people?.length };
      });
      expect(wholes).toContainEqual(left.counts);
      if (isAcknowledged) expect(left.counts).toEqual(wholes[1]);
      await again.context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      continue;
    }
    const found = await again.page.evaluate((of) => window.core.wholeLaptop(of), act);
    const states = [before, ...steps];
    const at = states.findLastIndex((state) => isSame(state, found));
    if (at === -1) expect(withoutFiles(found), `${act} after kill ${kill}`).toEqual(withoutFiles(after));
    count(ended, `${act}: ${at === 0 ? 'none' : at === states.length - 1 ? 'all' : 'sealed'}`);
    // What was told to be done must be done, files and all.
    if (isAcknowledged) expect(found, `${act} was acknowledged before kill ${kill}`).toEqual(after);
    expect(after['files'], 'no file but those it is about').toEqual(
      expect.arrayContaining([...(found['files'] ?? [])]),
    );
    expect((await again.page.evaluate(() => window.core.filesLeft())).filter(({ isWhole }) => !isWhole)).toEqual([]);
    if (at < states.length - 1) {
      // Once more, undisturbed: as though nothing had happened.
      await again.page.evaluate((of) => window.core.actToKill(of), act);
      expect(await again.page.evaluate((of) => window.core.wholeLaptop(of), act), `${act} anew`).toEqual(after);
    }
    await again.context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const listed = (where: Map<string, number>): string =>
    [...where]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, times]) => `${times} ${what}`)
      .join('; ');
  // Told, so that one sees that the kills came at all moments.
  console.log(`${kills} kills. They fell: ${listed(fell)}.\nThey left: ${listed(ended)}.`);
});

test(
  'killed while several tables are written at once, nothing that was there before is lost',
  { timeout: 120_000 },
  async () => {
    for (let kill = 0; kill < (isLong ? 20 : 3); kill += 1) {
      const profile = copied(templateOf('import'));
      const { context, page } = await opened(profile);
      const writing = page.evaluate(() => window.core.writeSideBySide()).catch(() => undefined);
      await pause(700 + chance() * 500);
      const gone = new Promise<void>((resolve) => {
        context.once('close', () => resolve());
      });
      killBrowserHolding(profile);
      await gone;
      await writing;
      const again = await opened(profile);
      const found = await again.page.evaluate(() => window.core.wholeLaptop('import'));
      expect(found['segments']).toEqual(foretold.get('import')?.before['segments']);
      await again.context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);
