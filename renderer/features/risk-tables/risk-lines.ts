/** The register's lines: each risk with what its actions and its ratings say of it. Pure, so that it is judged without a screen. */
import { cellCode, cellOf, type CellRule } from '#shared/domain/rating/scheme.ts';
import { isActionOpen, overdueDays } from '#shared/domain/risk-reviews/as-at.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { isOwnerFit } from '#shared/domain/risks/owner.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { statusWords } from '#shared/domain/risks/words.ts';

export interface RiskLine {
  readonly risk: Risk;
  readonly id: string;
  readonly cluster: string;
  readonly owner: string;
  readonly isOwned: boolean;
  readonly current: CellRule | null;
  readonly target: CellRule | null;
  readonly openActions: number;
  readonly overdue: number;
  /** What typing in the filter is looked for in, in small letters. */
  readonly words: string;
}

/** By number. `drawn` is the register drawn up from the same rows. */
export function riskLines(risks: ReadonlyArray<Risk>, drawn: Snapshot): ReadonlyArray<RiskLine> {
  const byId = new Map(risks.map((risk) => [risk.id, risk]));
  const rules = new Map(drawn.scheme.cells.map((rule) => [cellCode(rule), rule]));
  return drawn.risks.flatMap((one): RiskLine[] => {
    const risk = byId.get(one.id);
    if (risk === undefined) return [];
    const open = one.actions.filter((action) => isActionOpen(action, drawn.asAt));
    const owner = one.owner?.name ?? '';
    return [
      {
        risk,
        id: one.id,
        cluster: one.cluster,
        owner,
        isOwned: isOwnerFit(one.owner),
        current: one.current === null ? null : (rules.get(cellCode(one.current)) ?? cellOf(drawn.scheme, one.current)),
        target: one.target === null ? null : (rules.get(cellCode(one.target)) ?? cellOf(drawn.scheme, one.target)),
        openActions: open.length,
        overdue: open.filter((action) => overdueDays(action, drawn.asAt) > 0).length,
        words:
          `${one.number}\n${one.shortName}\n${one.cluster}\n${one.category}\n${owner}\n${statusWords[one.status]}\n${one.vulnerability}\n${one.trigger}\n${one.consequences.join('\n')}`.toLowerCase(),
      },
    ];
  });
}
