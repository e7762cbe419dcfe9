import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { receive } from '#renderer/data/commit.ts';
import { create } from '#shared/changes/draft.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { withoutUnseen } from '#shared/kernel/plain-text.ts';
import { act, carriedFrom, testSession } from '#tests/support/workspace.ts';

const pasted = 'Budget \u202Efdp.exe\u202C \u2066and\u2069\u0000 \u0007more';
const plain = 'Budget fdp.exe and more';

test('a title pasted with letters nobody sees is kept without them, in the row and in the log', async () => {
  const session = await testSession();
  await act(
    session,
    'Added',
    create(paperKind, 'p', { title: pasted }),
    create(meetingKind, 'm', { note: 'One\nTwo\tThree' }),
  );
  expect((await rowsOf(session.database, paperKind).get('p'))?.title).toBe(plain);
  expect(JSON.stringify(await session.database.saves.toArray())).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u0000/);
  expect((await rowsOf(session.database, meetingKind).get('m'))?.note).toBe('One\nTwo\tThree');
});

test('a colleague’s save with them in it gives the same row', async () => {
  const [there, here] = [await testSession(), await testSession()];
  await act(there, 'Added', create(paperKind, 'p', { title: 'Clean' }));
  const saves = (await carriedFrom(there)).map((save) => ({
    ...save,
    edits: save.edits.map((edit) => (edit.path === 'title' ? { ...edit, value: pasted } : edit)),
  }));
  await receive(here, saves);
  expect((await rowsOf(here.database, paperKind).get('p'))?.title).toBe(plain);
});

test('takes nothing else from a text, whatever it is written in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const kept = withoutUnseen(text);
      const left = Array.from(text).filter((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        const isBidi = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        const isControl = (code < 32 && ![9, 10, 13].includes(code)) || (code >= 127 && code < 160);
        return !isBidi && !isControl;
      });
      expect(kept).toBe(left.join(''));
    }),
  );
  expect(withoutUnseen('שלום \u200F(עולם) – مرحبا')).toBe('שלום \u200F(עולם) – مرحبا');
});
