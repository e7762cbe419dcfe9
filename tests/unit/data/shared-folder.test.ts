/** What a shared folder offers while another program is at work in it. */
import { expect, test } from 'vitest';
import { makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { offeredIn, putInto } from '#renderer/data/exchange/shared-folder.ts';
import type { Folder } from '#renderer/data/folder.ts';
import { foundSession } from '#renderer/data/session.ts';
import { folderFaultInWords } from '#renderer/features/exchange/exchange-words.ts';
import { thisMachine } from '#renderer/data/machine.ts';
import { kinds } from '#shared/domain/kinds.ts';

test('a file that is taken away while the folder is looked through does not hide the others', async () => {
  const session = await foundSession('shared-folder', kinds, thisMachine, { name: 'Ada Fell', role: 'Clerk' });
  const handle = (name: string, getFile: () => Promise<File>) => ({ kind: 'file', name, getFile });
  const folder = {
    name: 'Board share',
    async *values() {
      await Promise.resolve();
      yield handle('other.1.gone.packhorse', () => Promise.reject(new DOMException('gone', 'NotFoundError')));
      yield handle('other.2.there.packhorse', () => Promise.resolve(new File(['whole'], 'x')));
    },
  } as unknown as Folder;
  expect((await offeredIn(session, folder)).map(({ bundle }) => bundle)).toEqual(['there']);
  session.database.close();
});

test('a folder that is full gets no empty file under the name of a bundle', async () => {
  const session = await foundSession('full-folder', kinds, thisMachine, { name: 'Ada Fell', role: 'Clerk' });
  const names = new Set<string>();
  let isHeld = false;
  const full = new DOMException('full', 'QuotaExceededError');
  const folder = {
    name: 'Board share',
    getFileHandle: (name: string) => {
      names.add(name);
      return Promise.resolve({
        createWritable: () => {
          isHeld = true;
          return Promise.resolve({
            write: () => Promise.reject(full),
            close: () => Promise.resolve(),
            abort: () => Promise.resolve(void (isHeld = false)),
          });
        },
      });
    },
    // As the browser does of a file that is being written.
    removeEntry: (name: string) =>
      isHeld
        ? Promise.reject(new DOMException('held', 'NoModificationAllowedError'))
        : Promise.resolve(void names.delete(name)),
  } as unknown as Folder;
  const order = { recipients: [], passphrase: 'six ponies cross', cost: 10, app: 'test', note: null };
  const made = await makeBundle(session, order);
  await expect(putInto(session, folder, made)).rejects.toBe(full);
  expect([...names]).toEqual([]);
  session.database.close();
});

test.each([
  ['NotAllowedError', 'may not write'],
  ['NoModificationAllowedError', 'may not write'],
  ['QuotaExceededError', 'no room left'],
  ['NotFoundError', 'no longer there'],
  ['InvalidStateError', 'could not be written to'],
])('of a folder that ends with %s is said what happened, what is safe and what to do', (name, words) => {
  const said = folderFaultInWords(new DOMException('x', name), 'Board share');
  expect(said).toContain(words);
  expect(said).toContain('“Board share”');
  expect(said).toContain('Nothing here has changed');
  expect(said).toMatch(/try again|choose another/);
});
