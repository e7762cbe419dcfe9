import { changeInWords, movementOf } from '#shared/domain/rating/position.ts';
import type { Cell, Scheme } from '#shared/domain/rating/scheme.ts';

/** How a risk moved, in a word, with the step where there is one: `Worse, C to B`. */
export function movementWords(scheme: Scheme, from: Cell | null | 'elsewhere' | undefined, to: Cell | null): string {
  if (from === undefined) return 'New';
  const movement = movementOf(scheme, from, to);
  switch (movement.type) {
    case 'up':
      return `↑ Worse, ${movement.changes.map(changeInWords).join(', ')}`;
    case 'down':
      return `↓ Better, ${movement.changes.map(changeInWords).join(', ')}`;
    case 'across':
      return `→ Across, ${movement.changes.map(changeInWords).join(', ')}`;
    case 'unchanged':
      return '= Same';
    case 'notRated':
      return 'Not rated';
    case 'notComparable':
      return 'Not comparable';
  }
}
