import type { ReactElement } from 'react';
import { cellCode, type Level } from '#shared/domain/rating/scheme.ts';
import type { SchemeChanges } from '#shared/domain/rating/scheme-changes.ts';
import { bandWords } from '#shared/domain/risks/words.ts';
import { Panel } from '#renderer/ui/panel.tsx';

/** What the board changed in its scheme: told apart, so that a moved line never looks like a moved risk. */
export function SchemeChangesPanel({ changes }: { readonly changes: SchemeChanges }): ReactElement {
  const level = ({ code, label }: Level): string => `${code} ${label}`;
  const lines = [
    ...(changes.nowAbove.length === 0 ? [] : [`Now above the line: ${changes.nowAbove.map(cellCode).join(', ')}.`]),
    ...(changes.nowBelow.length === 0 ? [] : [`Now below the line: ${changes.nowBelow.map(cellCode).join(', ')}.`]),
    ...changes.recoloured.map(
      ({ cell, from, to }) =>
        `${cellCode(cell)} was ${bandWords[from].toLowerCase()} and is ${bandWords[to].toLowerCase()}.`,
    ),
    ...changes.reworded.map(({ from, to }) =>
      from.label === to.label ? `${level(to)} is described otherwise.` : `${level(from)} is called ${to.label}.`,
    ),
    ...changes.addedLevels.map((one) => `New level of ${one.axis}: ${level(one.level)}.`),
    ...changes.removedLevels.map((one) => `Level of ${one.axis} taken away: ${level(one.level)}.`),
    ...changes.reordered.map((axis) => `The levels of ${axis} stand in another order.`),
  ];
  return (
    <Panel title="The scheme was changed">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}
