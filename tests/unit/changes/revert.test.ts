import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextReverts } from '#shared/changes/revert.ts';
import type { Save } from '#shared/changes/save.ts';

type Told = Pick<Save, 'seq' | 'command' | 'reverts'>;

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
          saves.push({ seq, command: `Act ${seq}`, reverts: null });
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
        saves.push({ seq, command: `${word}: ${last.label}`, reverts: { type: act, seq: last.seq } });
        to.push({ seq, label: last.label });
      }
      expect(nextReverts(saves.toReversed())).toEqual({ undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null });
    }),
  );
});

test('looks no further back than it must', () => {
  function* latestFirst(): Generator<Told> {
    yield { seq: 9, command: 'Act 9', reverts: null };
    throw new Error('One save was enough');
  }
  expect(nextReverts(latestFirst())).toEqual({ undo: { seq: 9, label: 'Act 9' }, redo: null });
});
