/**
 * Three to five laptops work and swap real bundles badly: late, twice, out of order, relayed, never. Each holds at every moment what the
 * judge says it must (oracle.ts knows nothing of the code), and in the end all hold the same.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openBundle, openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { readText } from '#renderer/data/texts.ts';
import { bringBack, create, remove, set, writeText } from '#shared/changes/draft.ts';
import type { Save } from '#shared/changes/save.ts';
import { textRoot, updateSince } from '#shared/changes/text.ts';
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { seatKind, type Seat } from '#shared/domain/bodies/seat.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { everything, founded, passphrase, type Laptop } from '#tests/support/laptops.ts';
import { asCarried, compareWithJudge } from '#tests/support/officers.ts';
import { completePart, dotOf } from '#tests/support/oracle.ts';
import { act, testMachine } from '#tests/support/workspace.ts';

const runs = Number(process.env['PACKHORSE_SCHEDULES'] ?? 60);

const choice = fc.nat({ max: 11 });

const aStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('work' as const), who: choice, what: choice, which: choice }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('make' as const), who: choice, whom: choice }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('deliver' as const),
      which: fc.nat(40),
      to: choice,
      /** One bit for each sealed part in turn: those that travel in a part of the bundle that does not come. */
      lost: fc.oneof(fc.constant(0), fc.nat(255)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('clock' as const),
      who: choice,
      days: fc.integer({ min: -4000, max: 4000 }),
    }),
  },
);

const aSchedule = fc.record({
  laptops: fc.integer({ min: 3, max: 5 }),
  steps: fc.array(aStep, { minLength: 8, maxLength: 40 }),
  order: fc.infiniteStream(fc.nat(1000)),
});

/** A laptop, and the account of what it must hold. */
interface Officer extends Laptop {
  readonly reached: Map<string, Save>;
}

let count = 0;

async function engaged(by: Laptop, name: string): Promise<Officer> {
  const made = await makeBundle(by.session, { recipients: [], passphrase, cost: 8, app: 'test', note: null });
  const opened = await openInvitation(made.file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  count += 1;
  const machine = testMachine(name);
  const order = { opened: opened.value, fileName: '' };
  const result = await joinWorkspace(`schedule-${process.pid}-${count}`, kinds, machine, { name, role: '' }, order);
  if (!result.ok) throw new Error(result.refusal.type);
  const officer: Officer = { session: result.value, machine, reached: new Map() };
  for (const { read } of opened.value.segments) for (const save of read.saves) reach(officer, save);
  return officer;
}

function reach({ reached }: Officer, save: Save): void {
  reached.set(dotOf(save.device, save.seq), asCarried(save));
}

function at<Value>(list: ReadonlyArray<Value>, index: number): Value | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}

async function work(officer: Officer, what: number, which: number): Promise<void> {
  const { session, machine } = officer;
  const { database } = session;
  const bodies = await database.table<Body, string>(bodyKind.table).toArray();
  const seats = await database.table<Seat, string>(seatKind.table).toArray();
  const [body, seat] = [at(bodies, which), at(seats, which)];
  const binned = at(
    await database.bin.where('[kind+id]').between([bodyKind.name, ''], [bodyKind.name, '~']).toArray(),
    which,
  );
  const id = machine.newId();
  const save = await (() => {
    switch (what) {
      case 0:
      case 1:
        return act(session, 'Added', create(bodyKind, id, { name: `Body ${which}` }));
      case 2:
        // The same record made on two laptops.
        return act(session, 'Added', create(bodyKind, `common-${which % 2}`, { name: `Common ${what + which}` }));
      case 3:
        return body === undefined ? null : act(session, 'Removed', remove(bodyKind, body.id));
      case 4:
        return binned === undefined ? null : act(session, 'Brought back', bringBack(bodyKind, binned.id));
      case 5:
        return body === undefined ? null : act(session, 'Seated', create(seatKind, id, { bodyId: body.id }));
      case 6:
        return seat === undefined
          ? null
          : act(session, 'Roles', set(seatKind, seat, { roles: [which % 2 === 0 ? 'chair' : 'health'] }));
      case 7:
      case 8:
        return wrote(officer, `Words ${which}`);
      default:
        return body === undefined ? null : act(session, 'Renamed', set(bodyKind, body, { name: `Name ${which % 4}` }));
    }
  })();
  if (save !== null) reach(officer, save);
}

async function wrote({ session }: Officer, words: string): Promise<Save | null> {
  if ((await session.database.table(paperKind.table).get('paper')) === undefined) {
    return act(session, 'Added', create(paperKind, 'paper', { title: 'Paper' }));
  }
  const text = await readText(session.database, 'paper', 'body');
  const before = Y.encodeStateVector(text);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  const root = text.getXmlFragment(textRoot);
  root.insert(Math.min(root.length, words.length % 3), [paragraph]);
  return act(session, 'Wrote', writeText(paperKind, 'paper', 'body', updateSince(text, before) ?? ''));
}

async function bundleOf({ session }: Officer, to: ReadonlyArray<Officer>): Promise<Uint8Array> {
  const recipients = to.map((other) => other.session.device);
  const locked = to.length === 0 ? passphrase : null;
  return (await makeBundle(session, { recipients, passphrase: locked, cost: 8, app: 'test', note: null })).file;
}

async function deliver(file: Uint8Array, to: Officer, lost = 0): Promise<void> {
  const opened = await openBundle(to.session, file, passphrase);
  if (!opened.ok) {
    expect(opened.refusal.type).toBe('NotForThisLaptop');
    return;
  }
  const segments = opened.value.segments.filter((_part, nth) => ((lost >> (nth % 8)) & 1) === 0);
  const order = { opened: { ...opened.value, segments }, fileName: '', isAuthorChecked: true };
  expect(await takeBundle(to.session, order)).toMatchObject({ ok: true });
  for (const { read } of segments) for (const save of read.saves) reach(to, save);
}

async function judged(officer: Officer): Promise<void> {
  await compareWithJudge(officer.session, completePart([...officer.reached.values()]), kinds);
}

test(`${runs} schedules of laptops that swap bundles end equal, and as the judge says all along`, async () => {
  await fc.assert(
    fc.asyncProperty(aSchedule, async ({ laptops, steps, order }) => {
      const founder = await founded('l0');
      const officers: Officer[] = [{ ...founder, reached: new Map() }];
      const [first] = officers;
      if (first === undefined) throw new Error('nobody');
      for (let nth = 1; nth < laptops; nth += 1) officers.push(await engaged(first, `l${nth}`));
      for (const save of officers[1]?.reached.values() ?? []) reach(first, save);
      try {
        const pile: Uint8Array[] = [];
        for (const step of steps) {
          const who = at(officers, 'who' in step ? step.who : step.to) ?? first;
          if (step.type === 'work') await work(who, step.what, step.which);
          else if (step.type === 'clock') who.machine.pass(step.days * 86_400_000);
          else if (step.type === 'make') {
            const known = new Set((await who.session.database.devices.toArray()).map(({ id }) => id));
            const others = officers.filter((other) => other !== who && known.has(other.session.device));
            const chosen = others.filter((_other, nth) => ((step.whom >> nth) & 1) === 1);
            pile.push(await bundleOf(who, chosen));
          } else {
            const file = at(pile, step.which);
            if (file !== undefined) await deliver(file, who, step.lost);
          }
        }
        for (const officer of officers) await judged(officer);

        // Whoever lacks anything gets everything, each in an order of their own, some of it twice.
        const all = await Promise.all(officers.map(async (officer) => bundleOf(officer, [])));
        const numbers = order[Symbol.iterator]();
        for (const officer of officers) {
          const twice = [...all, ...pile, ...all].map((file) => ({ file, place: Number(numbers.next().value) }));
          for (const { file } of twice.toSorted((one, other) => one.place - other.place)) await deliver(file, officer);
          await judged(officer);
        }
        for (const officer of officers) expect(await everything(officer)).toEqual(await everything(first));
      } finally {
        for (const { session } of officers) await session.database.delete();
      }
    }),
    { numRuns: runs },
  );
}, 3_600_000);
