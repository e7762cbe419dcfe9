/** Named versions of a paper on two laptops. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { receive } from '#renderer/data/commit.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { readText } from '#renderer/data/texts.ts';
import { readCompared, readTextSittings, readWayBack } from '#renderer/features/papers/text-versions.queries.ts';
import { create, writeText } from '#shared/changes/draft.ts';
import { plainWords, textRoot, updateSince } from '#shared/changes/text.ts';
import { nameVersion } from '#shared/domain/papers/named-version.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { act, carry, testMachine, testSession } from '#tests/support/workspace.ts';

const hour = 60 * 60 * 1000;

async function write(session: Session, words: string): Promise<void> {
  const text = await readText(session.database, 'paper', 'body');
  const before = Y.encodeStateVector(text);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  const root = text.getXmlFragment(textRoot);
  root.insert(root.length, [paragraph]);
  await act(session, 'Wrote', writeText(paperKind, 'paper', 'body', updateSince(text, before) ?? ''));
}

async function wordsOfNamed(session: Session): Promise<string> {
  const named = (await readTextSittings(session.database, 'paper')).find((sitting) => sitting.named !== null);
  if (named === undefined) throw new Error('No version has a name');
  return (await readCompared(session.database, 'paper', named, null)).words;
}

test('says what stood when it was named, whatever colleagues wrote before and send later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 3 }), async (apart, after) => {
      const [adasClock, bensClock] = [testMachine('ada'), testMachine('ben')];
      const [ada, ben] = [await testSession(adasClock, 'Ada'), await testSession(bensClock, 'Ben')];
      await act(ada, 'Added a paper', create(paperKind, 'paper', { title: 'Bridge' }));
      await write(ada, 'As drafted.');
      await carry(ada, ben);
      adasClock.pass(6 * hour);
      bensClock.pass((6 + apart) * hour);
      await write(ben, 'What Ben wrote meanwhile.');
      await write(ada, 'As cleared.');
      const cleared = plainWords(await readText(ada.database, 'paper', 'body'));
      const [version] = await readTextSittings(ada.database, 'paper');
      const { id: save, heads } = version!;
      await run(ada, nameVersion, { paperId: 'paper', save, heads, name: 'As cleared', by: 'Ada' });
      for (let more = 0; more < after; more++) await write(ada, `Later ${more}.`);
      await carry(ben, ada);
      await carry(ada, ben);
      for (const session of [ada, ben]) {
        expect(await wordsOfNamed(session)).toBe(cleared);
        expect(plainWords(await readText(session.database, 'paper', 'body'))).toContain('Ben wrote');
      }
      const named = (await readTextSittings(ada.database, 'paper')).find((sitting) => sitting.named !== null);
      expect(await readWayBack(ada.database, 'paper', named!)).not.toBeNull();
    }),
    { numRuns: 12 },
  );
});

test('a save whose words were refused when it came stands in no version, and keeps none from being read', async () => {
  const ada = await testSession(testMachine('ada'), 'Ada');
  await act(ada, 'Added a paper', create(paperKind, 'paper', { title: 'Bridge' }));
  await write(ada, 'As drafted.');
  const edit = { kind: 'paper', record: 'paper', path: 'body', value: 'AAECAwQ=', over: [] };
  const usual = { device: 'mallory', at: 1024, by: 'Mallory', command: 'Wrote', note: '', reverts: null };
  await receive(ada, [{ ...usual, seq: 1, deps: {}, edits: [edit] }]);
  await write(ada, 'As cleared.');
  const [latest] = await readTextSittings(ada.database, 'paper');
  expect((await readCompared(ada.database, 'paper', latest!, null)).words).toBe('As drafted.\nAs cleared.');
});
