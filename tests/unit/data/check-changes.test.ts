/** What is seen of a bundle before it is taken in: every change field by field, and what people would disagree about. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { commitDraft } from '#renderer/data/commit.ts';
import { rowsOf } from '#renderer/data/database.ts';
import type { BundleReport, Detailed } from '#renderer/data/exchange/bundle-report.ts';
import { decidedAll, readDecisions, stillAsShown } from '#renderer/data/exchange/decisions.ts';
import { readOpenRecords } from '#renderer/data/exchange/open-records.ts';
import { openBundle } from '#renderer/data/exchange/open-bundle.ts';
import { lookAtBundle } from '#renderer/data/exchange/take-bundle.ts';
import { create, remove, set, writeText } from '#shared/changes/draft.ts';
import { textRoot, updateSince } from '#shared/changes/text.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { readText } from '#renderer/data/texts.ts';
import {
  added,
  agreed,
  bodies,
  bundleOf,
  everything,
  passphrase,
  renamed,
  take,
  three,
} from '#tests/support/laptops.ts';
import type { Laptop } from '#tests/support/laptops.ts';
import { act } from '#tests/support/workspace.ts';

async function look({ session }: Laptop, file: Uint8Array, detailed: Detailed = null): Promise<BundleReport> {
  const opened = await openBundle(session, file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const report = await lookAtBundle(session, { opened: opened.value, fileName: '', isAuthorChecked: false, detailed });
  if (!report.ok) throw new Error(report.refusal.type);
  return report.value;
}

async function wrote({ session }: Laptop, words: string, paper = 'paper'): Promise<void> {
  const text = await readText(session.database, paper, 'body');
  const before = Y.encodeStateVector(text);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  text.getXmlFragment(textRoot).push([paragraph]);
  await act(session, 'Wrote', writeText(paperKind, paper, 'body', updateSince(text, before) ?? ''));
}

describe('before a bundle is taken in', () => {
  it('a record beyond the first few hundred is told field by field when it is asked for, its text too, and nothing is kept', async () => {
    const [helen, priya] = await three();
    await act(helen.session, 'Added', create(paperKind, 'paper', { title: 'Fell paths' }));
    await wrote(helen, 'The paths were walked.');
    await agreed(helen, priya);
    const many = Array.from({ length: 320 }, (_nothing, at) =>
      create(bodyKind, `panel-${at}`, { name: `Panel ${at}` }),
    );
    await commitDraft(priya.session, { command: 'Added', note: '', changes: many.flat(), reverts: null }, 'priya');
    await wrote(priya, 'Three stiles are broken.');
    const file = await bundleOf(priya, [helen]);
    const whole = await everything(helen);
    const first = await look(helen, file);
    const paper = first.records.find(({ id }) => id === 'paper');
    expect(paper).toMatchObject({ isDetailed: false, changes: [] });
    const asked = await look(helen, file, new Set(['paper paper', 'body panel-310']));
    const told = asked.records.filter(({ isDetailed }) => isDetailed);
    expect(Object.fromEntries(told.map(({ id, changes }) => [id, changes]))).toEqual({
      'panel-310': expect.arrayContaining([
        { field: 'Name', before: '', after: 'Panel 310', alongside: [] },
      ]) as unknown,
      paper: [
        {
          field: 'Text',
          before: 'The paths were walked.',
          after: 'The paths were walked.\nThree stiles are broken.',
          alongside: [],
        },
      ],
    });
    expect(await everything(helen)).toEqual(whole);
  });

  it('each change is told with what stood there and what would, long texts too', async () => {
    const [helen, priya] = await three();
    await act(helen.session, 'Added', create(paperKind, 'paper', { title: 'Fell paths' }));
    await wrote(helen, 'The paths were walked.');
    await agreed(helen, priya);
    await renamed(priya, 'board', 'Partnership Board');
    await added(priya, 'panel');
    await wrote(priya, 'Three stiles are broken.');
    const whole = await everything(helen);
    const { records, decisions } = await look(helen, await bundleOf(priya, [helen]));
    expect(await everything(helen)).toEqual(whole);
    const told = Object.fromEntries(records.map(({ id, what, changes }) => [id, { what, changes }]));
    expect(told['board']).toEqual({
      what: 'changed',
      changes: [{ field: 'Name', before: 'board', after: 'Partnership Board', alongside: [] }],
    });
    expect(told['panel']?.what).toBe('added');
    expect(told['panel']?.changes).toContainEqual({ field: 'Name', before: '', after: 'panel', alongside: [] });
    expect(told['paper']?.changes).toEqual([
      {
        field: 'Text',
        before: 'The paths were walked.',
        after: 'The paths were walked.\nThree stiles are broken.',
        alongside: [],
      },
    ]);
    expect(decisions).toEqual([]);
  });

  it('what both changed is told with both values, and can be decided with the taking, for everybody', async () => {
    const [helen, priya] = await three();
    await added(helen, 'panel');
    await added(helen, 'forum');
    await agreed(helen, priya);
    await renamed(helen, 'board', 'The Board');
    await renamed(priya, 'board', 'Partnership Board');
    await renamed(helen, 'panel', 'Health Panel');
    await renamed(priya, 'panel', 'Panel on Health');
    await act(priya.session, 'Removed', remove(bodyKind, 'forum'));
    await renamed(helen, 'forum', 'Parish Forum');
    const file = await bundleOf(priya, [helen]);
    const { decisions } = await look(helen, file);
    const of = (record: string) => decisions.find((one) => one.record === record);
    expect(of('board')?.choices.map(({ value, isOwn }) => [value, isOwn])).toEqual(
      expect.arrayContaining([
        ['The Board', true],
        ['Partnership Board', false],
      ]),
    );
    expect(of('forum')?.isDeletion).toBe(true);
    const [board, panel] = [of('board'), of('panel')];
    if (board === undefined || panel === undefined) throw new Error('not told');
    await renamed(helen, 'panel', 'Panel for Health');
    expect(await take(helen, file)).toBe('taken');
    const made = [
      { decision: board, value: 'The Partnership Board' },
      { decision: panel, value: 'Panel on Health' },
    ];
    // The panel was changed here after it was looked at: what was decided about it no longer holds.
    const standing = await stillAsShown(helen.session, made);
    expect(standing.map(({ decision }) => decision.record)).toEqual(['board']);
    await commitDraft(helen.session, decidedAll(standing), 'helen');
    const left = await readDecisions(helen.session, helen.session.database);
    expect(left.map(({ record }) => record).toSorted()).toEqual(['forum', 'panel']);
    const again = left
      .filter(({ record }) => record === 'panel')
      .map((decision) => ({ decision, value: 'Panel on Health' }));
    await commitDraft(helen.session, decidedAll(await stillAsShown(helen.session, again)), 'helen');
    await agreed(helen, priya);
    expect(await bodies(priya)).toEqual(['Panel on Health', 'Parish Forum', 'The Partnership Board'].toSorted());
    expect(await everything(priya)).toEqual(await everything(helen));
  });

  it('a text that both wrote in is told of, with whose words are in it, and one that was seen is not', async () => {
    const [helen, priya, tom] = await three();
    await act(helen.session, 'Added', create(paperKind, 'paper', { title: 'Fell paths' }));
    await wrote(helen, 'The paths were walked.');
    await agreed(helen, priya, tom);
    await wrote(priya, 'Three stiles are broken.');
    await take(tom, await bundleOf(priya, [tom]));
    await wrote(tom, 'One is mended.');
    const seen = await look(tom, await bundleOf(priya, [tom]));
    expect(seen.records.flatMap(({ alongside }) => alongside)).toEqual([]);
    await wrote(helen, 'The bridge is sound.');
    await renamed(helen, 'board', 'Westmere Board');
    const { records, decisions } = await look(helen, await bundleOf(tom, [helen]));
    const paper = records.find(({ id }) => id === 'paper');
    expect(paper?.by.toSorted()).toEqual(['priya', 'tom']);
    expect(paper?.alongside).toEqual(['helen']);
    expect(paper?.changes.map(({ field, alongside }) => [field, alongside])).toEqual([['Text', ['helen']]]);
    for (const words of ['The bridge is sound.', 'Three stiles are broken.', 'One is mended.']) {
      expect(paper?.changes[0]?.after).toContain(words);
    }
    expect(decisions).toEqual([]);
    // Once Priya has seen it, what she writes in it is no longer side by side with it, whatever else she wrote before.
    await act(helen.session, 'Added', create(paperKind, 'bridges', { title: 'Bridges' }));
    await agreed(helen, priya, tom);
    await wrote(helen, 'The bridge is closed.');
    await wrote(priya, 'None has fallen.', 'bridges');
    await take(priya, await bundleOf(helen, [priya]));
    await wrote(priya, 'Noted.');
    const later = await look(helen, await bundleOf(priya, [helen]));
    expect(later.records.map(({ id, alongside }) => [id, alongside])).toEqual([
      ['bridges', []],
      ['paper', []],
    ]);
  });

  it('a further disagreement about a record that is in dispute already is told of, and only that one', async () => {
    const [helen, priya, tom] = await three();
    await agreed(helen, priya, tom);
    await renamed(helen, 'board', 'The Board');
    await renamed(priya, 'board', 'Partnership Board');
    await take(helen, await bundleOf(priya, [helen]));
    const purpose = async ({ session }: Laptop, words: string): Promise<void> => {
      const row = await rowsOf(session.database, bodyKind).get('board');
      if (row === undefined) throw new Error('no board');
      await act(session, 'Changed', set(bodyKind, row, { purpose: words }));
    };
    await purpose(helen, 'Holds the paths open');
    await purpose(tom, 'Keeps the paths');
    const { records, decisions } = await look(helen, await bundleOf(tom, [helen]));
    expect(records.map(({ id, isNewlyOpen }) => [id, isNewlyOpen])).toContainEqual(['board', true]);
    expect(decisions.map(({ path }) => path)).toEqual(['purpose']);
    // Nothing new about it: nothing to be told.
    await added(priya, 'forum');
    const again = await look(helen, await bundleOf(priya, [helen]));
    expect(again.decisions).toEqual([]);
  });

  it('the screens learn what is open in a record, and no longer once it is decided', async () => {
    const [helen, priya] = await three();
    await added(helen, 'forum');
    await agreed(helen, priya);
    await renamed(helen, 'board', 'The Board');
    await renamed(priya, 'board', 'Partnership Board');
    await act(priya.session, 'Removed', remove(bodyKind, 'forum'));
    await renamed(helen, 'forum', 'Parish Forum');
    await take(helen, await bundleOf(priya, [helen]));
    const told = async (): Promise<unknown> =>
      (await readOpenRecords(helen.session, helen.session.database)).map(({ row, fields, isDisputed }) => [
        row.id,
        fields,
        isDisputed,
      ]);
    expect(await told()).toEqual([
      ['board', ['Name'], false],
      ['forum', [], true],
    ]);
    const [board] = await readDecisions(helen.session, helen.session.database);
    if (board === undefined) throw new Error('not told');
    await commitDraft(helen.session, decidedAll([{ decision: board, value: 'The Board' }]), 'helen');
    expect(await told()).toEqual([['forum', [], true]]);
  });

  it('one that brings a great many records tells the fields of the first few hundred alone', async () => {
    const [helen, priya] = await three();
    const changes = Array.from({ length: 400 }, (_, at) => create(bodyKind, `b${at}`, { name: `Body ${at}` }));
    await act(priya.session, 'Added', ...changes);
    await renamed(priya, 'b7', 'Seven');
    const { records } = await look(helen, await bundleOf(priya, [helen]));
    expect(records).toHaveLength(400);
    expect(records.filter(({ changes: told }) => told.length > 0)).toHaveLength(300);
  });

  it('a clock a year off loses and blocks nothing, and both sides are told', async () => {
    const [helen, priya] = await three();
    const year = 365 * 24 * 60 * 60 * 1000;
    await added(helen, 'panel');
    await agreed(helen, priya);
    for (const days of [-365, 730]) {
      priya.machine.pass(days * 24 * 60 * 60 * 1000);
      await renamed(priya, 'panel', `Panel of ${days}`);
      const report = await look(helen, await bundleOf(priya, [helen]));
      const told = days < 0 ? report.behindBy : report.aheadBy;
      expect(Math.abs(told - year)).toBeLessThan(1000);
      expect(await take(helen, await bundleOf(priya, [helen]))).toBe('taken');
      expect(await bodies(helen)).toContain(`Panel of ${days}`);
      await renamed(helen, 'panel', `After ${days}`);
      const back = await look(priya, await bundleOf(helen, [priya]));
      expect(Math.abs((days < 0 ? back.aheadBy : back.behindBy) - year)).toBeLessThan(1000);
      await agreed(helen, priya);
      expect(await bodies(priya)).toContain(`After ${days}`);
    }
    expect((await look(helen, await bundleOf(helen, []))).behindBy).toBe(0);
  });
});
