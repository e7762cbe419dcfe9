import { keepExport } from '#renderer/data/exchange/make-bundle.ts';
import { isStorageFull } from '#renderer/data/run.ts';
import type { ExportRow } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';

/** Remembers a bundle that is where the officer wanted it. It stays good where there is no room for remembering it, which is told. */
export async function rememberExport(session: Session, row: ExportRow): Promise<void> {
  try {
    await keepExport(session, row);
  } catch (fault) {
    if (!isStorageFull(fault)) throw fault;
    noticeShown(
      'The bundle is saved and can be sent. This laptop is out of room and could not note that it was made: free some space.',
      'red',
    );
  }
}
