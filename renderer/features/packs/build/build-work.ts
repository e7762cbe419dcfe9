/** What building a pack needs, tells and may refuse. */
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import type { IssueRefusal } from '#shared/domain/packs/issue.commands.ts';
import type { Host } from '#shared/host/contract.ts';
import type { Database } from '#renderer/data/database.ts';
import type { StorageFull } from '#renderer/data/run.ts';
import type { CannotPrint } from './printed-pages.ts';

export interface BuildWork {
  readonly database: Database;
  readonly host: Host;
  readonly edition: Edition;
  readonly producer: string;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
  onProgress(step: BuildStep): void;
}

export interface BuildStep {
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

export type BuildRefusal =
  | { readonly type: 'Cancelled' }
  | { readonly type: 'OutOfRoom' }
  | CannotPrint
  /** No page could be had: not even an agenda. */
  | { readonly type: 'NothingToBuild' }
  /** Since this issue nothing has come, changed or gone that a supplement could tell. */
  | { readonly type: 'NothingNew'; readonly issue: number };

export type CannotIssue =
  | BuildRefusal
  | IssueRefusal
  | StorageFull
  /** The check before issue names what stands in the way. */
  | { readonly type: 'StoodInTheWay' }
  /** Files that cannot be taken and that nobody has left out. */
  | { readonly type: 'PapersRefused'; readonly titles: ReadonlyArray<string> };
