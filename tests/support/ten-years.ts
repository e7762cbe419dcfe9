/**
 * Ten years of a committee office as saves: 500 meetings with 10 agenda items and 10 papers each, kept by three officers who
 * saw each other's work all along. Invented throughout, and the same at every making.
 */
import * as Y from 'yjs';
import { receive, type Ledger } from '#renderer/data/commit.ts';
import type { Dot, Save } from '#shared/changes/save.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import type { Json } from '#shared/kernel/json.ts';

const devices = ['officer-1', 'officer-2', 'officer-3'];
const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2016, 10, 28, 9);
const span = 3650 * day;

type Values = Readonly<Record<string, Json>>;

/** Appends saves with dependencies and predecessors as honest laptops would give them. */
function openBook(total: number): {
  save(command: string, edits: ReadonlyArray<readonly [kind: string, record: string, values: Values]>): Save;
  readonly written: () => number;
} {
  const held: Record<string, number> = {};
  const standing = new Map<string, Dot>();
  let count = 0;
  return {
    written: () => count,
    save(command, edits) {
      const device = devices[count % 7 === 0 ? 1 : count % 11 === 0 ? 2 : 0] ?? 'officer-1';
      const { [device]: own = 0, ...deps } = held;
      const dot: Dot = [device, own + 1];
      const list = edits.flatMap(([kind, record, values]) =>
        Object.entries(values).map(([path, value]) => {
          const key = `${record} ${path}`;
          const before = standing.get(key);
          standing.set(key, dot);
          return { kind, record, path, value, over: before === undefined ? [] : [before] };
        }),
      );
      held[device] = own + 1;
      count += 1;
      const at = Math.floor(start + (span * count) / total) * 1024 + (count % 1000);
      return { device, seq: own + 1, at, deps, by: 'Ada Fell', command, note: '', edits: list, reverts: null };
    },
  };
}

/** Meetings are planned half a year ahead of the day they are entered. */
const plannedAhead = 180;

function dateAfter(days: number): string {
  return new Date(start + (days + plannedAhead) * day).toISOString().slice(0, 10);
}

/** The updates of one written paper: a paragraph at a time. */
function updatesOf(client: number, paragraphs: number): ReadonlyArray<string> {
  const text = new Y.Doc({ gc: false });
  text.clientID = client;
  const root = text.getXmlFragment('text');
  return Array.from({ length: paragraphs }, (_paragraph, index) => {
    const before = Y.encodeStateVector(text);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [
      new Y.XmlText(`The partners considered point ${index + 1} and noted what had been done since.`),
    ]);
    root.insert(root.length, [paragraph]);
    return bytesToBase64(Y.encodeStateAsUpdateV2(text, before));
  });
}

/** The saves, in an order in which each comes after those it leans on. With fewer saves there are fewer meetings. */
export function* tenYears(saves = 100_000): Generator<Save> {
  const book = openBook(saves);
  const born: Values = { $touch: true };
  yield book.save('Added a body', [['body', 'board', { ...born, name: 'Partnership Board' }]]);
  for (let person = 0; person < 60; person += 1) {
    const id = `person-${person}`;
    yield book.save('Added a person', [['person', id, { ...born, name: `Person ${person}`, jobTitle: 'Member' }]]);
  }
  const perMeeting = 200;
  for (let meeting = 0; book.written() + perMeeting <= saves; meeting += 1) {
    const id = `meeting-${meeting}`;
    const date = dateAfter(Math.round((3650 * meeting * perMeeting) / saves));
    const until = book.written() + perMeeting;
    yield book.save('Planned a meeting', [
      ['meeting', id, { ...born, bodyId: 'board', bodyName: 'Partnership Board', date, start: '14:00', place: 'Hall' }],
    ]);
    for (let item = 0; item < 10; item += 1) {
      const itemId = `item-${meeting}-${item}`;
      const paperId = `paper-${meeting}-${item}`;
      const isWritten = item % 2 === 0;
      yield book.save('Added an item', [
        [
          'agendaItem',
          itemId,
          { ...born, meetingId: id, place: { under: null, key: `a${item}` }, title: `Item ${item + 1}`, minutes: 10 },
        ],
      ]);
      yield book.save('Added a paper', [
        [
          'paper',
          paperId,
          { ...born, meetingId: id, itemId, title: `Paper ${item + 1}`, form: isWritten ? 'written' : 'file' },
        ],
      ]);
      const updates = isWritten ? updatesOf(meeting * 10 + item + 1, 10) : [];
      for (const update of updates) yield book.save('Wrote', [['paper', paperId, { body: update }]]);
      for (const status of ['ready', 'cleared', 'issued']) {
        yield book.save('Changed a paper', [['paper', paperId, { status }]]);
      }
    }
    for (let turn = 0; book.written() < until; turn += 1) {
      const item = `item-${meeting}-${turn % 10}`;
      yield book.save('Changed an item', [['agendaItem', item, { lead: `Person ${turn}`, minutes: 5 + (turn % 20) }]]);
    }
  }
  for (let turn = 0; book.written() < saves; turn += 1) {
    yield book.save('Changed a person', [['person', `person-${turn % 60}`, { telephone: `020 7946 ${turn}` }]]);
  }
}

/** Fills an open workspace with them, a few thousand at a time. */
export async function fillWithTenYears(ledger: Ledger, saves = 100_000): Promise<void> {
  let part: Save[] = [];
  for (const save of tenYears(saves)) {
    part.push(save);
    if (part.length < 5000) continue;
    await receive(ledger, part);
    part = [];
  }
  await receive(ledger, part);
}

/** So many changes of fields by one colleague, ten to a save, as an upload of a register makes them. */
export function fieldChanges(changes: number): ReadonlyArray<Save> {
  const book = openBook(changes / 10);
  return Array.from({ length: changes / 10 }, (_save, index) =>
    book.save('Changed a person', [
      [
        'person',
        `person-${index % 2000}`,
        {
          $touch: true,
          name: `Person ${index}`,
          jobTitle: `Role ${index}`,
          email: `p${index}@x.invalid`,
          telephone: `${index}`,
        },
      ],
      [
        'meeting',
        `meeting-${index % 500}`,
        { $touch: true, place: `Room ${index}`, note: `Note ${index}`, start: '10:00', state: 'held' },
      ],
    ]),
  );
}
