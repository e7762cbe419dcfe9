/**
 * The rows of a long table that are in sight, with empty rows for the height of the others. The row that holds the focus
 * stays drawn wherever the table is scrolled to, so that the focus is never lost.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { ReactElement, ReactNode, Ref } from 'react';
import styles from './table.module.css';

export interface WindowedRowsProps {
  /** One for each row, in order. */
  readonly keys: ReadonlyArray<string>;
  /** Draws the row at a place; the row hands `measure` to its element, which carries the place as `data-index`. */
  readonly drawRow: (index: number, measure: Ref<HTMLTableRowElement>) => ReactNode;
  readonly scroller: HTMLElement | null;
}

/** In rem. */
const usualRowHeight = 2.375;

export function WindowedRows({ keys, drawRow, scroller }: WindowedRowsProps): ReactElement {
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this component, and its rows are cheap
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller,
    estimateSize: () => usualRowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16'),
    overscan: 12,
    initialRect: { width: 800, height: 600 },
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor: (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      const focused = placeOfFocus(scroller);
      if (focused === null || focused >= keys.length || inSight.includes(focused)) return inSight;
      return [...inSight, focused].sort((a, b) => a - b);
    },
  });
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

/**
 * The place of the row that holds the focus. The page itself is asked, for it tells of no moves of the focus while another
 * window is in front.
 */
function placeOfFocus(scroller: HTMLElement | null): number | null {
  const { activeElement } = document;
  if (activeElement === null || scroller?.contains(activeElement) !== true) return null;
  const place = activeElement.closest('tr')?.dataset['index'];
  return place === undefined ? null : Number(place);
}

interface SpacerProps {
  /** In pixels. */
  readonly height: number;
}

function Spacer({ height }: SpacerProps): ReactElement {
  return <tr className={styles['spacer']} aria-hidden="true" style={{ blockSize: height }} />;
}
