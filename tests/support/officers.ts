/**
 * Officers at work: fast-check schedules in which several people, each with a laptop and a clock of their own, change one
 * workspace through the app's own data core and pass saves to each other badly: late, twice, out of order, in part.
 *
 * Beside each laptop runs an account of what it must hold and what its officer had before their eyes. The account knows
 * nothing of the code: it is judged by oracle.ts.
 */
import fc from 'fast-check';
import * as Y from 'yjs';
import { expect } from 'vitest';
import { receive } from '#renderer/data/commit.ts';
import { readSavesBetween, readWholeLog } from '#renderer/data/log.ts';
import { rebuild } from '#renderer/data/rebuild.ts';
import { run } from '#renderer/data/run.ts';
import { foundSession, type Session } from '#renderer/data/session.ts';
import { readText } from '#renderer/data/texts.ts';
import { readNextReverts, reverse } from '#renderer/data/undo.ts';
import { bringBack, create, draft, remove, set, writeText, type Change } from '#shared/changes/draft.ts';
import type { Kind } from '#shared/changes/kind.ts';
import { decisionsOf, type Row } from '#shared/changes/record.ts';
import { aSave, type Save } from '#shared/changes/save.ts';
import { updateSince } from '#shared/changes/text.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import type { Json } from '#shared/kernel/json.ts';
import { ok } from '#shared/kernel/result.ts';
import { completePart, dotOf, headsAt, hadSeen, inOneText, judge, markupOf, undoingOf } from './oracle.ts';

export const officerKinds: ReadonlyArray<Kind> = [bodyKind, seatKind, paperKind];

/** One thing that happens. Numbers are choices among whatever there is at that moment, so that any schedule makes sense. */
export type Step =
  | { readonly type: 'create'; readonly who: number; readonly kind: number; readonly under: number }
  | { readonly type: 'createSame'; readonly who: number; readonly value: number }
  | {
      readonly type: 'edit';
      readonly who: number;
      readonly record: number;
      readonly field: number;
      readonly value: number;
      readonly isStale: boolean;
    }
  | { readonly type: 'delete'; readonly who: number; readonly record: number }
  | { readonly type: 'bringBack'; readonly who: number; readonly record: number }
  | {
      readonly type: 'write';
      readonly who: number;
      readonly record: number;
      readonly at: number;
      readonly cut: boolean;
    }
  | { readonly type: 'reverse'; readonly who: number; readonly which: 'undo' | 'redo'; readonly times: number }
  | { readonly type: 'look'; readonly who: number }
  | { readonly type: 'clock'; readonly who: number; readonly to: number }
  | {
      readonly type: 'deliver';
      readonly from: number;
      readonly to: number;
      /** One bit for each save in turn, over and over: whether it is lost on the way. */
      readonly lost: number;
      readonly shuffle: number;
      readonly twice: boolean;
    };

export interface Schedule {
  readonly officers: number;
  readonly steps: ReadonlyArray<Step>;
}

const year = 365 * 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 23, 9);

const who = fc.nat({ max: 4 });
const choice = fc.nat({ max: 11 });

const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('create'), who, kind: choice, under: choice }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('createSame'), who, value: choice }) },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant('edit'),
      who,
      // Mostly the same few fields, or people would seldom meet in one.
      record: fc.nat({ max: 2 }),
      field: fc.oneof(fc.constant(0), choice),
      value: fc.nat({ max: 2 }),
      isStale: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('delete'), who, record: choice }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('bringBack'), who, record: choice }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('write'), who, record: choice, at: choice, cut: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('reverse'),
      who,
      which: fc.constantFrom('undo', 'undo', 'redo'),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('look'), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('clock'),
      who,
      to: fc.constantFrom(-60 * year, -2 * year, -3_600_000, 0, 3_600_000, 2 * year, 70 * year),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      type: fc.constant('deliver'),
      from: who,
      to: who,
      lost: fc.oneof(fc.constant(0), fc.nat({ max: 0xffff })),
      shuffle: fc.nat(),
      twice: fc.boolean(),
    }),
  },
);

export const aSchedule: fc.Arbitrary<Schedule> = fc.record({
  officers: fc.integer({ min: 2, max: 5 }),
  steps: fc.array(aStep, { minLength: 4, maxLength: 28 }),
});

interface Officer {
  readonly session: Session;
  readonly clock: { now: number };
  /** Everything that reached this laptop, or was made there and acknowledged. */
  readonly reached: Map<string, Save>;
  /** Records as they stood when the officer last looked, and what was held then. */
  readonly seen: Map<string, { readonly row: Row; readonly held: ReadonlyArray<Save> }>;
  written: number;
}

interface Known {
  readonly kind: Kind;
  readonly id: string;
}

let count = 0;

async function engage(index: number): Promise<Officer> {
  const device = `d${index}`;
  let ids = 0;
  const clock = { now: start };
  const machine = {
    now: () => (clock.now += 7),
    newId: () => (ids++ === 0 ? device : `${device}-r${ids}`),
  };
  count += 1;
  const name = `officers-${process.pid}-${count}`;
  const session = await foundSession(name, officerKinds, machine, { name: `Officer ${index}`, role: 'Clerk' });
  return { session, clock, reached: new Map(), seen: new Map(), written: 0 };
}

function heldBy(officer: Officer): ReadonlyArray<Save> {
  return completePart([...officer.reached.values()]);
}

function recordsIn(saves: ReadonlyArray<Save>): ReadonlyArray<Known> {
  const found = new Map<string, Known>();
  for (const { edits } of saves) {
    for (const edit of edits) {
      const kind = officerKinds.find((one) => one.name === edit.kind);
      if (kind !== undefined) found.set(`${edit.kind} ${edit.record}`, { kind, id: edit.record });
    }
  }
  return [...found.values()];
}

function pick<Item>(items: ReadonlyArray<Item>, index: number): Item | undefined {
  return items[items.length === 0 ? 0 : index % items.length];
}

/** As a bundle carries a save: through JSON and the decoder for foreign data. */
export function asCarried(save: Save): Save {
  const decoded = aSave(JSON.parse(JSON.stringify(save)));
  if (!decoded.ok) throw new Error(`A save made here cannot be read elsewhere: ${JSON.stringify(decoded.refusal)}`);
  return decoded.value;
}

/** What the officer believed stood there: what was held when they looked, and all their own writes since. */
function believedAt(
  officer: Officer,
  heldWhenSeen: ReadonlyArray<Save>,
  heldNow: ReadonlyArray<Save>,
  about: { readonly kind: string; readonly record: string; readonly path: string },
): ReadonlyArray<string> {
  const dots = new Set(heldWhenSeen.map((save) => dotOf(save.device, save.seq)));
  return headsAt(heldNow, about.kind, about.record, about.path)
    .filter((write) => write.save.device === officer.session.device || dots.has(write.dot))
    .map((write) => write.dot);
}

/** Runs a draft and enters what was acknowledged into the account. */
async function act(
  officer: Officer,
  label: string,
  changes: ReadonlyArray<Change>,
  heldWhenSeen: ReadonlyArray<Save>,
): Promise<Save | null> {
  const heldNow = heldBy(officer);
  const result = await run(officer.session, () => ok(draft(label, '', [changes])), null);
  if (!result.ok) throw new Error('A command that refuses nothing was refused');
  if (result.value === null) return null;
  const save = asCarried(result.value);
  const own = heldNow.filter((held) => held.device === save.device).length;
  expect(save.seq).toBe(own + 1);
  expect(heldNow.every((held) => hadSeen(save, held))).toBe(true);
  expect(completePart([...heldNow, save])).toHaveLength(heldNow.length + 1);
  for (const edit of save.edits) {
    // Marks are set by no view but on what stands; only a birth knows of nothing.
    const seen = edit.path.startsWith('$') && heldWhenSeen.length > 0 ? heldNow : heldWhenSeen;
    expect(
      edit.over.map(([device, seq]) => dotOf(device, seq)).toSorted(),
      `${label}: ${edit.record} ${edit.path}`,
    ).toEqual(believedAt(officer, seen, heldNow, edit).toSorted());
  }
  officer.reached.set(dotOf(save.device, save.seq), save);
  return save;
}

async function rowNow(officer: Officer, { kind, id }: Known): Promise<Row | undefined> {
  const row = await officer.session.database.table<Row, string>(kind.table).get(id);
  return row ?? (await officer.session.database.bin.get([kind.name, id]))?.row;
}

const values: ReadonlyArray<string> = ['amber', 'birch', 'cedar'];
const roles = ['chair', 'health', 'representative'] as const;

/** The values an edit wants, in a row as its officer sees it. */
function wanted(kind: Kind, row: Row, field: number, value: number): Readonly<Record<string, Json>> {
  const word = values[value] ?? '';
  if (kind === bodyKind) {
    return (
      pick<Record<string, Json>>(
        [{ name: word }, { purpose: word }, { quorum: value === 0 ? null : value }, { name: word, usualPlace: word }],
        field,
      ) ?? {}
    );
  }
  if (kind === paperKind) return pick<Record<string, Json>>([{ title: word }, { author: word }], field) ?? {};
  const role = roles[value] ?? 'chair';
  const now = (row['roles'] ?? []) as ReadonlyArray<string>;
  const turned = now.includes(role) ? now.filter((other) => other !== role) : [...now, role];
  return (
    pick<Record<string, Json>>([{ roles: turned }, { name: word }, { roles: turned, votes: value > 0 }], field) ?? {}
  );
}

async function look(officer: Officer): Promise<void> {
  const held = heldBy(officer);
  officer.seen.clear();
  for (const known of recordsIn(held)) {
    const row = await rowNow(officer, known);
    if (row !== undefined) officer.seen.set(`${known.kind.name} ${known.id}`, { row, held });
  }
}

/** Writes a word of its own into a text, or strikes one out, as an editor does. */
async function write(officer: Officer, id: string, at: number, cut: boolean): Promise<void> {
  const text = await readText(officer.session.database, id, 'body');
  const before = Y.encodeStateVector(text);
  const root = text.getXmlFragment('text');
  if (cut && root.length > 0) {
    root.delete(at % root.length, 1);
  } else {
    officer.written += 1;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(`${officer.session.device}w${officer.written}`)]);
    root.insert(at % (root.length + 1), [paragraph]);
  }
  const update = updateSince(text, before);
  if (update === null) throw new Error('Writing left no update');
  const saved = await act(officer, 'Wrote', writeText(paperKind, id, 'body', update), heldBy(officer));
  expect(saved).not.toBeNull();
  expect(markupOf(await readText(officer.session.database, id, 'body'))).toBe(markupOf(text));
}

/** Undo and redo against a plain stack of what was done, and against what taking back must write. */
async function reverseOne(officer: Officer, which: 'undo' | 'redo'): Promise<void> {
  const { session } = officer;
  const held = heldBy(officer);
  const own = held.filter((save) => save.device === session.device).toSorted((a, b) => a.seq - b.seq);
  const expected = stacksOf(own)[which];
  const next = (await readNextReverts(session))[which];
  expect(next?.seq ?? null).toBe(expected);
  const reversal = await reverse(session, which);
  if (expected === null) {
    expect(reversal).toBeNull();
    return;
  }
  const taken = held.find((save) => save.device === session.device && save.seq === expected);
  const row = (await readSavesBetween(session.database, session.device, own.length + 1, own.length + 1))[0];
  expect(row, 'taking back is a save of its own').toBeDefined();
  if (taken === undefined || row === undefined) return;
  const save = asCarried(row);
  officer.reached.set(dotOf(save.device, save.seq), save);
  expect(save.reverts).toEqual({ type: which, seq: expected });
  const { writes, leftAlone, texts } = undoingOf(taken, held, officerKinds);
  const done = save.edits.map((edit) => [`${edit.kind} ${edit.record} ${edit.path}`, edit.value] as const);
  const plain = done.filter(([key]) => !texts.includes(key));
  expect(Object.fromEntries(plain.filter(([key]) => !key.endsWith('$touch')))).toEqual(writes);
  for (const edit of save.edits) {
    const heads = headsAt(held, edit.kind, edit.record, edit.path);
    expect(heads.map((head) => head.dot).toSorted()).toEqual(
      edit.over.map(([device, seq]) => dotOf(device, seq)).toSorted(),
    );
  }
  const untouchedTexts = texts.length - (done.length - plain.length);
  expect(reversal?.leftAlone).toBe(leftAlone + untouchedTexts);
}

/** Undo and redo as two plain piles: doing puts on the first and clears the second, undoing moves from one to the other. */
export function stacksOf(own: ReadonlyArray<Pick<Save, 'seq' | 'reverts'>>): {
  readonly undo: number | null;
  readonly redo: number | null;
} {
  let toUndo: number[] = [];
  let toRedo: number[] = [];
  for (const { seq, reverts } of own) {
    if (reverts === null) {
      toUndo = [...toUndo, seq];
      toRedo = [];
    } else if (reverts.type === 'undo') {
      toUndo = toUndo.filter((one) => one !== reverts.seq);
      toRedo = [...toRedo, seq];
    } else {
      toRedo = toRedo.filter((one) => one !== reverts.seq);
      toUndo = [...toUndo, seq];
    }
  }
  return { undo: toUndo.at(-1) ?? null, redo: toRedo.at(-1) ?? null };
}

function shuffled<Item>(items: ReadonlyArray<Item>, seed: number): ReadonlyArray<Item> {
  const result = [...items];
  let state = seed + 1;
  for (let index = result.length - 1; index > 0; index -= 1) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (index + 1);
    [result[index], result[other]] = [result[other] as Item, result[index] as Item];
  }
  return result;
}

async function takeIn(officer: Officer, saves: ReadonlyArray<Save>): Promise<void> {
  const heldBefore = heldBy(officer).length;
  const reachedBefore = officer.reached.size;
  const told = await receive(officer.session, saves.map(asCarried));
  for (const save of saves) officer.reached.set(dotOf(save.device, save.seq), asCarried(save));
  const heldAfter = heldBy(officer).length;
  const fresh = officer.reached.size - reachedBefore;
  expect(told).toEqual({
    applied: heldAfter - heldBefore,
    known: saves.length - fresh,
    waiting: officer.reached.size - heldAfter,
  });
}

async function deliver(from: Officer, to: Officer, step: Extract<Step, { type: 'deliver' }>): Promise<void> {
  // Often somebody has a form open while a bundle comes in, and goes on with what it showed.
  if (step.shuffle % 2 === 0) await look(to);
  const log = await readWholeLog(from.session.database);
  const kept = log.filter((_save, index) => ((step.lost >> (index % 16)) & 1) === 0);
  const order = shuffled(step.twice ? [...kept, ...kept] : kept, step.shuffle);
  const cut = order.length === 0 ? 0 : step.shuffle % (order.length + 1);
  for (const part of [order.slice(0, cut), order.slice(cut)]) if (part.length > 0) await takeIn(to, part);
}

async function happen(officers: ReadonlyArray<Officer>, step: Step): Promise<void> {
  if (step.type === 'deliver') {
    const from = pick(officers, step.from);
    const to = pick(officers, step.to);
    if (from !== undefined && to !== undefined && from !== to) await deliver(from, to, step);
    return;
  }
  const officer = pick(officers, step.who);
  if (officer === undefined) return;
  const held = heldBy(officer);
  const known = recordsIn(held);
  switch (step.type) {
    case 'create': {
      const id = officer.session.newId();
      const under = pick(
        known.filter(({ kind }) => kind === bodyKind),
        step.under,
      );
      const kind = under === undefined ? 0 : step.kind % 3;
      const changes =
        kind === 0
          ? create(bodyKind, id, { name: values[step.under % 3] ?? '' })
          : kind === 1
            ? create(seatKind, id, { bodyId: under?.id ?? '', roles: ['chair'] })
            : create(paperKind, id, { title: values[step.under % 3] ?? '' });
      expect(await act(officer, 'Created', changes, held)).not.toBeNull();
      return;
    }
    case 'createSame':
      // Two people may make a record of the same id apart, as a singleton is; nobody makes one that is before their eyes.
      if (known.some(({ id }) => id === 'the-one')) return;
      await act(officer, 'Created the same', create(bodyKind, 'the-one', { name: values[step.value % 3] ?? '' }), []);
      return;
    case 'look':
      await look(officer);
      return;
    case 'clock':
      officer.clock.now = start + step.to;
      return;
    case 'reverse':
      for (let time = 0; time < step.times; time += 1) await reverseOne(officer, step.which);
      return;
    case 'edit': {
      const about = pick(known, step.record);
      if (about === undefined) return;
      const before = step.isStale ? officer.seen.get(`${about.kind.name} ${about.id}`) : undefined;
      const seen = before ?? { row: await rowNow(officer, about), held };
      if (seen.row === undefined) throw new Error('A record in the log has no row');
      const { row } = seen;
      await act(
        officer,
        'Edited',
        set(about.kind, row, wanted(about.kind, row, step.field, step.value) as Readonly<Record<string, never>>),
        seen.held,
      );
      return;
    }
    case 'delete':
    case 'bringBack': {
      const about = pick(known, step.record);
      if (about === undefined) return;
      // Deleted is what is in sight, and brought back what is not.
      const isShown = (await officer.session.database.table(about.kind.table).get(about.id)) !== undefined;
      if (isShown !== (step.type === 'delete')) return;
      const changes = step.type === 'delete' ? remove(about.kind, about.id) : bringBack(about.kind, about.id);
      expect(await act(officer, step.type, changes, held)).not.toBeNull();
      return;
    }
    case 'write': {
      const about = pick(
        known.filter(({ kind }) => kind === paperKind),
        step.record,
      );
      if (about !== undefined) await write(officer, about.id, step.at, step.cut);
      return;
    }
  }
}

/** Everything in a database but what it numbers by itself, in one text: equal texts, equal databases. */
export async function wholeOf(session: Session): Promise<Readonly<Record<string, string>>> {
  const tables = session.database.tables.map(async (table) => {
    const rows = (await table.toArray()) as Record<string, unknown>[];
    const told = rows.map((row) =>
      inOneText({ ...row, no: 0, ...(row['state'] instanceof Uint8Array ? { state: [...row['state']] } : {}) }),
    );
    return [table.name, told.toSorted().join('\n')] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

async function compare(officer: Officer): Promise<void> {
  await compareWithJudge(officer.session, heldBy(officer), officerKinds);
}

/** Rows, bin and texts of a laptop against the judge, down to every mark. */
export async function compareWithJudge(
  session: Session,
  held: ReadonlyArray<Save>,
  judgedKinds: ReadonlyArray<Kind>,
): Promise<void> {
  const log = await readWholeLog(session.database);
  expect(log.map((save) => inOneText(asCarried(save))).toSorted()).toEqual(held.map(inOneText).toSorted());
  const judged = judge(held, judgedKinds);
  const binned = await session.database.bin.toArray();
  const shown = await Promise.all(
    judgedKinds.map(async (kind) => {
      const rows = await session.database.table<Row, string>(kind.table).toArray();
      return rows.map((row) => ({ kind: kind.name, row }));
    }),
  );
  expect(
    shown
      .flat()
      .map(({ kind, row }) => `${kind} ${row.id}`)
      .toSorted(),
  ).toEqual(judged.records.filter((one) => one.state !== 'deleted').map((one) => `${one.kind} ${one.id}`));
  const all = [...shown.flat(), ...binned.map(({ kind, row }) => ({ kind, row }))];
  expect(all.map(({ kind, row }) => `${kind} ${row.id}`).toSorted()).toEqual(
    judged.records.map((one) => `${one.kind} ${one.id}`),
  );
  for (const { kind, row } of all) {
    const { id, _heads, _others, _deletions, _open, ...fields } = row;
    const one = judged.records.find((record) => record.kind === kind && record.id === id);
    expect(fields).toEqual(one?.values);
    expect(_open === 1, `${id} open`).toBe(one?.isOpen);
    const heads = Object.entries(_heads).map(([path, list]) => [path, list.map(([by, seq]) => dotOf(by, seq))]);
    const paths = Object.entries(one?.paths ?? {});
    expect(Object.fromEntries(heads)).toEqual(Object.fromEntries(paths.map(([path, { heads }]) => [path, heads])));
    const merges = (path: string): string | undefined =>
      path.startsWith('$')
        ? undefined
        : judgedKinds.find((other) => other.name === kind)?.fields[path.split('/')[0] ?? '']?.merge;
    const others = paths.filter(
      ([path, { heads }]) => heads.length > 1 && ['value', 'set'].includes(merges(path) ?? ''),
    );
    const kindOf = judgedKinds.find((other) => other.name === kind);
    const decisions = kindOf === undefined ? [] : decisionsOf(kindOf, row);
    const torn = others.filter(([, { isConflict }]) => isConflict);
    expect(Object.fromEntries(decisions.map(({ path, values }) => [path, values.map(({ value }) => value)]))).toEqual(
      Object.fromEntries(
        torn.map(([path, { values }]) => [
          path,
          [...new Map(values.map((value) => [inOneText(value), value])).values()],
        ]),
      ),
    );
    expect(_others).toEqual(Object.fromEntries(others.map(([path, { values }]) => [path, values.slice(1)])));
  }
  const texts = await session.database.texts.toArray();
  const markup = texts.map(({ key, state }) => {
    const text = new Y.Doc({ gc: false });
    Y.applyUpdateV2(text, state);
    return [key, markupOf(text)];
  });
  expect(Object.fromEntries(markup)).toEqual(judged.texts);
  expect(await session.database.unread.count()).toBe(0);
}

/** Values and texts as an officer sees them, those records left out on whose deletion people disagree. */
function appearance(officer: Officer, leftOut: ReadonlySet<string>): string {
  const judged = judge(heldBy(officer), officerKinds);
  const records = judged.records.filter((one) => one.state !== 'deleted' && !leftOut.has(one.id));
  return inOneText([records.map(({ kind, id, values, isOpen }) => [kind, id, values, isOpen]), judged.texts]);
}

async function undoAndRedo(officer: Officer): Promise<void> {
  if ((await readNextReverts(officer.session)).undo === null) return;
  // To bring a deletion back is to delete again, now having seen what the first time was not known.
  const { records } = judge(heldBy(officer), officerKinds);
  const disputed = records.filter((one) => one.state === 'disputed').map((one) => one.id);
  const gone = new Set(records.filter((one) => one.state === 'deleted').map((one) => one.id));
  // To write back into what a colleague has deleted since puts it in sight again, to be decided.
  const own = heldBy(officer).filter((save) => save.device === officer.session.device);
  const last = own.find(({ seq }) => seq === stacksOf(own.toSorted((a, b) => a.seq - b.seq)).undo);
  const deletes = new Set(last?.edits.flatMap(({ record, path }) => (path === '$gone' ? [record] : [])));
  const written = (last?.edits ?? []).map(({ record }) => record).filter((id) => gone.has(id) && !deletes.has(id));
  const leftOut = new Set([...disputed, ...written]);
  const before = appearance(officer, leftOut);
  await reverseOne(officer, 'undo');
  await reverseOne(officer, 'redo');
  expect(appearance(officer, leftOut), 'undone and redone').toBe(before);
  await compare(officer);
}

/** Lets a schedule happen, holding every laptop against the judge on the way and at the end. */
export async function work(schedule: Schedule): Promise<void> {
  const officers: Officer[] = [];
  for (let index = 0; index < schedule.officers; index += 1) officers.push(await engage(index + 1));
  try {
    for (const step of schedule.steps) await happen(officers, step);
    for (const officer of officers) await compare(officer);
    for (const officer of officers) await undoAndRedo(officer);

    // Whoever lacked anything gets everything, each from every log, in an order of their own.
    const everything = new Map<string, Save>();
    for (const { session } of officers) {
      for (const save of await readWholeLog(session.database)) {
        everything.set(dotOf(save.device, save.seq), asCarried(save));
      }
    }
    for (const [index, officer] of officers.entries()) {
      const order = shuffled([...everything.values()], index * 7919 + schedule.steps.length);
      for (const part of [order.slice(0, order.length >> 1), order.slice(order.length >> 1)])
        await takeIn(officer, part);
      await compare(officer);
      expect(await officer.session.database.parked.count()).toBe(0);
      const whole = await wholeOf(officer.session);
      await receive(officer.session, order);
      expect(await wholeOf(officer.session), 'receiving again changes nothing').toEqual(whole);
      await rebuild(officer.session, officerKinds);
      expect(await wholeOf(officer.session), 'rebuilding changes nothing').toEqual(whole);
    }
    const [first, ...rest] = await Promise.all(officers.map(({ session }) => wholeOf(session)));
    for (const other of rest) {
      for (const table of ['saves', 'bin', ...officerKinds.map((kind) => kind.table)]) {
        expect(other[table], `all hold the same ${table}`).toBe(first?.[table]);
      }
    }
  } finally {
    for (const { session } of officers) await session.database.delete();
  }
}
