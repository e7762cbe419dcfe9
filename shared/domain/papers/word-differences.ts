/** What was added to and removed from a text, word by word (Myers 1986: the fewest changes that lead from one to the other). */

export interface Difference {
  readonly type: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond so many changes the rest is shown as replaced whole: nobody reads it word by word. */
const mostChanges = 600;

/** The parts of both texts in reading order; what stands in both, once. Joined, the parts give either text exactly. */
export function wordDifferences(before: string, after: string): ReadonlyArray<Difference> {
  const from = wordsOf(before);
  const to = wordsOf(after);
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  const parts: Difference[] = [
    ...from.slice(0, head).map((text): Difference => ({ type: 'same', text })),
    ...changesBetween(from.slice(head, from.length - tail), to.slice(head, to.length - tail)),
    ...from.slice(from.length - tail).map((text): Difference => ({ type: 'same', text })),
  ];
  return joined(parts);
}

/** Words, and what stands between them. */
function wordsOf(text: string): ReadonlyArray<string> {
  return text.match(/\n|[^\S\n]+|[\p{L}\p{N}'’]+|[^\s\p{L}\p{N}'’]/gu) ?? [];
}

function changesBetween(from: ReadonlyArray<string>, to: ReadonlyArray<string>): ReadonlyArray<Difference> {
  const removed = from.map((text): Difference => ({ type: 'removed', text }));
  const added = to.map((text): Difference => ({ type: 'added', text }));
  if (from.length === 0 || to.length === 0) return [...removed, ...added];
  const rounds = furthestReached(from, to);
  return rounds === null ? [...removed, ...added] : tracedBack(from, to, rounds);
}

type Reached = ReadonlyMap<number, number>;

/**
 * For each number of changes, how far along `from` each diagonal (place in `from` less place in `to`) can be followed;
 * `null` where the texts have too little in common.
 */
function furthestReached(from: ReadonlyArray<string>, to: ReadonlyArray<string>): ReadonlyArray<Reached> | null {
  const rounds: Reached[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let changes = 0; changes <= Math.min(from.length + to.length, mostChanges); changes += 1) {
    rounds.push(new Map(reached));
    const next = new Map(reached);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOn(diagonal, changes, reached);
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return rounds;
    }
    reached = next;
  }
  return null;
}

/** Whether the best way onto a diagonal adds a word (comes from the one above) rather than removing one. */
function comesByAdding(diagonal: number, changes: number, reached: Reached): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1);
}

function startOn(diagonal: number, changes: number, reached: Reached): number {
  if (comesByAdding(diagonal, changes, reached)) return reached.get(diagonal + 1) ?? 0;
  return (reached.get(diagonal - 1) ?? 0) + 1;
}

function tracedBack(
  from: ReadonlyArray<string>,
  to: ReadonlyArray<string>,
  rounds: ReadonlyArray<Reached>,
): ReadonlyArray<Difference> {
  const parts: Difference[] = [];
  let x = from.length;
  let y = to.length;
  for (let changes = rounds.length - 1; changes >= 0; changes -= 1) {
    const reached = rounds[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const isAdding = comesByAdding(diagonal, changes, reached);
    const before = isAdding ? diagonal + 1 : diagonal - 1;
    const startX = changes === 0 ? 0 : (reached.get(before) ?? 0);
    const startY = changes === 0 ? 0 : startX - before;
    const wentOn = changes === 0 ? 0 : isAdding ? startX : startX + 1;
    while (x > wentOn && y > (changes === 0 ? 0 : wentOn - diagonal)) {
      x -= 1;
      y -= 1;
      parts.push({ type: 'same', text: from[x] ?? '' });
    }
    if (changes === 0) break;
    if (isAdding) parts.push({ type: 'added', text: to[startY] ?? '' });
    else parts.push({ type: 'removed', text: from[startX] ?? '' });
    x = startX;
    y = startY;
  }
  return parts.reverse();
}

/** Neighbours of one sort as one part; within a change, what was removed stands before what was added. */
function joined(parts: ReadonlyArray<Difference>): ReadonlyArray<Difference> {
  const whole: Difference[] = [];
  let removed = '';
  let added = '';
  const settle = (): void => {
    if (removed !== '') whole.push({ type: 'removed', text: removed });
    if (added !== '') whole.push({ type: 'added', text: added });
    removed = '';
    added = '';
  };
  let same = '';
  for (const { type, text } of parts) {
    if (type === 'same') {
      settle();
      same += text;
      continue;
    }
    if (same !== '') whole.push({ type: 'same', text: same });
    same = '';
    if (type === 'removed') removed += text;
    else added += text;
  }
  if (same !== '') whole.push({ type: 'same', text: same });
  settle();
  return whole;
}
