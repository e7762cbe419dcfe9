import type { ReactElement } from 'react';
import type { TrendStep } from './trend.ts';
import styles from './risk-reviews.module.css';

const width = 900;
const height = 220;
const bottom = 34;
const bands = [
  { name: 'red', fill: 'var(--h4)', letter: 'R', ink: 'var(--h4-ink)' },
  { name: 'amber', fill: 'var(--h2)', letter: 'A', ink: 'var(--h2-ink)' },
  { name: 'green', fill: 'var(--h1)', letter: 'G', ink: 'var(--h1-ink)' },
] as const;

/** Columns by colour, a dot for the count above the line, a gap for each missed review and a mark where the scheme changed. */
export function TrendChart({ steps }: { readonly steps: ReadonlyArray<TrendStep> }): ReactElement {
  const places: { readonly step: TrendStep; readonly at: number }[] = [];
  let at = 0;
  for (const step of steps) {
    at += Math.min(step.missedBefore, 4);
    places.push({ step, at });
    at += 1;
  }
  const most = Math.max(1, ...steps.map(({ counts }) => counts.red + counts.amber + counts.green));
  const slot = width / Math.max(at, 4);
  const barWidth = Math.min(slot * 0.62, 90);
  const unit = (height - bottom - 24) / most;
  const isCrowded = steps.length > 12;
  return (
    <svg
      className={styles['trend']}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="Risks by colour at each review; the table below says the same"
    >
      {places.map(({ step, at: place }, index) => {
        const x = place * slot + (slot - barWidth) / 2;
        let y = height - bottom;
        return (
          <g key={step.id}>
            {step.isNewScheme && (
              <path
                d={`M${place * slot} 12V${height - bottom}`}
                stroke="currentColor"
                strokeDasharray="4 4"
                strokeWidth="1.5"
              />
            )}
            {bands.map(({ name, fill, letter, ink }) => {
              const count = step.counts[name];
              const tall = count * unit;
              y -= tall;
              return count === 0 ? null : (
                <g key={name}>
                  <rect x={x} y={y} width={barWidth} height={tall} fill={fill} stroke="var(--surface)" />
                  {tall > 15 && barWidth > 26 && (
                    <text x={x + barWidth / 2} y={y + tall / 2 + 5} textAnchor="middle" fontSize="13" fill={ink}>
                      {`${letter} ${count}`}
                    </text>
                  )}
                </g>
              );
            })}
            <circle
              cx={x + barWidth / 2}
              cy={height - bottom - step.counts.above * unit}
              r="4.5"
              fill="var(--ink)"
              stroke="var(--surface)"
              strokeWidth="2"
            />
            {(!isCrowded || index % Math.ceil(steps.length / 10) === 0) && (
              <text x={x + barWidth / 2} y={height - 12} textAnchor="middle" fontSize="13" fill="currentColor">
                {step.label}
              </text>
            )}
          </g>
        );
      })}
      <path d={`M0 ${height - bottom}H${width}`} stroke="currentColor" />
      <text x="4" y="12" fontSize="12" fill="currentColor">
        ● above the line
      </text>
    </svg>
  );
}
