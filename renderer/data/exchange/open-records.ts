/** Records with something to decide, for the screens that show them: read by index, without the log. */
import type { Kind } from '#shared/changes/kind.ts';
import { decisionsOf, type Row } from '#shared/changes/record.ts';
import type { Database } from '#renderer/data/database.ts';
import type { Session } from '#renderer/data/session.ts';

export interface OpenRecord {
  readonly kind: Kind;
  readonly row: Row;
  /** Labels of what people disagree about; empty where it is only whether the record stays. */
  readonly fields: ReadonlyArray<string>;
  /** One deleted it while another changed it. */
  readonly isDisputed: boolean;
}

export async function readOpenRecords({ kinds }: Session, database: Database): Promise<ReadonlyArray<OpenRecord>> {
  const all = [...kinds.values()];
  const rowsByKind = await Promise.all(
    all.map(({ table }) => database.table<Row, string>(table).where('_open').equals(1).toArray()),
  );
  return all.flatMap((kind, at) =>
    (rowsByKind[at] ?? []).map((row): OpenRecord => {
      const paths = decisionsOf(kind, row).map(({ path }) => path.split('/', 1)[0] ?? path);
      const fields = [...new Set(paths.map((path) => kind.fields[path]?.label ?? path))];
      return { kind, row, fields, isDisputed: row._deletions.length > 0 };
    }),
  );
}
