/** What a shared folder offers while another program is at work in it. */
import { expect, test } from 'vitest';
import { offeredIn } from '#renderer/data/exchange/shared-folder.ts';
import type { Folder } from '#renderer/data/folder.ts';
import { foundSession } from '#renderer/data/session.ts';
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
