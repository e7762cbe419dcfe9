/** Writing risks down, opening, rating, closing and merging them. */
import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { isOwnerFit } from './owner.ts';
import { riskKind, type Risk } from './risk.ts';
import { longestName, longestRiskText } from './values.ts';
import { missingParts, type ScenarioPart } from './wording.ts';

/** What officers write and choose in a risk. Its number, ratings, standing and closure have commands of their own. */
export type RiskValues = Omit<
  ValuesOf<typeof riskKind.fields>,
  'registerId' | 'number' | 'status' | 'closure' | 'inherent' | 'current' | 'target' | 'reviewed'
>;

export interface NameMissing {
  readonly type: 'NameMissing';
}

export interface TextTooLong {
  readonly type: 'TextTooLong';
  readonly most: number;
}

function refusedValues(values: Partial<RiskValues>): NameMissing | TextTooLong | null {
  if (values.shortName?.trim() === '') return { type: 'NameMissing' };
  const names = [values.shortName, values.category, values.owner?.name, values.owner?.role];
  if (names.some((name) => (name ?? '').length > longestName)) return { type: 'TextTooLong', most: longestName };
  const texts = [values.vulnerability, values.trigger, ...(values.consequences ?? [])];
  if (texts.some((text) => (text ?? '').length > longestRiskText)) {
    return { type: 'TextTooLong', most: longestRiskText };
  }
  return null;
}

/** The number after the largest that was ever given in a register. */
export function nextNumber(numbers: Iterable<number>): number {
  let largest = 0;
  for (const number of numbers) largest = Math.max(largest, number);
  return largest + 1;
}

export interface AddRisk {
  readonly id: string;
  readonly registerId: string;
  /** Every number given so far, in frozen reviews too. */
  readonly numbers: Iterable<number>;
  readonly values: Partial<RiskValues>;
}

/** A new risk is proposed, whatever is missing of it. */
export const addRisk: Command<AddRisk, NameMissing | TextTooLong> = (
  { id, registerId, numbers, values },
  { today },
) => {
  const shortName = (values.shortName ?? '').trim();
  const refused = refusedValues({ ...values, shortName });
  if (refused !== null) return refuse(refused);
  const number = nextNumber(numbers);
  return ok(
    draft(`Added risk ${number}, ${shortName}`, '', [
      create(riskKind, id, { identifiedOn: today, ...values, shortName, registerId, number, status: 'proposed' }),
    ]),
  );
};

export interface ChangeRisks {
  readonly risks: ReadonlyArray<Risk>;
  readonly values: Partial<RiskValues>;
}

/** The same change in one risk or in many, in one go. */
export const changeRisks: Command<ChangeRisks, NameMissing | TextTooLong> = ({ risks, values }) => {
  const refused = refusedValues(values);
  if (refused !== null) return refuse(refused);
  const fields = Object.keys(values).map((name) => riskKind.fields[name as keyof RiskValues].label.toLowerCase());
  const [first] = risks;
  const which = risks.length === 1 && first !== undefined ? `risk ${first.number}` : `${risks.length} risks`;
  return ok(
    draft(
      `Changed ${which}: ${fields.join(', ')}`.slice(0, 300),
      '',
      risks.map((risk) => set(riskKind, risk, values)),
    ),
  );
};

export type OpenRefusal =
  | { readonly type: 'PartMissing'; readonly number: number; readonly parts: ReadonlyArray<ScenarioPart> }
  /** Nobody, a team, or “to be confirmed”. */
  | { readonly type: 'OwnerUnfit'; readonly number: number };

/** From proposed to open: onto the register. It must be a whole scenario with one owner. */
export const openRisks: Command<{ readonly risks: ReadonlyArray<Risk> }, OpenRefusal> = ({ risks }) => {
  for (const risk of risks) {
    const parts = missingParts(risk);
    if (parts.length > 0) return refuse({ type: 'PartMissing', number: risk.number, parts });
    if (!isOwnerFit(risk.owner)) return refuse({ type: 'OwnerUnfit', number: risk.number });
  }
  const proposed = risks.filter(({ status }) => status === 'proposed');
  const which = proposed.length === 1 ? `risk ${proposed[0]?.number ?? ''}` : `${proposed.length} risks`;
  return ok(
    draft(
      `Opened ${which}`,
      '',
      proposed.map((risk) => set(riskKind, risk, { status: 'open' })),
    ),
  );
};

export interface RenumberRisk {
  readonly risk: Risk;
  readonly numbers: Iterable<number>;
}

/** For a number that two laptops gave without knowing of each other. */
export const renumberRisk: Command<RenumberRisk> = ({ risk, numbers }) => {
  const number = nextNumber(numbers);
  return ok(draft(`Gave risk ${risk.number} the number ${number}`, '', [set(riskKind, risk, { number })]));
};
