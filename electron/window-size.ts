/** Remembers how large the window was and where it stood. */
import { readFileSync, writeFileSync } from 'node:fs';
import { aBoolean, aWholeNumber, objectOf, type Decoded } from '#shared/kernel/decode.ts';

const widest = 20_000;
const aPlace = objectOf({
  x: aWholeNumber(-widest, widest),
  y: aWholeNumber(-widest, widest),
  width: aWholeNumber(1, widest),
  height: aWholeNumber(1, widest),
  isMaximised: aBoolean,
});

/** In the system's units (pixels before scaling), from the top left of the first screen. */
export type WindowPlace = Decoded<typeof aPlace>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 640, height: 480 } as const;
export const usualWindow = { width: 1280, height: 860 } as const;

/** The place noted in a file, or null when there is none that fits the screens as they are now. */
export function rememberedPlace(file: string, screens: ReadonlyArray<Area>): WindowPlace | null {
  try {
    const place = aPlace(JSON.parse(readFileSync(file, 'utf8')));
    return place.ok && screens.some((screen) => isReachable(place.value, screen)) ? place.value : null;
  } catch {
    return null;
  }
}

/** Not to be able to note it is no reason to trouble the officer. */
export function rememberPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch {
    return;
  }
}

/** A screen may have been unplugged: enough of the title bar must be on one to take hold of. */
function isReachable(place: Area, screen: Area): boolean {
  const shownWidth = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  return shownWidth >= 200 && place.y >= screen.y && place.y <= screen.y + screen.height - 60;
}
