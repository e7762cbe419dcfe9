/**
 * A month on three laptops, told in ten days: three browser profiles with the real app, offline, on the sample. Their officers change the same
 * fields unseen by each other, and hand bundles on late, twice, in the wrong order and by way of each other, by hand and by a folder that
 * three real Syncthing carry, one of them stopped for days. Helen decides each difference on the screen, once. In the end all three hold the
 * same to the byte, and that is what the judge works out from every save.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWholeLog } from '#renderer/data/log.ts';
import type { Save } from '#shared/changes/save.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { arrived, putThere, takeFromFolder } from '#tests/support/carried-folder.ts';
import { asCarried, compareWithJudge } from '#tests/support/officers.ts';
import {
  allDecided,
  bundleFrom,
  differencesOn,
  goTo,
  invitationFrom,
  join,
  leaveIt,
  officerLaptop,
  take,
  type Decide,
  type OfficerLaptop,
  type Taken,
} from '#tests/support/officer-laptop.ts';
import * as work from '#tests/support/officers-work.ts';
import { dotOf } from '#tests/support/oracle.ts';
import { outsideTool } from '#tests/support/outside-tools.ts';
import { laidOut, rowsOfPage, sharedPartOf, type PageRows } from '#tests/support/page-database.ts';
import { carriers, type Carrier } from '#tests/support/syncthing.ts';
import { faultsForAxe, textOf } from '#tests/support/written-paper.ts';

const place = mkdtempSync(path.join(tmpdir(), 'packhorse-month-'));
const helen = officerLaptop('helen', place);
const priya = officerLaptop('priya', place);
const tom = officerLaptop('tom', place);
const officers = [helen, priya, tom] as const;
let carried: ReadonlyArray<Carrier> = [];
const hour = 3_600_000;
/** Ten days of work lie three days apart, so that a month goes by. */
const apart = 3 * 24 * hour;
const board = 'Partnership Board';
const report = 'Flood report';

beforeAll(async () => {
  if (outsideTool('syncthing') !== null) carried = await carriers(place, 3);
});
afterAll(async () => {
  for (const officer of officers) await officer.shut();
  for (const { stop } of carried) await stop();
  rmSync(place, { recursive: true, force: true });
});

/** How often each difference was put before Helen to be decided, by all that is said of it. */
const told = new Map<string, number>();
const usedWays: string[] = [];

const ways = ['Keep yours', 'Write my own', 'Keep theirs', 'Combine both'];

/** By turns in every way there is; where the turn's own is not offered, in the next that is. */
const decideIt: Decide = async (difference) => {
  const offered = await difference.getByRole('button').allInnerTexts();
  const inTurn = ways.map((_way, at) => ways[(usedWays.length + at) % ways.length] ?? '');
  const way = [...inTurn, 'Keep it', 'Delete it'].find((one) => offered.some((name) => name.startsWith(one)));
  if (way === undefined) throw new Error(`No way to decide among ${offered.join(', ')}`);
  usedWays.push(way);
  await difference
    .getByRole('button', { name: new RegExp(`^${way}`) })
    .first()
    .click();
  if (way === 'Write my own') {
    await difference.getByRole('textbox').fill(`Helen’s own words, ${usedWays.length}`);
    await difference.getByRole('button', { name: 'Keep this' }).click();
  }
  return true;
};

/** What waits for Helen after an import is what she was shown in it and left, and nothing more; then she decides it. */
async function helenDecided({ decided, left }: Pick<Taken, 'decided' | 'left'>): Promise<void> {
  // What was decided in the check goes from the list a moment after the rest is in.
  const waiting = async (): Promise<ReadonlyArray<string>> => (await differencesOn(helen.page())).toSorted();
  await expect.poll(waiting, { timeout: 10_000 }).toEqual(left.toSorted());
  const all = [...decided, ...(await allDecided(helen.page(), decideIt))];
  for (const difference of all) told.set(difference, (told.get(difference) ?? 0) + 1);
}

async function helenTakes(file: string, when: 'now' | 'later' = 'later'): Promise<Taken> {
  const taken = await take(helen.page(), file, when === 'now' ? decideIt : leaveIt);
  await helenDecided(taken);
  return taken;
}

const isNew = { isNew: true };
const isNothingNew = { isNew: false, decided: [], left: [] };

async function daysPass(): Promise<void> {
  for (const officer of officers) await officer.pass(apart);
}

const pagesOf = (): readonly [Page, Page, Page] => [helen.page(), priya.page(), tom.page()];

test('first Helen shows the sample to Priya and Tom, who join, and all know each other', async () => {
  await Promise.all(officers.map((officer) => officer.open()));
  const [onHelen, onPriya, onTom] = pagesOf();
  await onHelen.getByRole('button', { name: 'Try the sample' }).click();
  await onHelen.getByText('Sample: nothing here is real').waitFor();
  await work.addReport(onHelen, report);
  await work.addPerson(onHelen, 'Ivo Lark', 'Ranger');
  const invitation = await invitationFrom(helen);
  await Promise.all([
    join(onPriya, invitation, 'Priya Shah', 'Partnership manager'),
    join(onTom, invitation, 'Tom Reid', 'Minute taker'),
  ]);
  for (const from of [priya, tom]) expect(await take(onHelen, await bundleFrom(from))).toEqual(isNothingNew);
  const back = await bundleFrom(helen);
  expect(await Promise.all([onPriya, onTom].map((page) => take(page, back)))).toEqual([isNothingNew, isNothingNew]);
});

test('for half the month they hand bundles on by hand, late, twice, in the wrong order and by way of each other', async () => {
  const [onHelen, onPriya, onTom] = pagesOf();
  await daysPass();
  await Promise.all([
    work.fillInMeeting(onHelen, board, 'Note', 'Bring the map'),
    work
      .fillInMeeting(onPriya, board, 'Note', 'Bring the minutes')
      .then(() => work.fillInBody(onPriya, board, 'Usual place', 'Village hall')),
    work.fillInPerson(onTom, 'Mo Okafor', 'Telephone', '01632 960001').then(() => work.addBody(onTom, 'Youth Council')),
  ]);
  const [fromPriya1, fromTom1] = await Promise.all([bundleFrom(priya), bundleFrom(tom)]);

  await daysPass();
  await Promise.all([
    work.fillInPerson(onHelen, 'Mo Okafor', 'Telephone', '01632 960002'),
    work.fillInMeeting(onPriya, board, 'Place', 'Long Room'),
    work.fillInMeeting(onTom, board, 'Place', 'Short Room'),
  ]);
  const fromPriya2 = await bundleFrom(priya);
  expect((await helenTakes(fromPriya2, 'now')).decided).toHaveLength(1);
  for (const late of [fromPriya1, fromPriya2]) expect(await helenTakes(late)).toEqual(isNothingNew);
  const fromHelen2 = await bundleFrom(helen);

  await daysPass();
  await tom.pass(-5 * hour);
  expect((await take(onTom, fromHelen2)).left).toHaveLength(2);
  await Promise.all([
    work.writeInPaper(onPriya, report, 'Priya saw the river rise.'),
    work.writeInPaper(onTom, report, 'Tom saw it fall.'),
  ]);
  expect(await take(onPriya, await bundleFrom(tom))).toMatchObject(isNew);
  expect(await take(onPriya, fromHelen2)).toEqual(isNothingNew);
  // By way of Priya, who has left all of it open.
  const byWayOfPriya = await take(onHelen, await bundleFrom(priya));
  expect(byWayOfPriya.left).toHaveLength(2);
  await onHelen
    .getByRole('list', { name: 'Decisions to make' })
    .getByRole('button', { name: /^Write my own/ })
    .first()
    .click();
  expect(await faultsForAxe(onHelen)).toEqual([]);
  await onHelen.getByRole('button', { name: 'Cancel' }).click();
  await helenDecided(byWayOfPriya);
  expect(await helenTakes(fromTom1)).toEqual(isNothingNew);

  await daysPass();
  await tom.shut();
  await Promise.all([
    work.removePerson(onHelen, 'Ivo Lark').then(() => work.fillInBody(onHelen, board, 'Purpose', 'Helen’s purpose')),
    work
      .fillInPerson(onPriya, 'Ivo Lark', 'Role', 'Head ranger')
      .then(() => work.fillInBody(onPriya, board, 'Purpose', 'Priya’s purpose')),
  ]);
  const [fromHelen4, fromPriya4] = [await bundleFrom(helen), await bundleFrom(priya)];

  await daysPass();
  const again = await tom.open();
  await work.fillInPerson(again, 'Ivo Lark', 'Telephone', '01632 960003');
  await work.fillInBody(again, board, 'Purpose', 'Tom’s purpose');
  expect((await take(again, fromPriya4)).left).toHaveLength(1);
  const byWayOfTom = await helenTakes(await bundleFrom(tom), 'now');
  expect(byWayOfTom.decided).toHaveLength(2);
  expect(await helenTakes(fromPriya4)).toEqual(isNothingNew);
  expect(await take(again, fromHelen4)).toMatchObject(isNew);
}, 120_000);

test.runIf(outsideTool('syncthing') !== null)(
  'then a folder goes between them by itself, though Syncthing stands still on one laptop and then on another (needs syncthing)',
  async () => {
    const [one, two, three] = carried;
    if (one === undefined || two === undefined || three === undefined) throw new Error('three are needed');
    const [onHelen, onPriya, onTom] = pagesOf();
    const helenTakesAll = async (bundles: number): Promise<void> => {
      await takeFromFolder(onHelen, one.folder, bundles, async (taken) => helenDecided(taken));
    };
    for (const page of pagesOf()) {
      await goTo(page, 'Share and receive');
      await page.getByRole('button', { name: 'Choose a folder' }).click();
      await page.getByRole('button', { name: /^Put .* there$/ }).waitFor();
    }
    await Promise.all([one.start(), two.start()]);

    await daysPass();
    await Promise.all([
      work.fillInBody(onHelen, board, 'Usual place', 'Council Chamber'),
      work.fillInBody(onPriya, board, 'Usual place', 'Corn Exchange'),
      work.fillInBody(onTom, board, 'Usual place', 'Drill Hall'),
    ]);
    await Promise.all([putThere(onHelen, one, true), putThere(onPriya, two, true), putThere(onTom, three, false)]);
    for (const { folder } of [one, two]) await arrived(folder, 2);
    await Promise.all([helenTakesAll(1), takeFromFolder(onPriya, two.folder, 1)]);

    await daysPass();
    await tom.pass(5 * hour);
    await Promise.all([
      work.fillInPaper(onHelen, report, 'Author', 'Helen and others'),
      work.addItem(onPriya, board, 'Bridges'),
      work.fillInPaper(onTom, report, 'Author', 'Tom and others'),
    ]);
    await Promise.all([putThere(onHelen, one, true), putThere(onPriya, two, true), putThere(onTom, three, false)]);
    for (const { folder } of [one, two]) await arrived(folder, 4);
    await helenTakesAll(1);

    await daysPass();
    await three.start();
    await three.look();
    for (const { folder } of [one, two, three]) await arrived(folder, 6);
    await Promise.all([
      helenTakesAll(2),
      takeFromFolder(onTom, three.folder, 4),
      takeFromFolder(onPriya, two.folder, 3),
    ]);
    await one.stop();

    await daysPass();
    await Promise.all([
      work.fillInMeeting(onHelen, board, 'Place', 'Upstairs'),
      work.fillInMeeting(onPriya, board, 'Note', 'Priya brings tea'),
      work
        .fillInMeeting(onTom, board, 'Note', 'Tom brings cake')
        .then(() => work.fillInMeeting(onTom, board, 'Place', 'Downstairs')),
    ]);
    await Promise.all([putThere(onHelen, one, false), putThere(onPriya, two, true), putThere(onTom, three, true)]);
    for (const { folder } of [two, three]) await arrived(folder, 8);
    await takeFromFolder(onPriya, two.folder, 1);

    await daysPass();
    await one.start();
    await one.look();
    for (const { folder } of [one, two, three]) await arrived(folder, 9);
    await Promise.all([helenTakesAll(2), takeFromFolder(onTom, three.folder, 2)]);
  },
  120_000,
);

/** All that an officer's laptop holds, once its screens have shown that nothing is open and nothing lost. */
async function lookedOver({ page: pageOf, name }: OfficerLaptop): Promise<PageRows> {
  const page = pageOf();
  expect(await differencesOn(page)).toEqual([]);
  await goTo(page, 'Papers');
  await page.getByRole('link', { name: report }).first().click();
  for (const words of ['Priya saw the river rise.', 'Tom saw it fall.']) await textOf(page).getByText(words).waitFor();
  await goTo(page, 'History');
  await page.getByRole('button', { name: 'Check the whole history' }).click();
  await page.getByText('The history is whole, and as it was signed').waitFor();
  return rowsOfPage(page, name === 'helen' ? 'packhorse-sample' : 'packhorse');
}

test('in the end the three laptops hold the same, as the judge has it, and every difference was told once and decided', async () => {
  for (const from of [priya, tom]) await helenTakes(await bundleFrom(from));
  const last = await bundleFrom(helen);
  await Promise.all([priya.page(), tom.page()].map((page) => take(page, last)));

  expect([...told].filter(([, times]) => times !== 1)).toEqual([]);
  expect(told.size).toBeGreaterThan(outsideTool('syncthing') === null ? 4 : 8);
  for (const way of [...ways, 'Keep it']) expect(usedWays).toContain(way);
  const rows = await Promise.all(officers.map(lookedOver));
  const [first, ...others] = rows.map(sharedPartOf);
  expect(first).toMatchObject({ saves: [], parked: [], pieces: [], unread: [] });
  for (const other of others) expect(other).toEqual(first);

  const sessions = await Promise.all(rows.map(laidOut));
  const every = new Map<string, Save>();
  for (const { database } of sessions)
    for (const save of await readWholeLog(database)) every.set(dotOf(save.device, save.seq), asCarried(save));
  for (const session of sessions) await compareWithJudge(session, [...every.values()], kinds);
  expect(officers.flatMap(({ complaints }) => complaints)).toEqual([]);
}, 120_000);
