/**
 * The rows of a long table that are in sight, with empty rows for the height of the others. The row that holds the focus
 * stays drawn wherever the table is scrolled to, so that the focus is never lost.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useState, type ReactElement, type ReactNode, type Ref, type RefObject } from 'react';
import styles from './table.module.css';

export interface WindowedRowsProps {
  /** One for each row, in order. */
  readonly keys: ReadonlyArray<string>;
  /** Draws the row at a place; the row hands `measure` to its element, which carries the place as `data-index`. */
  readonly drawRow: (index: number, measure: Ref<HTMLTableRowElement>) => ReactNode;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** In rem. */
const usualRowHeight = 2.375;

export function WindowedRows({ keys, drawRow, scroller }: WindowedRowsProps): ReactElement {
  const [focused, setFocused] = useState<number | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this component, and its rows are cheap
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16'),
    overscan: 12,
    initialRect: { width: 800, height: 600 },
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor: (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (focused === null || focused >= keys.length || inSight.includes(focused)) return inSight;
      return [...inSight, focused].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const left = new AbortController();
    function focusMoved(to: EventTarget | null): void {
      const index = to instanceof Element ? to.closest('tr')?.dataset['index'] : undefined;
      setFocused(index === undefined ? null : Number(index));
    }
    // Somebody may have come here before anything listened.
    if (element.contains(document.activeElement)) focusMoved(document.activeElement);
    element.addEventListener('focusin', (event) => focusMoved(event.target), { signal: left.signal });
    element.addEventListener('focusout', (event) => focusMoved(event.relatedTarget), { signal: left.signal });
    return () => left.abort();
  }, [scroller]);
  const items = virtualizer.getVirtualItems();
  return (
    <tbody>
      {items.flatMap((item, place) => {
        const gap = item.start - (items[place - 1]?.end ?? 0);
        return [
          gap > 0 && <Spacer key={`before-${item.key}`} height={gap} />,
          drawRow(item.index, virtualizer.measureElement),
        ];
      })}
      <Spacer height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
    </tbody>
  );
}

interface SpacerProps {
  /** In pixels. */
  readonly height: number;
}

function Spacer({ height }: SpacerProps): ReactElement {
  return <tr className={styles['spacer']} aria-hidden="true" style={{ blockSize: height }} />;
}
