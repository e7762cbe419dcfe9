import { changeRisks, type RiskValues } from '#shared/domain/risks/risk.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import { refusalInWords } from './refusal-words.ts';

/** Keeps other values in a risk, or answers with why they cannot be kept. */
export async function changeRisk(session: Session, risk: Risk, values: Partial<RiskValues>): Promise<string | null> {
  const result = await run(session, changeRisks, { risks: [risk], values });
  return result.ok ? null : refusalInWords(result.refusal);
}
