/** The marks that merging leaves on a record, beside its values. */
import type { Json } from '#shared/kernel/json.ts';
import type { Head } from './register.ts';
import type { VersionVector } from './version-vector.ts';

/** What a deletion had seen: whatever it had not seen keeps the record in sight. */
export interface Deletion {
  readonly head: Head;
  readonly deps: VersionVector;
}

/** The marks every record carries beside its values. Field names never begin with an underscore. */
export interface Tracked {
  readonly id: string;
  /** For each path, the writes that stand unreplaced; the first is the one shown. */
  readonly _heads: Readonly<Record<string, ReadonlyArray<Head>>>;
  /** For each path with several heads, the values of the others. */
  readonly _others: Readonly<Record<string, ReadonlyArray<Json>>>;
  readonly _deletions: ReadonlyArray<Deletion>;
  /** 1 while somebody must decide something here: different values, or a deletion that had not seen everything. */
  readonly _open: 0 | 1;
}
