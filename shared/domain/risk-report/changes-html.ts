/** What changed since the review before, for the report. */
import { changeInWords } from '#shared/domain/rating/position.ts';
import { cellCode } from '#shared/domain/rating/scheme.ts';
import type { Comparison, RiskChange } from '#shared/domain/risk-reviews/comparison.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { closureWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { escapeHtml as e } from '#shared/kernel/escape-html.ts';

export function changesHtml(comparison: Comparison, previous: Snapshot | null): string {
  if (comparison.type === 'baseline' || previous === null) {
    return '<h2>What changed</h2><p>This is the first review: a baseline, with nothing to compare with.</p>';
  }
  const { before, now, added, reopened, removed, changes } = comparison;
  const since = previous.label === '' ? withYear(previous.asAt) : `${previous.label} (${withYear(previous.asAt)})`;
  const sum = `${before.live} live then, ${added} new, ${reopened === 0 ? '' : `${reopened} reopened, `}${removed} removed: ${now.live} live now. Above the line ${before.above} then, ${now.above} now.`;
  const told = changes.filter(
    (change) => change.type !== 'moved' || change.movement.type !== 'unchanged' || change.crossedByLine !== null,
  );
  const same = changes.length - told.length;
  const lines = told.map(
    (change) => `<li>${change.risk.number}. ${e(change.risk.shortName)}: ${e(changeWords(change))}</li>`,
  );
  const list = lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`;
  const scheme = comparison.scheme;
  const line =
    scheme === null
      ? ''
      : `<p>The scheme was changed since then.${scheme.nowAbove.length === 0 ? '' : ` Now above the line: ${scheme.nowAbove.map(cellCode).join(', ')}.`}${scheme.nowBelow.length === 0 ? '' : ` Now below the line: ${scheme.nowBelow.map(cellCode).join(', ')}.`}</p>`;
  return `<h2>What changed</h2><p>Since ${e(since)}: ${sum}</p>${list}<p>${same === 1 ? '1 risk stands' : `${same} risks stand`} where ${same === 1 ? 'it' : 'they'} stood.</p>${line}`;
}

function changeWords(change: RiskChange): string {
  switch (change.type) {
    case 'new':
      return `new${change.risk.current === null ? '' : `, at ${cellCode(change.risk.current)}`}`;
    case 'reopened':
      return 'reopened';
    case 'removed':
      if (change.mergedInto !== null) return `merged into ${change.mergedInto}`;
      return change.closure === null
        ? 'no longer in the register'
        : `removed, ${closureWords[change.closure.reason].toLowerCase()}`;
    case 'moved': {
      const { movement } = change;
      const line = change.crossedByLine === null ? '' : '; the line moved past it';
      if (movement.type === 'notRated') return `not rated${line}`;
      if (movement.type === 'notComparable') return `rated by another scheme before, so it cannot be compared${line}`;
      const words = { up: 'worse', down: 'better', across: 'moved across', unchanged: 'the same' }[movement.type];
      const steps = movement.changes.map(changeInWords).join(', ');
      const crossed = movement.crossed === null ? '' : `, now ${movement.crossed} the line`;
      const why = change.risk.current?.rationale.trim() ?? '';
      return `${words}, ${cellCode(movement.from)} to ${cellCode(movement.to)}${steps === '' ? '' : ` (${steps})`}${crossed}${line}${why === '' ? '' : `. ${why}`}`;
    }
  }
}
