/** Narrowing and sorting the register's lines. */
import { cellCode } from '#shared/domain/rating/scheme.ts';
import { riskStatuses } from '#shared/domain/risks/values.ts';
import type { RiskLine } from './risk-lines.ts';

/** A status, or what else the officer looks for. */
export const standings = ['live', ...riskStatuses, 'above', 'unowned', 'overdue', 'unrated', 'exempt', 'all'] as const;
export type Standing = (typeof standings)[number];

export interface RiskFilter {
  readonly words: string;
  readonly standing: Standing;
  readonly cluster: string | null;
  readonly owner: string | null;
}

export const liveRisks: RiskFilter = { words: '', standing: 'live', cluster: null, owner: null };

function isLive({ risk }: RiskLine): boolean {
  return risk.status === 'open' || risk.status === 'escalated';
}

function stands(line: RiskLine, standing: Standing): boolean {
  switch (standing) {
    case 'all':
      return true;
    case 'live':
      return isLive(line);
    case 'above':
      return isLive(line) && line.current?.above === true;
    case 'unowned':
      return isLive(line) && !line.isOwned;
    case 'overdue':
      return line.overdue > 0;
    case 'unrated':
      return isLive(line) && line.current === null;
    case 'exempt':
      return line.risk.publication === 'exempt';
    case 'proposed':
    case 'open':
    case 'escalated':
    case 'closed':
      return line.risk.status === standing;
  }
}

export function narrowed(lines: ReadonlyArray<RiskLine>, filter: RiskFilter): ReadonlyArray<RiskLine> {
  const typed = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      stands(line, filter.standing) &&
      (filter.cluster === null || line.cluster === filter.cluster) &&
      (filter.owner === null || line.owner === filter.owner) &&
      typed.every((word) => line.words.includes(word)),
  );
}

export interface RiskSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

const byName = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** In the order of a column; what says nothing there comes last either way. */
export function sorted(lines: ReadonlyArray<RiskLine>, sort: RiskSort | null): ReadonlyArray<RiskLine> {
  if (sort === null) return lines;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const keyed = lines.map((line) => ({ line, key: keyOf(line, sort.column) }));
  return keyed
    .sort((a, b) => {
      if (a.key === '' || b.key === '') return a.key === b.key ? 0 : a.key === '' ? 1 : -1;
      return (
        sign *
        (typeof a.key === 'number' && typeof b.key === 'number'
          ? a.key - b.key
          : byName.compare(String(a.key), String(b.key)))
      );
    })
    .map(({ line }) => line);
}

function keyOf(line: RiskLine, column: string): string | number {
  switch (column) {
    case 'number':
      return line.risk.number;
    case 'current':
      // By the board's own order of cells, the mildest first.
      return line.current?.priority ?? '';
    case 'target':
      return line.target?.priority ?? '';
    case 'cluster':
      return line.cluster;
    case 'owner':
      return line.owner;
    case 'actions':
      return line.openActions;
    case 'overdue':
      return line.overdue;
    case 'category':
      return line.risk.category;
    case 'status':
      return line.risk.status;
    case 'response':
      return line.risk.response;
    case 'proximity':
      return line.risk.proximity;
    case 'publication':
      return line.risk.publication;
    default:
      return line.risk.shortName;
  }
}

export function codeOf(rule: RiskLine['current']): string {
  return rule === null ? '' : cellCode(rule);
}
