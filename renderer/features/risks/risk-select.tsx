import type { ReactElement } from 'react';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { Select } from '#renderer/ui/select.tsx';

export interface RiskSelectProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly open: OpenRegister;
  /** The risk that is not to be chosen. */
  readonly without: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (riskId: string) => void;
}

/** One of the register's live risks. */
export function RiskSelect({ open, without, ...props }: RiskSelectProps): ReactElement {
  const risks = open.rows.risks
    .filter(({ id, status }) => id !== without && (status === 'open' || status === 'escalated'))
    .toSorted((a, b) => a.number - b.number);
  return (
    <Select
      {...props}
      placeholder="Choose a risk"
      options={risks.map(({ id, number, shortName }) => ({ value: id, label: `${number}. ${shortName}` }))}
    />
  );
}
