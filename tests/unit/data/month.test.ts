/**
 * A month of three officers on the sample: they work offline, hand bundles over late, twice, in the wrong order and by way of each other, one
 * of them with a clock a year off for a week. One decides what two wrote differently, each difference once. In the end all hold the same,
 * and that is what the judge works out from every save.
 */
import { expect, test } from 'vitest';
import { commitDraft } from '#renderer/data/commit.ts';
import { checkLog } from '#renderer/data/check-log.ts';
import { decidedAll, readDecisions } from '#renderer/data/exchange/decisions.ts';
import { readWholeLog } from '#renderer/data/log.ts';
import { openSample } from '#renderer/features/sample/open-sample.ts';
import { create, remove, set, type Change } from '#shared/changes/draft.ts';
import type { Row } from '#shared/changes/record.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { personKind, type Person } from '#shared/domain/people/person.ts';
import { agreed, bundleOf, everything, joined, take, type Laptop } from '#tests/support/laptops.ts';
import { asCarried, compareWithJudge } from '#tests/support/officers.ts';
import { act, testMachine, testSession } from '#tests/support/workspace.ts';

const days = Number(process.env['PACKHORSE_DAYS'] ?? 20);
const day = 24 * 60 * 60 * 1000;
const year = 365 * day;

/** The same month at every run. */
let state = 2026;
function chance(below: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % below;
}

async function rowOf<Kind extends Row>(laptop: Laptop, table: string, at: number): Promise<Kind | undefined> {
  const rows = await laptop.session.database.table<Kind, string>(table).orderBy('id').toArray();
  return rows[at % rows.length];
}

/** One thing that an officer does in a day. */
async function workOf(laptop: Laptop, words: string): Promise<void> {
  const { session, machine } = laptop;
  // All of them at the same few records, so that they do get in each other's way.
  const [meeting, body, person] = await Promise.all([
    rowOf<Meeting & Row>(laptop, meetingKind.table, chance(3)),
    rowOf<Body & Row>(laptop, bodyKind.table, chance(2)),
    rowOf<Person & Row>(laptop, personKind.table, chance(4)),
  ]);
  const changes: ReadonlyArray<ReadonlyArray<ReadonlyArray<Change>> | null> = [
    meeting === undefined ? null : [set(meetingKind, meeting, { place: `Room ${words}` })],
    meeting === undefined ? null : [set(meetingKind, meeting, { note: words })],
    body === undefined ? null : [set(bodyKind, body, { name: `Body ${words}` })],
    person === undefined ? null : [set(personKind, person, { jobTitle: words })],
    person === undefined ? null : [set(personKind, person, { telephone: words })],
    [create(personKind, machine.newId(), { name: `New ${words}` })],
    person === undefined || chance(4) > 0 ? null : [remove(personKind, person.id)],
  ];
  const chosen = changes[chance(changes.length)];
  if (chosen != null) await act(session, 'Worked', ...chosen);
}

/** Helen decides whatever is open, always for the first choice by name. */
async function decided({ session }: Laptop, told: Map<string, number>): Promise<void> {
  const open = await readDecisions(session, session.database);
  if (open.length === 0) return;
  for (const { kind, record, path, choices } of open) {
    const key = `${kind} ${record} ${path} ${choices
      .map(({ by, stamp }) => `${by} ${stamp}`)
      .toSorted()
      .join(', ')}`;
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  const made = open.map((decision) => {
    const [first] = decision.choices.toSorted((one, other) =>
      JSON.stringify(one.value) < JSON.stringify(other.value) ? -1 : 1,
    );
    return { decision, value: first?.value ?? null };
  });
  await commitDraft(session, decidedAll(made), session.me.name);
}

test(
  `a month of ${days} days ends with three equal laptops, every difference told once and decided`,
  { timeout: 600_000 },
  async () => {
    const machine = testMachine('helen');
    const helen: Laptop = { session: await testSession(machine, 'helen'), machine };
    await openSample(helen.session);
    const priya = await joined(helen, 'priya');
    await take(helen, await bundleOf(priya), true);
    const tom = await joined(helen, 'tom');
    await take(helen, await bundleOf(tom), true);
    const officers = [helen, priya, tom] as const;
    const pile: Uint8Array[] = [];
    const told = new Map<string, number>();
    for (let today = 0; today < days; today += 1) {
      if (today === 7) tom.machine.pass(-year);
      if (today === 12) tom.machine.pass(year);
      for (const [at, officer] of officers.entries()) {
        officer.machine.pass(day);
        for (let nth = 0; nth < 3; nth += 1) await workOf(officer, `${officer.session.me.name} ${today} ${nth}`);
        // Not every day, to one or to all; the pile is a drawer in which nothing is in order.
        if (chance(2) === 0)
          pile.push(
            await bundleOf(officer, chance(2) === 0 ? [] : officers.filter((_one, other) => other !== at).slice(0, 1)),
          );
      }
      for (const officer of officers) {
        for (let nth = 0; nth < 2; nth += 1) {
          const file = pile[chance(Math.max(1, pile.length))];
          if (file === undefined || chance(3) === 0) continue;
          const answer = await take(officer, file);
          // Tom and Priya know each other by Helen; what is for others is told so.
          expect(['taken', 'NotForThisLaptop', 'UnknownAuthor']).toContain(answer);
        }
      }
      await decided(helen, told);
    }
    await agreed(...officers);
    await decided(helen, told);
    await agreed(...officers);
    expect(told.size).toBeGreaterThan(10);
    expect([...told.values()].filter((times) => times !== 1)).toEqual([]);
    for (const officer of officers) {
      expect(await readDecisions(officer.session, officer.session.database)).toEqual([]);
      expect(await everything(officer)).toEqual(await everything(helen));
      expect(await checkLog(officer.session.database)).toMatchObject({ faults: [], laptops: 3 });
    }
    const saves = (await readWholeLog(helen.session.database)).map(asCarried);
    await compareWithJudge(tom.session, saves, kinds);
  },
);
