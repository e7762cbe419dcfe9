import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextReverts } from '#shared/changes/revert.ts';
import type { Save } from '#shared/changes/save.ts';

type Told = Pick<Save, 'seq' | 'command' | 'reverts' | 'edits'>;

const someActs = fc.array(fc.constantFrom('do', 'undo', 'undo', 'redo'), { maxLength: 40 });

test('Undo and Redo go as two piles do', () => {
  fc.assert(
    fc.property(someActs, (acts) => {
      const saves: Told[] = [];
      const done: { readonly seq: number; readonly label: string }[] = [];
      const undone: { readonly seq: number; readonly label: string }[] = [];
      for (const act of acts) {
        const seq = saves.length + 1;
        if (act === 'do') {
          saves.push({ seq, command: `Act ${seq}`, reverts: null, edits: [] });
          done.push({ seq, label: `Act ${seq}` });
          undone.length = 0;
          continue;
        }
        const [from, to] = act === 'undo' ? [done, undone] : [undone, done];
        const last = from.pop();
        const next = nextReverts(saves.toReversed())[act];
        expect(next).toEqual(last ?? null);
        if (last === undefined) continue;
        const word = act === 'undo' ? 'Undid' : 'Redid';
        saves.push({ seq, command: `${word}: ${last.label}`, reverts: { type: act, seq: last.seq }, edits: [] });
        to.push({ seq, label: last.label });
      }
      expect(nextReverts(saves.toReversed())).toEqual({ undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null });
    }),
  );
});

test('looks no further back than it must', () => {
  function* latestFirst(): Generator<Told> {
    yield { seq: 9, command: 'Act 9', reverts: null, edits: [] };
    throw new Error('One save was enough');
  }
  expect(nextReverts(latestFirst())).toEqual({ undo: { seq: 9, label: 'Act 9' }, redo: null });
});

test('stops short of what has been given to people', () => {
  const issued = { kind: 'issuedPack', record: 'p', path: '$touch', value: true, over: [] };
  const saves: Told[] = [
    { seq: 3, command: 'Act 3', reverts: null, edits: [] },
    { seq: 2, command: 'Issued the pack', reverts: null, edits: [issued] },
    { seq: 1, command: 'Act 1', reverts: null, edits: [] },
  ];
  const isFinal = (kind: string): boolean => kind === 'issuedPack';
  expect(nextReverts(saves, isFinal).undo?.seq).toBe(3);
  expect(nextReverts(saves.slice(1), isFinal)).toEqual({ undo: null, redo: null });
});
