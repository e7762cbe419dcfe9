import type { ReactElement } from 'react';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Sparkline } from './sparkline.tsx';
import { TrendChart } from './trend-chart.tsx';
import { stepsOf, trendOf, type TrendStep } from './trend.ts';

/** How many risks stood in each colour at each review, as a picture, a sentence and a table; and each risk's own curve. */
export function TrendPanel({ open }: { readonly open: OpenRegister }): ReactElement {
  const steps = trendOf(open.frozen, open.rows.register.reviewIntervalMonths);
  const schemes = new Map(open.rows.schemes.map((scheme) => [scheme.id, scheme]));
  const live = (open.now?.risks ?? []).filter(isLive);
  return (
    <>
      <Panel title="Trend">
        <p>{sentenceOf(steps)}</p>
        <TrendChart steps={steps} />
        <Table
          caption="Risks by colour at each review"
          rows={steps}
          keyOf={({ id }) => id}
          columns={[
            { id: 'label', header: 'Review', rowHeader: true, cell: ({ label }) => label },
            { id: 'asAt', header: 'As at', width: 10, cell: ({ asAt }) => withYear(asAt) },
            { id: 'red', header: 'Red', width: 4, align: 'end', cell: ({ counts }) => counts.red },
            { id: 'amber', header: 'Amber', width: 5, align: 'end', cell: ({ counts }) => counts.amber },
            { id: 'green', header: 'Green', width: 5, align: 'end', cell: ({ counts }) => counts.green },
            { id: 'live', header: 'Live', width: 4, align: 'end', cell: ({ counts }) => counts.live },
            { id: 'above', header: 'Above the line', width: 8, align: 'end', cell: ({ counts }) => counts.above },
            {
              id: 'note',
              header: 'Note',
              cell: ({ isNewScheme, missedBefore }) =>
                [
                  ...(isNewScheme ? ['The scheme was changed before this review'] : []),
                  ...(missedBefore > 0 ? [`${missedBefore} missed before`] : []),
                ].join('; '),
            },
          ]}
        />
      </Panel>
      <Panel title="Each risk over the reviews" flush>
        <Table
          caption="Each risk over the reviews"
          rows={live}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => hrefTo(pathTo.risk(id))}
          columns={[
            { id: 'number', header: 'No.', width: 3, align: 'end', cell: ({ number }) => number },
            { id: 'name', header: 'Risk', rowHeader: true, cell: ({ shortName }) => shortName },
            {
              id: 'curve',
              header: 'From mild to grave',
              width: 12,
              cell: ({ number }) => (
                <Sparkline
                  steps={stepsOf(open.frozen, schemes, number)}
                  codes={steps.map(({ id }) => {
                    const code = open.frozen.find((one) => one.id === id)?.positions[String(number)];
                    return code === undefined || code === 'x' || code === '?' ? '–' : code;
                  })}
                />
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}

/** `Since 2025/26 Q4 the live risks went from 5 to 6, and those above the line from 5 to 4.` */
function sentenceOf(steps: ReadonlyArray<TrendStep>): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return '';
  const went = (from: number, to: number): string => (from === to ? `stayed at ${to}` : `went from ${from} to ${to}`);
  return `Since ${first.label} the live risks ${went(first.counts.live, last.counts.live)}, and those above the line ${went(first.counts.above, last.counts.above)}.`;
}
