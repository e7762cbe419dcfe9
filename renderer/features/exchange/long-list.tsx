/**
 * A list of any length. One that is long scrolls in a box of its own, so that what stands below it stays in reach, and only its items in
 * sight are drawn. The item that holds the focus stays drawn with its neighbours, so that neither the focus nor the way on is lost.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import styles from './share.module.css';

/** Fewer are drawn whole: they can be read, printed and searched as any page. */
const longFrom = 41;

/** Frames; a box that is not measured by then is not shown. */
const mostTurns = 30;

export interface LongListProps {
  readonly label: string;
  /** One for each item, in order. */
  readonly keys: ReadonlyArray<string>;
  readonly drawItem: (index: number) => ReactNode;
  /** How high an item usually is, in rem. */
  readonly usualHeight: number;
  /** The item to be brought into sight, whose first button takes the focus: once for each object that is given. */
  readonly wanted?: { readonly key: string } | null | undefined;
  /** The item that was wanted has the focus. */
  readonly onCome?: (() => void) | undefined;
}

export function LongList({ label, keys, drawItem, usualHeight, wanted = null, onCome }: LongListProps): ReactElement {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const isLong = keys.length >= longFrom;
  const wantedAt = wanted === null ? -1 : keys.indexOf(wanted.key);
  // Asked once: it is wanted for every item, at each that turns out to be higher.
  const usualPixels = usualHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this component, and its items are few
  const virtualizer = useVirtualizer({
    count: isLong ? keys.length : 0,
    getScrollElement: () => box,
    estimateSize: () => usualPixels,
    overscan: 4,
    initialRect: { width: 800, height: 600 },
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor: (range: Range) => {
      const focused = placeOfFocus(box);
      const beside = focused === null ? [] : [focused - 1, focused, focused + 1];
      const kept = [...beside, wantedAt].filter((index) => index >= 0 && index < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((one, other) => one - other);
    },
  });

  useEffect(() => {
    if (wantedAt < 0 || box === null) return undefined;
    let frame = 0;
    let turns = 0;
    const come = (): void => {
      const item = box.querySelector(`[data-index="${wantedAt}"]`);
      const button = item?.querySelector('button');
      button?.focus({ preventScroll: true });
      // A long list draws its first items only once its box has been measured, and what is hidden takes no focus.
      if (item == null || button == null || document.activeElement !== button) {
        if (turns < mostTurns) frame = requestAnimationFrame(come);
        turns += 1;
        return;
      }
      if (isLong) virtualizer.scrollToIndex(wantedAt, { align: 'start' });
      (isLong ? box : item).scrollIntoView({ block: 'nearest' });
      onCome?.();
    };
    come();
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each that is wanted, wherever it stands later
  }, [wanted, box]);

  const items = isLong ? virtualizer.getVirtualItems() : keys.map((key, index) => ({ key, index, start: 0 }) as const);
  return (
    <>
      {isLong && (
        <div className={styles['skip']}>
          <Button small kind="quiet" onPress={() => end.current?.focus()}>
            Skip the list<span className="vh"> {label}</span>
          </Button>
        </div>
      )}
      <div ref={setBox} className={isLong ? styles['box'] : undefined}>
        <ul
          className={styles['list']}
          aria-label={label}
          style={isLong ? { position: 'relative', blockSize: virtualizer.getTotalSize() } : undefined}
        >
          {items.map(({ key, index, start }) => (
            <li
              key={String(key)}
              ref={isLong ? virtualizer.measureElement : undefined}
              data-index={index}
              aria-setsize={isLong ? keys.length : undefined}
              aria-posinset={isLong ? index + 1 : undefined}
              style={isLong ? { position: 'absolute', insetInline: 0, insetBlockStart: start } : undefined}
            >
              {drawItem(index)}
            </li>
          ))}
        </ul>
      </div>
      {isLong && <div ref={end} tabIndex={-1} aria-label={`End of the list: ${label}`} role="note" />}
    </>
  );
}

/** The place of the item that holds the focus. The page itself is asked, as in a long table. */
function placeOfFocus(box: HTMLElement | null): number | null {
  const { activeElement } = document;
  if (activeElement === null || box?.contains(activeElement) !== true) return null;
  const place = activeElement.closest('li[data-index]')?.getAttribute('data-index');
  return place == null ? null : Number(place);
}
