/** Going round the app with the keys alone, looking at every step whether the focus can be seen. */
import type { Locator, Page } from 'playwright-core';

/** What is wrong with the focus as it is shown, in words; `null` where all is well. */
export async function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
    const name = `${focused.localName} “${(focused.getAttribute('aria-label') ?? focused.innerText ?? '').slice(0, 60)}”`;
    const isRinged = (element: Element, part?: string): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    // Choices are drawn by their label, and links that fill a row or a card ring what they fill.
    const around = [focused, focused.parentElement, focused.closest('label'), focused.closest('[data-focus-visible]')];
    const drawn = around.filter((element) => element !== null);
    if (!drawn.some((element) => isRinged(element) || isRinged(element, '::after'))) return `${name} shows no focus`;

    const isHidden = focused.closest('label') !== null && focused.matches('input[type=radio], input[type=checkbox]');
    const seen = isHidden ? (focused.closest('label') ?? focused) : focused;
    const inView = (): boolean => {
      const { top, bottom, left, right, width, height } = seen.getBoundingClientRect();
      const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      if (!isInside || width === 0 || height === 0) return false;
      const x = Math.min(Math.max(left, 0) + 6, (Math.max(left, 0) + right) / 2);
      const y = Math.min(Math.max((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2, 1), innerHeight - 1);
      const over = document.elementFromPoint(x, y);
      return over !== null && (seen.contains(over) || over.contains(seen));
    };
    // What has just opened may still be sliding in.
    for (let frame = 0; frame < 60; frame += 1) {
      if (inView()) return null;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return `${name} has the focus but cannot be seen`;
  });
}

/** What has the focus: a number that stays with the element, and its name. */
async function whereFocusIs(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return '';
    const marks = window as unknown as { stopsSeen?: WeakMap<Element, number>; stops?: number };
    marks.stopsSeen ??= new WeakMap();
    marks.stops ??= 0;
    const number = marks.stopsSeen.get(focused) ?? (marks.stops += 1);
    marks.stopsSeen.set(focused, number);
    return `${number} ${focused.localName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40) ?? ''}`;
  });
}

class FocusLost extends Error {}

/** Presses a key until `target` has the focus. Throws where the focus cannot be seen on the way, or never gets there. */
export async function keyTo(page: Page, key: string, target: Locator, most = 80): Promise<void> {
  await target.first().waitFor();
  const isThere = (): Promise<boolean> =>
    target.evaluateAll((found) => found.some((element) => element === document.activeElement));
  for (let step = 0; step <= most; step += 1) {
    if (await isThere()) {
      const fault = await focusFault(page);
      if (fault !== null) throw new FocusLost(fault);
      return;
    }
    if (step > 0) {
      const fault = await focusFault(page);
      if (fault !== null && fault !== 'nothing has the focus') throw new FocusLost(fault);
    }
    await page.keyboard.press(key);
  }
  throw new FocusLost(`${most} times ${key} did not lead to ${target.toString()}, but to ${await whereFocusIs(page)}`);
}

export async function tabTo(page: Page, target: Locator, most?: number): Promise<void> {
  await keyTo(page, 'Tab', target, most);
}

/** Tabs to a control and presses Enter. */
export async function pressByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Tabs to a field and types in it, in place of what it held. */
export async function typeByKey(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

/**
 * Tabs round the whole page until the focus is back where it began; answers with the stops on the way. `leave` are the keys
 * that lead out of something that keeps Tab for itself.
 */
export async function goRound(
  page: Page,
  leave: ReadonlyArray<string> = ['Tab'],
  most = 150,
): Promise<ReadonlyArray<string>> {
  const stops: string[] = [];
  for (let step = 0; step < most; step += 1) {
    for (const key of leave) await page.keyboard.press(key);
    const here = await whereFocusIs(page);
    if (here !== '') {
      if (here === stops[0]) return stops;
      if (stops.includes(here)) throw new FocusLost(`Tab goes in a circle from ${here}: ${stops.join(' > ')}`);
      const fault = await focusFault(page);
      if (fault !== null) throw new FocusLost(fault);
      stops.push(here);
    }
  }
  throw new FocusLost(`Tab does not come round: ${stops.slice(-10).join(' > ')}`);
}
